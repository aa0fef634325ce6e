namespace ClaimTracker.Core.Search;

/// <summary>What the index is asked: terms, and how they belong together. Each database writes it in its own language.</summary>
internal abstract record IndexExpression
{
    /// <summary>Matches every claim: each has this filter.</summary>
    public static readonly IndexExpression Everything = new TermIs(SearchToken.Filter(Publishing.Facets.All, Publishing.Facets.Yes));

    public static IndexExpression AllOf(params IReadOnlyList<IndexExpression> parts) => parts is [var only] ? only : new Every(parts);

    public static IndexExpression AnyOf(params IReadOnlyList<IndexExpression> parts) => parts is [var only] ? only : new Some(parts);

    /// <summary>Every term it asks for, as far as their number is known: not beginnings of words.</summary>
    public IEnumerable<string> EveryTerm => this switch
    {
        TermIs term => [term.Term],
        TermsInRow row => row.Terms,
        Every every => every.Parts.SelectMany(p => p.EveryTerm),
        Some some => some.Parts.SelectMany(p => p.EveryTerm),
        Except except => except.Part.EveryTerm,
        _ => [],
    };

    /// <summary>The same, finding also what only those may see who see withheld sources.</summary>
    public IndexExpression WithStaffWords() => this switch
    {
        TermIs { Term: [not SearchToken.FilterMark, ..] } term => new Some([term, new TermIs(SearchToken.StaffMark + term.Term)]),
        TermStarts starts => new Some([starts, new TermStarts(SearchToken.StaffMark + starts.Start)]),
        Every every => new Every([.. every.Parts.Select(p => p.WithStaffWords())]),
        Some some => new Some([.. some.Parts.Select(p => p.WithStaffWords())]),
        Except except => new Except(except.Part.WithStaffWords()),
        _ => this,
    };
}

internal sealed record TermIs(string Term) : IndexExpression;

internal sealed record TermStarts(string Start) : IndexExpression;

/// <summary>Words as spelled, next to each other in one text.</summary>
internal sealed record TermsInRow(IReadOnlyList<string> Terms) : IndexExpression;

internal sealed record Every(IReadOnlyList<IndexExpression> Parts) : IndexExpression;

internal sealed record Some(IReadOnlyList<IndexExpression> Parts) : IndexExpression;

internal sealed record Except(IndexExpression Part) : IndexExpression;
