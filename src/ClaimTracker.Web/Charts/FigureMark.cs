using System.Globalization;

namespace ClaimTracker.Web.Charts;

/// <summary>
/// Draws the mark of a figure: the rating's symbol and colour on a disc, or on a square for a capacity; hollow while no editor has reviewed it; an arrow
/// where the true number may be larger or smaller, a second ring for “about”, a bar for a range.
/// </summary>
internal static class FigureMark
{
    /// <summary>Beyond this many marks in a picture, one does not step through them by the keyboard: the table has the same links.</summary>
    public const int MostStops = 60;

    /// <summary>Smaller marks are the rating's symbol alone.</summary>
    private const double SmallestDisc = 7;

    public static SvgWriter Link(this SvgWriter svg, ChartFigure figure, bool isBackground, bool isStop)
    {
        // The class of the rating's badge gives the colour.
        var classes = $"mk badge--{figure.Color}{(figure.IsHollow ? " mk--hollow" : "")}{(figure.IsOwn ? " mk--own" : "")}{(isBackground ? " mk--back" : "")}";
        // A title, which names a link in a picture: a label would have to hold the words written in the picture as they stand there.
        return svg.Open("a", ("href", figure.Address), ("class", classes), ("tabindex", isStop ? null : "-1")).AddText("title", figure.Name);
    }

    public static SvgWriter Body(this SvgWriter svg, ChartFigure figure, string icons, double x, double y, double radius)
    {
        if (figure.IsRough && radius > SmallestDisc)
        {
            svg.Add("circle", ("class", "mk__rough"), ("cx", x), ("cy", y), ("r", radius + 4));
        }

        if (figure.IsOwn)
        {
            svg.Add("circle", ("class", "mk__own"), ("cx", x), ("cy", y), ("r", radius + 7));
        }

        if (radius > SmallestDisc && figure.IsCapacity)
        {
            svg.Add("rect", ("class", "mk__body"), ("x", x - radius), ("y", y - radius), ("width", 2 * radius), ("height", 2 * radius));
        }
        else if (radius > SmallestDisc)
        {
            svg.Add("circle", ("class", "mk__body"), ("cx", x), ("cy", y), ("r", radius));
        }

        var half = radius > SmallestDisc ? radius * 0.72 : radius;
        return svg.Add(
            "use",
            ("class", radius > SmallestDisc ? "mk__icon" : "mk__icon mk__icon--bare"),
            ("href", $"{icons}#{figure.Icon}"), ("x", x - half), ("y", y - half), ("width", 2 * half), ("height", 2 * half));
    }

    /// <summary>An open arrow from one point to another, along an axis.</summary>
    public static SvgWriter Arrow(this SvgWriter svg, double x, double y, double toX, double toY)
    {
        var (alongX, alongY) = (Math.Sign(toX - x) * 6, Math.Sign(toY - y) * 6);
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"M{x:0.#} {y:0.#}L{toX:0.#} {toY:0.#}M{toX - alongX - alongY:0.#} {toY - alongY - alongX:0.#}L{toX:0.#} {toY:0.#}L{toX - alongX + alongY:0.#} {toY - alongY + alongX:0.#}");
        return svg.Add("path", ("class", "mk__arrow"), ("d", path));
    }

    public static SvgWriter Line(this SvgWriter svg, string cssClass, double x1, double y1, double x2, double y2) =>
        svg.Add("line", ("class", cssClass), ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    /// <summary>Somebody denies it: a sign of its own, in no rating's colour.</summary>
    public static SvgWriter Denial(this SvgWriter svg, double x, double y) => svg
        .Add("path", ("class", "mk__denial"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{x - 4:0.#} {y - 9:0.#}h8l5 5v8l-5 5h-8l-5 -5v-8z")))
        .Add("path", ("class", "mk__denial-sign"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{x - 4.5:0.#} {y:0.#}h9")));
}
