using System.Globalization;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>Makes writing very many rows of an index cheaper while it is built; search works meanwhile, a little slower.</summary>
internal static class IndexBuilding
{
    // More room for pages and for words on their way into the index, and the log is written back less often. A power cut may cost the
    // last parts, which then are built again.
    private const string SqliteMany = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384; PRAGMA synchronous=NORMAL;";
    private const string SqliteUsual = "PRAGMA cache_size=-2000; PRAGMA wal_autocheckpoint=1000; PRAGMA synchronous=FULL;";
    private const int GatheredMany = 64 * 1024 * 1024;
    private const int GatheredUsual = 1024 * 1024;

    public static async Task BeginAsync(ClaimDbContext db, SearchScope scope, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await RunAsync(db, db.Database.IsSqlite() ? Gather(scope, GatheredMany) + SqliteMany : $"""ALTER INDEX {IndexOf(scope)} SET (fastupdate = on)""", ct);
    }

    /// <summary>Between two parts: on SQLite so long that whoever waits for its one writer gets in (rule 11); PostgreSQL lets them in by turn.</summary>
    public static Task LetOthersWriteAsync(ClaimDbContext db, CancellationToken ct) => db.Database.IsSqlite() ? Task.Delay(BackgroundWrites.Pause, ct) : Task.CompletedTask;

    /// <summary>A process that is killed before this leaves the index set for building; the next start goes on and ends here.</summary>
    public static async Task EndAsync(ClaimDbContext db, SearchScope scope, CancellationToken ct)
    {
        try
        {
            await RunAsync(
                db,
                db.Database.IsSqlite()
                    ? SqliteUsual + Gather(scope, GatheredUsual)
                    : $"""ALTER INDEX {IndexOf(scope)} SET (fastupdate = off); SELECT gin_clean_pending_list('{IndexOf(scope)}'::regclass);""",
                ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>How many bytes SQLite's full-text index gathers before it writes them.</summary>
    private static string Gather(SearchScope scope, int bytes) => string.Create(
        CultureInfo.InvariantCulture, $"""INSERT INTO "{SearchTables.Of(scope).Index}" ("{SearchTables.Of(scope).Index}", rank) VALUES ('hashsize', {bytes});""");

    private static string IndexOf(SearchScope scope) => $"""
        "IX_{SearchTables.Of(scope).Text}_Vector"
        """;

    private static async Task RunAsync(ClaimDbContext db, string sql, CancellationToken ct)
    {
#pragma warning disable RS0030 // Settings of indexes are no audited records, and every word of them is our own.
        await db.Database.ExecuteSqlRawAsync(sql, ct);
#pragma warning restore RS0030
    }
}
