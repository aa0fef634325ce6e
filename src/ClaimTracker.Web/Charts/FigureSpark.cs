using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>A measure's figures as dots by time and size, so small that it needs neither axis nor words; what it shows stands beside it.</summary>
public static class FigureSpark
{
    private const double Width = 132;
    private const double Height = 44;
    private const double Edge = 5;

    /// <param name="points">Day (null: not known), smallest and largest.</param>
    public static IHtmlContent Of(IReadOnlyList<(DateOnly? Day, decimal Low, decimal High)> points, bool isRightToLeft)
    {
        var svg = new SvgWriter(isRightToLeft).Open("svg", ("class", "spark"), ("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")), ("width", Width), ("height", Height), ("aria-hidden", "true"));
        svg.Line("spark__base", 0, Height - 1, Width, Height - 1);
        if (points.Count > 0)
        {
            var values = ValueScale.Of([.. points.SelectMany(p => new[] { p.Low, p.High })]);
            var times = TimeScale.Of([.. points.Select(p => p.Day).OfType<DateOnly>()], 2);
            foreach (var (day, low, high) in points)
            {
                var along = Edge + ((day is { } known ? times.At(known) : 1) * (Width - (2 * Edge)));
                var x = isRightToLeft ? Width - along : along;
                var (bottom, top) = (YOf(values.At(low)), YOf(values.At(high)));
                if (low != high)
                {
                    svg.Line("spark__range", x, bottom, x, top);
                }

                svg.Add("circle", ("class", "spark__dot"), ("cx", x), ("cy", (bottom + top) / 2), ("r", points.Count > 30 ? 2d : 3.5d));
            }
        }

        return svg.Close("svg").ToHtml();
    }

    private static double YOf(double share) => Height - Edge - (share * (Height - (2 * Edge)));
}
