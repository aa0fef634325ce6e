namespace ClaimTracker.Web.Charts;

/// <summary>
/// The same chart for a phone and for paper: one row per figure from the oldest down to the newest, larger numbers further along the
/// direction of reading, denials between them where their day is. Rows cannot run into one another. Pure geometry.
/// </summary>
public sealed class FigureRows
{
    /// <summary>More would be a very long picture: such a chart is drawn small as a plot.</summary>
    public const int Most = 60;

    /// <summary>A longer picture comes in parts, so that the scale stays in sight on a phone and each part finds room on a sheet of paper.</summary>
    public const int MostInPart = 14;

    public const double Width = 360;
    public const double TextHeight = 14;
    public const double Radius = 10;
    public const double LineHeight = 18;

    private const int MostSpeakerLines = 4;
    private const double Edge = 14;
    private const double AxisHeight = 26;

    /// <summary>From the lowest line of words down to the mark, and from there to the next row.</summary>
    private const double AboveTrack = 24;
    private const double BelowTrack = 20;

    /// <summary>Letters of a speaker are bold, hence wider than judged.</summary>
    private const double SpeakerSize = TextHeight * 1.07;

    /// <summary>At the far edge for the line that joins figures of which only one can hold, and its word.</summary>
    private const double PairRoom = 28;

    private readonly FigureChart chart;
    private readonly bool hasPairs;
    private readonly List<FigureRow> rows = [];

    private FigureRows(FigureChart chart, ValueScale values, IEnumerable<FigureRow> inOrder)
    {
        this.chart = chart;
        hasPairs = HasPairs(chart);
        Values = values;
        var y = AxisHeight;
        foreach (var row in inOrder)
        {
            var placed = WithHead(row, y);
            rows.Add(placed.Figure is { } figure ? Placed(placed, figure) : placed with { Height = placed.Track + BelowTrack - y });
            y += rows[^1].Height;
        }

        Height = y + AxisHeight;
    }

    public double Height { get; }

    public ValueScale Values { get; }

    public IReadOnlyList<FigureRow> Rows => rows;

    /// <summary>Where the smallest number stands.</summary>
    public double Start => chart.IsRightToLeft ? Width - Edge : Edge;

    public double End => chart.IsRightToLeft ? Edge : Width - Edge;

    /// <summary>1 where larger numbers are further right, else -1.</summary>
    public double Forward => chart.IsRightToLeft ? -1 : 1;

    /// <summary>Round numbers that can be written beside each other.</summary>
    public IEnumerable<decimal> Ticks => Values.Ticks.Count <= 5 ? Values.Ticks : Values.Ticks.Where((_, i) => i % ((Values.Ticks.Count + 4) / 5) == 0);

    /// <summary>Parts of about the same length on one scale; only one where lines join figures far apart.</summary>
    public static IReadOnlyList<FigureRows> Of(FigureChart chart)
    {
        var values = ValueScale.Of([.. chart.Figures.SelectMany(f => new[] { f.Low, f.High }).OfType<decimal>()]);
        var rows = InOrder(chart).ToList();
        var parts = HasPairs(chart) ? 1 : (rows.Count + MostInPart - 1) / MostInPart;
        return parts <= 1 ? [new FigureRows(chart, values, rows)] : [.. rows.Chunk((rows.Count + parts - 1) / parts).Select(part => new FigureRows(chart, values, part))];
    }

    /// <summary>Marks keep clear of both edges, and of the far one by an arrow's length.</summary>
    public double XOf(decimal value)
    {
        var length = Width - (2 * Edge) - (2 * Radius) - PlotMark.ArrowLength;
        return Start + (Forward * (Radius + (Values.At(value) * length)));
    }

    /// <summary>“Denied the claim of “about 6700””: in quotation marks, since a denial gives no number of its own.</summary>
    public string WordsOf(ChartDenial denial)
    {
        var numbers = chart.Figures.Where(f => f.HasNumber && denial.Denies.Contains(f.Order)).Select(f => f.Number).ToList();
        return numbers.Count == 0 ? chart.Words.Denied : TextSize.CutTo(Room - 40, chart.Words.DeniedNumber($"\u2068{string.Join("\u2069 · \u2068", numbers)}\u2069"), TextHeight);
    }

