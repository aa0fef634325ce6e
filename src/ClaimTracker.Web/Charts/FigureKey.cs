using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>What a mark's shape says; shown beside a chart where it occurs there.</summary>
public enum FigureSign
{
    More,
    Less,
    About,
    Range,
    Capacity,
    EitherOr,

    /// <summary>Only on a plot: rows write the day out.</summary>
    DayUnclear,
    Denial,

    /// <summary>Only on a plot: from a denial to what it denies.</summary>
    DenialLine,

    /// <summary>Of the claim whose page this is.</summary>
    Own,
}

/// <summary>The shapes of a chart's marks, each as a small picture for its key.</summary>
public static class FigureKey
{
    private const double Width = 34;
    private const double Height = 26;

    public static IEnumerable<FigureSign> Of(FigureChart chart)
    {
        var figures = chart.Figures;
        var signs = new (FigureSign Sign, bool Occurs)[]
        {
            (FigureSign.More, figures.Any(f => f.IsOpenUpwards)),
            (FigureSign.Less, figures.Any(f => f.IsOpenDownwards)),
            (FigureSign.About, figures.Any(f => f.IsRough)),
            (FigureSign.Range, figures.Any(f => f.IsRange)),
            (FigureSign.Capacity, figures.Any(f => f.IsCapacity)),
            (FigureSign.EitherOr, figures.Where(f => f.Group is not null).GroupBy(f => f.Group).Any(g => g.Count() > 1)),
            (FigureSign.DayUnclear, figures.Any(f => f.Days.IsSpan)),
            (FigureSign.Denial, chart.Denials.Count > 0),
            (FigureSign.DenialLine, chart.Denials.Count <= FigurePlotSvg.MostDenialLines && chart.Denials.Any(d => d.Denies.Count > 0)),
            (FigureSign.Own, chart.HasOwn),
        };
        return signs.Where(s => s.Occurs).Select(s => s.Sign);
    }

    /// <param name="forward">Where larger numbers stand: 1 right, -1 left, 0 above.</param>
    public static IHtmlContent Picture(FigureSign sign, int forward)
    {
        var (x, y) = (Width / 2, Height / 2);
        var svg = new SvgWriter(isRightToLeft: false).Open("svg", ("class", "chart-key__sign mk"), ("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")), ("width", Width), ("height", Height), ("aria-hidden", "true"));
        var (alongX, alongY) = forward == 0 ? (0.0, -1.0) : (forward, 0.0);
        switch (sign)
        {
            case FigureSign.More:
                svg.Arrow(x - (alongX * 9), y - (alongY * 7), x + (alongX * 10), y + (alongY * 10)).Add("circle", ("class", "mk__dot"), ("cx", x - (alongX * 9)), ("cy", y - (alongY * 7)), ("r", 5d));
                break;
            case FigureSign.Less:
                svg.Arrow(x + (alongX * 9), y + (alongY * 7), x - (alongX * 10), y - (alongY * 10)).Add("circle", ("class", "mk__dot"), ("cx", x + (alongX * 9)), ("cy", y + (alongY * 7)), ("r", 5d));
                break;
            case FigureSign.About:
                svg.Add("circle", ("class", "mk__rough"), ("cx", x), ("cy", y), ("r", 9.5d)).Add("circle", ("class", "mk__dot"), ("cx", x), ("cy", y), ("r", 5d));
                break;
            case FigureSign.Range:
                svg.Line("mk__range", x - (alongX * 12), y - (alongY * 11), x + (alongX * 12), y + (alongY * 11))
                    .Line("mk__cap", x - (alongX * 12) - (alongY * 5), y - (alongY * 11) - (alongX * 5), x - (alongX * 12) + (alongY * 5), y - (alongY * 11) + (alongX * 5))
                    .Line("mk__cap", x + (alongX * 12) - (alongY * 5), y + (alongY * 11) - (alongX * 5), x + (alongX * 12) + (alongY * 5), y + (alongY * 11) + (alongX * 5));
                break;
            case FigureSign.Capacity:
                svg.Add("rect", ("class", "mk__dot"), ("x", x - 6), ("y", y - 6), ("width", 12d), ("height", 12d));
                break;
            case FigureSign.EitherOr:
                svg.Line("chart__or-line", 3, y, Width - 3, y);
                break;
            case FigureSign.DayUnclear:
                svg.Line("mk__span", 3, y, Width - 3, y).Add("circle", ("class", "mk__dot"), ("cx", x), ("cy", y), ("r", 5d));
                break;
            case FigureSign.Denial:
                svg.Denial(x, y);
                break;
            case FigureSign.DenialLine:
                svg.Line("chart__denies", x, 2, x, Height - 2);
                break;
            case FigureSign.Own:
                svg.Add("circle", ("class", "mk__own"), ("cx", x), ("cy", y), ("r", 10d)).Add("circle", ("class", "mk__dot"), ("cx", x), ("cy", y), ("r", 5d));
                break;
        }

        return svg.Close("svg").ToHtml();
    }
}
