using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>
/// The state of the list as its address holds it: everything a reader has chosen, and the addresses that differ from it by one
/// choice. What no claim has simply finds none; only a text too long and a date that is none are faults.
/// </summary>
public sealed record ListAddress
{
    public const int TextMaxLength = 200;

    private const int ValueMaxLength = 80;
    private const int DateMaxLength = 40;

    public string Text { get; init; } = "";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>As typed.</summary>
    public string From { get; init; } = "";

    /// <inheritdoc cref="From"/>
    public string To { get; init; } = "";

    public PublicSort Sort { get; init; }

    public string? After { get; init; }

    public bool IsTextTooLong => Text.Length > TextMaxLength;

    public bool IsFromWrong => From != "" && FirstDay is null;

    public bool IsToWrong => To != "" && LastDay is null;

    public bool IsRangeWrong => FirstDay > LastDay;

    public bool HasFault => IsTextTooLong || IsFromWrong || IsToWrong || IsRangeWrong;

    public bool HasFilters => Text != "" || Filters.Count > 0 || From != "" || To != "";

    /// <summary>A year or a month stands for its first day …</summary>
    private DateOnly? FirstDay => DateParser.TryParse(From, out var date) ? date.From : null;

    /// <summary>… and here for its last.</summary>
    private DateOnly? LastDay => DateParser.TryParse(To, out var date) ? date.To : null;

    public static ListAddress Read(IQueryCollection query) => new()
    {
        Text = Clean(query["q"], maxLength: TextMaxLength + 1),
        From = Clean(query["from"], DateMaxLength),
        To = Clean(query["to"], DateMaxLength),
        Sort = SortOf(query["sort"], Clean(query["q"], TextMaxLength)),
        After = query["after"] is [{ Length: > 0 } after, ..] ? after : null,
        Filters = Facets.Listed.Select(facet => (facet, Values: Values(query[facet]))).Where(f => f.Values.Count > 0).ToDictionary(f => f.facet, f => f.Values),
    };

    /// <summary>A part of an address without what no database should see.</summary>
    public static string Clean(string? value, int maxLength)
    {
        var clean = new string([.. (value ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !TextRules.IsForbidden(c))]).Trim();
        return clean.Length > maxLength ? clean[..maxLength] : clean;
    }

    public PublicListQuery ToQuery() => new() { Text = Text, Filters = Filters, From = FirstDay, To = LastDay, Sort = Sort };

    public bool Has(string facet, string value) => Filters.TryGetValue(facet, out var values) && values.Contains(value);

    public ListAddress Without(string facet, string value)
    {
        var left = Filters.Select(f => f.Key == facet ? (f.Key, Value: (IReadOnlyList<string>)[.. f.Value.Where(v => v != value)]) : (f.Key, f.Value));
        return this with { Filters = left.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => f.Value), After = null };
    }

    public string Url(Links links) => links.Claims([.. Filtering(), ("sort", SortName), ("after", After)]);

    /// <summary>What is searched for and filtered, for addresses: neither order nor place.</summary>
    public (string Name, string? Value)[] Filtering() =>
        [("q", Text), .. Facets.Listed.Where(Filters.ContainsKey).SelectMany(facet => Filters[facet].Select(value => (facet, (string?)value))), ("from", From), ("to", To)];

    /// <summary>Value of <c>sort</c> in the address; nothing for the usual one: best fit first of a search, else newest review first.</summary>
    public string? SortName => Sort == UsualSort(Text) ? null : Sort switch
    {
        PublicSort.Relevance => "relevance",
        PublicSort.Reviewed => "reviewed",
        PublicSort.Asserted => "asserted",
        PublicSort.Repeated => "repeated",
        _ => throw new InvalidOperationException($"No name for {Sort}."),
    };

    /// <summary>The same list for another text; best fit is an order of searches only.</summary>
    public ListAddress For(string text) =>
        this with { Text = text, Sort = Sort is PublicSort.Relevance || Sort == UsualSort(Text) ? UsualSort(text) : Sort, After = null };

    private static PublicSort UsualSort(string text) => text == "" ? PublicSort.Reviewed : PublicSort.Relevance;

    private static PublicSort SortOf(string? name, string text) =>
        Enum.TryParse<PublicSort>(name, ignoreCase: true, out var sort) && Enum.IsDefined(sort) && (text != "" || sort is not PublicSort.Relevance) ? sort : UsualSort(text);

    private static IReadOnlyList<string> Values(IEnumerable<string?> values) =>
        [.. values.Select(v => Clean(v, ValueMaxLength)).Where(v => v != "").Distinct(StringComparer.Ordinal).Take(PublicListQuery.MaxValuesPerFacet)];
}
