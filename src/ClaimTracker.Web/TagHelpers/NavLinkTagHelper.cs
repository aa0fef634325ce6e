using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>
/// <c>&lt;a nav-link="section" href="…"&gt;</c>: says where in a menu the reader is. <c>section</c> also holds for the pages below the
/// address, <c>page</c> for that page alone; <c>nav-also</c> names another address that belongs to it.
/// </summary>
[HtmlTargetElement("a", Attributes = "nav-link")]
public sealed class NavLinkTagHelper : TagHelper
{
    [HtmlAttributeName("nav-link")]
    public string Reach { get; set; } = "section";

    [HtmlAttributeName("nav-also")]
    public string? Also { get; set; }

    public string Href { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by Razor

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("href", Href);
        var path = ViewContext.HttpContext.Request.Path.Value ?? "";
        if (path == Href)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
        else if (Reach == "section" && (IsBelow(path, Href) || path == Also || (Also is { } also && IsBelow(path, also))))
        {
            output.Attributes.SetAttribute("aria-current", "true");
        }
    }

    private static bool IsBelow(string path, string address) => path.StartsWith(address + "/", StringComparison.Ordinal);
}