    private double Room => Width - (2 * Edge) - (hasPairs ? PairRoom : 0);

    private static bool HasPairs(FigureChart chart) => chart.Figures.Where(f => f.Group is not null).GroupBy(f => f.Group).Any(g => g.Count() > 1);

    private static IEnumerable<FigureRow> InOrder(FigureChart chart) =>
        chart.Figures.Select(f => (Row: new FigureRow { Figure = f }, f.Days)).Concat(chart.Denials.Select(d => (Row: new FigureRow { Denial = d }, d.Days)))
            .OrderBy(r => r.Days.AreKnown ? 0 : 1).ThenBy(r => r.Days.Middle).Select(r => r.Row);

    /// <summary>Who and when, in one line where both fit into it, else the day below the name.</summary>
    private FigureRow WithHead(FigureRow row, double y)
    {
        var date = row.Figure?.Date ?? row.Denial?.Date ?? "";
        var speaker = TextSize.Wrap(Room, row.Figure?.Speaker ?? row.Denial?.Speaker ?? "", SpeakerSize, MostSpeakerLines);
        var fits = !hasPairs && TextSize.WidthOf(speaker[^1], SpeakerSize) + 12 + TextSize.WidthOf(date, TextHeight) <= Room;
        var lines = speaker.Count + (fits ? 0 : 1);
        return row with { Y = y, Speaker = speaker, Date = date, IsDateApart = !fits, Track = y + (lines * LineHeight) + AboveTrack };
    }

    private FigureRow Placed(FigureRow row, ChartFigure figure)
    {
        var from = figure.Low is { } low ? XOf(low) : Start + (Forward * Radius);
        var to = figure.High is { } high ? XOf(high) : from;
        var number = figure.HasNumber ? figure.Number : chart.Words.NoNumber;
        var rings = figure.IsOwn ? 8 : figure.IsRough ? 5 : 0;
        var reach = Math.Max(from * Forward, to * Forward) + Radius + 6 + Math.Max(rings, figure.IsOpenUpwards ? PlotMark.ArrowLength : 0);
        var end = End - (hasPairs ? Forward * PairRoom : 0);
        var isBeside = reach + TextSize.WidthOf(number, TextHeight) <= end * Forward;
        // Where the mark leaves no room beyond it, its number has a line of its own.
        var lowest = row.Track + (isBeside ? 0 : LineHeight + (figure.IsOwn ? 8 : 4));
        return row with
        {
            From = from,
            To = to,
            NumberX = isBeside ? reach * Forward : end,
            NumberY = isBeside ? row.Track + 5 : lowest + 5,
            NumberHold = isBeside == !chart.IsRightToLeft ? Hold.Left : Hold.Right,
            Number = TextSize.CutTo(Room, number, TextHeight),
            JoinX = isBeside ? Forward * (reach + TextSize.WidthOf(number, SpeakerSize) + 4) : Forward * reach,
            OrElseY = lowest + 27,
            Height = lowest + BelowTrack + (figure.OrElse is null ? 0 : LineHeight) - row.Y,
        };
    }
}

/// <summary>A row: a figure with both ends of its mark (the same for a single number), or a denial.</summary>
public sealed record FigureRow
{
    public ChartFigure? Figure { get; init; }

    public ChartDenial? Denial { get; init; }

    public double Y { get; init; }

    public double Height { get; init; }

    /// <summary>Height of the line the mark stands on.</summary>
    public double Track { get; init; }

    public double From { get; init; }

    public double To { get; init; }

    public double NumberX { get; init; }

    public double NumberY { get; init; }

    public Hold NumberHold { get; init; }

    public string Number { get; init; } = "";

    /// <summary>Beyond its mark and words, where a line to what else may hold can begin.</summary>
    public double JoinX { get; init; }

    public double OrElseY { get; init; }

    public IReadOnlyList<string> Speaker { get; init; } = [];

    public string Date { get; init; } = "";

    /// <summary>It found no room beside the name.</summary>
    public bool IsDateApart { get; init; }
}
