using ClaimTracker.Core.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>Claims on the list with the same rating from the same year; no code: not rated. No year: the day they were made is not known.</summary>
/// <param name="IsImported">The rating was taken over and no editor here has reviewed it.</param>
public sealed record TallyRow(RatedAspect Aspect, string? RatingCode, bool IsImported, int? Year, int Count);

/// <summary>How often wordings were changed on the way: errors found in articles, and garbled wordings rated as claims of their own.</summary>
/// <param name="Sources">Articles and other sources that stand on public claims.</param>
public sealed record BendingCount(int Sources, int SourcesWithErrors, int Errors, int GarbledClaims, IReadOnlyList<(string Kind, int Count)> Kinds);

/// <summary>Counts over the claims of one claimant, topic, outlet or source, as readers may see them; a constant number of queries.</summary>
public sealed class PublicRatingCounts(PublicReader reader)
{
    /// <summary>Claims by what is rated, rating and year.</summary>
    public async Task<List<TallyRow>> RatingsAsync(string facet, string value, CancellationToken ct)
    {
        // PostgreSQL keeps the earliest day as -infinity, which is of no year it could name.
        var unknown = PublicClaim.UnknownDate;
        var counts = await (
            from named in reader.Facets
            join claim in reader.OnTheList on named.Number equals claim.Number
            where named.Facet == facet && named.Value == value
            group claim by new
            {
                claim.Aspect,
                claim.RatingCode,
                IsImported = claim.State == PublicState.Imported,
                Year = claim.AssertedSort == unknown ? (int?)null : claim.AssertedSort.Year,
            } into same
            select new { same.Key, Count = same.Count() }).ToListAsync(ct);
        return counts.ConvertAll(c => new TallyRow(c.Key.Aspect, c.Key.RatingCode, c.Key.IsImported, c.Key.Year, c.Count));
    }

    public async Task<BendingCount> BendingOfOutletAsync(Guid outlet, CancellationToken ct) => await BendingAsync(
        await reader.Sources.CountAsync(s => s.OutletId == outlet, ct),
        reader.ArticleErrors.Where(e => e.Source != null && e.Source.OutletId == outlet), Facets.Outlet, outlet.ToString(), ct);

    public async Task<BendingCount> BendingOfSourceAsync(Guid source, CancellationToken ct) =>
        await BendingAsync(1, reader.ArticleErrors.Where(e => e.SourceId == source), Facets.Source, source.ToString(), ct);

    public async Task<BendingCount> BendingOfTopicAsync(string slug, CancellationToken ct)
    {
        var numbers = reader.Facets.Where(f => f.Facet == Facets.Topic && f.Value == slug).Select(f => f.Number);
        var sources = reader.Facets.Where(f => f.Facet == Facets.Source && numbers.Contains(f.Number)).Select(f => f.Value).Distinct();
        return await BendingAsync(await sources.CountAsync(ct), reader.ArticleErrors.Where(e => e.Claims.Any(c => numbers.Contains(c.ClaimNumber))), Facets.Topic, slug, ct);
    }

    private async Task<BendingCount> BendingAsync(int sources, IQueryable<Sources.ArticleError> errors, string facet, string value, CancellationToken ct)
    {
        var kinds = await errors.GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(ct);
        var garbled = await (
            from named in reader.Facets
            join claim in reader.OnTheList on named.Number equals claim.Number
            where named.Facet == facet && named.Value == value
            where reader.Links.Any(l => l.Kind == LinkKind.GarbledFormOf && l.FromNumber == claim.Number)
            select claim.Number).CountAsync(ct);
        return new BendingCount(
            sources, await errors.Select(e => e.SourceId).Distinct().CountAsync(ct), kinds.Sum(k => k.Count), garbled,
            [.. kinds.OrderByDescending(k => k.Count).ThenBy(k => k.Kind, StringComparer.Ordinal).Select(k => (k.Kind, k.Count))]);
    }
}
