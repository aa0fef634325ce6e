using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Charts;

namespace ClaimTracker.Web.Tests.Charts;

public sealed class FigureChartTests
{
    private static readonly DateOnly Start = new(2023, 10, 13);

    public static TheoryData<int, bool, double> Sizes()
    {
        var data = new TheoryData<int, bool, double>();
        foreach (var count in new[] { 0, 1, 2, 9, 40, 200, 2000 })
        {
            foreach (var width in new[] { 1100.0, 360.0 })
            {
                data.Add(count, false, width);
                data.Add(count, true, width);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Plot_OfAnySize_KeepsMarksInsideAndLabelsApart(int count, bool isRightToLeft, double width)
    {
        var plot = FigurePlot.Of(ChartOf(count, isRightToLeft), width);

        var picture = new Box(-0.5, -30, width + 1, plot.Height + 30);
        Assert.Equal(count, plot.Marks.Count);
        Assert.All(plot.Marks, m => Assert.True(Box.Around(m.X, m.Y, m.Radius).IsInside(picture)));
        var labels = plot.Marks.Where(m => m.Label is not null).Select(m => (Mark: m, m.Label!.Place.Box)).ToList(); // filtered before
        Assert.All(labels, l => Assert.True(l.Box.IsInside(picture)));
        Assert.All(labels, l => Assert.DoesNotContain(plot.Marks, m => m.Bounds.Overlaps(l.Box)));
        Assert.All(labels, l => Assert.DoesNotContain(labels, o => o.Mark != l.Mark && o.Box.Overlaps(l.Box)));
        Assert.True(count is 0 or > FigurePlot.MostNumbers || labels.Count > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plot_OfFew_NamesEverySpeaker_AndTimeRunsAsOneReads(bool isRightToLeft)
    {
        var plot = FigurePlot.Of(ChartOf(9, isRightToLeft, daysApart: 50));

        Assert.All(plot.Marks, m => Assert.Contains(m.Label?.Lines ?? [], l => l.Kind is PlotLineKind.Speaker));
        var known = plot.Marks.Where(m => m.Figure.Days.AreKnown).OrderBy(m => m.Figure.Days.Middle).ToList();
        Assert.Equal(isRightToLeft, known[0].X > known[^1].X);
        var (smaller, larger) = (plot.Marks.MinBy(m => m.Figure.Value ?? decimal.MaxValue), plot.Marks.MaxBy(m => m.Figure.Value));
        Assert.True(smaller?.Y > larger?.Y);
    }

    [Fact]
    public void Plot_WithoutDateOrNumber_StandsApart()
    {
        var chart = ChartOf(3, isRightToLeft: false);
        var figures = chart.Figures.Select((f, i) => i switch { 0 => f with { Days = default }, 1 => f with { Value = null, Min = null, Max = null }, _ => f with { Days = new ChartDays(Start, Start) } }).ToList();

        var plot = FigurePlot.Of(chart with { Figures = figures });

        Assert.True(plot.Marks[0].X > plot.UndatedFrom);
        Assert.True(plot.Marks[1].Y > plot.Plot.Bottom);
        Assert.True(plot.Marks[2].X < plot.UndatedFrom && plot.Marks[2].Y < plot.Plot.Bottom);
    }

    [Fact]
    public void Plot_OfAlternatives_JoinsThemWithAWordBetween()
    {
        var chart = ChartOf(2, isRightToLeft: false);

        var plot = FigurePlot.Of(chart with { Figures = [.. chart.Figures.Select(f => f with { Group = "either" })] });

        var pair = Assert.Single(plot.Pairs);
        Assert.Equal((plot.Marks[0].X, plot.Marks[1].X), (pair.X1, pair.X2));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(5, true)]
    [InlineData(20, false)]
    public void Plot_OfDenialsOnCloseDays_KeepsTheirMarksApartAndInTheirLane(int count, bool isRightToLeft)
    {
        var chart = ChartOf(9, isRightToLeft);
        var denial = chart.Denials[0];
        var denials = Enumerable.Range(0, count).Select(i => denial with { Days = new ChartDays(Start.AddDays(i % 2), Start.AddDays(i % 2)), Speaker = chart.Figures[i % 2].Speaker }).ToList();

        var plot = FigurePlot.Of(chart with { Denials = denials });

        var marks = plot.Denials.Select(d => Box.Around(d.X, d.Y, 9)).ToList();
        Assert.All(marks, m => Assert.True(m.IsInside(plot.DenialLane ?? default)));
        Assert.All(marks, m => Assert.Single(marks, o => o.Overlaps(m)));
        Assert.All(plot.Denials.Where(d => d.Label is not null), d => Assert.DoesNotContain(marks, m => m.Overlaps(d.Label?.Place.Box ?? default)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(60, true)]
    public void Rows_OfAnySize_StandBelowEachOther_InOrderOfTime(int count, bool isRightToLeft)
    {
        var chart = ChartOf(count, isRightToLeft);

        var parts = FigureRows.Of(chart);

        Assert.All(parts, p => Assert.InRange(p.Rows.Count, 0, FigureRows.MostInPart));
        Assert.All(parts, p => Assert.Equal(parts[0].XOf(5000), p.XOf(5000)));
        Assert.All(parts, p => Assert.All(p.Rows.Zip(p.Rows.Skip(1)), pair => Assert.Equal(pair.First.Y + pair.First.Height, pair.Second.Y, 3)));
        var rows = parts.SelectMany(p => p.Rows).ToList();
        Assert.Equal(chart.Figures.Count + chart.Denials.Count, rows.Count);
        Assert.All(rows.Where(r => r.Figure is not null), r => Assert.InRange(r.From, 0, FigureRows.Width));
        Assert.All(rows.Where(r => r.Figure is not null), r => Assert.InRange(r.To, 0, FigureRows.Width));
        var days = rows.Select(r => r.Figure?.Days ?? r.Denial?.Days ?? default).Where(d => d.AreKnown).Select(d => d.Middle).ToList();
        Assert.Equal(days.Order(), days);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_WithLongNamesAndWideRanges_KeepEveryWordInsideAndApart(bool isRightToLeft)
    {
        var chart = ChartOf(9, isRightToLeft);
        var wide = chart.Figures[0] with { Value = null, Min = 0, Max = 20_000, Modifier = null, Number = "from 0 to more than 20,000", Date = "between 7 September and 1 October 2023" };

        var rows = Assert.Single(FigureRows.Of(chart with { Figures = [wide, .. chart.Figures.Skip(1)] }));

        Assert.All(rows.Rows.Where(r => r.Figure is not null), r =>
        {
            var width = TextSize.WidthOf(r.Number, FigureRows.TextHeight);
            var left = r.NumberHold is Hold.Left ? r.NumberX : r.NumberX - width;
            Assert.InRange(left, 0, FigureRows.Width - width);
            Assert.True(r.NumberY < r.Y + r.Height);
        });
        Assert.All(rows.Rows, r =>
        {
            Assert.All(r.Speaker, line => Assert.DoesNotContain("…", line, StringComparison.Ordinal));
            Assert.True(r.IsDateApart || TextSize.WidthOf(r.Speaker[^1], FigureRows.TextHeight) + TextSize.WidthOf(r.Date, FigureRows.TextHeight) < FigureRows.Width - 28);
            Assert.True(r.Track - 11 > r.Y + ((r.Speaker.Count + (r.IsDateApart ? 1 : 0)) * FigureRows.LineHeight));
        });
        Assert.True(rows.Rows.Single(r => r.Figure == wide).NumberY > rows.Rows.Single(r => r.Figure == wide).Track + FigureRows.Radius);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_OfWhichOneCanHold_LeaveTheFarEdgeToTheLineThatJoinsThem(bool isRightToLeft)
    {
        var chart = ChartOf(20, isRightToLeft);

        var rows = Assert.Single(FigureRows.Of(chart with { Figures = [.. chart.Figures.Select(f => f.Order is 2 or 19 ? f with { Group = "either" } : f)] }));

        Assert.All(rows.Rows, r => Assert.True(r.IsDateApart));
        Assert.All(rows.Rows.SelectMany(r => r.Speaker), line => Assert.True(TextSize.WidthOf(line, FigureRows.TextHeight) < FigureRows.Width - 50));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_LinkEveryMark_WithItsNameAndNothingInline(bool isRightToLeft)
    {
        var chart = ChartOf(9, isRightToLeft);

        foreach (var picture in new[] { FigurePlotSvg.Of(chart, FigurePlot.Of(chart), "a"), FigureRowsSvg.Of(chart, Assert.Single(FigureRows.Of(chart)), "b") })
        {
            var svg = picture.ToString() ?? "";
            Assert.Equal(chart.Figures.Count + chart.Denials.Count, Regex.Count(svg, "<a href=\"/claims/[0-9]+\" class=\"mk[^\"]*\"[^>]*><title>[^<]+</title>", RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1000, 20000, false, 0)]
    [InlineData(2, 5, false, 0)]
    [InlineData(50, 50_000_000_000, true, 10)]
    [InlineData(0, 1_000_000, false, 0)]
    [InlineData(-40, 25, false, -40)]
    [InlineData(7, 7, false, 0)]
    [InlineData(2, 2, false, 0)]
    public void ValueScale_BySpread_IsEqualStepsOrTenfold(double min, double max, bool isTenfold, double firstTick)
    {
        var scale = ValueScale.Of([(decimal)min, (decimal)max]);

        Assert.Equal(isTenfold, scale.IsLogarithmic);
        Assert.Equal((decimal)firstTick, scale.Ticks[0]);
        Assert.True(scale.At((decimal)min) < scale.At((decimal)max) || min == max);
        Assert.InRange(scale.Ticks.Count, 3, 12);
        Assert.All(scale.Ticks, t => Assert.True(decimal.IsInteger(t)));
        Assert.Equal(scale.Ticks.Order(), scale.Ticks);
        Assert.All(scale.Ticks, t => Assert.InRange(scale.At(t), 0, 1));
    }

    [Theory]
    [InlineData("2023-09-13", "2023-09-13", TimeStep.Day)]
    [InlineData("2023-10-13", "2025-05-29", TimeStep.Month)]
    [InlineData("1950-01-01", "2024-06-01", TimeStep.Year)]
    [InlineData("0001-01-01", "9999-12-31", TimeStep.Year)]
    public void TimeScale_BySpan_HasTicksThatFit(string from, string to, TimeStep step)
    {
        var scale = TimeScale.Of([DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)], 9);

        Assert.Equal(step, scale.Step);
        Assert.InRange(scale.Ticks.Count, 1, 10);
        Assert.All(scale.Ticks, t => Assert.InRange(scale.At(t), 0, 1));
    }

    [Theory]
    [InlineData("Ministry of National Defense of the Republic of Korea", 100)]
    [InlineData("وزارة الدفاع الوطني في جمهورية كوريا الجنوبية", 100)]
    [InlineData("👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", 60)]
    public void CutTo_LongText_FitsAndEndsInDots(string text, double width)
    {
        var cut = TextSize.CutTo(width, text, 13);

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.InRange(TextSize.WidthOf(cut, 13), 1, width);
        Assert.StartsWith(cut[..^1], text, StringComparison.Ordinal);
        Assert.Equal("short", TextSize.CutTo(width, "short", 13));
    }

    /// <summary>Every kind of figure in turn, long names in both scripts, a tenth of them without a date.</summary>
    private static FigureChart ChartOf(int count, bool isRightToLeft, int daysApart = 3)
    {
        var random = new Random(7);
        return new FigureChart
        {
            Title = "Containers <b>",
            Description = "From the smallest to the largest.",
            IsRightToLeft = isRightToLeft,
            Icons = "/icons.svg",
            Words = new ChartWords(n => n.ToString(CultureInfo.InvariantCulture), (d, _) => $"{d:yyyy-MM-dd}", "or", "no number", "Denied", n => $"Denied “{n}”", "unknown"),
            Figures = [.. Enumerable.Range(1, count).Select(i => new ChartFigure
            {
                Order = i,
                Address = $"/claims/{i}",
                Name = $"figure {i}",
                Value = i % 5 == 0 ? null : random.Next(1, 21) * 1000,
                Min = i % 5 == 0 ? 3000 : null,
                Max = i % 10 == 0 ? 9000 : null,
                Modifier = i % 5 == 0 ? null : (FigureModifier)(i % 7),
                Days = i % 10 == 3 ? default : new ChartDays(Start.AddDays(i * daysApart), Start.AddDays((i * daysApart) + (i % 4 == 0 ? 30 : 0))),
                Number = "more than 20,000",
                Speaker = i % 2 == 0 ? "Ministry of National Defense of the Republic of Korea" : "وزارة الدفاع الوطني في كوريا الجنوبية",
                Date = "2024",
                Icon = "said",
                Color = "said",
            })],
            Denials = [.. Enumerable.Range(1, Math.Min(count, 3)).Select(i => new ChartDenial
            {
                Address = $"/claims/{9000 + i}", Name = $"denial {i}", Speaker = "Moscow", Date = "2024", Days = new ChartDays(Start.AddDays(i), Start.AddDays(i)), Denies = [i],
            })],
        };
    }
}
