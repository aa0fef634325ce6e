using System.Globalization;
using System.Text;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Review;

/// <summary>What keeps a text from being one somebody wrote for a reader.</summary>
public enum TextFault
{
    Missing,
    TooShort,
    TooLong,

    /// <summary>Marks and signs only.</summary>
    NoWords,

    /// <summary>“n/a”, “test”, «لا ينطبق».</summary>
    Placeholder,

    /// <summary>The same letter, word or sentence over and over.</summary>
    Repeated,

    /// <summary>Not in the letters its language is written in.</summary>
    WrongLetters,

    /// <summary>Pasted from another field.</summary>
    SameAsOtherField,

    /// <summary>Pasted from the other language.</summary>
    SameInAnotherLanguage,
    TooManySentences,
}

/// <summary>How much a field needs at least; characters are counted without padding.</summary>
public sealed record TextNeed(int Characters, int Words)
{
    public static readonly TextNeed Headline = new(10, 2);
    public static readonly TextNeed Explanation = new(15, 3);

    /// <summary>Why something is done.</summary>
    public static readonly TextNeed Reason = new(10, 2);

    /// <summary>Where evidence was searched, and with what words.</summary>
    public static readonly TextNeed Search = new(15, 3);

    /// <summary>Why a condition of publication is not met.</summary>
    public static readonly TextNeed Waiver = new(Review.Waiver.ExplanationMinLength, 4);
}

/// <summary>Tells a text written for a reader from one typed to get past a form, in Arabic and in English.</summary>
public static class RealText
{
    /// <summary>Repetition is looked for in the first words; any long text repeats its small ones.</summary>
    private const int WordsLookedAt = 40;

    private static readonly HashSet<string> Fillers =
    [
        .. ("n a na none nothing nil null tbd tba todo test testing tests tested xxx asdf asdfgh qwerty lorem ipsum dolor sit amet placeholder text here "
            + "later unknown see above below same as ok okay done yes no not applicable available to be determined written added follow follows "
            + "blah foo bar baz dummy sample example abc abcd").Split(' '),
        .. ("لا ينطبق يوجد شيء شئ شي غير متوفر متاح معروف محدد اختبار اختباري تجربة تجريبي نص هنا لاحقًا سيضاف يضاف نعم تم انظر أعلاه أدناه كما سبق فارغ مثال كذا "
            + "لم لن يحدد بعد بدون هذا تيست تست ابجد هوز").Split(' ').Select(TextFold.Fold),
    ];

    /// <summary>The first fault found, or null.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="need">How much is asked for.</param>
    /// <param name="language">Its language, where its letters are to be checked.</param>
    public static TextFault? Fault(string? text, TextNeed need, string? language = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return TextFault.Missing;
        }

        var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !IsMostlyLetters(text))
        {
            return TextFault.NoWords;
        }

        return Array.TrueForAll(words, Fillers.Contains) ? TextFault.Placeholder
            : IsRepeated(words) ? TextFault.Repeated
            : Length(text) < need.Characters || words.Length < need.Words ? TextFault.TooShort
            : language is not null && !FitsLetters(text, language) ? TextFault.WrongLetters
            : null;
    }

    /// <summary>Whether the two say the same words, whatever their marks and case.</summary>
    public static bool IsSame(string? text, string? other)
    {
        var folded = TextFold.Fold(text);
        return folded.Length > 0 && folded == TextFold.Fold(other);
    }

    /// <summary>Whether a text is another one with hardly a word of its own.</summary>
    public static bool AddsNothingTo(string? text, string? other)
    {
        var own = TextFold.Fold(text);
        var given = TextFold.Fold(other);
        return given.Length > 0
            && own.Contains(given, StringComparison.Ordinal)
            && own.Replace(given, " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < TextNeed.Explanation.Words;
    }

    /// <summary>
    /// Whether a text was pasted from another language into this one: the same words, unless their letters are this language's
    /// and not the other's.
    /// </summary>
    public static bool IsPasted(string? text, string language, string? other, string otherLanguage) =>
        IsSame(text, other) && !(FitsLetters(text ?? "", language) && !FitsLetters(text ?? "", otherLanguage));

    /// <summary>Characters, with runs of white space or of one mark counted once.</summary>
    public static int Length(string text)
    {
        var length = 0;
        var previous = Rune.ReplacementChar;
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            var counted = Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune;
            if (Rune.IsLetterOrDigit(counted) || counted != previous)
            {
                length++;
            }

            previous = counted;
        }

        return length;
    }

    private static bool IsMostlyLetters(string text)
    {
        var visible = text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)).ToList();
        var letters = visible.Count(Rune.IsLetter);
        return letters > 0 && 2 * visible.Count(r => Rune.IsLetterOrDigit(r) || IsMark(r)) >= visible.Count;
    }

    /// <summary>Arabic vowel signs and their like belong to their letters.</summary>
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsRepeated(string[] allWords)
    {
        var words = allWords.Take(WordsLookedAt).ToList();
        if (words.Count > 1 && 2 * words.Distinct().Count() <= words.Count)
        {
            return true;
        }

        if (2 * words.Count(w => w.Length > 2 && w.All(c => c == w[0]) && char.IsLetter(w[0])) > words.Count)
        {
            return true;
        }

        var letters = words.SelectMany(w => w).Where(char.IsLetter).ToList();
        var byLetter = letters.GroupBy(c => c).ToList();
        return letters.Count > 3 && (2 * byLetter.Max(g => g.Count()) > letters.Count || (letters.Count > 9 && byLetter.Count < 4));
    }

    /// <summary>At least half the letters are those the language is written in; true for languages we do not know.</summary>
    private static bool FitsLetters(string text, string language)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        return language switch
        {
            "ar" => 2 * letters.Count(IsArabic) >= letters.Count,
            "en" => 2 * letters.Count(IsLatin) >= letters.Count,
            _ => true,
        };
    }

    private static bool IsArabic(Rune letter) => letter.Value is (>= 0x600 and <= 0x6FF) or (>= 0x750 and <= 0x77F) or (>= 0xFB50 and <= 0xFEFC);

    private static bool IsLatin(Rune letter) => letter.Value is <= 0x24F or (>= 0x1E00 and <= 0x1EFF);
}
