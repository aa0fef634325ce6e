using System.Collections.Frozen;
using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Takes a paragraph apart into sentences. A full stop, question or exclamation mark ends one, with the quotation marks and
/// brackets that close after it; not within numbers, after abbreviations and initials, or before a small letter.
/// </summary>
public static class Sentences
{
    private const string Ends = ".!?؟…";
    private const string Closing = "\"'”’»)]}›“";

    private static readonly FrozenSet<string> Abbreviations =
        SearchData.LinesOf("intake/abbreviations").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ArticleSentence> Of(ArticleParagraph paragraph)
    {
        var sentences = new List<ArticleSentence>();
        var from = 0;
        for (var i = 0; i < paragraph.Text.Length; i++)
        {
            if (EndAt(paragraph.Text, i) is { } end)
            {
                Add(paragraph, from, end, sentences);
                (from, i) = (end, end - 1);
            }
        }

        Add(paragraph, from, paragraph.Text.Length, sentences);
        return sentences;
    }

    private static void Add(ArticleParagraph paragraph, int from, int to, List<ArticleSentence> sentences)
    {
        var piece = paragraph.Text.AsSpan(from, to - from);
        if (piece.IsWhiteSpace())
        {
            return;
        }

        from += piece.Length - piece.TrimStart().Length;
        var text = piece.Trim().ToString();
        sentences.Add(new ArticleSentence(paragraph.Number, sentences.Count + 1, text, paragraph.PlaceOf(new TextRange(from, text.Length))));
    }

    /// <summary>Where the sentence ends that this mark ends, if it does.</summary>
    private static int? EndAt(string text, int at)
    {
        if (!Ends.Contains(text[at], StringComparison.Ordinal))
        {
            return null;
        }

        var end = at + 1;
        while (end < text.Length && Ends.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        var isTrailingOff = text[at] is '.' && (end - at > 1 || (at > 0 && text[at - 1] is '.'));
        while (end < text.Length && Closing.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length)
        {
            return end;
        }

        var goesOn = next == end || isTrailingOff || text[at] is '…' || char.IsLower(text[next]) || ",،;؛".Contains(text[next], StringComparison.Ordinal)
            || (text[at] is '.' && IsAbbreviated(text, at));
        return goesOn ? null : end;
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
}
