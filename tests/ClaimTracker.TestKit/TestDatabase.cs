using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.TestKit;

/// <summary>A database of its own, gone when disposed. Cheap enough for one per test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name;

    private TestDatabase(DatabaseKind kind, string name, string connectionString)
    {
        this.name = name;
        Kind = kind;
        ConnectionString = connectionString;
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>Makes a new database; on PostgreSQL it skips the running test where there is no server.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var name = "claimtracker_test_" + Guid.NewGuid().ToString("N");
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("claimtracker-sqlite-").FullName;
            var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "claimtracker.db") };
            return new TestDatabase(kind, folder, file.ConnectionString);
        }

        Requirement.Check(PostgresServer.WhyMissing);
        await ExecuteOnServerAsync($"CREATE DATABASE {name}");
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.GetConnectionStringAsync()) { Database = name };
        return new TestDatabase(kind, name, server.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            await using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            Directory.Delete(name, recursive: true);
            return;
        }

        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.GetConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
