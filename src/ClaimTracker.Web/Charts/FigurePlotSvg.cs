using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>Writes a <see cref="FigurePlot"/> as a picture whose marks are links.</summary>
public static class FigurePlotSvg
{
    /// <summary>More of them would hide the marks.</summary>
    public const int MostDenialLines = 8;

    public static IHtmlContent Of(FigureChart chart, FigurePlot plot, string id)
    {
        var svg = new SvgWriter(chart.IsRightToLeft);
        svg.Open("svg", ("class", "chart__svg"), ("viewBox", FormattableString.Invariant($"0 0 {plot.Width:0} {plot.Height:0}")), ("role", "group"), ("aria-labelledby", $"{id}-title {id}-text"))
            .AddText("title", chart.Title, ("id", $"{id}-title")).AddText("desc", chart.Description, ("id", $"{id}-text"));
        Axes(svg, chart, plot);
        Lanes(svg, chart, plot);
        Connections(svg, chart, plot);
        foreach (var mark in plot.Marks.OrderBy(m => m.Figure.IsOwn))
        {
            Mark(svg, chart, mark);
        }

        foreach (var denial in plot.Denials)
        {
            svg.Open("a", ("href", denial.Denial.Address), ("class", "mk")).AddText("title", denial.Denial.Name);
            Leader(svg, denial.Label, denial.X, denial.Y);
            svg.Denial(denial.X, denial.Y);
            Label(svg, denial.Label);
            svg.Close("a");
        }

        return svg.Close("svg").ToHtml();
    }

    private static void Axes(SvgWriter svg, FigureChart chart, FigurePlot plot)
    {
        var side = chart.IsRightToLeft ? plot.Plot.Right + 8 : plot.Plot.X - 8;
        svg.Open("g", ("class", "chart__axes"), ("aria-hidden", "true"));
        foreach (var tick in plot.Marks.Any(m => m.Figure.HasNumber) ? plot.Values.Ticks : [])
        {
            var y = plot.YOf(tick);
            svg.Line(tick == 0 ? "chart__zero" : "chart__grid", plot.Plot.X, y, plot.Plot.Right, y)
                .AddWords(chart.Words.Number(tick), side, y + 4.5, chart.IsRightToLeft ? Hold.Left : Hold.Right, "chart__tick");
        }

        foreach (var day in plot.Times.Ticks)
        {
            var words = chart.Words.Day(day, plot.Times.Step);
            var (x, half) = (plot.XOf(day), TextSize.WidthOf(words, FigurePlot.SpeakerSize) / 2);
            var middle = Math.Clamp(x, half, plot.Width - half);
            svg.Line("chart__day", x, plot.Plot.Y, x, plot.Height - 24).AddWords(words, middle, plot.Height - 7, Hold.Middle, "chart__tick");
        }

        if (plot.UndatedFrom is { } from)
        {
            svg.Line("chart__edge", from, 4, from, plot.Height - 24).AddWords(chart.Words.DateUnknown, plot.UndatedMiddle, plot.Height - 7, Hold.Middle, "chart__tick");
        }

        svg.Close("g");
    }

    private static void Lanes(SvgWriter svg, FigureChart chart, FigurePlot plot)
    {
        foreach (var (lane, words) in new[] { (plot.NoNumberLane, chart.Words.NoNumber), (plot.DenialLane, chart.Words.Denied) })
        {
            if (lane is { } box)
            {
                svg.Open("g", ("aria-hidden", "true"))
                    .Line("chart__edge", 0, box.Y, plot.Width, box.Y)
                    .AddWords(words, chart.IsRightToLeft ? plot.Width : 0, box.Y + 18, chart.IsRightToLeft ? Hold.Right : Hold.Left, "chart__lane-words")
                    .Close("g");
            }
        }
    }

    /// <summary>Under the marks: from a denial up to what it denies, and between figures of which only one can hold.</summary>
    private static void Connections(SvgWriter svg, FigureChart chart, FigurePlot plot)
    {
        svg.Open("g", ("aria-hidden", "true"));
        foreach (var denial in plot.Denials.Count <= MostDenialLines ? plot.Denials : [])
        {
            foreach (var mark in plot.Marks.Where(m => denial.Denial.Denies.Contains(m.Figure.Order)))
            {
                svg.Line("chart__denies", denial.X, denial.Y - 11, mark.X, mark.Bottom + mark.Radius + 2);
            }
        }

        foreach (var pair in plot.Pairs)
        {
            svg.Line("chart__or-line", pair.X1, pair.Y1, pair.X2, pair.Y2)
                .Add("rect", ("class", "chart__or-box"), ("x", pair.Or.X), ("y", pair.Or.Y), ("width", pair.Or.Width), ("height", pair.Or.Height), ("rx", 9d))
                .AddWords(chart.Words.Or, pair.Or.X + (pair.Or.Width / 2), pair.Or.Y + 14, Hold.Middle, "chart__or");
        }

        svg.Close("g");
    }

    private static void Mark(SvgWriter svg, FigureChart chart, PlotMark mark)
    {
        var figure = mark.Figure;
        svg.Link(figure, chart.HasOwn && !figure.IsOwn, chart.Figures.Count <= FigureMark.MostStops);
        if (mark.Span is { } span)
        {
            svg.Line("mk__span", span.From, mark.Y, span.To, mark.Y);
        }

        if (figure.IsRange)
        {
            svg.Line("mk__range", mark.X, mark.Top, mark.X, mark.Bottom)
                .Line("mk__cap", mark.X - 7, mark.Top, mark.X + 7, mark.Top).Line("mk__cap", mark.X - 7, mark.Bottom, mark.X + 7, mark.Bottom);
        }

        if (figure.IsOpenUpwards)
        {
            svg.Arrow(mark.X, mark.Top - (figure.IsRange ? 0 : mark.Radius), mark.X, mark.Top - mark.Radius - PlotMark.ArrowLength);
        }

        if (figure.IsOpenDownwards)
        {
            svg.Arrow(mark.X, mark.Bottom + (figure.IsRange ? 0 : mark.Radius), mark.X, mark.Bottom + mark.Radius + PlotMark.ArrowLength);
        }

        Leader(svg, mark.Label, mark.X, mark.Y);
        svg.Body(figure, chart.Icons, mark.X, mark.Y, mark.Radius);
        Label(svg, mark.Label);
        svg.Close("a");
    }

    /// <summary>From a mark to its label, where that is not beside it.</summary>
    private static void Leader(SvgWriter svg, PlotLabel? label, double x, double y)
    {
        if (label is { Place.IsApart: true })
        {
            var (box, middle) = (label.Place.Box, label.Place.Box.Y + (label.Place.Box.Height / 2));
            var toX = Math.Clamp(x, box.X, box.Right);
            svg.Line("mk__leader", x, y, toX, toX == x ? (middle > y ? box.Y : box.Bottom) : middle);
        }
    }

    private static void Label(SvgWriter svg, PlotLabel? label)
    {
        foreach (var line in label?.Lines ?? [])
        {
            svg.AddWords(line.Text, label?.X ?? 0, line.Y, label?.Place.Hold ?? Hold.Left, $"mk__words mk__words--{line.Kind.ToString().ToLowerInvariant()}");
        }
    }
}
