using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>
/// A field that takes its direction from what is typed (<c>dir="auto"</c>) begins in the page's while it is empty: browsers take an empty one for
/// left to right. The script gives the direction back to the text as soon as there is one.
/// </summary>
[HtmlTargetElement("input", Attributes = "[dir=auto]", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "[dir=auto]")]
public sealed class EmptyFieldTagHelper : TagHelper
{
    /// <summary>After the helpers that write the value.</summary>
    public override int Order => 1_000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(await ValueAsync(output)))
        {
            output.Attributes.SetAttribute("dir", Cultures.Direction(Cultures.Current));
            output.Attributes.SetAttribute("data-dir-auto", "");
        }
    }

    private static async Task<string?> ValueAsync(TagHelperOutput output) =>
        string.Equals(output.TagName, "input", StringComparison.OrdinalIgnoreCase) ? output.Attributes["value"]?.Value?.ToString()
        : output.IsContentModified ? output.Content.GetContent()
        : (await output.GetChildContentAsync()).GetContent();
}
