using System.Text.RegularExpressions;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// What may pass for a mended typo, paragraph by paragraph, since few letters are enough to reverse a sentence (“is”, “is not”):
/// numbers stay as they are; no word comes or goes, but for one written twice, or words wrongly joined or parted; of each word a
/// letter or two is mended, and of the paragraph a few.
/// </summary>
internal static partial class TypoRule
{
    /// <summary>As many letters may differ in a paragraph.</summary>
    private const int ParagraphLetters = 6;

    /// <summary>Two letters of a word this long may differ; of a shorter one a single letter.</summary>
    private const int LongWord = 6;

    public static bool Holds(string before, string after)
    {
        var (old, mended) = (Paragraphs(before), Paragraphs(after));
        return old.Length == mended.Length && old.Zip(mended).All(p => p.First == p.Second || HoldsIn(p.First, p.Second));
    }

    private static bool HoldsIn(string before, string after)
    {
        if (!Numbers(before).SequenceEqual(Numbers(after)))
        {
            return false;
        }

        var (old, mended) = (Words(before), Words(after));
        if (old.Count != mended.Count)
        {
            return LettersOf(old) == LettersOf(mended);
        }

        var letters = 0;
        foreach (var (from, to) in old.Zip(mended).Where(w => w.First != w.Second))
        {
            // Letters that changed places are one slip.
            var differ = from.Order().SequenceEqual(to.Order()) ? 1 : Distance(from, to);
            if (differ > (Math.Min(from.Length, to.Length) < LongWord ? 1 : 2))
            {
                return false;
            }

            letters += differ;
        }

        return letters <= ParagraphLetters;
    }

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Numbers(string text) => Digits().Matches(TextFold.Fold(text)).Select(m => m.Value);

    /// <summary>The words, one that was written twice in a row once.</summary>
    private static List<string> Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Where((word, i) => i == 0 || word != words[i - 1])];
    }

    private static string LettersOf(IEnumerable<string> words) => string.Concat(words.SelectMany(w => w.Where(char.IsLetterOrDigit)));

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
