using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Intake;

/// <summary>“ABU DHABI, 21 November 2024 – ”, “GENEVA (Reuters) - ”, «دمشق (وكالة) - »: where the news begins after place, day and agency.</summary>
internal static partial class Dateline
{
    private const int Longest = 10;

    /// <summary>The first word after it; 0 when there is none.</summary>
    public static int End(SentenceWords words)
    {
        for (var at = 1; at < words.Words.Count && at <= Longest; at++)
        {
            if (IsDash(words.GapBefore(at)))
            {
                return Head().IsMatch(words.Text.AsSpan(0, words.Words[at - 1].End)) ? at : 0;
            }
        }

        return 0;
    }

    private static bool IsDash(ReadOnlySpan<char> gap) => gap.TrimStart(')') is " - " or " – " or " — ";

    /// <summary>A place in capitals, or one to three words with an agency in brackets or a day after a comma.</summary>
    [GeneratedRegex(@"^\s*(\p{Lu}[\p{Lu}\s.'-]+|(\p{L}[\p{L}'.]*\s?){1,3})([,،]\s[^()]*\d[^()]*|\([^()]*)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Head();
}
