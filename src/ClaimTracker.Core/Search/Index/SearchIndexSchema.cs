using ClaimTracker.Core.Data;
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
        return reader.ReadToEnd();
    }

    /// <summary>Compares what the database has with the script; installs it and fills the indexes from their rows when they differ. True: it did.</summary>
    public static async Task<bool> RepairAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (await IsInstalledAsync(db, ct))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RunAsync(db, SqlFor(db.Database.ProviderName), ct);
        if (db.Database.IsSqlite())
        {
            foreach (var tables in new[] { SearchTables.Public, SearchTables.Desk })
            {
                await RunAsync(db, $"""INSERT INTO "{tables.Index}" ("{tables.Index}") VALUES ('rebuild')""", ct);
            }
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<bool> IsInstalledAsync(ClaimDbContext db, CancellationToken ct)
    {
        var script = SqlFor(db.Database.ProviderName);
        if (db.Database.IsSqlite())
        {
            // SQLite keeps each statement as it was given, but for IF NOT EXISTS.
            var installed = await db.Database.SqlQuery<string>($"""SELECT sql AS "Value" FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'trigger' OR sql LIKE 'CREATE VIRTUAL TABLE%')""").ToListAsync(ct);
            var wanted = Plain(script.Replace("IF NOT EXISTS ", "", StringComparison.Ordinal));
            var created = installed.Where(s => s.Contains("SearchIndex", StringComparison.Ordinal)).ToList();
            return created.Count == SearchTriggersAndTables && created.TrueForAll(s => wanted.Contains(Plain(s), StringComparison.Ordinal));
        }

        var columns = await db.Database.SqlQuery<string>(
            $"""
            SELECT table_name || ' ' || generation_expression AS "Value" FROM information_schema.columns
            WHERE table_schema = current_schema() AND column_name = 'Vector' AND is_generated = 'ALWAYS'
            """).ToListAsync(ct);
        var indexes = await db.Database.SqlQuery<string>(
            $"""SELECT indexname AS "Value" FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'IX\_%SearchTexts\_Vector'""").ToListAsync(ct);
        return indexes.Count == 2 && columns.Count == 2 && columns.TrueForAll(c => PostgresFields.All(f => c.Contains($"\"{f}\"", StringComparison.Ordinal)));
    }

    /// <summary>Two virtual tables with three triggers each.</summary>
    private const int SearchTriggersAndTables = 8;

    private static readonly string[] PostgresFields = ["Statement", "Summary", "Quotes", "Rest", "Stems", "Filters"];

    private static string Plain(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task RunAsync(ClaimDbContext db, string sql, CancellationToken ct)
    {
#pragma warning disable RS0030 // Indexes are no audited records, and the script is our own.
        await db.Database.ExecuteSqlRawAsync(sql, ct);
#pragma warning restore RS0030
    }
}
