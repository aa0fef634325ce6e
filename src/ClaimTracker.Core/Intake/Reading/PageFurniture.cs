using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>What a paragraph is.</summary>
public enum ParagraphKind
{
    Text,

    /// <summary>A short line that no mark ends: a headline or a line between paragraphs.</summary>
    Heading,
    Furniture,
}

/// <summary>Recognises lines of a page that came along with the text: “read also”, credits, menus, calls to subscribe.</summary>
public static partial class PageFurniture
{
    private const int LongestLine = 22;
    private const int LongestHeading = 12;
    private const int ShortLine = 140;
    private const int LongLine = 200;

    /// <summary>«تعليق…» and “Published …” also begin sentences: beyond so many words with a full stop it is text.</summary>
    private const int LongestSentence = 14;

    private static readonly ILookup<string, string> Phrases =
        SearchData.LinesOf("intake/page-furniture").Select(l => l.Split(": ", 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[][]> Lines = new[] { "whole", "opens", "short", "within" }
        .ToFrozenDictionary(k => k, k => Phrases[k].Select(p => FoldScanner.Scan(p).Select(w => w.Text).ToArray()).ToArray(), StringComparer.Ordinal);

    private static readonly string[] Starts = [.. Phrases["start"].Where(p => !p.EndsWith(':')).Select(TextFold.Fold)];

    private static readonly string[] Labels = [.. Phrases["start"].Where(p => p.EndsWith(':')).Select(p => TextFold.Fold(p[..^1]))];

    private static readonly string[] Anywhere = [.. Phrases["has"].Select(TextFold.Fold)];

    private static readonly FrozenSet<string> Sections = Phrases["section"].SelectMany(l => l.Split(' ')).Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Glue = Phrases["section-glue"].SelectMany(l => l.Split(' ')).Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal);

    public static ParagraphKind KindOf(string paragraph) =>
        Is(paragraph) ? ParagraphKind.Furniture : IsHeading(paragraph) ? ParagraphKind.Heading : ParagraphKind.Text;

    private static bool IsHeading(string paragraph) =>
        paragraph.TrimEnd() is [.., var last] && !".!?؟…:\"”»’)".Contains(last, StringComparison.Ordinal)
        && paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestHeading;

    public static bool Is(string paragraph)
    {
        var folded = TextFold.Fold(paragraph);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > LongestLine)
        {
            return words.Length == 0;
        }

        var line = folded + " ";
        return IsLine(paragraph) || paragraph.Contains('©', StringComparison.Ordinal)
            || Anywhere.Any(p => $" {line}".Contains($" {p} ", StringComparison.Ordinal))
            || (!IsSentence(paragraph, words.Length) && Starts.Any(p => line.StartsWith(p + " ", StringComparison.Ordinal)))
            || Labels.Any(p => line.StartsWith(p + " ", StringComparison.Ordinal) && HasColonAfter(paragraph))
            || IsMenu(words) || IsSigns(paragraph);
    }

    private static bool IsSentence(string paragraph, int words)
    {
        var colon = paragraph.IndexOf(':', StringComparison.Ordinal);
        return words > LongestSentence && paragraph.TrimEnd().EndsWith('.') && colon < 0;
    }

    private static bool HasColonAfter(string paragraph) => paragraph.IndexOfAny([':', '/', '|']) is >= 0 and < 30;

    private static bool IsMenu(string[] words)
    {
        var sections = words.Count(w => Sections.Contains(w) || (w[0] is 'و' && Sections.Contains(w[1..])));
        var others = words.Count(w => !Glue.Contains(w)) - sections;
        return sections >= 3 && sections >= 3 * others;
    }

    /// <summary>“Facebook | X | WhatsApp”.</summary>
    private static bool IsSigns(string paragraph) =>
        paragraph.Count(c => c is '|' or '•' or '›') >= 2;

    /// <summary>A line that belongs to the page and not to the article, such as “Read also: …”.</summary>
    public static bool IsLine(string text)
    {
        var words = FoldScanner.Scan(text.Length > LongLine ? text[..LongLine] : text);
        return (text.Length <= LongLine && ReadingTime().IsMatch(text))
            || Lines["whole"].Any(p => p.Length == words.Count && Begins(words, p))
            || Lines["opens"].Any(p => Begins(words, p) && IsMarkAfter(text, words[p.Length - 1]))
            || (text.Length <= ShortLine && Lines["short"].Any(p => Begins(words, p)))
            || (text.Length <= LongLine && (text.Contains('©') || Lines["within"].Any(p => Holds(words, p))));
    }

    /// <summary>A link amid a paragraph that only leads to other articles.</summary>
    public static bool IsInvitation(string linkText)
    {
        var words = FoldScanner.Scan(linkText.Length > LongLine ? linkText[..LongLine] : linkText);
        return words.Count > 0 && IsLine(linkText) || Lines["opens"].Any(p => p.Length > 1 && Begins(words, p));
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
