using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Search;

/// <summary>What is searched for: a query, the filters chosen beside it, and what the asker may see.</summary>
public sealed record SearchRequest
{
    public required SearchQuery Query { get; init; }

    /// <summary>Facet to values: several values of one mean any of them, several facets mean all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Asserted on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Asserted on or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The asker may see withheld sources, so their words are searched too. Desk only.</summary>
    public bool SeesStaffOnly { get; init; }
}

/// <summary>A found claim: how well it fits, in thousandths, and its place in time.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FoundClaim(int Number, long Id, int Score, int Repeats, DateOnly AssertedSort)
{
    /// <summary>Best first; among equals the newest.</summary>
    public static int ByFit(FoundClaim left, FoundClaim right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : right.Id.CompareTo(left.Id);
}

/// <summary>Everything found, best first, and what a page says about it.</summary>
public sealed record SearchFound
{
    public static readonly SearchFound Nothing = new();

    public IReadOnlyList<FoundClaim> Claims { get; init; } = [];

    /// <summary>More match than are ranked and counted: these are the newest <see cref="ClaimSearch.MaxRanked"/>.</summary>
    public bool IsCapped { get; init; }

    /// <summary>How many of the found have each value; a facet leaves out its own filter.</summary>
    public IReadOnlyDictionary<(string Facet, string Value), int> Counts { get; init; } = new Dictionary<(string, string), int>();

    public IReadOnlyList<SearchHint> Hints { get; init; } = [];

    /// <summary>The query in words the index knows, when little or nothing was found; as typed otherwise.</summary>
    public string? DidYouMean { get; init; }

    public SearchMarks Marks { get; init; } = SearchMarks.None;
}

/// <summary>How many claims match, and how many of them have each value; a facet leaves out its own filter.</summary>
/// <param name="IsCapped">More match than are counted: the newest <see cref="ClaimSearch.MaxRanked"/> are.</param>
public sealed record SearchCounts(int Total, bool IsCapped, IReadOnlyDictionary<(string Facet, string Value), int> Facets);
