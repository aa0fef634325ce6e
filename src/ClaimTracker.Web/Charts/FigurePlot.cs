namespace ClaimTracker.Web.Charts;

/// <summary>
/// Figures by time and size, on a wide page: time along the direction of reading, larger numbers higher. Below the plot a lane for
/// figures without a number and one for denials; at the far end a column for figures without a date. Pure geometry.
/// </summary>
public sealed class FigurePlot
{
    /// <summary>Marks up to this many carry speaker and number; beyond, the number of their row in the table where there is room.</summary>
    public const int MostLabels = 40;

    /// <summary>Marks up to this many carry their day too.</summary>
    public const int MostDays = 12;

    /// <summary>Beyond this many, marks are small and carry nothing.</summary>
    public const int MostNumbers = 200;

    public const double NumberSize = 15;
    public const double SpeakerSize = 13;

    private const double LineHeight = 18;
    private const double LabelWidth = 265;

    /// <summary>Where a whole name finds no room, a shorter one may.</summary>
    private const double NarrowLabelWidth = 140;

    /// <summary>In the lane of denials there is more room beside a name.</summary>
    private const double DenialLabelWidth = 440;
    private const int MostDenialRows = 3;
    private const double DenialRow = 30;
    private const double DenialRadius = 9;
    private const double LaneHead = 22;
    private const double Lane = 46;
    private const double AxisLine = 30;

    /// <summary>Between the plot and its lanes, for the number at its foot.</summary>
    private const double LaneGap = 10;

    private readonly FigureChart chart;
    private readonly LabelPlacer labels;
    private readonly List<PlotMark> marks = [];
    private readonly List<PlotDenial> denials = [];
    private readonly List<PlotPair> pairs = [];
    private readonly List<Box> bounds = [];
    private readonly List<(double X, int Row)> denialSpots;
    private readonly double undatedWidth;

    private FigurePlot(FigureChart chart, double width, double plotHeight)
    {
        this.chart = chart;
        Width = width;
        Values = ValueScale.Of([.. chart.Figures.SelectMany(f => new[] { f.Low, f.High }).OfType<decimal>()]);
        Radius = chart.Figures.Count switch { <= MostLabels => 11, <= MostNumbers => 8, _ => 5 };
        var numbers = Values.Ticks.Select(t => TextSize.WidthOf(chart.Words.Number(t), SpeakerSize)).DefaultIfEmpty(0).Max();
        undatedWidth = chart.Figures.Any(f => !f.Days.AreKnown) || chart.Denials.Any(d => !d.Days.AreKnown) ? Math.Min(width / 4, 150) : 0;
        var (axisSide, farSide) = (Math.Max(numbers + 14, 24), undatedWidth + 10);
        var hasNumbers = chart.Figures.Any(f => f.HasNumber);
        Plot = new Box(chart.IsRightToLeft ? farSide : axisSide, 12, width - axisSide - farSide, hasNumbers ? plotHeight : 2);
        var days = chart.Figures.SelectMany(f => f.Days.Ends).Concat(chart.Denials.SelectMany(d => d.Days.Ends)).ToList();
        Times = TimeScale.Of(days, (int)Math.Max(2, Plot.Width / 110));
        var spots = DenialSpots();
        var y = Plot.Bottom + LaneGap;
        NoNumberLane = chart.Figures.Any(f => !f.HasNumber) ? new Box(0, y, width, Lane) : null;
        y += NoNumberLane?.Height ?? 0;
        DenialLane = spots.Count > 0 ? new Box(0, y, width, 24 + ((spots.Max(s => s.Row) + 1) * DenialRow)) : null;
        y += DenialLane?.Height ?? 0;
        Height = y - (y > Plot.Bottom + LaneGap ? 0 : LaneGap) + AxisLine;
        denialSpots = spots;
        labels = new LabelPlacer(new Box(2, 2, width - 4, (NoNumberLane ?? Plot).Bottom - 4), chart.IsRightToLeft);
    }

    public double Width { get; }

    public double Height { get; }

    public double Radius { get; }

    /// <summary>Where numbers and days meet; gridlines go down through the lanes below it.</summary>
    public Box Plot { get; }

    public Box? NoNumberLane { get; }

    public Box? DenialLane { get; }

    public ValueScale Values { get; }

    public TimeScale Times { get; }

    public IReadOnlyList<PlotMark> Marks => marks;

    public IReadOnlyList<PlotDenial> Denials => denials;

    public IReadOnlyList<PlotPair> Pairs => pairs;

