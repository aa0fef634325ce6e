using System.Globalization;
using System.Text;

namespace ClaimTracker.Core.Intake;

/// <summary>Whether a word or a number goes on over a place in a text.</summary>
internal static class WordEdges
{
    /// <summary>True in “ca|t”, “5|0” and “5|,000”; false for what begins or ends a text.</summary>
    public static bool RunOver(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty || after.IsEmpty)
        {
            return false;
        }

        Rune.DecodeFromUtf16(after, out var first, out var firstLength);
        var last = LastLetter(ref before);
        return IsOfWord(last) && IsOfWord(first)
            || (Rune.IsDigit(last) && IsPoint(first) && StartsWithDigit(after[firstLength..]))
            || (IsPoint(last) && Rune.IsDigit(first) && EndsWithDigit(before));
    }

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune);

    private static bool IsPoint(Rune rune) => rune.Value is '.' or ',' or '٫' or '٬';

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => Rune.DecodeFromUtf16(text, out var rune, out _) is System.Buffers.OperationStatus.Done && Rune.IsDigit(rune);

    private static bool EndsWithDigit(ReadOnlySpan<char> text) => Rune.DecodeLastFromUtf16(text, out var rune, out _) is System.Buffers.OperationStatus.Done && Rune.IsDigit(rune);

    /// <summary>Takes the last code point off that is no sign on another and not invisible.</summary>
    private static Rune LastLetter(ref ReadOnlySpan<char> text)
    {
        var last = Rune.ReplacementChar;
        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(text, out last, out var length);
            text = text[..^length];
            if (Rune.GetUnicodeCategory(last) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                break;
            }
        }

        return last;
    }
}
