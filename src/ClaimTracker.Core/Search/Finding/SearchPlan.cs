using System.Collections.Immutable;

namespace ClaimTracker.Core.Search;

/// <summary>A comparison the index cannot make: with a figure or with the day of assertion.</summary>
internal sealed record SearchCondition
{
    /// <summary>Asserted on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Asserted on or before.</summary>
    public DateOnly? To { get; init; }

    public NumberComparison? Comparison { get; init; }

    public double Number { get; init; }

    /// <summary>The compared figure counts one of these; empty: any unit.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    public bool IsNegated { get; init; }
}

/// <summary>One way for a claim to be found: what the index is asked and what is compared besides.</summary>
internal sealed record SearchBranch(IndexExpression Expression, ImmutableArray<SearchCondition> Conditions);

/// <summary>
/// Words that count as one when claims are ranked: a word with its stem, or all spellings of a name. Rarity is taken from the
/// claims that hold any of them.
/// </summary>
internal sealed record ScoredWord(IReadOnlyList<string> Exact, IReadOnlyList<string> Stems)
{
    public double Rarity { get; init; }

    /// <summary>Claims that hold its commonest form.</summary>
    public long Claims { get; init; }
}

/// <summary>A query with everything in it looked up.</summary>
internal sealed record SearchPlan
{
    /// <summary>A claim is found when one of these finds it; empty: nothing can be found.</summary>
    public required ImmutableArray<SearchBranch> Branches { get; init; }

    public IReadOnlyList<ScoredWord> Scored { get; init; } = [];

    public IReadOnlyList<SearchHint> Hints { get; init; } = [];

    /// <summary>What the index tells of the words; how many claims may be found follows from it.</summary>
    public required TermStatistics Statistics { get; init; }

    /// <summary>How many claims are likely to be found.</summary>
    public double Expected => Branches.Sum(b => Statistics.Expected(b.Expression));

    /// <summary>Nothing is looked for, and nothing left out.</summary>
    public bool IsEverything => Branches is [{ Conditions.IsEmpty: true } only] && only.Expression == IndexExpression.Everything;

    /// <summary>Words to be marked where they are shown.</summary>
    public required SearchMarks Marks { get; init; }
}

/// <summary>Says of a word of a text whether the query asked for it.</summary>
public sealed class SearchMarks(IReadOnlySet<string> exact, IReadOnlySet<string> stems, IReadOnlyList<string> starts)
{
    public static readonly SearchMarks None = new(new HashSet<string>(), new HashSet<string>(), []);

    public bool IsMatch(Word word) =>
        exact.Contains(word.Text) || (word.Kind is WordKind.Word && stems.Contains(word.Stem)) || starts.Any(s => word.Text.StartsWith(s, StringComparison.Ordinal));
}
