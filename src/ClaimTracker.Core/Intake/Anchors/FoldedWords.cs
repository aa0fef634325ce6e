using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The words of a text as search folds them, and where a run of words stands that is the same when folded.</summary>
internal sealed class FoldedWords
{
    private readonly string text;
    private readonly List<FoldedWord> words;
    private readonly Dictionary<string, List<int>> positions = [];

    public FoldedWords(string text)
    {
        this.text = text;
        words = FoldScanner.Scan(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!positions.TryGetValue(words[i].Text, out var known))
            {
                positions.Add(words[i].Text, known = []);
            }

            known.Add(i);
        }
    }

    /// <summary>Where the words of a quote stand, at most so many places; with what stands before and after them in the quote, where the text has it too.</summary>
    public IEnumerable<(int Start, int End)> Find(string quote, int max)
    {
        var wanted = FoldScanner.Scan(quote);
        if (wanted.Count == 0)
        {
            return [];
        }

        var rarest = 0;
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!positions.TryGetValue(wanted[i].Text, out var known))
            {
                return [];
            }

            rarest = known.Count < positions[wanted[rarest].Text].Count ? i : rarest;
        }

        var (head, tail) = (quote[..wanted[0].Start], quote[wanted[^1].End..]);
        return positions[wanted[rarest].Text].Select(p => p - rarest).Where(first => IsRun(first, wanted)).Take(max).Select(first =>
        {
            var (start, end) = (words[first].Start, words[first + wanted.Count - 1].End);
            return (text.AsSpan(0, start).EndsWith(head) ? start - head.Length : start, text.AsSpan(end).StartsWith(tail) ? end + tail.Length : end);
        });
    }

    private bool IsRun(int first, List<FoldedWord> wanted)
    {
        if (first < 0 || first + wanted.Count > words.Count)
        {
            return false;
        }

        for (var i = 0; i < wanted.Count; i++)
        {
            if (words[first + i].Text != wanted[i].Text)
            {
                return false;
            }
        }

        return true;
    }
}
