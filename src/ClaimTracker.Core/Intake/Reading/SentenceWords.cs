using System.Text;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// A sentence as its words, a quantity being one word, and as one line of folded text for patterns: words parted by spaces,
/// <c>, - / .</c> where only such a sign stands between, and <c>|</c> for what parts more.
/// </summary>
internal sealed class SentenceWords
{
    private readonly List<int> starts = [];

    public SentenceWords(string text)
    {
        Text = text;
        var all = Search.Words.Of(text);
        for (var i = 0; i < all.Count; i++)
        {
            if (!all[i].IsPart)
            {
                Words.Add(all[i]);
                Parts.Add([]);
            }
            else
            {
                Parts[^1].Add(all[i]);
            }
        }

        Line = WriteLine();
    }

    public string Text { get; }

    public List<Word> Words { get; } = [];

    /// <summary>The words a quantity is written with: “3” and “million”; none for digits alone.</summary>
    public List<List<Word>> Parts { get; } = [];

    public string Line { get; }

    public bool IsArabic => Words.Any(w => w.Kind is WordKind.Word && FoldMap.IsArabic(w.Text[0]));

    /// <summary>The words that a piece of the line covers.</summary>
    public (int First, int Last) WordsAt(int from, int length)
    {
        var first = starts.FindIndex(s => s >= from);
        var last = starts.FindLastIndex(s => s < from + length);
        return (first, Math.Max(first, last));
    }

    /// <summary>Where the word begins in the line.</summary>
    public int LineStart(int word) => starts[word];

    public TextRange Range(int first, int last) => new(Words[first].Start, Words[last].End - Words[first].Start);

    /// <summary>What stands between a word and the one before.</summary>
    public ReadOnlySpan<char> GapBefore(int word) =>
        word == 0 ? Text.AsSpan(0, Words[0].Start) : Text.AsSpan(Words[word - 1].End, Math.Max(0, Words[word].Start - Words[word - 1].End));

    public bool IsWord(int at, params ReadOnlySpan<string> wanted) => at >= 0 && at < Words.Count && wanted.Contains(Words[at].Text);

    private string WriteLine()
    {
        var line = new StringBuilder();
        for (var i = 0; i < Words.Count; i++)
        {
            if (i > 0)
            {
                line.Append(Sign(GapBefore(i), Words[i - 1].Text) is { } sign ? $" {sign} " : " ");
            }

            starts.Add(line.Length);
            line.Append(IsGrouped(i) ? $"{Words[i].Text[0]}x{Words[i].Text[1..]}" : Words[i].Text);
        }

        return line.ToString();
    }

    /// <summary>“1,846” is no year, and “20 thousand” none.</summary>
    private bool IsGrouped(int at) =>
        Words[at] is { Kind: WordKind.Number, Text.Length: 4 } number && char.IsDigit(Text[number.Start]) && number.Length > number.Text.Length;

    private static char? Sign(ReadOnlySpan<char> gap, string before)
    {
        var only = gap.Trim();
        return only switch
        {
            [] => null,
            ['/'] => '/',
            ['-' or '–' or '—' or '‑' or '−'] => '-',
            ['.'] when gap.Length == 1 => '.',
            ['.'] when before.Length is 3 or 4 && DatePatterns.Value("month", before) is not null => null,
            _ when only.IndexOfAny(Signs.Sentences) >= 0 => '|',
            _ when only.IndexOfAny(",،") >= 0 => ',',
            _ => null,
        };
    }
}
