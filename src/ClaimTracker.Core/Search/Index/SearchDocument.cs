using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>Everything of one claim that is searched, before it is folded.</summary>
public sealed record SearchDocument
{
    /// <summary>Words of one field beyond this are not searched.</summary>
    public const int MaxWordsPerField = 3_000;

    private const int NumberBits = 31;

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
        return (seconds << NumberBits) | (uint)number;
    }

    /// <summary>When after the epoch the claim with this key was published; null for a key of the desk.</summary>
    internal static TimeSpan? SinceEpoch(long id) => id >> NumberBits is var seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal SearchEntry ToEntry() => new Writer(this).Write();

    private sealed class Writer(SearchDocument document)
    {
        private const int UsualTerms = 256;

        private readonly Dictionary<uint, byte> counts = new(UsualTerms);
        private readonly Dictionary<string, string> terms = new(UsualTerms, StringComparer.Ordinal);
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
            var filters = new StringBuilder(ClaimFilter.Token(document.Number));
            var all = document.Facets.Concat(DateFilters.Of(document.AssertedFrom, document.AssertedTo)).Concat(NumberFilters.Of(figures)).Select(f => SearchToken.Filter(f.Facet, f.Value));
            foreach (var filter in all.Append(AgeFilters.Of(document.Id)))
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

        private string StaffWords()
        {
            var staff = document.StaffOnly.Distinct(StringComparer.Ordinal).SelectMany(t => Words.Of(t)).Take(MaxWordsPerField);
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

/// <summary>Entries that are written at once, with how many of them hold each term.</summary>
internal sealed class SearchBatch
{
    public static readonly SearchBatch Empty = new([]);

    public SearchBatch(IReadOnlyList<SearchEntry> entries)
    {
        Entries = entries;
        foreach (var (term, shown) in entries.SelectMany(e => e.Terms))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(Terms, term, out var known);
            count = known ? (count.Claims + 1, count.Shown) : (1, shown);
        }
    }

    public IReadOnlyList<SearchEntry> Entries { get; }

    public Dictionary<string, (int Claims, string Shown)> Terms { get; } = new(StringComparer.Ordinal);
}

internal static class SearchTermLimits
{
    /// <summary>A mark before a word of the longest kind.</summary>
    public const int Term = Word.MaxLength + 4;

    public const int Shown = 80;
}
