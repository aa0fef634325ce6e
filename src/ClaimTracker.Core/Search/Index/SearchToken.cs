using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>One number for a facet's value; the column of counts holds it once only, so two values can never share one.</summary>
    public static long Key(string facet, string value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{facet}={value}"), hash);
        return BitConverter.ToInt64(hash) & long.MaxValue;
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