    /// <summary>Line between days that are known and what has none; null when all have one.</summary>
    public double? UndatedFrom => undatedWidth == 0 ? null : chart.IsRightToLeft ? Plot.X - 4 : Plot.Right + 4;

    public double UndatedMiddle => chart.IsRightToLeft ? undatedWidth / 2 : Width - (undatedWidth / 2);

    public static FigurePlot Of(FigureChart chart, double width = 1100, double plotHeight = 460)
    {
        var plot = new FigurePlot(chart, width, chart.Figures.Count switch { <= 2 => Math.Min(plotHeight, 240), <= 4 => Math.Min(plotHeight, 340), _ => plotHeight });
        plot.PlaceMarks();
        plot.PlacePairs();
        plot.PlaceDenials();
        plot.PlaceLabels();
        return plot;
    }

    public double XOf(DateOnly day)
    {
        var along = Times.At(day) * Plot.Width;
        return chart.IsRightToLeft ? Plot.Right - along : Plot.X + along;
    }

    public double YOf(decimal value) => Plot.Bottom - (Values.At(value) * Plot.Height);

    private void PlaceMarks()
    {
        foreach (var figure in chart.Figures)
        {
            var (low, high) = (figure.Low, figure.High);
            var (bottom, top) = low is { } l && high is { } h ? (YOf(l), YOf(h)) : (NoNumberY, NoNumberY);
            var mark = new PlotMark(figure)
            {
                X = figure.Days.AreKnown ? XOf(figure.Days.Middle) : UndatedMiddle,
                Y = (bottom + top) / 2,
                Top = top,
                Bottom = bottom,
                Radius = Radius,
                Span = figure.Days is { IsSpan: true, From: { } from, To: { } to } ? (Math.Min(XOf(from), XOf(to)), Math.Max(XOf(from), XOf(to))) : null,
            };
            marks.Add(mark with { X = FreeX(mark) });
        }

        marks.ForEach(m => labels.Keep(m.Bounds));
        if (chart.Figures.Count <= MostNumbers)
        {
            marks.ForEach(m => labels.Keep(m.Span is { } span ? new Box(span.From, m.Y - 4, span.To - span.From, 8) : m.Bounds));
        }
    }

    /// <summary>Marks of which only one can hold, each joined to the next of its group.</summary>
    private void PlacePairs()
    {
        var width = TextSize.WidthOf(chart.Words.Or, SpeakerSize) + 14;
        foreach (var group in marks.Where(m => m.Figure.Group is not null).GroupBy(m => m.Figure.Group))
        {
            foreach (var (one, other) in group.Zip(group.Skip(1)))
            {
                var or = new Box(((one.X + other.X) / 2) - (width / 2), ((one.Y + other.Y) / 2) - 10, width, 20);
                labels.Keep(or);
                KeepLine(labels, (one.X, one.Y), (other.X, other.Y));
                pairs.Add(new PlotPair(one.X, one.Y, other.X, other.Y, or));
            }
        }
    }

    private double NoNumberY => NoNumberLane is { } lane ? lane.Y + (lane.Height / 2) : Plot.Bottom;

    /// <summary>Marks of the same day and number stand side by side, as far as there are not too many.</summary>
    private double FreeX(PlotMark mark)
    {
        if (chart.Figures.Count > MostNumbers)
        {
            return mark.X;
        }

        var body = Box.Around(mark.X, mark.Y, mark.Radius);
        return BesideOthers(mark.X, mark.Radius + 1, x => !marks.Exists(m => Box.Around(m.X, m.Y, m.Radius).Overlaps(body with { X = x - mark.Radius })));
    }

    /// <summary>The nearest x to the wanted one, in steps of a mark to either side, that is free; the wanted one where none is.</summary>
    private double BesideOthers(double wanted, double reach, Func<double, bool> isFree)
    {
        for (var i = 0; i < 12; i++)
        {
            var x = wanted + ((i + 1) / 2 * 2 * reach * (i % 2 == 0 ? 1 : -1));
            if (x - reach >= 0 && x + reach <= Width && isFree(x))
            {
                return x;
            }
        }

        return wanted;
    }

