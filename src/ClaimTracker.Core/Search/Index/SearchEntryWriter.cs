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
    private readonly Dictionary<string, TermCount> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> marked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Facet, string Value), (long Key, string Token)> filters = [];
    private readonly List<FoldedWord> folded = [];
    private readonly List<Word> read = [];
    private readonly StringBuilder written = new();
    private readonly StringBuilder parts = new();
    private readonly StringBuilder stems = new();
    private int claims;
    private int words;

    /// <summary>How many of the claims written hold each term, with a spelling of it, in the order of the terms.</summary>
    public IEnumerable<(string Term, int Claims, string Shown)> Terms =>
        terms.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, t.Value.Claims, t.Value.Shown));

    public SearchEntry Write(SearchDocument document)
    {
        claims++;
        counts.Clear();
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
        written.Clear();
        foreach (var facet in document.Facets)
        {
            var token = Filter(facet).Token;
            IsNew(token, out _);
            written.Append(token).Append(' ');
        }

        written.Append(SearchToken.Boundary).Append(' ').Append(ClaimFilter.Token(document.Number));
        var coarse = DateFilters.Of(document.AssertedFrom, document.AssertedTo).Concat(NumberFilters.Of(figures)).Select(f => Filter(f).Token);
        foreach (var token in coarse.Append(AgeFilters.Of(document.Id)))
        {
            // Counted as words are: how many claims may be found is known before they are looked up.
            if (IsNew(token, out _))
            {
                written.Append(' ').Append(token);
            }
        }

        return written.ToString();
    }

    private (long Key, string Token) Filter((string Facet, string Value) filter)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(filters, filter, out var exists);
        if (!exists)
        {
            var key = SearchToken.Key(filter.Facet, filter.Value);
            known = (key, SearchToken.Filter(key));
        }

        return known;
    }

    private string Field(SearchTextField field, IReadOnlyList<string?> texts)
    {
        written.Clear();
        parts.Clear();
        var count = 0;
        for (var i = 0; i < texts.Count && count < SearchDocument.MaxWordsPerField; i++)
        {
            if (texts[i] is not { Length: > 0 } text || IsRepeated(texts, i))
            {
                continue;
            }

            Words.Read(text, folded, read);
            for (var at = 0; at < read.Count && count < SearchDocument.MaxWordsPerField; at++, count++)
            {
                var word = read[at];

                // A phrase reads a quantity as one word; its parts do not stand in between.
                (word.IsPart ? parts : written).Append(word.Text).Append(' ');
                string? shown = null;
                Add(word.Text, field, text, word, ref shown);
                if (word.Kind is WordKind.Word)
                {
                    var stem = Marked(word.Stem);
                    if (Add(stem, field, text, word, ref shown))
                    {
                        stems.Append(stems.Length == 0 ? "" : " ").Append(stem);
                    }
                }
            }

            written.Append(SearchToken.Boundary).Append(' ');
        }

        words += count;
        return parts.Length == 0 ? written.ToString() : written.Append(parts).Append(SearchToken.Boundary).ToString();
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

    /// <summary>Counts a word or stem; true for the first of its kind in this claim.</summary>
    private bool Add(string term, SearchTextField field, string text, Word word, ref string? shown)
    {
        var hash = SearchToken.Hash(term);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _);
        count = PackedTerms.Add(count, field);
        if (!IsNew(term, out var isFirst))
        {
            return false;
        }

        if (isFirst)
        {
            shown ??= word.Length <= SearchTermLimits.Shown ? text.Substring(word.Start, word.Length) : word.Text;
            terms[term] = terms[term] with { Shown = shown };
        }

        return true;
    }

    /// <summary>Counts a term; true for the first of its kind in this claim.</summary>
    private bool IsNew(string term, out bool isFirst)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var exists);
        isFirst = !exists;
        if (known.LastClaim == claims)
        {
            return false;
        }

        known = new TermCount(claims, known.Claims + 1, known.Shown ?? term);
        return true;
    }

    private string Marked(string stem)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(marked, stem, out _);
        return known ??= SearchToken.Stem(stem);
    }

    private byte[] PackFacets(IReadOnlyList<(string Facet, string Value)> facets)
    {
        var packed = new byte[facets.Count * sizeof(long)];
        for (var i = 0; i < facets.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(i * sizeof(long)), Filter(facets[i]).Key);
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

/// <summary>How many claims hold a term, and in which of those written it was met last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermCount(int LastClaim, int Claims, string Shown);

/// <summary>The rows a claim has in the index.</summary>
internal sealed record SearchEntry(SearchText Text, SearchRank Rank, IReadOnlyList<SearchFigure> Figures, int Words, IReadOnlyList<(string Facet, string Value)> Facets);

internal static class SearchTermLimits
{
    /// <summary>A mark before a word of the longest kind.</summary>
    public const int Term = Word.MaxLength + 4;

    public const int Shown = 80;
}
