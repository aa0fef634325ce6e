namespace ClaimTracker.Core.Search;

/// <summary>Claims that are written to the index at once, in the order of their keys, with how many of them hold each term and what they are filtered by.</summary>
internal sealed class SearchBatch
{
    public static readonly SearchBatch Empty = new([]);

    public SearchBatch(IEnumerable<SearchDocument> documents)
    {
        var writer = new SearchEntryWriter();
        Entries = [.. documents.Select(writer.Write).OrderBy(e => e.Text.Id)];
        Terms = [.. writer.Terms];
        Facets = [.. Entries.SelectMany(e => e.Facets).Distinct()];
    }

    public IReadOnlyList<SearchEntry> Entries { get; }

    /// <summary>With a spelling of each, in the order of the terms.</summary>
    public IReadOnlyList<(string Term, int Claims, string Shown)> Terms { get; }

    public IReadOnlyList<(string Facet, string Value)> Facets { get; }
}
