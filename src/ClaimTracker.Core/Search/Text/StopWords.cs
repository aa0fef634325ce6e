using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>Function words that say nothing about what a text is about. Negations do, so they are none.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = SearchData.FoldedWords("stop-words").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> foldedWord) => Lookup.Contains(foldedWord);
}
