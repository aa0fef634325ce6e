using System.Globalization;
using ClaimTracker.Core.Publishing;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>A new SQLite file that is filled part by part. While it is filled it is good for nothing: what is made of it is thrown away unless it was finished.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    // Nothing is lost by a crash: the file is made anew. What indexes are sorted with goes to a file, not to memory.
    private const string Pragmas = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-8000; PRAGMA locking_mode=EXCLUSIVE;";

    private readonly SqliteConnection connection;
    private readonly List<(DownloadTable Table, SqliteCommand Insert)> inserts = [];

    private SqliteFile(SqliteConnection connection) => this.connection = connection;

    public static async Task<SqliteFile> CreateAsync(string path, IReadOnlyList<DownloadTable> tables, CancellationToken ct)
    {
        // Not pooled: whoever reads or moves the file next finds it closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        var file = new SqliteFile(connection);
        await file.RunAsync(Pragmas, ct);
        foreach (var table in tables)
        {
            await file.RunAsync(TableOf(table), ct);
            file.inserts.Add((table, InsertInto(connection, table)));
        }

        return file;
    }

    public async Task AddAsync(IReadOnlyList<PublicClaimInFull> claims, CancellationToken ct)
    {
        await RunAsync("BEGIN", ct);
        foreach (var (table, insert) in inserts)
        {
            foreach (var row in claims.SelectMany(table.RowsOf))
            {
                for (var at = 0; at < table.Columns.Count; at++)
                {
                    insert.Parameters[at].Value = table.Columns[at].ValueOf(row) ?? DBNull.Value;
                }

                await insert.ExecuteNonQueryAsync(ct);
            }
        }

        await RunAsync("COMMIT", ct);
    }

    /// <summary>Indexes, and no link that leads nowhere: a claim may have left the list while others were read.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        foreach (var (table, _) in inserts)
        {
            foreach (var column in table.Columns.Where(c => c.References is not null && table.Name == "links"))
            {
                await RunAsync($"DELETE FROM \"{table.Name}\" WHERE \"{column.Name}\" NOT IN (SELECT number FROM claims)", ct);
            }

            foreach (var column in table.Indexes)
            {
                await RunAsync($"CREATE INDEX \"{table.Name}_{column}\" ON \"{table.Name}\"(\"{column}\")", ct);
            }
        }

        await RunAsync("ANALYZE", ct);
    }

    /// <summary>The rows of a table in the order of its key, each as it stands in a CSV file.</summary>
    public async IAsyncEnumerable<string?[]> RowsAsync(DownloadTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own definitions.
        command.CommandText = $"SELECT {Names(table.Columns.Select(c => c.Name))} FROM \"{table.Name}\" ORDER BY {Names(table.Key)}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var cells = new string?[table.Columns.Count];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = reader.IsDBNull(at) ? null : Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture);
            }

            yield return cells;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, insert) in inserts)
        {
            await insert.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private static string TableOf(DownloadTable table)
    {
        var columns = table.Columns.Select(c => $"\"{c.Name}\" {SqlTypeOf(c.Type)}{(table.Key.Contains(c.Name) ? " NOT NULL" : "")}{(c.References is { } other ? $" REFERENCES {other}" : "")}");
        return $"CREATE TABLE \"{table.Name}\" ({string.Join(", ", columns)}, PRIMARY KEY ({Names(table.Key)}))";
    }

    private static string SqlTypeOf(DownloadType type) => type switch
    {
        DownloadType.Whole or DownloadType.YesNo => "INTEGER",
        DownloadType.Number => "REAL",
        _ => "TEXT",
    };

    private static SqliteCommand InsertInto(SqliteConnection connection, DownloadTable table)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own definitions.
        command.CommandText = $"INSERT {(table.IsShared ? "OR REPLACE " : "")}INTO \"{table.Name}\" VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"@p{at}"))})";
#pragma warning restore CA2100
        for (var at = 0; at < table.Columns.Count; at++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{at}" });
        }

        return command;
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own definitions.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
