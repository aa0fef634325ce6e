using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>A rating with its number of claims per year, in the order of the years.</summary>
/// <param name="Rating">Null: not rated.</param>
public sealed record TallyLine(Rating? Rating, bool IsImported, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();

    public string Icon => Rating?.Icon ?? "not-rated";

    public string Color => Rating?.Color ?? "not-rated";

    public bool IsHollow => IsImported || Rating is null;
}

/// <summary>One of the two scales: whether something was said, or whether it is true.</summary>
public sealed record TallyScale(RatedAspect Aspect, IReadOnlyList<int?> Years, IReadOnlyList<TallyLine> Lines)
{
    public int Total => Lines.Sum(l => l.Total);

    public IReadOnlyList<Bar> Bars(Formats formats) =>
    [
        .. Years.Select((year, i) => new Bar(
            year is { } known ? formats.Ordinal(known) : PublicText.ChartDateUnknown,
            formats.Number(Lines.Sum(l => l.Counts[i])),
            [.. Lines.Select(l => new BarPart(l.Counts[i], l.Icon, l.Color, l.IsHollow))])),
    ];
}

/// <summary>Claims by rating and year, saying and content apart: what bars and table show.</summary>
public sealed record RatingTally(IReadOnlyList<TallyScale> Scales)
{
    /// <summary>Below this many claims a page says why so few say little.</summary>
    public const int Few = 20;

    public int Total => Scales.Sum(s => s.Total);

    public int Most => Scales.SelectMany(s => s.Years.Select((_, i) => s.Lines.Sum(l => l.Counts[i]))).DefaultIfEmpty(0).Max();

    public static async Task<RatingTally> ReadAsync(string facet, string value, PublicReader reader, CancellationToken ct)
    {
        var rows = await new PublicRatingCounts(reader).RatingsAsync(facet, value, ct);
        var ratings = await reader.Ratings.ToListAsync(ct);
        return new RatingTally([.. rows.GroupBy(r => r.Aspect).OrderBy(g => g.Key is RatedAspect.Content ? 0 : 1).Select(g => ScaleOf(g.Key, [.. g], ratings))]);
    }

    private static TallyScale ScaleOf(RatedAspect aspect, List<TallyRow> rows, List<Rating> ratings)
    {
        var years = rows.Select(r => r.Year).Distinct().OrderBy(y => y ?? int.MaxValue).ToList();
        return new TallyScale(
            aspect,
            years,
            [
                .. rows.GroupBy(r => (r.RatingCode, IsImported: r.IsImported && r.RatingCode is not null))
                    .Select(g => new TallyLine(
                        ratings.Find(r => r.Aspect == aspect && r.Code == g.Key.RatingCode), g.Key.IsImported,
                        [.. years.Select(y => g.Where(r => r.Year == y).Sum(r => r.Count))]))
                    .OrderBy(l => l.Rating?.Order ?? int.MaxValue).ThenBy(l => l.IsImported),
            ]);
    }
}
