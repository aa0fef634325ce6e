using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ClaimTracker.Core.Data;

/// <summary>
/// Writes very many rows as the model maps them, past the change tracker and so past the audit trail: COPY on PostgreSQL, one
/// prepared statement on SQLite. For derived rows only; in the current transaction, or in one of its own.
/// </summary>
public static class BulkRows
{
    public static Task WriteAsync<T>(ClaimDbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class =>
        WriteAsync(db, db.Model.FindEntityType(typeof(T)), rows, ct);

    /// <summary>The same for a type that is stored in several tables.</summary>
    public static Task WriteAsync<T>(ClaimDbContext db, string entityName, IEnumerable<T> rows, CancellationToken ct)
        where T : class =>
        WriteAsync(db, db.Model.FindEntityType(entityName), rows, ct);

    private static async Task WriteAsync<T>(ClaimDbContext db, IEntityType? stored, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var type = stored ?? throw new InvalidOperationException($"{typeof(T)} is not stored.");
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
            await InsertAsync(db, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", properties.Select((_, i) => $"$p{i}"))})", properties, rows, ct);
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

    private static async Task InsertAsync<T>(ClaimDbContext db, string insert, List<IProperty> properties, IEnumerable<T> rows, CancellationToken ct)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using var _ = own;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (own ?? db.Database.CurrentTransaction)?.GetDbTransaction();
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

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
    }

    private static object? Stored<T>(IProperty property, T row)
    {
        var value = property.PropertyInfo?.GetValue(row);
        return property.GetRelationalTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
    }
}
