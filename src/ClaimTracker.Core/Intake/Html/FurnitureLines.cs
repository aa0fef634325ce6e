using System.Text.RegularExpressions;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Lines of a page that are not the article, such as “Read also: …”. The words are data, in <c>Intake/Data</c>.</summary>
public static partial class FurnitureLines
{
    private const int ShortLine = 140;
    private const int LongLine = 200;

    private static readonly ILookup<string, string[]> phrases = SearchData.LinesOf("intake/furniture-lines").Select(l => l.Split('\t'))
        .ToLookup(l => l[0], l => FoldScanner.Scan(l[1]).Select(w => w.Text).ToArray());

    /// <summary>A line that belongs to the page and not to the article, such as “Read also: …”.</summary>
    public static bool IsLine(string text)
    {
        var words = FoldScanner.Scan(text.Length > LongLine ? text[..LongLine] : text);
        return ReadingTime().IsMatch(text)
            || phrases["whole"].Any(p => p.Length == words.Count && Begins(words, p))
            || phrases["opens"].Any(p => Begins(words, p) && IsMarkAfter(text, words[p.Length - 1]))
            || (text.Length <= ShortLine && phrases["short"].Any(p => Begins(words, p)))
            || (text.Length <= LongLine && (text.Contains('©') || phrases["within"].Any(p => Holds(words, p))));
    }

    /// <summary>A link amid a paragraph that only leads to other articles.</summary>
    public static bool IsInvitation(string linkText)
    {
        var words = FoldScanner.Scan(linkText.Length > LongLine ? linkText[..LongLine] : linkText);
        return words.Count > 0 && IsLine(linkText) || phrases["opens"].Any(p => p.Length > 1 && Begins(words, p));
    }

    private static bool Begins(List<FoldedWord> words, string[] phrase) => words.Count >= phrase.Length && phrase.Select((p, i) => words[i].Text == p).All(same => same);

    private static bool Holds(List<FoldedWord> words, string[] phrase) => Enumerable.Range(0, words.Count).Any(at => Begins(words[at..], phrase));

    private static bool IsMarkAfter(string text, FoldedWord word)
    {
        var rest = text.AsSpan(word.End).TrimStart();
        return rest.IsEmpty || rest[0] is ':' or '：' or '|' or '-' or '–' or '—' or '>' or '›' or '»' or '«' or '…' or '.' or '←' or '→';
    }

    /// <summary>“3 min read”, “Listen (4 minutes)”, «مدة القراءة: 3 دقائق».</summary>
    [GeneratedRegex(@"^((reading time|listening time|listen|read|watch|estimated read(ing)? time)\s*[:(]?\s*)?\d+\s*[- ]?(min(ute)?s?|mins)\)?(\s*(read|listen|watch))?$|^(مدة|وقت|زمن)\s+(القراءة|الاستماع)\b.{0,20}$|^\d+\s*(دقيقة|دقائق)(\s+(قراءة|للقراءة))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadingTime();
}
