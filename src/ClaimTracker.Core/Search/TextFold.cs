using System.Globalization;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>
/// One fold for everything searched and every query, so that both databases agree: case, accents, Arabic diacritics, hamza
/// carriers and letter forms, digit scripts and digit grouping make no difference.
/// </summary>
public static class TextFold
{
    /// <summary>Stored beside folded text; raised whenever the fold changes, so that rows are folded again.</summary>
    public const int Version = 1;

    private const string ArabicArticle = "ال";

    /// <summary>Lower-case text in one form, words parted by single spaces; empty for what holds no letter or digit.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            Append(folded, character);
        }

        return JoinDigitGroups(folded).ToString().Trim();
    }

    /// <summary>Key to sort names by: the fold without the Arabic article. An alef with hamza is no article: ألمانيا.</summary>
    public static string SortKey(string? name)
    {
        var folded = Fold(name);
        return name?.TrimStart().StartsWith(ArabicArticle, StringComparison.Ordinal) == true
            && folded.StartsWith(ArabicArticle, StringComparison.Ordinal) && folded.Length > ArabicArticle.Length + 1
            ? folded[ArabicArticle.Length..]
            : folded;
    }

    private static void Append(StringBuilder folded, char character)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(character))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
                when character is not ('\t' or '\n' or '\r'):
            case UnicodeCategory.ModifierLetter when character == '\u0640':
                return;
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)));
                return;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.Surrogate:
                folded.Append(FoldLetter(char.ToLowerInvariant(character)));
                return;
            default:
                FoldSeparator(folded, character);
                return;
        }
    }

    private static char FoldLetter(char letter) => letter switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' or 'ٲ' or 'ٳ' => 'ا',
        'ؤ' => 'و',
        'ئ' or 'ى' or 'ی' or 'ې' or 'ے' => 'ي',
        'ة' or 'ۀ' or 'ہ' or 'ھ' or 'ە' => 'ه',
        'ک' or 'ڪ' => 'ك',
        'گ' => 'ك',
        'ß' => 's',
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        _ => letter,
    };

    /// <summary>Group separators stay for <see cref="JoinDigitGroups"/>; a decimal point stays between digits; the rest parts words.</summary>
    private static void FoldSeparator(StringBuilder folded, char character)
    {
        var mark = character switch
        {
            '٬' or ',' or '،' or '\'' or '’' => ',',
            '.' or '٫' => '.',
            _ => ' ',
        };
        if (mark != ' ' || (folded.Length > 0 && folded[^1] != ' '))
        {
            folded.Append(mark);
        }
    }

    private static StringBuilder JoinDigitGroups(StringBuilder text)
    {
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is ',' or ' ' && IsGroupSeparator(text, i))
            {
                continue;
            }

            if (character == '.' && IsDigit(text, i - 1) && IsDigit(text, i + 1))
            {
                joined.Append('.');
                continue;
            }

            if (character is ',' or '.' or ' ')
            {
                if (joined.Length > 0 && joined[^1] != ' ')
                {
                    joined.Append(' ');
                }

                continue;
            }

            joined.Append(character);
        }

        return joined;
    }

    /// <summary>
    /// One to three digits before, then groups of exactly three with the same separator: “6,700”, “6 700”, “3,000,000”;
    /// not “2023 100” and not “1,5”.
    /// </summary>
    private static bool IsGroupSeparator(StringBuilder text, int at)
    {
        var separator = text[at];
        var start = at;
        while (start > 0 && IsDigit(text, start - 1))
        {
            start--;
        }

        var leading = at - start;
        var followsGroup = leading == 3 && start > 0 && text[start - 1] == separator && IsGroupSeparator(text, start - 1);
        var startsNumber = leading is >= 1 and <= 3 && (start == 0 || text[start - 1] is not ('.' or ','));
        return (followsGroup || startsNumber)
            && IsDigit(text, at + 1) && IsDigit(text, at + 2) && IsDigit(text, at + 3) && !IsDigit(text, at + 4);
    }

    private static bool IsDigit(StringBuilder text, int at) => at >= 0 && at < text.Length && text[at] is >= '0' and <= '9';
}
