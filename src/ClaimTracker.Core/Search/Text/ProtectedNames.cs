using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>Names of people, places and organisations, which have no affixes to lose: “Moses”, بوتين.</summary>
public static class ProtectedNames
{
    private static readonly FrozenSet<string> Names = SearchData.FoldedWords("protected-names").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> foldedWord) => Lookup.Contains(foldedWord);
}
