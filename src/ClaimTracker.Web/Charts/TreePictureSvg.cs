using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>Writes a <see cref="TreePicture"/>; boxes with an address are links.</summary>
public static class TreePictureSvg
{
    public static IHtmlContent Of(TreePicture tree, bool isRightToLeft, string icons, string id, string title, string description)
    {
        var svg = new SvgWriter(isRightToLeft);
        svg.Open("svg", ("class", "tree"), ("viewBox", FormattableString.Invariant($"0 0 {tree.Width:0} {tree.Height + 2:0}")), ("role", "group"), ("aria-labelledby", $"{id}-title {id}-text"))
            .AddText("title", title, ("id", $"{id}-title")).AddText("desc", description, ("id", $"{id}-text"));
        foreach (var arrow in tree.Arrows)
        {
            svg.Open("g", ("aria-hidden", "true")).Add("path", ("class", "tree__arrow"), ("d", PathOf(arrow)));
            if (arrow.Words is { } words)
            {
                svg.AddWords(words, arrow.WordsX, arrow.WordsY, arrow.Hold, "tree__words");
            }

            svg.Close("g");
        }

        foreach (var box in tree.Boxes.OrderBy(b => b.Box.X * (isRightToLeft ? -1 : 1)).ThenBy(b => b.Box.Y))
        {
            Write(svg, box, isRightToLeft, icons);
        }

        return svg.Close("svg").ToHtml();
    }

    private static void Write(SvgWriter svg, TreeBox placed, bool isRightToLeft, string icons)
    {
        var (node, box) = (placed.Node, placed.Box);
        var look = $"tree__node tree__node--{node.Look.ToString().ToLowerInvariant()}{(node.Color is null ? "" : " badge--" + node.Color)}";
        var element = node.Address is null ? "g" : "a";
        svg.Open(element, ("href", node.Address), ("class", look), ("aria-label", node.Address is null ? node.Name : null), ("role", node.Address is null ? "img" : null))
            .AddText("title", node.Name)
            .Add("rect", ("class", "tree__box"), ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("rx", 7d));
        var (side, hold, forward) = isRightToLeft ? (box.Right - 10, Hold.Right, -1) : (box.X + 10, Hold.Left, 1);
        if (node.Icon is { } icon)
        {
            svg.Add("use", ("class", "tree__icon"), ("href", $"{icons}#{icon}"), ("x", side - (isRightToLeft ? 16 : 0)), ("y", box.Y + 10), ("width", 16d), ("height", 16d));
            side += 22 * forward;
        }

        var y = box.Y + 22;
        foreach (var (line, isTitle) in placed.Title.Select(l => (l, true)).Concat(placed.Aside.Select(l => (l, false))))
        {
            svg.AddWords(line, side, y, hold, isTitle ? "tree__title" : "tree__aside");
            y += 20;
        }

        svg.Close(element);
    }

    /// <summary>The line, and an open head where it leads to.</summary>
    private static string PathOf(TreeArrow arrow)
    {
        var culture = CultureInfo.InvariantCulture;
        var points = arrow.Points;
        var line = string.Join('L', points.Select(p => string.Create(culture, $"{p.X:0.#} {p.Y:0.#}")));
        var ((beforeX, beforeY), (x, y)) = arrow.IsBack ? (points[1], points[0]) : (points[^2], points[^1]);
        var (alongX, alongY) = (Math.Sign(x - beforeX) * 6, Math.Sign(y - beforeY) * 6);
        return string.Create(
            culture, $"M{line}M{x - alongX - alongY:0.#} {y - alongY - alongX:0.#}L{x:0.#} {y:0.#}L{x - alongX + alongY:0.#} {y - alongY + alongX:0.#}");
    }
}
