using System.Globalization;
using System.Text;

namespace ClaimTracker.Web.Charts;

/// <summary>
/// How much room a text takes in a picture, judged from its letters alone, a little generously: pictures are made without a
/// browser, and a label must not run into another.
/// </summary>
public static class TextSize
{
    private const string Cut = "…";

    /// <summary>Greek, Cyrillic and beyond come in whatever letters the reader has.</summary>
    private const int OtherScripts = 0x370;

    /// <summary>Width in the units of <paramref name="fontSize"/>.</summary>
    public static double WidthOf(string text, double fontSize) => text.EnumerateRunes().Sum(WidthOf) * fontSize;

    /// <summary>The text as far as it fits, with … where it was cut; whole letters, marks and pairs stay together.</summary>
    public static string CutTo(double width, string text, double fontSize)
    {
        if (WidthOf(text, fontSize) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var used = WidthOf(Cut, fontSize);
        var parts = StringInfo.GetTextElementEnumerator(text);
        while (parts.MoveNext())
        {
            var part = parts.GetTextElement();
            used += WidthOf(part, fontSize);
            if (used > width)
            {
                break;
            }

            kept.Append(part);
        }

        return kept.ToString().TrimEnd() + Cut;
    }

    /// <summary>The text in lines of that width, broken between words; the last line is cut where there would be more.</summary>
    public static IReadOnlyList<string> Wrap(double width, string text, double fontSize, int mostLines)
    {
        var lines = new List<string>();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = "";
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line == "" ? words[i] : $"{line} {words[i]}";
            if (line == "" || WidthOf(longer, fontSize) <= width)
            {
                line = longer;
            }
            else if (lines.Count == mostLines - 1)
            {
                line = string.Join(' ', words[i..].Prepend(line));
                break;
            }
            else
            {
                lines.Add(CutTo(width, line, fontSize));
                line = words[i];
            }
        }

        return [.. lines, CutTo(width, line, fontSize)];
    }

    private static double WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        UnicodeCategory.SpaceSeparator => 0.28,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter when rune.Value >= OtherScripts => 0.72,
        UnicodeCategory.UppercaseLetter => 0.7,
        UnicodeCategory.DecimalDigitNumber => 0.61,
        UnicodeCategory.LowercaseLetter => rune.Value is 'i' or 'l' or 'j' or 't' or 'f' or 'r' ? 0.38 : rune.Value is 'm' or 'w' ? 0.88 : 0.58,
        UnicodeCategory.OtherLetter => IsNarrow(rune.Value) ? 0.34 : rune.Value >= 0x2E80 ? 1 : 0.6,
        _ => rune.Value < 0x250 ? 0.36 : rune.Value >= 0x1F000 ? 1.2 : 0.6,
    };

    /// <summary>Arabic letters that take little room: alef in its forms, dal, reh, waw and their like.</summary>
    private static bool IsNarrow(int letter) => letter is 'ا' or 'أ' or 'إ' or 'آ' or 'ل' or 'ر' or 'ز' or 'د' or 'ذ' or 'ء';
}
