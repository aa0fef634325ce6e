using System.Data.Common;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ClaimTracker.TestKit;

/// <summary>Writes very many rows as the model maps them, past the change tracker: COPY on PostgreSQL, one prepared statement on SQLite.</summary>
public static class BulkRows
{
    public static async Task WriteAsync<T>(ClaimDbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not stored.");
        var table = $"\"{type.GetTableName()}\"";
        var properties = type.GetProperties().ToList();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, $"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)", properties, rows, ct);
        }
        else
        {
            await InsertAsync(db.Database.GetDbConnection(), $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", properties.Select((_, i) => $"$p{i}"))})", properties, rows, ct);
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string copy, List<IProperty> properties, IEnumerable<T> rows, CancellationToken ct)
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var property in properties)
            {
                if (Stored(property, row) is { } value)
                {
                    await writer.WriteAsync(value, property.GetRelationalTypeMapping().StoreType.Split('(')[0], ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static async Task InsertAsync<T>(DbConnection connection, string insert, List<IProperty> properties, IEnumerable<T> rows, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = insert;
        var parameters = properties.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < properties.Count; i++)
            {
                parameters[i].Value = Stored(properties[i], row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static object? Stored<T>(IProperty property, T row)
    {
        var value = property.PropertyInfo?.GetValue(row);
        return property.GetRelationalTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
    }
}
