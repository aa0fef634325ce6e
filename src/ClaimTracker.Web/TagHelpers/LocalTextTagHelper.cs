using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>
/// <c>&lt;local-text value="…" tag="p" /&gt;</c>: a text in the page's language, else in the one there is, marked as that language.
/// Nothing where there is no text.
/// </summary>
[HtmlTargetElement("local-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalTextTagHelper : TagHelper
{
    public LocalizedText Value { get; set; } = LocalizedText.Empty;

    public string Tag { get; set; } = "span";

    /// <summary>What was searched for, to be marked in the text.</summary>
    public SearchMarks Marks { get; set; } = SearchMarks.None;

    /// <summary>Language preferred instead of the page's.</summary>
    public string? Language { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Value.TryRead(Language ?? Cultures.Current, out var text, out var language))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = Tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (language != Cultures.Current)
        {
            output.Attributes.SetAttribute("lang", language);
            output.Attributes.SetAttribute("dir", Cultures.Direction(language));
        }

        output.Content.SetHtmlContent(MarkedText.Of(text, Marks));
    }
}

/// <summary><c>&lt;quoted text="…" language="ar" /&gt;</c>: words of somebody else, exactly, in their own language and direction.</summary>
[HtmlTargetElement("quoted", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QuotedTagHelper : TagHelper
{
    public string? Text { get; set; }

    public string? Language { get; set; }

    public string Tag { get; set; } = "q";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Text))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = Tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Language is not null)
        {
            output.Attributes.SetAttribute("lang", Language);
        }

        output.Attributes.SetAttribute("dir", Language is null ? "auto" : Cultures.Direction(Language));
        output.Content.SetContent(Text);
    }
}
