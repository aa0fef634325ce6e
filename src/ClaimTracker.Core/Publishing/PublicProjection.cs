using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Derives the public rows from publications: row, facets with their counts, search index, links and correction notices.
/// Of the desk's tables only which sources are withheld is read; all the rest can be rebuilt from publications alone.
/// </summary>
public sealed class PublicProjection(ClaimDbContext db)
{
    private const int ClaimsAtATime = 200;

    /// <summary>Throws all public rows away and makes them again from each claim's newest publication.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PublicEpoch.RaiseAsync(db, ct);
#pragma warning disable RS0030 // Derived rows are not audited records.
        await db.PublicFacets.ExecuteDeleteAsync(ct);
        await db.PublicCounts.ExecuteDeleteAsync(ct);
        await db.PublicLinks.ExecuteDeleteAsync(ct);
        await db.PublicCorrections.ExecuteDeleteAsync(ct);
        await db.PublicClaims.ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        var numbers = await db.Publications.Select(p => p.Number).Distinct().Order().ToListAsync(ct);
        await RefreshAsync(numbers, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Derives the rows of every claim that names a source again, in the caller's transaction and after the save that withheld
    /// the source or gave it back.
    /// </summary>
    internal async Task FollowSourceAsync(Guid sourceId, CancellationToken ct)
    {
        var value = sourceId.ToString();
        var naming = db.PublicFacets.Where(f => f.Facet == Facets.Source && f.Value == value).Select(f => f.Number);
        var garbled = db.ArticleErrors.Where(e => e.SourceId == sourceId).SelectMany(e => e.Claims).Select(c => c.ClaimNumber);
        await RefreshAsync(await naming.Union(garbled).ToListAsync(ct), ct);
    }

    private async Task RefreshAsync(List<int> numbers, CancellationToken ct)
    {
        foreach (var part in numbers.Order().Chunk(ClaimsAtATime))
        {
            var newest = await db.Publications.AsNoTracking()
                .Where(p => part.Contains(p.Number) && p.Version == db.Publications.Where(x => x.Number == p.Number).Max(x => x.Version))
                .ToListAsync(ct);
            await ApplyAsync(newest.ConvertAll(p => (p, PublicDocument.FromJson(p.Document))), ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Brings the rows of these claims in step with what readers have of their newest publication; the caller saves.</summary>
    internal async Task ApplyAsync(List<(Publication Publication, PublicDocument Document)> newest, CancellationToken ct)
    {
        // First, because raising the epoch makes others wait: a source is not withheld between being read here and the commit.
        await PublicEpoch.RaiseAsync(db, ct);
        var documents = await WithheldSources.BlankAsync(db, newest.ConvertAll(n => n.Document), ct);
        var numbers = documents.ConvertAll(d => d.Number);
        var rows = await db.PublicClaims.Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct);
        var facets = (await db.PublicFacets.Where(p => numbers.Contains(p.Number)).ToListAsync(ct)).ToLookup(f => f.Number);
        var links = (await db.PublicLinks.Where(p => numbers.Contains(p.FromNumber)).ToListAsync(ct)).ToLookup(l => l.FromNumber);
        var notices = (await db.PublicCorrections.Where(p => numbers.Contains(p.Number)).ToListAsync(ct)).ToLookup(c => c.Number);
        var change = new Dictionary<(string Facet, string Value), int>();
        foreach (var (version, document) in newest.Zip(documents, (n, document) => (n.Publication.Version, document)))
        {
            var derived = PublicRows.Of(version, document);
            db.RemoveRange(links[document.Number]);
            db.RemoveRange(notices[document.Number]);
            db.RemoveRange(facets[document.Number]);
            facets[document.Number].ToList().ForEach(f => Add(change, f, -1));
            Replace(rows.GetValueOrDefault(document.Number), derived.Claim);
            db.PublicLinks.AddRange(derived.Links);
            db.PublicCorrections.AddRange(derived.Corrections);
            db.PublicFacets.AddRange(derived.Facets);
            derived.Facets.ToList().ForEach(f => Add(change, f, 1));
        }

        await SaveRemovalsFirstAsync(ct);
        await CountAsync(change, ct);
        await new SearchIndexWriter(db, SearchScope.Public).ReplaceAsync(
            numbers, () => Task.FromResult(documents.Select(ClaimDocuments.OfPublished).OfType<SearchDocument>().ToList()), ct);
    }

    private static void Add(Dictionary<(string Facet, string Value), int> change, PublicFacet facet, int by)
    {
        var key = (facet.Facet, facet.Value);
        change[key] = change.GetValueOrDefault(key) + by;
    }

    private void Replace<T>(T? stored, T? derived)
        where T : class
    {
        if (stored is null && derived is not null)
        {
            db.Add(derived);
        }
        else if (stored is not null && derived is null)
        {
            db.Remove(stored);
        }
        else if (stored is not null && derived is not null)
        {
            db.Entry(stored).CurrentValues.SetValues(derived);
        }
    }

    /// <summary>Rows taken away and put back under the same key must not meet in one save.</summary>
    private async Task SaveRemovalsFirstAsync(CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added && e.Entity is PublicFacet or PublicLink or PublicCorrection).ToList();
        var removed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Deleted).ToList();
        if (removed.Count == 0)
        {
            return;
        }

        foreach (var entry in added)
        {
            entry.State = EntityState.Detached;
        }

        await db.SaveChangesAsync(ct);
        db.AddRange(added.Select(e => e.Entity));
    }

    private async Task CountAsync(Dictionary<(string Facet, string Value), int> change, CancellationToken ct)
    {
        foreach (var ((facet, value), by) in change.Where(c => c.Value != 0).OrderBy(c => c.Key))
        {
#pragma warning disable RS0030 // Counts are not audited records; adding in the statement loses no concurrent change.
            var counted = await db.PublicCounts.Where(c => c.Facet == facet && c.Value == value)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Count, c => c.Count + by), ct);
#pragma warning restore RS0030
            if (counted == 0)
            {
                db.PublicCounts.Add(new PublicCount { Facet = facet, Value = value, Count = by });
            }
        }
    }
}
