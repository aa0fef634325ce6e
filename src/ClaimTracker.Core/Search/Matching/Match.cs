namespace ClaimTracker.Core.Search;

/// <summary>How near a claim is to a text.</summary>
public enum MatchBand
{
    /// <summary>The same claim in these or other words; nothing that tells claims apart differs.</summary>
    Same,

    /// <summary>About the same, with another number, date or speaker, denied, or only partly alike.</summary>
    Related,
}

/// <summary>A claim found for a text: how near, what they share and what tells them apart. All pieces are as the text has them.</summary>
public sealed record Match
{
    public required int Number { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    public required MatchBand Band { get; init; }

    /// <summary>The claim has no words in the text's language; found by names and digits alone, so it is never more than related.</summary>
    public bool IsInOtherLanguage { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Names of the claim's speakers, or names in another script.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<MatchNumber> Numbers { get; init; } = [];

    public IReadOnlyList<MatchDate> Dates { get; init; } = [];

    public IReadOnlyList<MatchDifference> Differences { get; init; } = [];

    public required MatchFeatures Features { get; init; }
}

/// <summary>What tells a text from a claim that is otherwise alike.</summary>
public abstract record MatchDifference;

/// <param name="InText">The text's number.</param>
/// <param name="InClaim">The claim's.</param>
/// <param name="Unit">What the text counts, in its words; empty when nothing follows the number.</param>
public sealed record OtherNumber(decimal InText, decimal InClaim, string Unit) : MatchDifference;

public sealed record OtherDate(MatchDate InText, MatchDate InClaim) : MatchDifference;

/// <summary>Another person or body says it, by name as the text and as the claim has it.</summary>
public sealed record OtherSpeaker(string InText, string InClaim) : MatchDifference;

/// <summary>One denies what the other states.</summary>
/// <param name="ByText">It is the text that denies.</param>
public sealed record Negated(bool ByText) : MatchDifference;

/// <summary>Other words stand where the claim has these, in wordings that are otherwise nearly the same: another name, another place.</summary>
public sealed record OtherWords(string InText, string InClaim) : MatchDifference;
