using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>A question to the index as SQL. Names of tables are constants; everything of a query is a parameter.</summary>
internal sealed class IndexQuestion(SearchTables tables, bool isSqlite)
{
    private readonly List<object> parameters = [];

    public IReadOnlyList<object> Parameters => parameters;

    public string Text(SearchBranch branch, int limit, bool withTerms) =>
        $"""
        SELECT r."Id", r."Number", {(withTerms ? "r.\"Terms\"" : "NULL AS \"Terms\"")}, r."Facets", r."AssertedSort", r."Repeats"
        FROM {(isSqlite ? Fts5(branch, limit) : TsVector(branch, limit))}
        """;

    /// <summary>FTS5 goes backwards through its claims and stops by itself.</summary>
    private string Fts5(SearchBranch branch, int limit) =>
        $"""
        "{tables.Index}" AS i JOIN "{tables.Rank}" AS r ON r."Id" = i.rowid
        WHERE "{tables.Index}" MATCH {Parameter(IndexLanguage.Fts5(branch.Expression))}{Conditions(branch, " AND ")}
        ORDER BY i.rowid DESC LIMIT {Parameter(limit)}
        """;

    /// <summary>PostgreSQL gathers them all: only as many as are wanted go further, unless they are compared first.</summary>
    private string TsVector(SearchBranch branch, int limit)
    {
        var ids = $"""
            "{tables.Ids}"(CAST({Parameter(IndexLanguage.TsQuery(branch.Expression))} AS tsquery)) AS i("Id")
            """;
        return branch.Conditions.IsEmpty
            ? $"""
            (SELECT i."Id" FROM {ids} ORDER BY i."Id" DESC LIMIT {Parameter(limit)}) AS i JOIN "{tables.Rank}" AS r ON r."Id" = i."Id" ORDER BY r."Id" DESC
            """
            : $"""
            {ids} JOIN "{tables.Rank}" AS r ON r."Id" = i."Id"{Conditions(branch, " WHERE ")} ORDER BY r."Id" DESC LIMIT {Parameter(limit)}
            """;
    }

    private string Conditions(SearchBranch branch, string before) =>
        branch.Conditions.IsEmpty ? "" : before + string.Join(" AND ", branch.Conditions.Select(Condition));

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
