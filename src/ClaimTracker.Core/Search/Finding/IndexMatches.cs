using System.Globalization;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A claim the index found, with what ranking and counting need of it.</summary>
internal sealed record IndexMatch(long Id, int Number, byte[] Terms, byte[] Facets, DateOnly AssertedSort, int Repeats);

/// <summary>Asks the index for the newest claims that a branch finds. The two databases differ in how they are asked and in nothing else.</summary>
internal sealed class IndexMatches(ClaimDbContext db, SearchScope scope)
{
    private readonly SearchTables tables = SearchTables.Of(scope);
    private readonly bool isSqlite = db.Database.IsSqlite();
    private readonly List<object> parameters = [];

    /// <summary>The newest first.</summary>
    public async Task<List<IndexMatch>> NewestAsync(SearchBranch branch, int limit, CancellationToken ct)
    {
        parameters.Clear();
        var from = isSqlite ? Fts5(branch.Expression) : TsVector(branch.Expression);
        var conditions = string.Concat(branch.Conditions.Select(c => " AND " + Condition(c)));
        var sql =
            $"""
            SELECT r."Id", r."Number", r."Terms", r."Facets", r."AssertedSort", r."Repeats"
            FROM {from}{conditions}
            ORDER BY {(isSqlite ? "i.rowid" : "t.\"Id\"")} DESC LIMIT {Parameter(limit)}
            """;
#pragma warning disable EF1002 // Names of tables are constants; everything of a query is a parameter.
        return await db.Database.SqlQueryRaw<IndexMatch>(sql, [.. parameters]).ToListAsync(ct);
#pragma warning restore EF1002
    }

    private string Fts5(IndexExpression expression) =>
        $"""
        "{tables.Index}" AS i JOIN "{tables.Rank}" AS r ON r."Id" = i.rowid WHERE "{tables.Index}" MATCH {Parameter(IndexLanguage.Fts5(expression))}
        """;

    private string TsVector(IndexExpression expression) =>
        $"""
        "{tables.Text}" AS t JOIN "{tables.Rank}" AS r ON r."Id" = t."Id" WHERE t."Vector" @@ CAST({Parameter(IndexLanguage.TsQuery(expression))} AS tsquery)
        """;

    private string Condition(SearchCondition condition)
    {
        var holds = condition.Comparison is { } comparison
            ? Figure(condition, comparison)
            : string.Join(" AND ", new[]
            {
                condition.From is { } from ? $"""r."AssertedTo" >= {Parameter(from)}""" : null,
                condition.To is { } to ? $"""r."AssertedFrom" <= {Parameter(to)}""" : null,
            }.OfType<string>());
        return condition.IsNegated ? $"NOT COALESCE({holds}, FALSE)" : $"({holds})";
    }

    private string Figure(SearchCondition condition, NumberComparison comparison)
    {
        var number = Parameter(condition.Number);
        var compared = comparison switch
        {
            NumberComparison.Equal => $"""f."From" <= {number} AND f."To" >= {number}""",
            NumberComparison.More => $"""f."To" > {number}""",
            NumberComparison.AtLeast => $"""f."To" >= {number}""",
            NumberComparison.Less => $"""f."From" < {number}""",
            NumberComparison.AtMost => $"""f."From" <= {number}""",
            _ => throw new ArgumentOutOfRangeException(nameof(condition), comparison, null),
        };
        var units = condition.Units.IsEmpty ? "" : $""" AND f."Unit" IN ({string.Join(", ", condition.Units.Select(u => Parameter(u)))})""";
        return $"""EXISTS (SELECT 1 FROM "{tables.Figure}" AS f WHERE f."Number" = r."Number" AND {compared}{units})""";
    }

    /// <summary>The place of a value in the statement.</summary>
    private string Parameter(object value)
    {
        parameters.Add(value);
        return $"{{{(parameters.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
