using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Folds claims one after the other into the rows they have in the index. One writer for many claims: most of what it works with is
/// needed for a moment only and used again.
/// </summary>
internal sealed class SearchEntryWriter
{
    private const int UsualTerms = 256;

    private readonly Dictionary<uint, byte> counts = new(UsualTerms);
    private readonly Dictionary<string, string> terms = new(UsualTerms, StringComparer.Ordinal);
    private readonly StringBuilder stems = new();
    private int words;

    /// <summary>The distinct terms of the claim last written, with a spelling of each.</summary>
    public IReadOnlyDictionary<string, string> Terms => terms;

    public SearchEntry Write(SearchDocument document)
    {
        counts.Clear();
        terms.Clear();
        stems.Clear();
        words = 0;
        var statement = Field(SearchTextField.Statement, document.Statement);
        var summary = Field(SearchTextField.Summary, document.Summary);
        var quotes = Field(SearchTextField.Quotes, document.Quotes);
        var rest = Field(SearchTextField.Rest, document.Rest);
        var staff = StaffWords(document);
        var figures = FiguresOf(document).ToList();
        var text = new SearchText
        {
            Id = document.Id,
            Number = document.Number,
            Statement = statement,
            Summary = summary,
            Quotes = quotes,
            Rest = staff.Length == 0 ? rest : $"{rest} {staff}",
            Stems = stems.ToString(),
            Filters = Filters(document, figures),
            Match = document.Match.ToJson(),
        };
        var rank = new SearchRank
        {
            Id = document.Id,
            Number = document.Number,
            Terms = PackedTerms.Pack(words, counts),
            Facets = PackFacets(document.Facets),
            AssertedFrom = document.AssertedFrom,
            AssertedTo = document.AssertedTo,
            AssertedSort = document.AssertedSort,
            Repeats = document.Repeats,
        };
        return new SearchEntry(text, rank, figures, PackedTerms.Words(rank.Terms), document.Facets);
    }

    private string Filters(SearchDocument document, List<SearchFigure> figures)
    {
        var filters = new StringBuilder();
        foreach (var (facet, value) in document.Facets)
        {
            var filter = SearchToken.Filter(facet, value);
            terms.TryAdd(filter, filter);
            filters.Append(filter).Append(' ');
        }

        filters.Append(SearchToken.Boundary).Append(' ').Append(ClaimFilter.Token(document.Number));
        var coarse = DateFilters.Of(document.AssertedFrom, document.AssertedTo).Concat(NumberFilters.Of(figures)).Select(f => SearchToken.Filter(f.Facet, f.Value));
        foreach (var filter in coarse.Append(AgeFilters.Of(document.Id)))
        {
            // Counted as words are: how many claims may be found is known before they are looked up.
            if (terms.TryAdd(filter, filter))
            {
                filters.Append(' ').Append(filter);
            }
        }

        return filters.ToString();
    }

    private string Field(SearchTextField field, IReadOnlyList<string?> texts)
    {
        var folded = new StringBuilder();
        var parts = new StringBuilder();
        var count = 0;
        for (var i = 0; i < texts.Count && count < SearchDocument.MaxWordsPerField; i++)
        {
            if (texts[i] is not { Length: > 0 } text || IsRepeated(texts, i))
            {
                continue;
            }

            foreach (var word in Words.Of(text).Take(SearchDocument.MaxWordsPerField - count))
            {
                // A phrase reads a quantity as one word; its parts do not stand in between.
                (word.IsPart ? parts : folded).Append(word.Text).Append(' ');
                count++;
                string? shown = null;
                Add(word.Text, field, text, word, ref shown);
                if (word.Kind is WordKind.Word)
                {
                    var stem = SearchToken.Stem(word.Stem);
                    if (Add(stem, field, text, word, ref shown))
                    {
                        stems.Append(stems.Length == 0 ? "" : " ").Append(stem);
                    }
                }
            }

            folded.Append(SearchToken.Boundary).Append(' ');
        }

        words += count;
        return parts.Length == 0 ? folded.ToString() : folded.Append(parts).Append(SearchToken.Boundary).ToString();
    }

    private static bool IsRepeated(IReadOnlyList<string?> texts, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (texts[i] == texts[at])
            {
                return true;
            }
        }

        return false;
    }

    private static string StaffWords(SearchDocument document)
    {
        var staff = document.StaffOnly.Distinct(StringComparer.Ordinal).SelectMany(t => Words.Of(t)).Take(SearchDocument.MaxWordsPerField);
        return string.Join(' ', staff.SelectMany(w => new[] { w.Text, SearchToken.Of(w) }).Distinct(StringComparer.Ordinal).Select(t => SearchToken.StaffMark + t));
    }

    /// <summary>True for the first of its kind.</summary>
    private bool Add(string term, SearchTextField field, string text, Word word, ref string? shown)
    {
        var hash = SearchToken.Hash(term);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _);
        count = PackedTerms.Add(count, field);
        ref var spelled = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var known);
        if (!known)
        {
            spelled = shown ??= word.Length <= SearchTermLimits.Shown ? text.Substring(word.Start, word.Length) : word.Text;
        }

        return !known;
    }

    private static byte[] PackFacets(IReadOnlyList<(string Facet, string Value)> facets)
    {
        var packed = new byte[facets.Count * sizeof(long)];
        for (var i = 0; i < facets.Count; i++)
        {
            var (facet, value) = facets[i];
            BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(i * sizeof(long)), SearchToken.Key(facet, value));
        }

        return packed;
    }

    private static IEnumerable<SearchFigure> FiguresOf(SearchDocument document)
    {
        var order = 0;
        foreach (var figure in document.Match.Figures)
        {
            var from = figure.Min ?? figure.Value ?? figure.Max;
            var to = figure.Max ?? figure.Value ?? figure.Min;
            if (from is { } low && to is { } high)
            {
                yield return new SearchFigure { Number = document.Number, Order = order++, From = (double)low, To = (double)high, Unit = figure.Unit };
            }
        }
    }
}

/// <summary>The rows a claim has in the index.</summary>
internal sealed record SearchEntry(SearchText Text, SearchRank Rank, IReadOnlyList<SearchFigure> Figures, int Words, IReadOnlyList<(string Facet, string Value)> Facets);

internal static class SearchTermLimits
{
    /// <summary>A mark before a word of the longest kind.</summary>
    public const int Term = Word.MaxLength + 4;

    public const int Shown = 80;
}
