using System.Collections.Frozen;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Pages.Shared;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>A figure in the table: its number there, its claim, what else may hold instead, and who denies it.</summary>
public sealed record FigureEntry(int Order, FigureOfClaim Given, ClaimCard Card, IReadOnlyList<FigureOfClaim> Alternatives, IReadOnlyList<ClaimCard> Denials)
{
    public PublicFigure Figure => Given.Figure;

    /// <summary>The check found that it was not said like this, or not by them: the number is that of the wording in circulation.</summary>
    public bool IsOnlyReported => Card.Card.Rating is { Aspect: RatedAspect.Saying, Code: RatingCodes.SaidDifferently or RatingCodes.Misattributed or RatingCodes.NotSaid };
}

public sealed record DenialEntry(ClaimCard Card, IReadOnlyList<int> Denies);

/// <summary>Figures that can be drawn on one chart: the same unit, and all counts or all capacities.</summary>
public sealed record FigurePanel(PublicUnit Unit, bool IsCapacity, IReadOnlyList<FigureEntry> Entries, IReadOnlyList<DenialEntry> Denials)
{
    public FigureEntry? Smallest => Entries.Where(e => Low(e) is not null).MinBy(Low);

    public FigureEntry? Largest => Entries.Where(e => High(e) is not null).MaxBy(High);

    private static decimal? Low(FigureEntry entry) => entry.Figure.Value ?? entry.Figure.Min ?? entry.Figure.Max;

    private static decimal? High(FigureEntry entry) => entry.Figure.Value ?? entry.Figure.Max ?? entry.Figure.Min;
}

/// <summary>Everything said about one measure, ready for chart, table, CSV and series: the same rows in each.</summary>
public sealed record FigureSeriesView(PublicMeasure Measure, IReadOnlyList<FigureEntry> Entries, IReadOnlyList<DenialEntry> Denials, int Total)
{
    /// <summary>What the ratings of the figures mean, by scale and code; empty where a page does not explain them.</summary>
    public IReadOnlyDictionary<(RatedAspect Aspect, string Code), LocalizedText> RatingDefinitions { get; init; } = FrozenDictionary<(RatedAspect Aspect, string Code), LocalizedText>.Empty;

    public int Claims => Entries.Select(e => e.Card.Claim.Number).Distinct().Count();

    /// <summary>Counts before capacities, then by how many there are.</summary>
    public IReadOnlyList<FigurePanel> Panels =>
    [
        .. Entries.GroupBy(e => (e.Figure.Unit.Code, e.Figure.IsCapacity))
            .OrderBy(g => g.Key.IsCapacity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => PanelOf([.. g])),
    ];

    /// <summary>Null when no claim on the list gives a figure of that measure.</summary>
    public static async Task<FigureSeriesView?> ReadAsync(string measure, PublicReader reader, CancellationToken ct) =>
        (await ReadAsync([measure], PublicFigures.MostInSeries, null, reader, ct)).FirstOrDefault();

    /// <summary>One per measure, with the figures of the claim <paramref name="own"/> among them.</summary>
    public static async Task<List<FigureSeriesView>> ReadAsync(IReadOnlyCollection<string> measures, int most, int? own, PublicReader reader, CancellationToken ct)
    {
        var series = await new PublicFigures(reader).SeriesAsync(measures, most, own, ct);
        var claims = series.Figures.Select(f => f.Claim).Concat(series.Denials.Select(d => d.Claim)).DistinctBy(c => c.Number).ToList();
        var cards = (await ClaimCard.OfAsync(claims, reader, ct)).ToDictionary(c => c.Claim.Number);
        var denials = series.Denials.Select(d => new DenialEntry(cards[d.Claim.Number], d.Denies)).ToList();
        var deniedBy = denials.SelectMany(d => d.Denies.Select(n => (Number: n, d.Card))).ToLookup(d => d.Number, d => d.Card);
        var groups = series.Alternatives.ToLookup(a => a.Figure.AlternativeGroup);
        return
        [
            .. series.Figures.GroupBy(f => f.Figure.Measure?.Code).Select(g => new FigureSeriesView(
                g.First().Figure.Measure ?? new PublicMeasure(g.Key ?? "", LocalizedText.Empty),
                [.. g.Select((f, i) => new FigureEntry(i + 1, f, cards[f.Claim.Number], [.. OthersOf(f, groups)], [.. deniedBy[f.Claim.Number]]))],
                denials,
                series.Total)),
        ];
    }

    private static IEnumerable<FigureOfClaim> OthersOf(FigureOfClaim figure, ILookup<string?, FigureOfClaim> groups) =>
        figure.Figure.AlternativeGroup is not { } group ? [] : groups[group].Where(o => (o.Claim.Number, o.Place) != (figure.Claim.Number, figure.Place));

    private FigurePanel PanelOf(List<FigureEntry> entries)
    {
        var numbers = entries.Select(e => e.Card.Claim.Number).ToHashSet();
        return new FigurePanel(entries[0].Figure.Unit, entries[0].Figure.IsCapacity, entries, [.. Denials.Where(d => d.Denies.Any(numbers.Contains))]);
    }
}
