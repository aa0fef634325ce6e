using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Core.Search;

/// <summary>A claim the index found, with what ranking and counting need of it.</summary>
internal readonly record struct IndexMatch(long Id, int Number, byte[] Terms, byte[] Facets, DateOnly AssertedSort, int Repeats);

/// <summary>Asks the index for the newest claims that a branch finds. The two databases differ in one clause, which stands in <see cref="Clause"/>.</summary>
internal sealed class IndexMatches(ClaimDbContext db, SearchScope scope)
{
    private readonly SearchTables tables = SearchTables.Of(scope);
    private readonly bool isSqlite = db.Database.IsSqlite();

    /// <summary>The newest first; one more than the limit tells that there are more.</summary>
    public async Task<List<IndexMatch>> NewestAsync(SearchBranch branch, int limit, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = CommandFor(branch, limit);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var found = new List<IndexMatch>();
            while (await reader.ReadAsync(ct))
            {
                found.Add(new IndexMatch(
                    reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), DayOf(reader), reader.GetInt32(5)));
            }

            return found;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>SQLite keeps days as text that is read ten thousand times a page; its form is fixed.</summary>
    private DateOnly DayOf(DbDataReader reader)
    {
        if (!isSqlite)
        {
            return reader.GetFieldValue<DateOnly>(4);
        }

        var text = reader.GetString(4);
        return new DateOnly(
            int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(8, 2), CultureInfo.InvariantCulture));
    }

    private DbCommand CommandFor(SearchBranch branch, int limit)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder("""SELECT r."Id", r."Number", r."Terms", r."Facets", r."AssertedSort", r."Repeats" FROM """);
        sql.Append(Clause(command, branch.Expression));
        foreach (var condition in branch.Conditions)
        {
            sql.Append(" AND ").Append(Condition(command, condition));
        }

        sql.Append(isSqlite ? " ORDER BY i.rowid DESC" : """ ORDER BY t."Id" DESC""");
        sql.Append(" LIMIT ").Append(Parameter(command, limit));
#pragma warning disable CA2100 // Names of tables are constants; everything of a query is a parameter.
        command.CommandText = sql.ToString();
#pragma warning restore CA2100
        return command;
    }

    private string Clause(DbCommand command, IndexExpression expression) => isSqlite
        ? $"""
          "{tables.Index}" AS i JOIN "{tables.Rank}" AS r ON r."Id" = i.rowid WHERE "{tables.Index}" MATCH {Parameter(command, IndexLanguage.Fts5(expression))}
          """
        : $"""
          "{tables.Text}" AS t JOIN "{tables.Rank}" AS r ON r."Id" = t."Id" WHERE t."Vector" @@ CAST({Parameter(command, IndexLanguage.TsQuery(expression))} AS tsquery)
          """;

    private string Condition(DbCommand command, SearchCondition condition)
    {
        var holds = condition.Comparison is { } comparison
            ? Figure(command, condition, comparison)
            : string.Join(" AND ", new[]
            {
                condition.From is { } from ? $"""r."AssertedTo" >= {Parameter(command, from)}""" : null,
                condition.To is { } to ? $"""r."AssertedFrom" <= {Parameter(command, to)}""" : null,
            }.OfType<string>());
        return condition.IsNegated ? $"NOT COALESCE({holds}, FALSE)" : $"({holds})";
    }

    private string Figure(DbCommand command, SearchCondition condition, NumberComparison comparison)
    {
        var number = Parameter(command, condition.Number);
        var compared = comparison switch
        {
            NumberComparison.Equal => $"""f."From" <= {number} AND f."To" >= {number}""",
            NumberComparison.More => $"""f."To" > {number}""",
            NumberComparison.AtLeast => $"""f."To" >= {number}""",
            NumberComparison.Less => $"""f."From" < {number}""",
            NumberComparison.AtMost => $"""f."From" <= {number}""",
            _ => throw new ArgumentOutOfRangeException(nameof(condition), comparison, null),
        };
        var units = condition.Units.IsEmpty ? "" : $""" AND f."Unit" IN ({string.Join(", ", condition.Units.Select(u => Parameter(command, u)))})""";
        return $"""EXISTS (SELECT 1 FROM "{tables.Figure}" AS f WHERE f."Number" = r."Number" AND {compared}{units})""";
    }

    private static string Parameter(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@p" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
