using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>A question to the index as SQL. Names of tables are constants; everything of a query is a parameter.</summary>
internal sealed class IndexQuestion(SearchTables tables, bool isSqlite)
{
    private readonly List<object> parameters = [];

    public IReadOnlyList<object> Parameters => parameters;

    /// <param name="branch">What is looked for.</param>
    /// <param name="among">Only claims that have this; for PostgreSQL, which leaps over the others.</param>
    /// <param name="limit">At most so many.</param>
    public string Ranked(SearchBranch branch, IndexExpression? among, int limit) =>
        $"""
        SELECT r."Id", r."Facets", r."Number", r."Terms", r."AssertedSort", r."Repeats"
        FROM {(isSqlite ? Fts5(branch, limit) : TsVector(branch, among, limit))}
        """;

    /// <summary>Only what counting needs, which PostgreSQL finds where it looks for the words: as long as nothing is compared.</summary>
    /// <inheritdoc cref="Ranked"/>
    public string Counted(SearchBranch branch, IndexExpression? among, int limit) => CountsWhatPostgresMade(isSqlite, branch)
        ? Newest(branch, among, limit)
        : $"""SELECT r."Id", r."Facets" FROM {(isSqlite ? Fts5(branch, limit) : TsVector(branch, among, limit))}""";

    /// <summary>Whether the facets counted are those that PostgreSQL made of the filters, not those of the rank.</summary>
    public static bool CountsWhatPostgresMade(bool isSqlite, SearchBranch branch) => !isSqlite && branch.Conditions.IsEmpty;

    /// <summary>FTS5 goes backwards through its claims and stops by itself.</summary>
    private string Fts5(SearchBranch branch, int limit) =>
        $"""
        "{tables.Index}" AS i JOIN "{tables.Rank}" AS r ON r."Id" = i.rowid
        WHERE "{tables.Index}" MATCH {Parameter(IndexLanguage.Fts5(branch.Expression))}{Conditions(branch, " AND ")}
        ORDER BY i.rowid DESC LIMIT {Parameter(limit)}
        """;

    /// <summary>PostgreSQL gathers them all: only as many as are wanted go further, unless they are compared first.</summary>
    private string TsVector(SearchBranch branch, IndexExpression? among, int limit) => branch.Conditions.IsEmpty
        ? $"""({Newest(branch, among, limit)}) AS i JOIN "{tables.Rank}" AS r ON r."Id" = i."Id" ORDER BY r."Id" DESC"""
        : $"""
        {Found(branch, among)} JOIN "{tables.Rank}" AS r ON r."Id" = i."Id"{Conditions(branch, " WHERE ")} ORDER BY r."Id" DESC LIMIT {Parameter(limit)}
        """;

    private string Newest(SearchBranch branch, IndexExpression? among, int limit) =>
        $"""SELECT i."Id", i."Facets" FROM {Found(branch, among)} ORDER BY i."Id" DESC LIMIT {Parameter(limit)}""";

    private string Found(SearchBranch branch, IndexExpression? among)
    {
        var asked = new[] { branch.Expression, among }.OfType<IndexExpression>().Select(e => $"CAST({Parameter(IndexLanguage.TsQuery(e))} AS tsquery)");
        return $"""
            "{tables.Find}"({string.Join(", ", asked)}) AS i
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
