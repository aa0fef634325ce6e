namespace ClaimTracker.Core.Search;

/// <summary>
/// Writes an expression for SQLite's FTS5 and for PostgreSQL's tsquery. Terms come out of the fold, so they hold letters and
/// digits only; they are quoted all the same, and no other character of a query ever gets here.
/// </summary>
internal static class IndexLanguage
{
    public static string Fts5(IndexExpression expression) => expression switch
    {
        TermIs term => $"\"{term.Term}\"",
        TermStarts starts => $"\"{starts.Start}\"*",
        TermsInRow row => $"\"{string.Join(' ', row.Terms)}\"",
        Some some => $"({string.Join(" OR ", some.Parts.Select(Fts5))})",
        Except except => $"({Fts5(IndexExpression.Everything)} NOT {Fts5(except.Part)})",
        Every every => EveryInFts5(every),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, null),
    };

    public static string TsQuery(IndexExpression expression) => expression switch
    {
        TermIs term => $"'{term.Term}'",
        TermStarts starts => $"'{starts.Start}':*",
        TermsInRow row => $"({string.Join(" <-> ", row.Terms.Select(t => $"'{t}'"))})",
        Some some => $"({string.Join(" | ", some.Parts.Select(TsQuery))})",
        Except except => $"({TsQuery(IndexExpression.Everything)} & !{TsQuery(except.Part)})",
        Every every => $"({string.Join(" & ", every.Parts.Select(p => p is Except except ? "!" + TsQuery(except.Part) : TsQuery(p)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, null),
    };

    /// <summary>FTS5 knows “a NOT b” only: what is left out stands behind what is looked for.</summary>
    private static string EveryInFts5(Every every)
    {
        var wanted = every.Parts.Where(p => p is not Except).Select(Fts5).DefaultIfEmpty(Fts5(IndexExpression.Everything));
        var unwanted = every.Parts.OfType<Except>().Select(e => $" NOT {Fts5(e.Part)}");
        return $"({string.Join(" AND ", wanted)}{string.Concat(unwanted)})";
    }
}
