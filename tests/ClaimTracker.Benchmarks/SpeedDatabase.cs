using System.Diagnostics;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks;

/// <summary>A database full of generated publications with everything derived from them.</summary>
internal static class SpeedDatabase
{
    private const int ClaimsAtATime = 20_000;

    /// <summary>Fills a database and builds its search index, and says how long the index took.</summary>
    public static async Task<(TestDatabase Database, double IndexedPerSecond)> CreateAsync(DatabaseProvider provider, int claims)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateContext())
        {
            await FillAsync(db, new GeneratedClaims().Take(claims));
        }

        var clock = Stopwatch.StartNew();
        await using (var db = database.CreateContext())
        {
            await new SearchIndex(db).RebuildAsync(null, CancellationToken.None);
        }

        var perSecond = claims / clock.Elapsed.TotalSeconds;
        await using (var db = database.CreateContext())
        {
            await RunAsync(db, provider is DatabaseProvider.Sqlite ? "ANALYZE" : "VACUUM ANALYZE");
        }

        return (database, perSecond);
    }

    public static async Task FillAsync(ClaimDbContext db, IEnumerable<PublicDocument> claims)
    {
        var counts = new Dictionary<(string Facet, string Value), int>();
        foreach (var part in claims.Chunk(ClaimsAtATime))
        {
            var rows = part.Select(d => PublicRows.Of(1, d)).ToList();
            await BulkRows.WriteAsync(db, part.Select(PublicationOf), CancellationToken.None);
            await BulkRows.WriteAsync(db, rows.Select(r => r.Claim).OfType<PublicClaim>(), CancellationToken.None);
            await BulkRows.WriteAsync(db, rows.SelectMany(r => r.Facets), CancellationToken.None);
            foreach (var facet in rows.SelectMany(r => r.Facets))
            {
                counts[(facet.Facet, facet.Value)] = counts.GetValueOrDefault((facet.Facet, facet.Value)) + 1;
            }

            Console.Error.Write($"\r{part[^1].Number:N0} claims written ");
        }

        await BulkRows.WriteAsync(db, counts.Select(c => new PublicCount { Facet = c.Key.Facet, Value = c.Key.Value, Count = c.Value }), CancellationToken.None);
        Console.Error.WriteLine();
    }

    private static Publication PublicationOf(PublicDocument document)
    {
        var json = document.ToJson();
        var hash = PublicationHash.OfDocument(json);
        return new Publication
        {
            Number = document.Number,
            Version = 1,
            Kind = PublicationKind.Verdict,
            Schema = PublicDocument.CurrentSchema,
            At = document.ReviewedAt,
            Document = json,
            DocumentHash = hash,
            PreviousHash = PublicationHash.NoPredecessor,
            Hash = PublicationHash.Of(document.Number, 1, PublicationKind.Verdict, PublicDocument.CurrentSchema, document.ReviewedAt, hash, PublicationHash.NoPredecessor),
        };
    }

    public static async Task RunAsync(ClaimDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
