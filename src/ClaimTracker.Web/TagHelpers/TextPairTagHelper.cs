using System.Text.Encodings.Web;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>
/// <c>&lt;text-pair asp-for="Input.Headline" rows="2" /&gt;</c>: a <see cref="TextInput"/> as two fields side by side, Arabic and English, each in its own
/// language and direction; the page's language first.
/// </summary>
[HtmlTargetElement("text-pair", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextPairTagHelper(HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>Instead of the property's <c>[Display]</c>.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    /// <summary>Lines of the field; one: a single line.</summary>
    public int Rows { get; set; } = 2;

    /// <summary>The languages that can be written; both, unless the page says otherwise.</summary>
    public IReadOnlyList<string> Languages { get; set; } = Cultures.All;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var text = For.Model as TextInput ?? new TextInput();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "text-pair");
        output.Attributes.SetAttribute("id", id);
        var optional = Optional ? $" <span class=\"field__optional\">({encoder.Encode(CommonText.Optional)})</span>" : "";
        output.Content.AppendHtml($"<legend class=\"field__label\">{encoder.Encode(Label ?? For.Metadata.GetDisplayName())}{optional}</legend>");
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<p class=\"field__hint\" id=\"{id}-hint\">{encoder.Encode(Hint)}</p>");
        }

        if (FieldTagHelper.ErrorOf(View.ViewData.ModelState, name) is { } error)
        {
            output.Content.AppendHtml($"<p class=\"field__error\" id=\"{id}-error\">{encoder.Encode(error)}</p>");
        }

        output.Content.AppendHtml("<div class=\"form__pair\">");
        foreach (var language in new[] { Cultures.Current, Cultures.Other(Cultures.Current) }.Where(Languages.Contains))
        {
            var isArabic = language == Cultures.Arabic;
            Append(output, $"{name}.{(isArabic ? nameof(TextInput.Ar) : nameof(TextInput.En))}", language, isArabic ? text.Ar : text.En, id);
        }

        output.Content.AppendHtml("</div>");
    }

    private void Append(TagHelperOutput output, string name, string language, string? value, string group)
    {
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = FieldTagHelper.ErrorOf(View.ViewData.ModelState, name);
        // What was typed stands again, also where it could not be taken.
        var typed = View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } attempted ? attempted : value;
        var describedBy = string.Join(' ', new[] { Hint is null ? null : group + "-hint", error is null ? null : id + "-error" }.OfType<string>());
        output.Content.AppendHtml($"<div class=\"field{(error is null ? "" : " field--invalid")}\">");
        output.Content.AppendHtml($"<label class=\"field__label field__label--language\" for=\"{id}\">{encoder.Encode(language == Cultures.Arabic ? CommonText.InArabic : CommonText.InEnglish)}</label>");
        if (error is not null)
        {
            output.Content.AppendHtml($"<p class=\"field__error\" id=\"{id}-error\">{encoder.Encode(error)}</p>");
        }

        var control = new TagBuilder(Rows == 1 ? "input" : "textarea");
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        control.Attributes["lang"] = language;
        control.Attributes["dir"] = Cultures.Direction(language);
        if (describedBy != "")
        {
            control.Attributes["aria-describedby"] = describedBy;
        }

        if (error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        if (Rows == 1)
        {
            control.Attributes["type"] = "text";
            control.Attributes["value"] = typed ?? "";
            control.TagRenderMode = TagRenderMode.SelfClosing;
        }
        else
        {
            control.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            // A line break right after the tag belongs to the markup, not to the text.
            control.InnerHtml.AppendHtml("\n").Append(typed ?? "");
        }

        output.Content.AppendHtml(control).AppendHtml("</div>");
    }
}