    /// <summary>The page's own figures first, then those with the least room around them, of these the longest names.</summary>
    private void PlaceLabels()
    {
        if (chart.Figures.Count > MostNumbers)
        {
            return;
        }

        bounds.AddRange(marks.Select(m => m.Bounds));
        KeepEdge(labels);
        foreach (var i in Enumerable.Range(0, marks.Count).OrderByDescending(i => marks[i].Figure.IsOwn).ThenByDescending(i => Neighbours(marks[i])).ThenByDescending(i => TextSize.WidthOf(marks[i].Figure.Speaker, SpeakerSize)).ToList())
        {
            var mark = marks[i];
            marks[i] = mark with { Label = LabelsOf(mark.Figure).Select(lines => Place(mark, lines)).FirstOrDefault(l => l is not null) };
        }
    }

    /// <summary>The dotted lines from a denial to what it denies run behind no label.</summary>
    private void KeepDenialLines(LabelPlacer placer, ChartDenial denial, double x, double y)
    {
        foreach (var mark in chart.Denials.Count <= FigurePlotSvg.MostDenialLines ? marks.Where(m => denial.Denies.Contains(m.Figure.Order)) : [])
        {
            KeepLine(placer, (x, y), (mark.X, mark.Bottom));
        }
    }

    private static void KeepLine(LabelPlacer placer, (double X, double Y) from, (double X, double Y) to)
    {
        var steps = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / LaneGap));
        for (var i = 0; i < steps; i++)
        {
            placer.Keep(Box.Around(from.X + ((to.X - from.X) * i / steps), from.Y + ((to.Y - from.Y) * i / steps), 3));
        }
    }

    /// <summary>What is said on a day that is known does not reach into the column of what has none.</summary>
    private void KeepEdge(LabelPlacer placer)
    {
        if (UndatedFrom is { } from)
        {
            placer.Keep(new Box(from - 1, 0, 2, Height));
        }
    }

    private int Neighbours(PlotMark mark) => marks.Count(m => Math.Abs(m.X - mark.X) < LabelWidth && Math.Abs(m.Y - mark.Y) < 3 * LineHeight);

    /// <summary>What a mark may carry, the fullest first; the last is its number in the table.</summary>
    private IEnumerable<List<PlotLine>> LabelsOf(ChartFigure figure)
    {
        if (chart.Figures.Count <= MostDays)
        {
            yield return FullLabel(figure, LabelWidth, 3, figure.Date);
            yield return FullLabel(figure, NarrowLabelWidth, 4, figure.Date);
            yield return FullLabel(figure, LabelWidth, 3);
            yield return FullLabel(figure, NarrowLabelWidth, 4);
        }

        if (chart.Figures.Count <= MostLabels)
        {
            yield return FullLabel(figure, LabelWidth, 1);
            yield return FullLabel(figure, NarrowLabelWidth, 2);
            yield return FullLabel(figure, NarrowLabelWidth, 1);
        }

        yield return [new PlotLine(chart.Words.Number(figure.Order), SpeakerSize, PlotLineKind.Order)];
    }

    private static List<PlotLine> FullLabel(ChartFigure figure, double width, int mostLines, string? date = null)
    {
        var lines = new List<PlotLine>();
        if (figure.HasNumber)
        {
            lines.Add(new PlotLine(TextSize.CutTo(width, figure.Number, NumberSize), NumberSize, PlotLineKind.Number));
        }

        lines.AddRange(TextSize.Wrap(width, figure.Speaker, SpeakerSize, mostLines).Select(l => new PlotLine(l, SpeakerSize, PlotLineKind.Speaker)));
        if (figure.Days.AreKnown && date is not null)
        {
            lines.Add(new PlotLine(TextSize.CutTo(width, date, SpeakerSize), SpeakerSize, PlotLineKind.Date));
        }

        if (figure.OrElse is { } other)
        {
            lines.Add(new PlotLine(TextSize.CutTo(width + 80, other, SpeakerSize), SpeakerSize, PlotLineKind.OrElse));
        }

        return lines;
    }

    private PlotLabel? Place(PlotMark mark, List<PlotLine> lines)
    {
        var place = labels.Place(mark.Bounds, lines.Max(l => TextSize.WidthOf(l.Text, l.Size)), lines.Count * LineHeight, chart.Figures.Count <= MostLabels ? bounds : null);
        return place is null ? null : new PlotLabel(place, [.. lines.Select((l, i) => l with { Y = place.Box.Y + ((i + 0.75) * LineHeight) })]);
    }

    /// <summary>Where denials stand in their lane: in as few rows as keep their names apart, and beside each other where there are more on a day than rows.</summary>
    private List<(double X, int Row)> DenialSpots()
    {
        var spots = new List<(double X, int Row)>();
        var widths = chart.Denials.Select(d => chart.Denials.Count > MostLabels ? 0 : Math.Min(DenialLabelWidth, TextSize.WidthOf(d.Speaker, SpeakerSize))).ToList();
        foreach (var (denial, width) in chart.Denials.Zip(widths))
        {
            var x = denial.Days.AreKnown ? XOf(denial.Days.Middle) : UndatedMiddle;
            var row = Enumerable.Range(0, MostDenialRows).MinBy(r => spots.Zip(widths).Count(s => s.First.Row == r && Math.Abs(s.First.X - x) < Math.Max(width, s.Second) + (3 * DenialRadius)));
            spots.Add((BesideOthers(x, DenialRadius + 1, other => !spots.Exists(s => s.Row == row && Math.Abs(s.X - other) < 2 * (DenialRadius + 1))), row));
        }

        return spots;
    }

    private void PlaceDenials()
    {
        if (DenialLane is not { } lane)
        {
            return;
        }

        // Below the words that name the lane.
        var taken = new LabelPlacer(new Box(2, lane.Y + LaneHead, Width - 4, lane.Height - LaneHead), chart.IsRightToLeft);
        var placed = chart.Denials.Zip(denialSpots, (denial, spot) => (denial, spot.X, Y: lane.Y + 32 + (spot.Row * DenialRow))).ToList();
        var places = placed.ConvertAll(p => Box.Around(p.X, p.Y, DenialRadius));
        places.ForEach(taken.Keep);
        KeepEdge(taken);
        foreach (var (denial, x, y) in placed)
        {
            KeepDenialLines(taken, denial, x, y);
            KeepDenialLines(labels, denial, x, y);
        }

        foreach (var (denial, x, y) in placed)
        {
            var mark = Box.Around(x, y, DenialRadius);
            var label = chart.Denials.Count > MostLabels ? null : DenialLabel(taken, mark, places, denial, DenialLabelWidth) ?? DenialLabel(taken, mark, places, denial, LabelWidth);
            denials.Add(new PlotDenial(denial, x, y, label));
        }
    }

    private static PlotLabel? DenialLabel(LabelPlacer taken, Box mark, List<Box> others, ChartDenial denial, double width)
    {
        var line = new PlotLine(TextSize.CutTo(width, denial.Speaker, SpeakerSize), SpeakerSize, PlotLineKind.Speaker);
        return taken.Place(mark, TextSize.WidthOf(line.Text, line.Size), LineHeight, others) is { } place
            ? new PlotLabel(place, [line with { Y = place.Box.Y + (0.75 * LineHeight) }])
            : null;
    }
}

