using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>Writes <see cref="FigureRows"/> as a picture whose marks are links.</summary>
public static class FigureRowsSvg
{
    /// <summary>How far an upright of the scale reaches above and below a mark.</summary>
    private const double GridReach = 15;

    public static IHtmlContent Of(FigureChart chart, FigureRows rows, string id)
    {
        var svg = new SvgWriter(chart.IsRightToLeft);
        svg.Open("svg", ("class", "chart__svg"), ("viewBox", FormattableString.Invariant($"0 0 {FigureRows.Width:0} {rows.Height:0}")), ("role", "group"), ("aria-labelledby", $"{id}-title {id}-text"))
            .AddText("title", chart.Title, ("id", $"{id}-title")).AddText("desc", chart.Description, ("id", $"{id}-text"));
        Axes(svg, chart, rows);
        Pairs(svg, chart, rows);
        foreach (var row in rows.Rows)
        {
            if (row.Figure is { } figure)
            {
                Figure(svg, chart, rows, row, figure);
            }
            else if (row.Denial is { } denial)
            {
                Denial(svg, chart, rows, row, denial);
            }
        }

        return svg.Close("svg").ToHtml();
    }

    private static void Axes(SvgWriter svg, FigureChart chart, FigureRows rows)
    {
        svg.Open("g", ("class", "chart__axes"), ("aria-hidden", "true"));
        foreach (var tick in chart.Figures.Any(f => f.HasNumber) ? rows.Ticks : [])
        {
            var words = chart.Words.Number(tick);
            var (x, half) = (rows.XOf(tick), TextSize.WidthOf(words, 12) / 2);
            var middle = Math.Clamp(x, half + 1, FigureRows.Width - half - 1);
            svg.Add("path", ("class", tick == 0 ? "chart__zero" : "chart__grid"), ("d", BesideMarks(rows, x)))
                .AddWords(words, middle, 13, Hold.Middle, "chart__tick chart__tick--small").AddWords(words, middle, rows.Height - 6, Hold.Middle, "chart__tick chart__tick--small");
        }

        svg.Close("g");
    }

    /// <summary>Upright at a round number, in each row only where its mark stands: it would run through the names, and a denial has no place on the scale.</summary>
    private static string BesideMarks(FigureRows rows, double x) =>
        string.Concat(rows.Rows.Where(r => r.Figure is not null).Select(r => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {r.Track - GridReach:0.#}v{2 * GridReach:0.#}")));

    /// <summary>Figures of which only one can hold, joined along the edge.</summary>
    private static void Pairs(SvgWriter svg, FigureChart chart, FigureRows rows)
    {
        var edge = rows.End;
        foreach (var group in rows.Rows.Where(r => r.Figure?.Group is not null).GroupBy(r => r.Figure?.Group).Where(g => g.Count() > 1))
        {
            var (first, last) = (group.First().Track, group.Last().Track);
            svg.Open("g", ("aria-hidden", "true")).Line("chart__or-line", edge, first, edge, last);
            foreach (var row in group)
            {
                svg.Line("chart__or-line", edge, row.Track, row.JoinX, row.Track);
            }

            svg.AddWords(chart.Words.Or, edge - (rows.Forward * 5), (first + last) / 2, chart.IsRightToLeft ? Hold.Left : Hold.Right, "chart__or").Close("g");
        }
    }

    private static void Figure(SvgWriter svg, FigureChart chart, FigureRows rows, FigureRow row, ChartFigure figure)
    {
        svg.Link(figure, chart.HasOwn && !figure.IsOwn, isStop: true);
        Head(svg, chart, rows, row);
        if (figure.HasNumber && !rows.Values.IsLogarithmic)
        {
            svg.Line("mk__stem", rows.XOf(0), row.Track, row.From, row.Track);
        }

        if (figure.IsRange)
        {
            svg.Line("mk__range", row.From, row.Track, row.To, row.Track).Line("mk__cap", row.From, row.Track - 7, row.From, row.Track + 7).Line("mk__cap", row.To, row.Track - 7, row.To, row.Track + 7);
        }

        var (body, clear) = ((row.From + row.To) / 2, figure.IsRange ? 0 : FigureRows.Radius);
        if (figure.IsOpenUpwards)
        {
            svg.Arrow(row.To + (rows.Forward * clear), row.Track, row.To + (rows.Forward * (FigureRows.Radius + PlotMark.ArrowLength)), row.Track);
        }

        if (figure.IsOpenDownwards)
        {
            svg.Arrow(row.From - (rows.Forward * clear), row.Track, row.From - (rows.Forward * (FigureRows.Radius + PlotMark.ArrowLength)), row.Track);
        }

        svg.Body(figure, chart.Icons, body, row.Track, FigureRows.Radius);
        svg.AddWords(row.Number, row.NumberX, row.NumberY, row.NumberHold, "mk__words mk__words--number");
        if (figure.OrElse is { } other)
        {
            svg.AddWords(TextSize.CutTo(FigureRows.Width - 30, other, 13), rows.Start, row.OrElseY, chart.IsRightToLeft ? Hold.Right : Hold.Left, "mk__words mk__words--orelse");
        }

        svg.Close("a");
    }

    /// <summary>On a ground of its own, since it stands for no number.</summary>
    private static void Denial(SvgWriter svg, FigureChart chart, FigureRows rows, FigureRow row, ChartDenial denial)
    {
        svg.Open("a", ("href", denial.Address), ("class", "mk")).AddText("title", denial.Name)
            .Add("rect", ("class", "chart__ground"), ("x", 0d), ("y", row.Y), ("width", FigureRows.Width), ("height", row.Height));
        Head(svg, chart, rows, row);
        var x = rows.Start + (rows.Forward * FigureRows.Radius);
        svg.Denial(x, row.Track).AddWords(rows.WordsOf(denial), x + (rows.Forward * 16), row.Track + 5, chart.IsRightToLeft ? Hold.Right : Hold.Left, "mk__words mk__words--denied").Close("a");
    }

    private static void Head(SvgWriter svg, FigureChart chart, FigureRows rows, FigureRow row)
    {
        var (near, far) = chart.IsRightToLeft ? (Hold.Right, Hold.Left) : (Hold.Left, Hold.Right);
        svg.Line("chart__row", 0, row.Y, FigureRows.Width, row.Y);
        var y = row.Y + 1;
        foreach (var line in row.Speaker)
        {
            y += FigureRows.LineHeight;
            svg.AddWords(line, rows.Start, y, near, "mk__words mk__words--speaker");
        }

        svg.AddWords(row.Date, row.IsDateApart ? rows.Start : rows.End, row.IsDateApart ? y + FigureRows.LineHeight : y, row.IsDateApart ? near : far, "mk__words mk__words--date");
    }
}
