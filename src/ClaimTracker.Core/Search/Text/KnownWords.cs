using System.Collections.Concurrent;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Folded words met lately, each with its stem. A newsroom's texts use the same few thousand words, so that most are neither copied
/// out of the text nor stemmed a second time. Shared by everybody and bounded: when full, it begins anew.
/// </summary>
internal static class KnownWords
{
    private const int Limit = 1 << 16;

    private static readonly ConcurrentDictionary<string, string> stems = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byLetters = stems.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int count;

    /// <summary>The word as a string.</summary>
    public static string TextOf(ReadOnlySpan<char> word) => byLetters.TryGetValue(word, out var known, out _) ? known : new string(word);

    public static string StemOf(string word)
    {
        if (stems.TryGetValue(word, out var known))
        {
            return known;
        }

        var stem = Words.StemOf(word);
        if (stems.TryAdd(word, stem == word ? word : stem) && Interlocked.Increment(ref count) >= Limit)
        {
            stems.Clear();
            Interlocked.Exchange(ref count, 0);
        }

        return stem;
    }
}
