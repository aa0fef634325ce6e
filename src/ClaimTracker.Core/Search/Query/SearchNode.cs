namespace ClaimTracker.Core.Search;

/// <summary>What a person asked for, as a tree. Nothing of it has been looked up yet.</summary>
public abstract record SearchNode;

/// <summary>All of these have to hold; never empty.</summary>
public sealed record AllOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>At least one of these has to hold; never empty.</summary>
public sealed record AnyOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

public sealed record Not(SearchNode Node) : SearchNode;

/// <summary>Words typed side by side, not yet parted into names and single words; each has to be found. Never empty.</summary>
public sealed record PlainWords(IReadOnlyList<Word> Words) : SearchNode;

/// <summary>These words next to each other, in this order, as spelled (but for the fold). Never empty.</summary>
public sealed record Phrase(IReadOnlyList<Word> Words) : SearchNode;

/// <summary>Words that begin like this.</summary>
public sealed record Prefix(string Start) : SearchNode;

public enum SearchField
{
    Rating,
    Claimant,
    Outlet,
    Topic,
    Kind,
    Country,
    Language,
    Unit,
}

/// <summary>A filter by name: what was typed after the colon, as written.</summary>
public sealed record FieldIs(SearchField Field, string Value) : SearchNode;

public enum NumberComparison
{
    Equal,
    More,
    AtLeast,
    Less,
    AtMost,
}

/// <summary>A figure of the claim compares so with a number.</summary>
public sealed record NumberIs(NumberComparison Comparison, decimal Number) : SearchNode;

/// <summary>Asserted on or after this day; a claim without a date is not found.</summary>
public sealed record After(DateOnly Day) : SearchNode;

/// <summary>Asserted on or before this day; a claim without a date is not found.</summary>
public sealed record Before(DateOnly Day) : SearchNode;
