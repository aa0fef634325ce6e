using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Exchange;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>A database with the first data, and with generated claims among what readers have.</summary>
internal static class FilledSearch
{
    public const int Generated = 2_000;

    /// <summary>Generated claims have numbers beyond those of the first data.</summary>
    private const int FirstNumber = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, int generated = Generated)
    {
        var database = await SeedDatabase.LoadedAsync(provider);
        await PublishAsync(database, new GeneratedClaims().Take(generated).Select(d => d with { Number = d.Number + FirstNumber }).ToList());
        return database;
    }

    /// <summary>Puts documents among what readers have, and builds the indexes anew.</summary>
    public static async Task PublishAsync(TestDatabase database, List<PublicDocument> documents)
    {
        var rows = documents.ConvertAll(d => PublicRows.Of(1, d));
        await using var db = database.CreateContext();
        await BulkRows.WriteAsync(db, rows.Select(r => r.Claim).OfType<PublicClaim>(), Ct);
        var counted = await db.PublicCounts.Select(c => new { c.Facet, c.Value }).ToListAsync(Ct);
        var counts = rows.SelectMany(r => r.Facets).GroupBy(f => new { f.Facet, f.Value }).Where(g => !counted.Contains(g.Key))
            .Select(g => new PublicCount { Facet = g.Key.Facet, Value = g.Key.Value, Count = g.Count() });
        await BulkRows.WriteAsync(db, counts, Ct);
        await BulkRows.WriteAsync(db, documents.Select(GeneratedClaims.PublicationOf), Ct);
        await new SearchIndex(db).RebuildAsync(null, Ct);
    }

    /// <summary>Words as they stand in the statements of both.</summary>
    public static async Task<List<string>> CorpusAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var texts = await db.SearchTexts(SearchScope.Public).OrderBy(t => t.Number).Select(t => t.Match).Take(240).ToListAsync(Ct);
        return [.. texts.Select(MatchClaim.FromJson).SelectMany(m => m.Statement.Select(s => s.Value)).SelectMany(s => s.Split(' ')).Where(w => w.Length > 1)];
    }
}
