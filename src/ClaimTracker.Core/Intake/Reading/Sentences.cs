using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Takes a paragraph apart into sentences. A full stop, question or exclamation mark ends one, with the quotation marks and
/// brackets that close after it; not within numbers, after abbreviations and initials, or before a small letter. What is longer
/// than any sentence is cut at a blank.
/// </summary>
public static class Sentences
{
    private const string Ends = ".!?؟…";
    private const string Closing = "\"'”’»)]}›“";

    /// <summary>
    /// UTF-16 units past which a sentence is cut at a blank. Nobody writes sentences of so many words; a text without a full stop is read
    /// in pieces, for the rules look at each word of a sentence from each other one.
    /// </summary>
    public const int MaxLength = 1500;

    /// <summary>Words past which it is cut as well: “1 1 1 …” has many in few units.</summary>
    public const int MostWords = 250;

    private const char Joiner = '\u200D';

    /// <summary>Units within which a sign with all its marks is looked for.</summary>
    private const int LongestSign = 64;

    private static readonly FrozenSet<string> Abbreviations =
        SearchData.LinesOf("intake/abbreviations").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ArticleSentence> Of(ArticleParagraph paragraph)
    {
        var text = paragraph.Text;
        var sentences = new Pieces(paragraph);
        var from = 0;
        var mark = default(EndMark);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends.Contains(text[i], StringComparison.Ordinal))
            {
                continue;
            }

            // Each run of marks is looked at once, whatever its length.
            mark = i < mark.To ? mark : EndMark.At(text, i);
            if (IsEnd(text, i, mark))
            {
                sentences.Add(from, mark.Closed);
                (from, i) = (mark.Closed, mark.Closed - 1);
            }
        }

        sentences.Add(from, text.Length);
        return sentences.All;
    }

    /// <summary>Whether the sentence ends with this mark.</summary>
    private static bool IsEnd(string text, int at, EndMark mark)
    {
        if (mark.Next == text.Length)
        {
            return true;
        }

        var isTrailingOff = text[at] is '.' && (mark.To - at > 1 || (at > 0 && text[at - 1] is '.'));
        var goesOn = mark.Next == mark.Closed || isTrailingOff || text[at] is '…' || char.IsLower(text[mark.Next]) || ",،;؛".Contains(text[mark.Next], StringComparison.Ordinal)
            || (text[at] is '.' && IsAbbreviated(text, at));
        return !goesOn;
    }

    private static bool IsAbbreviated(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '.' || CharUnicodeInfo.GetUnicodeCategory(text[start - 1]) is UnicodeCategory.NonSpacingMark))
        {
            start--;
        }

        var word = text[start..stop];
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.Contains(word);
    }

    /// <summary>Marks that stand together: where they end, where what closes after them ends, and where the text goes on.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct EndMark(int To, int Closed, int Next)
    {
        public static EndMark At(string text, int at)
        {
            var to = at;
            while (to < text.Length && Ends.Contains(text[to], StringComparison.Ordinal))
            {
                to++;
            }

            var closed = to;
            while (closed < text.Length && Closing.Contains(text[closed], StringComparison.Ordinal))
            {
                closed++;
            }

            var next = closed;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            return new EndMark(to, closed, next);
        }
    }

    /// <summary>The sentences of a paragraph as they are found, with their places, counted on from one to the next.</summary>
    private sealed class Pieces(ArticleParagraph paragraph)
    {
        private readonly string text = paragraph.Text;
        private int counted;
        private int place = paragraph.Place.Start;

        public List<ArticleSentence> All { get; } = [];

        public void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            while (from < to)
            {
                var cut = CutOf(from, to);
                AddOne(from, cut);
                from = cut;
                while (from < to && char.IsWhiteSpace(text[from]))
                {
                    from++;
                }
            }
        }

        private void AddOne(int from, int to)
        {
            while (char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            var start = place + CodePoints.Count(text.AsSpan(counted, from - counted));
            var sentence = text[from..to];
            (counted, place) = (to, start + CodePoints.Count(sentence));
            All.Add(new ArticleSentence(paragraph.Number, All.Count + 1, sentence, new CodePointRange(start, place)));
        }

        /// <summary>Where a sentence is cut that is too long: at its last blank, or else not within a sign and its marks.</summary>
        private int CutOf(int from, int to)
        {
            to = AfterMostWords(from, Math.Min(to, from + MaxLength + 1));
            if (to - from <= MaxLength)
            {
                return to;
            }

            var limit = from + MaxLength;
            for (var at = limit; at > from; at--)
            {
                if (char.IsWhiteSpace(text[at]))
                {
                    return at;
                }
            }

            var cut = limit;
            while (cut > limit - LongestSign && IsWithinSign(cut))
            {
                cut--;
            }

            return !IsWithinSign(cut) ? cut : char.IsSurrogatePair(text[limit - 1], text[limit]) ? limit - 1 : limit;
        }

        /// <summary>The blank after the last of so many words, else the end.</summary>
        private int AfterMostWords(int from, int to)
        {
            var words = 0;
            for (var at = from + 1; at < to; at++)
            {
                words += char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1]) ? 1 : 0;
                if (words == MostWords)
                {
                    return at;
                }
            }

            return to;
        }

        private bool IsWithinSign(int at) =>
            char.IsLowSurrogate(text[at]) || text[at] is Joiner || text[at - 1] is Joiner
            || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }
}
