using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Elements of a page that are not the article: menus, advertisements, forms. Names of classes and ids are data, in <c>Intake/Data</c>.</summary>
internal static class FurnitureElements
{
    private static readonly FrozenSet<string> elements = FrozenSet.Create(
        "nav", "footer", "aside", "form", "button", "select", "input", "textarea", "label", "figure", "figcaption", "dialog", "menu", "svg", "canvas", "audio", "video", "picture",
        "img", "iframe", "object", "embed", "map", "progress", "meter", "datalist");

    private static readonly FrozenSet<string> roles = FrozenSet.Create(
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar", "tablist", "form", "note", "tooltip");

    private static readonly FrozenSet<string> names = SearchData.LinesOf("intake/furniture-names").ToFrozenSet();

    /// <summary>An element that is furniture by what it is, whatever it holds.</summary>
    public static bool IsByKind(IElement element) =>
        elements.Contains(element.LocalName) || (element.GetAttribute("role") is { } role && roles.Contains(role.Trim().ToLowerInvariant())) || IsHidden(element);

    /// <summary>An element that is furniture by its class or id; wrong for wrappers of the whole page, which the caller knows.</summary>
    public static bool IsByName(IElement element) => NamesFurniture(element.Id) || element.ClassList.Any(NamesFurniture);

    private static bool IsHidden(IElement element)
    {
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") is "true"
            || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>“post-shareBar” is post, share, bar, and every neighbouring pair with a hyphen.</summary>
    private static bool NamesFurniture(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return false;
        }

        var parts = PartsOf(name);
        return parts.Any(names.Contains) || parts.Zip(parts.Skip(1), (a, b) => $"{a}-{b}").Any(names.Contains);
    }

    private static string[] PartsOf(string name)
    {
        var parts = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var isNewWord = char.IsUpper(name[i]) && i > 0 && char.IsLower(name[i - 1]);
            parts.Append(isNewWord ? " " : "").Append(char.IsLetter(name[i]) ? char.ToLowerInvariant(name[i]) : ' ');
        }

        return parts.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