/// <summary>A figure on the plot: the middle of its mark, and both ends where it is a range.</summary>
public sealed record PlotMark(ChartFigure Figure)
{
    /// <summary>How far an arrow reaches beyond the mark.</summary>
    public const double ArrowLength = 17;

    public required double X { get; init; }

    public required double Y { get; init; }

    public required double Top { get; init; }

    public required double Bottom { get; init; }

    public required double Radius { get; init; }

    /// <summary>First and last x of a day that is only known as a span.</summary>
    public (double From, double To)? Span { get; init; }

    public PlotLabel? Label { get; init; }

    /// <summary>All that labels must not cover.</summary>
    public Box Bounds
    {
        get
        {
            var reach = Radius + (Figure.IsOwn ? 8 : Figure.IsRough ? 5 : 0);
            var top = Top - Math.Max(reach, Figure.IsOpenUpwards ? Radius + ArrowLength : 0);
            var bottom = Bottom + Math.Max(reach, Figure.IsOpenDownwards ? Radius + ArrowLength : 0);
            return new Box(X - reach, top, 2 * reach, bottom - top);
        }
    }
}

/// <summary>Two marks joined because only one can hold, with room for the word between them.</summary>
public sealed record PlotPair(double X1, double Y1, double X2, double Y2, Box Or);

public sealed record PlotDenial(ChartDenial Denial, double X, double Y, PlotLabel? Label);

public enum PlotLineKind
{
    Number,
    Speaker,
    Date,
    OrElse,
    Order,
}

/// <summary>A line of a label; y is where the letters stand.</summary>
public sealed record PlotLine(string Text, double Size, PlotLineKind Kind)
{
    public double Y { get; init; }
}

public sealed record PlotLabel(PlacedLabel Place, IReadOnlyList<PlotLine> Lines)
{
    public double X => Place.Hold switch
    {
        Hold.Left => Place.Box.X,
        Hold.Right => Place.Box.Right,
        _ => Place.Box.X + (Place.Box.Width / 2),
    };
}
