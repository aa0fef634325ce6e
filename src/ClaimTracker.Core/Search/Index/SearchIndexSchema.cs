using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Core.Search;

/// <summary>
/// The full-text indexes themselves, as SQL beside this file: one script per database, which may be applied at any time. Migrations
/// install it; a migration that touches the indexed tables applies it again at its end.
/// </summary>
public static class SearchIndexSchema
{
    private const string Sqlite = "search/search-index.sqlite.sql";
    private const string Postgres = "search/search-index.postgres.sql";

    public static void Install(MigrationBuilder migration) => migration.Sql(SqlFor(migration.ActiveProvider));

    internal static string SqlFor(string? providerName)
    {
        var name = providerName == Conventions.PostgresProvider ? Postgres : Sqlite;
        using var stream = typeof(SearchIndexSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        var script = reader.ReadToEnd();
        return name == Postgres ? script + Signatures(script) : script;
    }

    /// <summary>PostgreSQL rewords what it is told: a note on each column says which script made it.</summary>
    private static string Signatures(string script) =>
        string.Concat(new[] { SearchTables.Public, SearchTables.Desk }.Select(t => $"""COMMENT ON COLUMN "{t.Text}"."Vector" IS '{AuditText.Sha256(script)}';{"\n"}"""));

    /// <summary>Compares what the database has with the script; installs it and fills the indexes from their rows when they differ. True: it did.</summary>
    public static async Task<bool> RepairAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (await IsInstalledAsync(db, ct))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RunAsync(db, SqlFor(db.Database.ProviderName), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<bool> IsInstalledAsync(ClaimDbContext db, CancellationToken ct)
    {
        var script = SqlFor(db.Database.ProviderName);
        if (db.Database.IsSqlite())
        {
            // SQLite keeps each statement as it was given.
            var installed = await db.Database.SqlQuery<string>($"""SELECT sql AS "Value" FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'trigger' OR sql LIKE 'CREATE VIRTUAL TABLE%')""").ToListAsync(ct);
            var wanted = Plain(script);
            var created = installed.Where(s => s.Contains("SearchIndex", StringComparison.Ordinal)).ToList();
            return created.Count == SearchTriggersAndTables && created.TrueForAll(s => wanted.Contains(Plain(s), StringComparison.Ordinal));
        }

        var columns = await db.Database.SqlQuery<string>(
            $"""
            SELECT col_description(c.oid, a.attnum) AS "Value" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relname IN ({SearchTables.Public.Text}, {SearchTables.Desk.Text}) AND a.attname = 'Vector' AND a.attgenerated = 's'
            """).ToListAsync(ct);
        var indexes = await db.Database.SqlQuery<string>(
            $"""SELECT indexname AS "Value" FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'IX\_%SearchTexts\_Vector'""").ToListAsync(ct);
        var functions = await db.Database.SqlQuery<string>(
            $"""SELECT proname AS "Value" FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND proname IN ({SearchTables.Public.Find}, {SearchTables.Desk.Find})""").ToListAsync(ct);
        return indexes.Count == 2 && functions.Count == 4 && columns.Count == 2 && columns.TrueForAll(c => c is not null && script.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>Two virtual tables with three triggers each.</summary>
    private const int SearchTriggersAndTables = 8;

    private static string Plain(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task RunAsync(ClaimDbContext db, string sql, CancellationToken ct)
    {
#pragma warning disable RS0030 // Indexes are no audited records, and the script is our own.
        await db.Database.ExecuteSqlRawAsync(sql, ct);
#pragma warning restore RS0030
    }
}
