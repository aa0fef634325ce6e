using System.Globalization;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>
/// What each character becomes in folded text: a letter in its one form, a digit, or one of a few signs for what stands between
/// words. Every sign is below <c>'a'</c>, every letter is not.
/// </summary>
internal static class FoldMap
{
    /// <summary>Parts words, and numbers from their scale.</summary>
    public const char Break = '\n';
    public const char Space = ' ';
    public const char Comma = ',';
    public const char Point = '.';
    public const char Apostrophe = '\'';
    public const char Dash = '-';

    /// <summary>A sign on the letter before, not kept.</summary>
    public const char Mark = '\u0001';

    /// <summary>Invisible, not kept.</summary>
    public const char Nothing = '\u0002';

    /// <summary>More than one character: see <see cref="Expand"/>.</summary>
    public const char Several = '\u0003';

    /// <summary>Latin, Greek, Cyrillic, Arabic and common punctuation are looked up; the rest is worked out each time.</summary>
    private const int TableSize = 0x2100;

    private static readonly char[] Table = BuildTable();

    public static bool IsLetter(char folded) => folded >= 'a';

    public static bool IsDigit(char folded) => folded is >= '0' and <= '9';

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\u08A0' and <= '\u08FF';

    public static char Of(char character) => character < TableSize ? Table[character] : char.IsSurrogate(character) ? Several : Fold(character);

    /// <summary>The letters, digits and signs of what is written as one character.</summary>
    public static string Expand(Rune rune)
    {
        switch (rune.Value)
        {
            case '½':
                return "0.5";
            case '¼':
                return "0.25";
            case '¾':
                return "0.75";
        }

        var expanded = new StringBuilder();
        foreach (var character in Decomposed(rune))
        {
            if (char.IsLetter(character))
            {
                expanded.Append(FoldLetter(char.ToLowerInvariant(character)));
            }
            else
            {
                var sign = Sign(character);
                expanded.Append(sign is Mark or Nothing ? "" : sign.ToString());
            }
        }

        return expanded.ToString();
    }

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            table[i] = Fold((char)i);
        }

        return table;
    }

    private static char Fold(char character)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(character))
        {
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol
                when Sign(character) == Break:
                return Expand(new Rune(character)) switch { "" => Nothing, [var only] => only, _ => Several };
            case UnicodeCategory.OtherNumber when character is '½' or '¼' or '¾':
                return Several;
            default:
                return Sign(character);
        }
    }

    private static string Decomposed(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            ? ""
            : rune.ToString().Normalize(NormalizationForm.FormKD);

    /// <summary>What anything but a letter becomes.</summary>
    private static char Sign(char character) => character switch
    {
        '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʼ' or 'ʻ' or '＇' => Apostrophe,
        ',' or '،' or '٬' or '，' => Comma,
        '.' or '٫' or '．' => Point,
        '\t' => Space,
        '\u2212' => Dash,
        '\u0640' or 'ʾ' or 'ʿ' or 'ʽ' or '\u0674' => Nothing,
        // Vowel signs of New Tai Lue and two Vedic ones: marks in older versions of Unicode, and to SQLite still.
        (>= '\u19B0' and <= '\u19C0') or '\u19C8' or '\u19C9' or '\u1CF2' or '\u1CF3' => Mark,
        _ => CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => Mark,
            UnicodeCategory.Format => Nothing,
            UnicodeCategory.SpaceSeparator => Space,
            UnicodeCategory.DashPunctuation => Dash,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)),
            _ => Break,
        },
    };

    private static string FoldLetter(char letter) => letter switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' or 'ٲ' or 'ٳ' => "ا",
        'ؤ' or 'ۇ' or 'ۆ' or 'ۈ' or 'ۋ' or 'ۏ' => "و",
        'ئ' or 'ى' or 'ی' or 'ې' or 'ے' or 'ۍ' or 'ێ' or 'ؠ' or 'ۓ' => "ي",
        'ة' or 'ۀ' or 'ہ' or 'ۂ' or 'ۃ' or 'ھ' or 'ە' => "ه",
        'ک' or 'ڪ' or 'گ' or 'ڭ' or 'ݣ' => "ك",
        'پ' => "ب",
        'چ' => "ج",
        'ڤ' or 'ڥ' => "ف",
        'ژ' => "ز",
        '\u0674' => "",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ı' => "i",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ŋ' => "n",
        'ŧ' => "t",
        'ə' => "a",
        'ς' => "σ",
        'ʾ' or 'ʿ' or 'ʽ' or '\u0640' => "",
        'ʼ' or 'ʻ' => "'",
        _ => letter.ToString(),
    };
}
