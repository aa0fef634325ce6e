using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Search;

/// <summary>Claims that are written to the index at once, with how many of them hold each term and a spelling of it.</summary>
internal sealed class SearchBatch
{
    private readonly List<SearchEntry> entries = [];
    private readonly Dictionary<string, (int Claims, string Shown)> terms = new(StringComparer.Ordinal);

    public static readonly SearchBatch Empty = new([]);

    public SearchBatch(IEnumerable<SearchDocument> documents)
    {
        var writer = new SearchEntryWriter();
        foreach (var document in documents)
        {
            entries.Add(writer.Write(document));
            foreach (var (term, shown) in writer.Terms)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var known);
                count = known ? (count.Claims + 1, count.Shown) : (1, shown);
            }
        }
    }

    public IReadOnlyList<SearchEntry> Entries => entries;

    public IReadOnlyDictionary<string, (int Claims, string Shown)> Terms => terms;
}
