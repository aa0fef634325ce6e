using ClaimTracker.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>Takes the rows of a full database over into one that is not yet migrated to the end: table by table, what both have.</summary>
internal interface IRowCopy
{
    /// <summary>Fills each table that is still empty.</summary>
    /// <param name="withIndex">Also the rows of the search index; they come once the database indexes them.</param>
    Task FillAsync(bool withIndex, CancellationToken ct);

    static bool IsIndex(string table) => table.Contains("Search", StringComparison.Ordinal);
}

internal sealed class SqliteRows(ClaimDbContext target, ClaimDbContext source) : IRowCopy
{
    public async Task FillAsync(bool withIndex, CancellationToken ct)
    {
        var file = new SqliteConnectionStringBuilder(source.Database.GetConnectionString()).DataSource;
        await ExecuteAsync($"PRAGMA foreign_keys = OFF; ATTACH DATABASE '{file}' AS full", ct);
        foreach (var table in (await ReadAsync("SELECT t.name FROM main.sqlite_master t JOIN full.sqlite_master s ON s.name = t.name WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND t.name NOT LIKE '%SearchIndex%'", ct)).Where(t => withIndex || !IRowCopy.IsIndex(t)))
        {
            var shared = await ReadAsync($"SELECT '\"' || t.name || '\"' FROM pragma_table_info('{table}', 'main') t JOIN pragma_table_info('{table}', 'full') s ON s.name = t.name", ct);
            var old = await ReadAsync($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main') WHERE \"notnull\" = 1 AND name NOT IN (SELECT name FROM pragma_table_info('{table}', 'full'))", ct);
            await ExecuteAsync(
                $"INSERT INTO main.\"{table}\" ({string.Join(", ", shared.Concat(old))}) SELECT {string.Join(", ", shared.Concat(old.Select(_ => "''")))} FROM full.\"{table}\" WHERE NOT EXISTS (SELECT 1 FROM main.\"{table}\")", ct);
        }

        // Else a step that drops what is not there yet would find it in the full database, which others read.
        await ExecuteAsync("DETACH DATABASE full", ct);
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct) => await Sql.ExecuteAsync(target, sql, ct);

    private Task<List<string>> ReadAsync(string sql, CancellationToken ct) => Sql.ReadAsync(target, sql, ct);
}

internal sealed class PostgresRows(ClaimDbContext target, ClaimDbContext source) : IRowCopy
{
    private const string Columns = "FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = ";

    public async Task FillAsync(bool withIndex, CancellationToken ct)
    {
        // Rows come table by table, and who points at whom is checked by nobody.
        await Sql.ExecuteAsync(target, "SET session_replication_role = replica", ct);
        const string Tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '%EFMigrations%'";
        foreach (var table in (await Sql.ReadAsync(target, Tables, ct)).Intersect(await Sql.ReadAsync(source, Tables, ct)).Where(t => withIndex || !IRowCopy.IsIndex(t)))
        {
            if (await Sql.ReadAsync(target, $"SELECT 'x' FROM \"{table}\" LIMIT 1", ct) is [_])
            {
                continue;
            }

            var columns = await Sql.ReadAsync(target, $"SELECT column_name {Columns}'{table}'", ct);
            var old = columns.Except(await Sql.ReadAsync(source, $"SELECT column_name {Columns}'{table}'", ct));
            var empty = string.Join(", ", old.Select(c => $"'{c}', ''"));
            var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
            foreach (var row in await Sql.ReadAsync(source, $"SELECT (to_jsonb(t) || jsonb_build_object({empty}))::text FROM \"{table}\" AS t", ct))
            {
                await Sql.ExecuteAsync(target, $"INSERT INTO \"{table}\" ({names}) OVERRIDING SYSTEM VALUE SELECT {names} FROM jsonb_populate_record(NULL::\"{table}\", @row::jsonb)", ct, row);
            }
        }
    }

}

file static class Sql
{
    public static async Task ExecuteAsync(ClaimDbContext db, string sql, CancellationToken ct, string? row = null)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        if (row is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@row", row);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<List<string>> ReadAsync(ClaimDbContext db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
