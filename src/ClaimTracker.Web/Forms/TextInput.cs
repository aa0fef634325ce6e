using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Forms;

/// <summary>A text in both languages of the site, as a form holds it; see <c>&lt;text-pair asp-for="…" /&gt;</c>. Languages a form does not hold stay as they are.</summary>
public sealed class TextInput
{
    [Display(Name = nameof(CommonText.InArabic), ResourceType = typeof(CommonText))]
    public string? Ar { get; set; }

    [Display(Name = nameof(CommonText.InEnglish), ResourceType = typeof(CommonText))]
    public string? En { get; set; }

    public static TextInput Of(LocalizedText text) => new() { Ar = text["ar"], En = text["en"] };

    /// <summary>The property that holds a language.</summary>
    public static string NameOf(string language) => language == "ar" ? nameof(Ar) : nameof(En);

    public string? In(string language) => language switch
    {
        "ar" => Ar,
        "en" => En,
        _ => null,
    };

    /// <summary>A language the form does not hold is left out.</summary>
    public void Set(string language, string? text) => (Ar, En) = (language == "ar" ? text : Ar, language == "en" ? text : En);

    public TextEdit ToEdit() => TextEdit.Of(("ar", Ar), ("en", En));

    public LocalizedText ToText() => LocalizedText.Of(("ar", Ar), ("en", En));
}
