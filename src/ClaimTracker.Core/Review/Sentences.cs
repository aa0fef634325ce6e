using System.Globalization;

namespace ClaimTracker.Core.Review;

/// <summary>Counts sentences in Arabic and Latin text; decimals, initials and abbreviations do not end one.</summary>
public static class Sentences
{
    /// <summary>Ends of sentences; the full stops of Urdu, Chinese and Devanagari cost nothing to know.</summary>
    private const string Ends = ".!?؟…۔。।";
    private const string Closers = "\"'”’»)]}*_";

    /// <summary>Written with a full stop that ends nothing, whatever follows.</summary>
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "rep", "gov", "pres", "hon", "rev", "st",
        "vs", "approx", "cf", "fig", "vol", "أ.د",
    };

    /// <summary>Written with a full stop that ends nothing when a number follows.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nos", "art", "ch", "pp", "para", "sec", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Written with a full stop that ends a sentence only when the next one starts with a capital letter.</summary>
    private static readonly HashSet<string> BeforeSmallLetters = new(StringComparer.OrdinalIgnoreCase)
    {
        "etc", "inc", "co", "corp", "ltd", "est", "al",
    };

    /// <summary>How many sentences the text has; a line break ends one too, words without an end count as one.</summary>
    public static int Count(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        var sentences = 0;
        var hasWords = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                hasWords = true;
            }
            else if (hasWords && (text[i] == '\n' || EndsAt(text, i)))
            {
                sentences++;
                hasWords = false;
            }
        }

        return hasWords ? sentences + 1 : sentences;
    }

    private static bool EndsAt(string text, int at)
    {
        if (!Ends.Contains(text[at]))
        {
            return false;
        }

        var after = at + 1;
        while (after < text.Length && (Ends.Contains(text[after]) || Closers.Contains(text[after])))
        {
            after++;
        }

        if (after == text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[after]))
        {
            return after == at + 1 && IsMissingSpace(text, at);
        }

        var next = text.AsSpan(after).TrimStart();
        var isDots = text[at] == '…' || (text[at] == '.' && after > at + 1 && text[at + 1] == '.');
        return text[at] switch
        {
            _ when isDots => next.IsEmpty || !char.IsLower(next[0]),
            '.' => next.IsEmpty || !IsAbbreviation(text, at, next),
            _ => true,
        };
    }

    /// <summary>“said.Then” and «قال.ثم» end a sentence; “example.org”, “6.5” and «د.محمد» do not.</summary>
    private static bool IsMissingSpace(string text, int at) =>
        at >= 2 && char.IsLetter(text[at - 1]) && char.IsLetter(text[at - 2])
        && (char.IsUpper(text[at + 1]) ? char.IsLower(text[at - 1]) : IsArabic(text[at + 1]) && IsArabic(text[at - 1]));

    private static bool IsVowelSign(char mark) => char.GetUnicodeCategory(mark) == UnicodeCategory.NonSpacingMark;

    private static bool IsArabic(char letter) => letter is >= '\u0620' and <= '\u06FF';

    private static bool IsAbbreviation(string text, int at, ReadOnlySpan<char> next)
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.' || IsVowelSign(text[start - 1])))
        {
            start--;
        }

        var word = text[start..at];
        return IsInitials(word)
            || Titles.Contains(word)
            || (BeforeNumbers.Contains(word) && char.IsDigit(next[0]))
            || (BeforeSmallLetters.Contains(word) && !char.IsUpper(next[0]));
    }

    /// <summary>“U.S”, “J”, «د»; not “I”, which is a word.</summary>
    private static bool IsInitials(string word) =>
        word.Length > 0 && word != "I" && word.Split('.').All(part => part.Length == 1 && char.IsLetter(part[0]));
}
