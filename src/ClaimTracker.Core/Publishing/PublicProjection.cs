using System.Text.Json;
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

    private static readonly EqualityComparer<PublicFacet> SameFacet = EqualityComparer<PublicFacet>.Create(
        (a, b) => KeyOf(a) == KeyOf(b), facet => KeyOf(facet).GetHashCode());

    /// <summary>Throws all public rows away and makes them again from each claim's newest publication.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PublicEpoch.RaiseAsync(db, ct);
#pragma warning disable RS0030 // Derived rows are not audited records.
        await db.PublicFacets.ExecuteDeleteAsync(ct);
        await db.PublicCounts.ExecuteDeleteAsync(ct);
        await db.PublicTallies.ExecuteDeleteAsync(ct);
        await db.PublicLinks.ExecuteDeleteAsync(ct);
        await db.PublicCorrections.ExecuteDeleteAsync(ct);
        await db.PublicFigures.ExecuteDeleteAsync(ct);
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
            await ApplyAsync(await NewestAsync(part, ct), ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Derives the rows of these claims again, but not what search looks words up in, which has a version of its own. The caller has
    /// raised the epoch in its transaction, and saves.
    /// </summary>
    internal async Task ReplaceRowsAsync(IReadOnlyList<int> numbers, CancellationToken ct) => await ReplaceRowsAsync(await NewestAsync(numbers, ct), ct);

    private async Task<List<(Publication Publication, PublicDocument Document)>> NewestAsync(IReadOnlyList<int> numbers, CancellationToken ct)
    {
        var newest = await db.Publications.AsNoTracking()
            .Where(p => EF.Parameter(numbers).Contains(p.Number) && p.Version == db.Publications.Where(x => x.Number == p.Number).Max(x => x.Version))
            .ToListAsync(ct);
        return newest.ConvertAll(p => (p, PublicDocument.FromJson(p.Document)));
    }

    /// <summary>Brings the rows of these claims in step with what readers have of their newest publication; the caller saves.</summary>
    internal async Task ApplyAsync(List<(Publication Publication, PublicDocument Document)> newest, CancellationToken ct)
    {
        // First, because raising the epoch makes others wait: a source is not withheld between being read here and the commit.
        await PublicEpoch.RaiseAsync(db, ct);
        await new PublicRowsUpgrade(db).RefuseIfOutdatedAsync(ct);
        var documents = await ReplaceRowsAsync(newest, ct);
        await new SearchIndexWriter(db, SearchScope.Public).ReplaceAsync(
            documents.ConvertAll(d => d.Number), () => Task.FromResult(documents.Select(ClaimDocuments.OfPublished).OfType<SearchDocument>().ToList()), ct);
    }

    /// <summary>Returns the documents as readers may have them.</summary>
    private async Task<List<PublicDocument>> ReplaceRowsAsync(List<(Publication Publication, PublicDocument Document)> newest, CancellationToken ct)
    {
        var documents = await WithheldSources.BlankAsync(db, newest.ConvertAll(n => n.Document), ct);
        var numbers = documents.ConvertAll(d => d.Number);
        var rows = await db.PublicClaims.Where(p => EF.Parameter(numbers).Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct);
        var facets = (await db.PublicFacets.Where(p => EF.Parameter(numbers).Contains(p.Number)).ToListAsync(ct)).ToLookup(f => f.Number);
        var links = (await db.PublicLinks.Where(p => EF.Parameter(numbers).Contains(p.FromNumber)).ToListAsync(ct)).ToLookup(l => l.FromNumber);
        var figures = (await db.PublicFigures.Where(p => EF.Parameter(numbers).Contains(p.Number)).ToListAsync(ct)).ToLookup(f => f.Number);
        var notices = (await db.PublicCorrections.Where(p => EF.Parameter(numbers).Contains(p.Number)).ToListAsync(ct)).ToLookup(c => c.Number);
        var decided = await FirstDecidedAsync(newest, numbers, ct);
        var change = new Dictionary<(string Facet, string Value), int>();
        var tallies = new TallyCounts();
        foreach (var (version, document) in newest.Zip(documents, (n, document) => (n.Publication.Version, document)))
        {
            var derived = PublicRows.Of(version, document, decided.TryGetValue(document.Number, out var day) ? day : null);
            tallies.Replace(rows.GetValueOrDefault(document.Number)?.Tally, derived.Claim?.Tally);
            db.RemoveRange(links[document.Number]);
            db.RemoveRange(notices[document.Number]);
            db.RemoveRange(figures[document.Number]);
            // Most values stay as they are, which is most of the rows.
            var kept = facets[document.Number].Intersect(derived.Facets, SameFacet).ToHashSet(SameFacet);
            var gone = facets[document.Number].Where(f => !kept.Contains(f)).ToList();
            var come = derived.Facets.Where(f => !kept.Contains(f)).ToList();
            db.RemoveRange(gone);
            gone.ForEach(f => Add(change, f, -1));
            Replace(rows.GetValueOrDefault(document.Number), derived.Claim);
            db.PublicLinks.AddRange(derived.Links);
            db.PublicCorrections.AddRange(derived.Corrections);
            db.PublicFigures.AddRange(derived.Figures);
            db.PublicFacets.AddRange(come);
            come.ForEach(f => Add(change, f, 1));
        }

        await SaveRemovalsFirstAsync(ct);
        await CountAsync(change, ct);
        await tallies.WriteAsync(db, ct);
        return documents;
    }

    /// <summary>Days of the first verdict publications; the newest may not be saved yet.</summary>
    private async Task<Dictionary<int, DateOnly>> FirstDecidedAsync(List<(Publication Publication, PublicDocument Document)> newest, List<int> numbers, CancellationToken ct)
    {
        var saved = await db.Publications.AsNoTracking().Where(p => EF.Parameter(numbers).Contains(p.Number) && p.Kind == PublicationKind.Verdict)
            .Select(p => new { p.Number, p.At }).ToListAsync(ct);
        return saved.Select(p => (p.Number, p.At))
            .Concat(newest.Where(n => n.Publication.Kind is PublicationKind.Verdict).Select(n => (n.Publication.Number, n.Publication.At)))
            .GroupBy(p => p.Number).ToDictionary(g => g.Key, g => DateOnly.FromDateTime(g.Min(p => p.At)));
    }

    private static (string, string, int, DateTime, DateOnly, int)? KeyOf(PublicFacet? facet) =>
        facet is null ? null : (facet.Facet, facet.Value, facet.Number, facet.ReviewedAt, facet.AssertedSort, facet.Repeats);

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
        var added = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added && e.Entity is PublicFacet or PublicLink or PublicCorrection or PublicFigureRow).ToList();
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
        var changes = change.Where(c => c.Value != 0).OrderBy(c => c.Key).Select(c => (c.Key.Facet, c.Key.Value, By: c.Value)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        // In one order, as every writer takes them.
#pragma warning disable RS0030 // Counts are not audited records; adding in the statement loses no concurrent change.
        if (db.Database.IsSqlite())
        {
            var json = JsonSerializer.Serialize(changes.Select(c => new object[] { c.Facet, c.Value, c.By }));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PublicCounts" ("Facet", "Value", "Count") SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({json}) WHERE true
                ON CONFLICT ("Facet", "Value") DO UPDATE SET "Count" = "PublicCounts"."Count" + excluded."Count"
                """, ct);
        }
        else
        {
            var (facets, values, counts) = (changes.Select(c => c.Facet).ToArray(), changes.Select(c => c.Value).ToArray(), changes.Select(c => c.By).ToArray());
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PublicCounts" ("Facet", "Value", "Count") SELECT f, v, n FROM unnest({facets}, {values}, {counts}) WITH ORDINALITY AS changed(f, v, n, place) ORDER BY place
                ON CONFLICT ("Facet", "Value") DO UPDATE SET "Count" = "PublicCounts"."Count" + excluded."Count"
                """, ct);
        }
#pragma warning restore RS0030
    }
}
