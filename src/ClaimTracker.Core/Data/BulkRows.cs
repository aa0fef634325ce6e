using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace ClaimTracker.Core.Data;

/// <summary>
/// Writes very many rows as the model maps them, past the change tracker and so past the audit trail: COPY on PostgreSQL, one
/// prepared statement on SQLite. For derived rows, and for <see cref="AddedRows"/>; in the current transaction, or in one of its own.
/// </summary>
public static class BulkRows
{
    private const string Gathered = "\"GatheredRows\"";

    public static Task WriteAsync<T>(ClaimDbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class =>
        WriteAsync(db, db.Model.FindEntityType(typeof(T)), rows, ct);

    /// <summary>
    /// The same for a type that is stored in several tables. With <paramref name="atOnce"/> one statement writes them all: where a
    /// trigger follows the rows into a full-text index, SQLite writes out what that has gathered before each statement.
    /// </summary>
    public static Task WriteAsync<T>(ClaimDbContext db, string entityName, IEnumerable<T> rows, CancellationToken ct, bool atOnce = false)
        where T : class =>
        WriteAsync(db, db.Model.FindEntityType(entityName), rows, ct, atOnce);

    /// <summary>Records of one type that are tracked, with what only the database has of them.</summary>
    internal static Task WriteAsync(ClaimDbContext db, IEntityType type, IEnumerable<EntityEntry> rows, CancellationToken ct) =>
        WriteAsync<EntityEntry>(db, type, rows, ct);

    private static async Task WriteAsync<T>(ClaimDbContext db, IEntityType? stored, IEnumerable<T> rows, CancellationToken ct, bool atOnce = false)
        where T : class
    {
        var type = stored ?? throw new InvalidOperationException($"{typeof(T)} is not stored.");
        var table = $"\"{type.GetTableName()}\"";
        var columns = type.GetProperties().Select(p => new Column(p)).ToList();
        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, table, columns, rows, ct);
        }
        else if (atOnce)
        {
            await InsertAtOnceAsync(db, table, columns, rows, ct);
        }
        else
        {
            await InsertAsync(db, table, columns, rows, ct);
        }
    }

    private static async Task InsertAtOnceAsync<T>(ClaimDbContext db, string table, List<Column> columns, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("What is gathered first is forgotten with the transaction that fails.");
        }

        var names = Names(columns);
        var gather = $"CREATE TEMP TABLE {Gathered} AS SELECT {names} FROM {table} WHERE false";
        var move = $"INSERT INTO {table} ({names}) SELECT {names} FROM temp.{Gathered}; DROP TABLE temp.{Gathered};";
#pragma warning disable RS0030 // Derived rows are not audited records, and every word of the statements is our own.
        await db.Database.ExecuteSqlRawAsync(gather, ct);
        await InsertAsync(db, $"temp.{Gathered}", columns, rows, ct);
        await db.Database.ExecuteSqlRawAsync(move, ct);
#pragma warning restore RS0030
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, List<Column> columns, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.StoredOf(row) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static async Task InsertAsync<T>(ClaimDbContext db, string table, List<Column> columns, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using var _ = own;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (own ?? db.Database.CurrentTransaction)?.GetDbTransaction();
        command.CommandText = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var parameters = columns.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].StoredOf(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
    }

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(c => c.Name));

    private sealed class Column(IProperty property)
    {
        // What only the database has is known of tracked records alone; of others it is written as nothing.
        private readonly IClrPropertyGetter? getter = property.IsShadowProperty() ? null : property.GetGetter();
        private readonly ValueConverter? converter = property.GetRelationalTypeMapping().Converter;
        private readonly object? whenUnset = property.GetDefaultValue();

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreType.Split('(')[0];

        public object? StoredOf(object row)
        {
            var value = (row, getter) switch
            {
                (EntityEntry tracked, null) => tracked.Property(property).CurrentValue ?? whenUnset,
                (EntityEntry tracked, { } own) => own.GetClrValue(tracked.Entity),
                _ => getter?.GetClrValue(row),
            };
            return converter is not null && value is not null ? converter.ConvertToProvider(value) : value;
        }
    }
}
