using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Search;

/// <summary>What part of a claim an excerpt is taken from.</summary>
public enum ExcerptFrom
{
    /// <summary>The claim's own words, in another language or in short.</summary>
    Wording,
    Quote,
    Check,
    Figure,
    Person,
    Topic,
    Place,
    Source,
    Note,

    /// <summary>The wording that a garbled one was meant to be.</summary>
    Meant,
}

/// <summary>
/// A piece of a publication that holds words of a query which its row in the list does not show, so that a reader sees why it was found.
/// </summary>
public sealed record FoundExcerpt(ExcerptFrom From, TextExcerpt Text, string? Language)
{
    private const int MaxLength = 180;

    /// <summary>Consonants by which two spellings are one name.</summary>
    private const int NameConsonants = 2;

    /// <summary>Words of the query that were searched for and stand in none of the shown texts.</summary>
    public static IReadOnlyList<Word> Missing(string? query, SearchMarks marks, IEnumerable<string> shown)
    {
        var seen = shown.SelectMany(t => Words.Of(t)).Where(marks.IsMatch).ToList();
        return [.. Words.Of(query).Where(w => !w.IsPart && marks.IsMatch(w)).DistinctBy(w => w.Stem).Where(w => !seen.Exists(s => IsSame(w, s)))];
    }

    /// <summary>The text with most of the missing words; the first of those that stand in order of their weight. Null: none holds any.</summary>
    public static FoundExcerpt? Of(PublicDocument document, IReadOnlyList<Word> missing, SearchMarks marks, string language)
    {
        (ExcerptFrom From, string Text, string? Language)? best = null;
        var most = 0;
        foreach (var text in TextsOf(document, language))
        {
            var words = Words.Of(text.Text).Where(marks.IsMatch).ToList();
            var held = words.Count == 0 ? 0 : missing.Count(m => words.Exists(w => IsSame(m, w)));
            if (held > most)
            {
                (best, most) = (text, held);
            }

            if (most == missing.Count)
            {
                break;
            }
        }

        return best is var (from, words2, its) ? new FoundExcerpt(from, Highlight.Excerpt(words2, marks.IsMatch, MaxLength), its) : null;
    }

    private static bool IsSame(Word asked, Word found) =>
        asked.Text == found.Text
        || (asked.Kind is WordKind.Word && (asked.Stem == found.Stem || (NameSkeleton.Of(asked.Text) is { Length: >= NameConsonants } name && name == NameSkeleton.Of(found.Text))))
        || found.Text.StartsWith(asked.Text, StringComparison.Ordinal);

    /// <summary>What search reads of a publication, what says most about it first; each text in the reader's language before the others.</summary>
    private static IEnumerable<(ExcerptFrom From, string Text, string? Language)> TextsOf(PublicDocument document, string language)
    {
        var languages = document.Sources.ToDictionary(s => s.Id, s => s.Language);
        return
        [
            .. Each(ExcerptFrom.Wording, language, document.Statement, document.Summary),
            .. document.Appearances.Where(a => a.Quote is not null).Select(a => (ExcerptFrom.Quote, a.Quote ?? "", languages.GetValueOrDefault(a.SourceId))),
            .. document.Verdict is { } verdict ? Each(ExcerptFrom.Check, language, verdict.Headline, verdict.Explanation, verdict.Unknowns, verdict.Body) : [],
            .. Each(ExcerptFrom.Check, language, document.HoldingNote),
            .. document.Evidence.Where(e => e.Quote is not null).Select(e => (ExcerptFrom.Quote, e.Quote ?? "", languages.GetValueOrDefault(e.SourceId))),
            .. document.Figures.SelectMany(f => Each(ExcerptFrom.Figure, language, FigureOf(f))),
            .. document.Claimants.SelectMany(c => Each(ExcerptFrom.Person, language, c.Party.Name, c.Role)),
            .. document.Attribution.SelectMany(s => Each(ExcerptFrom.Person, language, s.Party.Name)),
            .. document.Topics.SelectMany(t => Each(ExcerptFrom.Topic, language, t.Name)),
            .. Each(ExcerptFrom.Place, language, document.PlaceName),
            .. document.Sources.SelectMany(s => SourceTexts(s, language)),
            .. document.Garblings.SelectMany(g => Each(ExcerptFrom.Meant, language, g.Published, g.Intended)),
            .. document.Appearances.SelectMany(a => Each(ExcerptFrom.Note, language, a.WordingNote)),
            .. document.Evidence.SelectMany(e => Each(ExcerptFrom.Note, language, e.Note)),
            .. document.Notes.Select(n => (ExcerptFrom.Note, n.Body, (string?)n.Language)),
            .. Each(ExcerptFrom.Note, language, document.Hedge),
        ];
    }

    private static IEnumerable<(ExcerptFrom From, string Text, string? Language)> Each(ExcerptFrom from, string language, params LocalizedText[] texts) =>
        texts.SelectMany(t => t.OrderByDescending(x => x.Key == language).Select(x => (from, x.Value, (string?)x.Key)));

    private static IEnumerable<(ExcerptFrom From, string Text, string? Language)> SourceTexts(PublicSource source, string language) =>
    [
        .. Each(ExcerptFrom.Source, language, source.Title),
        .. source.Outlet is { } outlet ? Each(ExcerptFrom.Source, language, outlet.Name) : [],
        .. source.Author is { } author ? [(ExcerptFrom.Source, author, (string?)null)] : Array.Empty<(ExcerptFrom, string, string?)>(),
        .. source.Origin is { } origin ? Each(ExcerptFrom.Source, language, origin.Name) : [],
        .. source.Relays.SelectMany(r => Each(ExcerptFrom.Source, language, r.Name)),
    ];

    /// <summary>A figure in one line: its number or range, what it counts and of what.</summary>
    private static LocalizedText FigureOf(PublicFigure figure)
    {
        var numbers = new[] { figure.Min, figure.Value, figure.Max }.OfType<decimal>().Distinct().Select(n => n.ToString("#,0.######", CultureInfo.InvariantCulture));
        return LocalizedText.From(figure.Unit.Label.Select(label =>
        {
            var counted = (figure.Unit.Plurals[$"{label.Key}.other"] ?? "{0} " + label.Value).Replace("{0}", string.Join('–', numbers), StringComparison.Ordinal);
            return KeyValuePair.Create(label.Key, (string?)(figure.Measure?.Label[label.Key] is { } measure ? $"{counted} · {measure}" : counted));
        }));
    }
}
