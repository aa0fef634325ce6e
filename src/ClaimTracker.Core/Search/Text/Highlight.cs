using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>A piece of a text, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A window of a longer text, what to mark in it, and whether the text goes on before and after.</summary>
public sealed record TextExcerpt(string Text, IReadOnlyList<TextRange> Spans, bool IsCutBefore, bool IsCutAfter);

/// <summary>Shows where a text matches, as it was written.</summary>
public static class Highlight
{
    /// <summary>What to mark: matching words, neighbours in one piece, with the signs on their letters.</summary>
    public static IReadOnlyList<TextRange> Spans(string text, Func<Word, bool> isMatch) => [.. Matches(text, isMatch).Select(m => m.Range)];

    /// <summary>The window of at most so many characters, cut between words, that holds the most different matches.</summary>
    public static TextExcerpt Excerpt(string text, Func<Word, bool> isMatch, int maxLength)
    {
        var matches = Matches(text, isMatch);
        if (text.Length <= maxLength)
        {
            return new TextExcerpt(text, [.. matches.Select(m => m.Range)], IsCutBefore: false, IsCutAfter: false);
        }

        var (from, to) = Window(text, BestRun(matches, maxLength), Math.Max(0, maxLength));
        var spans = matches.Select(m => Cut(m.Range, from, to)).Where(r => r.Length > 0);
        return new TextExcerpt(text[from..to], [.. spans], from > 0, to < text.Length);
    }

    private static List<Match> Matches(string text, Func<Word, bool> isMatch)
    {
        var matches = new List<Match>();
        foreach (var word in Words.Of(text).Where(isMatch))
        {
            var end = AfterMarks(text, word.End);
            if (matches.Count > 0 && matches[^1] is var last && (word.Start <= last.Range.End || IsBlank(text.AsSpan(last.Range.End, word.Start - last.Range.End))))
            {
                last.Stems.Add(word.Stem);
                matches[^1] = last with { Range = new TextRange(last.Range.Start, Math.Max(end, last.Range.End) - last.Range.Start) };
            }
            else
            {
                matches.Add(new Match(new TextRange(word.Start, end - word.Start), [word.Stem]));
            }
        }

        return matches;
    }

    private static bool IsBlank(ReadOnlySpan<char> between)
    {
        foreach (var character in between)
        {
            if (character is '\n' or '\r' || !char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first run of matches that fits with the most different words, then the most; nothing when nothing matches.</summary>
    private static TextRange BestRun(List<Match> matches, int maxLength)
    {
        var best = default(TextRange);
        var bestScore = 0;
        for (var first = 0; first < matches.Count; first++)
        {
            var start = matches[first].Range.Start;
            var stems = new HashSet<string>(StringComparer.Ordinal);
            var last = first;
            for (var i = first; i < matches.Count && (i == first || matches[i].Range.End - start <= maxLength); i++)
            {
                stems.UnionWith(matches[i].Stems);
                last = i;
            }

            var score = (stems.Count * 100) + Math.Min(last - first, 99);
            if (score > bestScore)
            {
                bestScore = score;
                best = new TextRange(start, matches[last].Range.End - start);
            }
        }

        return best;
    }

    /// <summary>The run in the middle, the rest of the room shared, and cut between words where there is white space.</summary>
    private static (int From, int To) Window(string text, TextRange run, int maxLength)
    {
        var room = Math.Max(0, maxLength - run.Length);
        var from = Math.Clamp(run.Start - (room / 2), 0, text.Length - maxLength);
        var to = from + maxLength;
        if (from > 0)
        {
            from = WordStart(text, from, Math.Max(from, Math.Min(run.Start, to)));
        }

        if (to < text.Length)
        {
            to = Math.Max(from, WordEnd(text, to, Math.Clamp(run.End, from, to)));
        }

        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    /// <summary>The next beginning of a word, no later than the limit; in a text without spaces the next letter.</summary>
    private static int WordStart(string text, int at, int limit)
    {
        for (var i = at; i <= limit && i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return Math.Min(LetterStart(text, at), Math.Max(limit, at));
    }

    private static int WordEnd(string text, int at, int limit)
    {
        for (var i = at; i >= limit && i > 0; i--)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        var end = at;
        while (end > 0 && LetterStart(text, end) != end)
        {
            end--;
        }

        return end;
    }

    /// <summary>The first place from here on that is neither inside a surrogate pair nor before a combining mark.</summary>
    private static int LetterStart(string text, int at)
    {
        at = at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at + 1 : at;
        return AfterMarks(text, at);
    }

    private static int AfterMarks(string text, int at)
    {
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && IsMark(rune))
        {
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static bool IsMark(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static TextRange Cut(TextRange range, int from, int to)
    {
        var start = Math.Max(range.Start, from);
        return new TextRange(start - from, Math.Max(0, Math.Min(range.End, to) - start));
    }

    private sealed record Match(TextRange Range, List<string> Stems);
}
