using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary><c>&lt;icon name="search" /&gt;</c>: a symbol of <c>icons.svg</c>. Decoration; words beside it say the same, or <c>label</c> does.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Read aloud where no words stand beside the icon.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var classes = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", classes is null ? "icon" : "icon " + classes);
        output.Attributes.SetAttribute("width", "20");
        output.Attributes.SetAttribute("height", "20");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
            output.Attributes.SetAttribute("focusable", "false");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent($"<use href=\"{versions.AddFileVersionToPath("", "/icons.svg")}#{Uri.EscapeDataString(Name)}\"></use>");
    }
}
