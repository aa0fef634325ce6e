using System.Data.Common;
using ClaimTracker.Core.Data;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Core.Tests.History;

/// <summary>Somebody with the database's own tools: raw SQL past the program, its keys and its unique indexes.</summary>
internal sealed class Tampering : IAsyncDisposable
{
    private readonly ClaimDbContext db;

    private Tampering(ClaimDbContext db) => this.db = db;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public IModel Model => db.Model;

    public static async Task<Tampering> OpenAsync(TestDatabase database)
    {
        var tampering = new Tampering(database.CreateContext());
        await tampering.db.Database.OpenConnectionAsync(Ct);
        var isSqlite = database.Provider == DatabaseProvider.Sqlite;
        await tampering.RunAsync(isSqlite ? "PRAGMA foreign_keys=OFF" : "SET session_replication_role = replica");
        var indexes = await tampering.TextsAsync(isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'"
            : "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%' AND indexname NOT LIKE 'PK_%'");
        foreach (var index in indexes)
        {
            await tampering.RunAsync($"DROP INDEX \"{index}\"");
        }

        return tampering;
    }

    public Task<int> RunAsync(string sql) => RunAsync(sql, []);

    /// <summary>Sets one column of every row.</summary>
    public Task<int> SetAsync(IProperty property, object value, string where = "1 = 1") =>
        RunAsync($"UPDATE \"{TableOf(property)}\" SET \"{ColumnOf(property)}\" = @p0 WHERE {where}", [(property, value)]);

    public Task<int> DeleteAllAsync(IEntityType type) => RunAsync($"DELETE FROM \"{type.GetTableName()}\"");

    /// <summary>Copies every row under another key.</summary>
    public Task<int> CopyAllAsync(IEntityType type, object key)
    {
        var own = type.FindPrimaryKey()!.Properties.Single();
        var columns = type.GetProperties().Where(p => p != own).Select(p => $"\"{ColumnOf(p)}\"").ToList();
        var list = string.Join(", ", columns);
        return RunAsync($"INSERT INTO \"{type.GetTableName()}\" (\"{ColumnOf(own)}\", {list}) SELECT @p0, {list} FROM \"{type.GetTableName()}\"", [(own, key)]);
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private static string TableOf(IProperty property) => ((IEntityType)property.DeclaringType).GetTableName()!;

    private static string ColumnOf(IProperty property) =>
        property.GetColumnName(StoreObjectIdentifier.Table(TableOf(property), ((IEntityType)property.DeclaringType).GetSchema()))!;

    private async Task<int> RunAsync(string sql, IReadOnlyList<(IProperty Property, object Value)> parameters)
    {
        await using var command = Command(sql);
        foreach (var (index, (property, value)) in parameters.Index())
        {
            command.Parameters.Add(((RelationalTypeMapping)property.GetTypeMapping()).CreateParameter(command, $"@p{index}", value));
        }

        return await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
