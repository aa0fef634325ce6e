using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>
/// What the indexes hold besides words as spelled. The marks are letters that the fold never leaves in a word, so that both
/// databases take a marked token for one word and it never meets an unmarked one.
/// </summary>
internal static class SearchToken
{
    public const char StemMark = 'ß';
    public const char FilterMark = 'ø';

    /// <summary>Marks words only those may find who see withheld sources.</summary>
    public const char StaffMark = 'þ';

    /// <summary>Stands between two texts of a field, so that no phrase reaches from one into the other.</summary>
    public const string Boundary = "øø";

    public static string Stem(string stem) => StemMark + stem;

    /// <summary>What a word is looked up by: its stem; a number by itself.</summary>
    public static string Of(Word word) => word.Kind is WordKind.Number ? word.Text : Stem(word.Stem);

    public static string Filter(string facet, string value) => Filter(Key(facet, value));

    public static string Filter(long key) => FilterMark + key.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>One number for a facet's value (FNV-1a, 64 bits, then mixed). Two of a million values share one with a chance below 1 to 10 million.</summary>
    public static long Key(string facet, string value)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in facet)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ '=') * 1099511628211UL;
        foreach (var c in value)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return (long)(hash ^ (hash >> 33)) & long.MaxValue;
    }

    public static uint Hash(ReadOnlySpan<char> token)
    {
        // FNV-1a: tells the few hundred words of one claim apart, which is all it is for.
        var hash = 2166136261u;
        foreach (var c in token)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
