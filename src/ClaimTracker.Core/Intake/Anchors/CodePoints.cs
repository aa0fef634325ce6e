using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Strings count UTF-16 units, anchors count code points (W3C Web Annotation).</summary>
internal static class CodePoints
{
    public static CodePointRange PlaceOf(string text, int start, TextRange range)
    {
        var from = start + Count(text.AsSpan(0, range.Start));
        return new CodePointRange(from, from + Count(text.AsSpan(range.Start, range.Length)));
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>Where so many code points end; within the text, whatever the number.</summary>
    public static int IndexOf(string text, int count)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count-- <= 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at;
    }
}
