using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>Everything of one claim that is searched, before it is folded.</summary>
public sealed record SearchDocument
{
    /// <summary>Words of one field beyond this are not searched.</summary>
    public const int MaxWordsPerField = 3_000;

    public required int Number { get; init; }

    /// <summary>Where the claim stands in time: see <see cref="IdOf"/>; on the desk its number.</summary>
    public required long Id { get; init; }

    public required MatchClaim Match { get; init; }

    public IReadOnlyList<string?> Statement { get; init; } = [];

    public IReadOnlyList<string?> Summary { get; init; } = [];

    public IReadOnlyList<string?> Quotes { get; init; } = [];

    public IReadOnlyList<string?> Rest { get; init; } = [];

    /// <summary>What only those may find who see withheld sources.</summary>
    public IReadOnlyList<string?> StaffOnly { get; init; } = [];

    /// <summary>What the list filters by and counts.</summary>
    public IReadOnlyList<(string Facet, string Value)> Facets { get; init; } = [];

    public DateOnly? AssertedFrom { get; init; }

    public DateOnly? AssertedTo { get; init; }

    public DateOnly AssertedSort { get; init; }

    public int Repeats { get; init; }

    /// <summary>Time to the second, then number: newer claims have the higher key on both databases.</summary>
    public static long IdOf(DateTime publishedAt, int number)
    {
        var seconds = Math.Clamp((publishedAt - Epoch).Ticks / TimeSpan.TicksPerSecond, 0, uint.MaxValue);
        return (seconds << 31) | (uint)number;
    }

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal SearchEntry ToEntry() => new Writer(this).Write();

    private sealed class Writer(SearchDocument document)
    {
        private readonly Dictionary<uint, byte> counts = [];
        private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);
        private readonly StringBuilder stems = new();
        private int words;

        public SearchEntry Write()
        {
            var statement = Field(SearchTextField.Statement, document.Statement);
            var summary = Field(SearchTextField.Summary, document.Summary);
            var quotes = Field(SearchTextField.Quotes, document.Quotes);
            var rest = Field(SearchTextField.Rest, document.Rest);
            var staff = StaffWords();
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
                Filters = Filters(figures),
                Match = document.Match.ToJson(),
            };
            var rank = new SearchRank
            {
                Id = document.Id,
                Number = document.Number,
                Terms = PackedTerms.Pack(words, counts),
                Facets = PackFacets(),
                AssertedFrom = document.AssertedFrom,
                AssertedTo = document.AssertedTo,
                AssertedSort = document.AssertedSort,
                Repeats = document.Repeats,
            };
            return new SearchEntry(text, rank, figures, terms, PackedTerms.Words(rank.Terms), document.Facets);
        }

        private string Filters(List<SearchFigure> figures)
        {
            var filters = new StringBuilder();
            var all = document.Facets.Append((ClaimFilter.Facet, ClaimFilter.Value(document.Number)))
                .Concat(DateFilters.Of(document.AssertedFrom, document.AssertedTo)).Concat(NumberFilters.Of(figures));
            foreach (var (facet, value) in all)
            {
                filters.Append(SearchToken.Filter(facet, value)).Append(' ');
            }

            return filters.ToString();
        }

        private string Field(SearchTextField field, IReadOnlyList<string?> texts)
        {
            var folded = new StringBuilder();
            var parts = new StringBuilder();
            var count = 0;
            for (var i = 0; i < texts.Count && count < MaxWordsPerField; i++)
            {
                if (texts[i] is not { Length: > 0 } text || IsRepeated(texts, i))
                {
                    continue;
                }

                foreach (var word in Words.Of(text).Take(MaxWordsPerField - count))
                {
                    // A phrase reads a quantity as one word; its parts do not stand in between.
                    (word.IsPart ? parts : folded).Append(word.Text).Append(' ');
                    count++;
                    Add(word.Text, field, text, word);
                    if (word.Kind is WordKind.Word)
                    {
                        var stem = SearchToken.Stem(word.Stem);
                        stems.Append(stem).Append(' ');
                        Add(stem, field, text, word);
                    }
                }

                folded.Append(SearchToken.Boundary).Append(' ');
            }

            words += count;
            return folded.Append(parts).ToString();
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

        private string StaffWords()
        {
            var staff = document.StaffOnly.Distinct(StringComparer.Ordinal).SelectMany(t => Words.Of(t)).Take(MaxWordsPerField);
            return string.Join(' ', staff.SelectMany(w => new[] { w.Text, SearchToken.Of(w) }).Distinct(StringComparer.Ordinal).Select(t => SearchToken.StaffMark + t));
        }

        private void Add(string term, SearchTextField field, string text, Word word)
        {
            var hash = SearchToken.Hash(term);
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _);
            count = PackedTerms.Add(count, field);
            ref var shown = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var known);
            if (!known)
            {
                shown = word.Length <= SearchTermLimits.Shown ? text.Substring(word.Start, word.Length) : word.Text;
            }
        }

        private byte[] PackFacets()
        {
            var packed = new byte[document.Facets.Count * sizeof(long)];
            for (var i = 0; i < document.Facets.Count; i++)
            {
                var (facet, value) = document.Facets[i];
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
}

/// <summary>The rows a claim has in the index, and its distinct terms with a spelling of each.</summary>
internal sealed record SearchEntry(SearchText Text, SearchRank Rank, IReadOnlyList<SearchFigure> Figures, IReadOnlyDictionary<string, string> Terms, int Words, IReadOnlyList<(string Facet, string Value)> Facets);

internal static class SearchTermLimits
{
    /// <summary>A mark before a word of the longest kind.</summary>
    public const int Term = Word.MaxLength + 4;

    public const int Shown = 80;
}
