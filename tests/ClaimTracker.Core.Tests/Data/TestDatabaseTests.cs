using System.Data.Common;
using ClaimTracker.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.Core.Tests.Data;

public sealed class TestDatabaseTests
{
    [Theory]
    [DatabaseData]
    public async Task Database_IsNew_AndTakesARow(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using DbConnection connection = kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE probe (word text); INSERT INTO probe VALUES ('ادعاء'); SELECT count(*) FROM probe WHERE word = 'ادعاء';";

        Assert.Equal(1L, Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)));
    }
}
