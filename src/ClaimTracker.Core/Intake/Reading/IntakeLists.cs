using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Lists of words by name: the lines of a data file that begin with that name.</summary>
internal static class IntakeLists
{
    public static FrozenDictionary<string, FrozenSet<string>> Read(string file) =>
        SearchData.LinesOf($"intake/{file}")
            .Select(l => l.Split(' '))
            .GroupBy(p => p[0], p => p.Skip(1), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.SelectMany(w => w).Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static FrozenSet<string> Words(string file) =>
        SearchData.LinesOf($"intake/{file}").SelectMany(l => l.Split(' ')).Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal);
}
