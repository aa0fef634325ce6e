using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Search;

public enum WordKind
{
    Word,

    /// <summary>Digits, however they were written: “6,700”, “٣ ملايين”, “half a million”.</summary>
    Number,
}

/// <summary>
/// One word of a text as search knows it. <see cref="Text"/> is its folded form, <see cref="Stem"/> that without affixes; both hold
/// letters only, or digits with at most one decimal point. Start and length count UTF-16 units of the text as written.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Word(string Text, string Stem, int Start, int Length, WordKind Kind)
{
    public const int MaxLength = 60;

    /// <summary>A part of the quantity before it (“3” and “million” of “3 million”): found alone, left out of phrases.</summary>
    public bool IsPart { get; init; }

    public int End => Start + Length;
}
