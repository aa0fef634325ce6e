using ClaimTracker.Core;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>The list of claims with everything beside it, read in a constant number of queries.</summary>
public sealed record ClaimListView
{
    /// <summary>Values of a facet offered beside the list; what is chosen is shown whatever its count.</summary>
    public const int OptionsShown = 12;

    public required ListAddress Address { get; init; }

    public IReadOnlyList<ClaimCard> Cards { get; init; } = [];

    public int Total { get; init; }

    /// <summary>There are more than the total says, which are not counted.</summary>
    public bool IsCapped { get; init; }

    /// <summary>The numbers beside the filters leave out the older claims, and the search has not said so.</summary>
    public bool HasCappedFacets { get; init; }

    public string? Next { get; init; }

    public IReadOnlyList<FacetGroup> Facets { get; init; } = [];

    /// <summary>What was found, when the list answers a search.</summary>
    public SearchFound? Found { get; init; }

    /// <summary>What the list says of the search; null where there is none.</summary>
    public SearchNotes? Notes(Links links) => Address.Text == "" || Address.HasFault ? null : new SearchNotes(Address.Text, Found, text => Address.For(text).Url(links));

    public IEnumerable<(FacetGroup Group, FacetOption Option)> Chosen => Facets.SelectMany(g => g.Options.Where(o => o.IsChosen).Select(o => (g, o)));

    /// <summary>Throws <see cref="CursorMismatchException"/> for a cursor of another list.</summary>
    public static async Task<ClaimListView> ReadAsync(ListAddress address, PublicReader reader, CancellationToken ct)
    {
        var query = address.ToQuery();
        var list = new PublicClaimList(reader);
        if (address.HasFault)
        {
            return new ClaimListView { Address = address, Facets = await FacetGroupsAsync(address, (await list.CountsAsync(query, ct)).Facets, reader, ct) };
        }

        var page = query.IsSearch ? await new PublicSearch(reader).PageAsync(query, address.After, ct) : await list.PageAsync(query, address.After, ct);
        var counts = page.Found is { } found ? new SearchCounts(found.Claims.Count, found.IsCapped, found.Counts) : await list.CountsAsync(query, ct);
        var cards = await ClaimCard.OfAsync(page.Rows, reader, ct);
        return new ClaimListView
        {
            Address = address,
            Cards = page.Found is null ? cards : await cards.MarkAsync(address.Text, page.Found.Marks, reader, ct),
            Total = page.Total ?? counts.Total,
            IsCapped = counts.IsCapped && (page.Total is null || page.Found is not null),
            HasCappedFacets = counts.IsCapped && page.Found is null,
            Next = page.Next,
            Facets = await FacetGroupsAsync(address, counts.Facets, reader, ct),
            Found = page.Found,
        };
    }

    private static async Task<List<FacetGroup>> FacetGroupsAsync(
        ListAddress address, IReadOnlyDictionary<(string Facet, string Value), int> counted, PublicReader reader, CancellationToken ct)
    {
        var counts = counted.Select(c => new PublicCount { Facet = c.Key.Facet, Value = c.Key.Value, Count = c.Value }).GroupBy(c => c.Facet)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).ToList());
        var ratings = await reader.Ratings.OrderBy(r => r.Aspect == Core.Claims.RatedAspect.Content ? 0 : 1).ThenBy(r => r.Order).ToListAsync(ct);
        var shown = Core.Publishing.Facets.Listed.ToDictionary(facet => facet, facet => Shown(facet, address, counts.GetValueOrDefault(facet, []), ratings.ConvertAll(r => r.Code)));
        var labels = await FacetLabels.ReadAsync(shown, ratings, reader, ct);
        return
        [
            .. Core.Publishing.Facets.Listed.Select(facet => new FacetGroup(
                facet,
                FacetLabels.Title(facet),
                [.. shown[facet].Select(c => new FacetOption(c.Value, labels.Of(facet, c.Value), c.Count, address.Has(facet, c.Value)))])),
        ];
    }

    /// <summary>What is chosen stands first, whatever its count; then ratings in the order of their scale, the rest by count.</summary>
    private static List<PublicCount> Shown(string facet, ListAddress address, List<PublicCount> counts, List<string> ratingOrder)
    {
        var ordered = facet == Core.Publishing.Facets.Rating ? counts.OrderBy(c => ratingOrder.IndexOf(c.Value) is var at and >= 0 ? at : int.MaxValue).ToList() : counts;
        var shown = ordered.Where((c, i) => i < OptionsShown || facet == Core.Publishing.Facets.Rating || address.Has(facet, c.Value)).ToList();
        var missing = address.Filters.GetValueOrDefault(facet, []).Where(v => shown.TrueForAll(c => c.Value != v));
        return [.. shown.Where(c => address.Has(facet, c.Value)), .. missing.Select(v => new PublicCount { Facet = facet, Value = v, Count = 0 }), .. shown.Where(c => !address.Has(facet, c.Value))];
    }
}

/// <summary>One filter of the list.</summary>
public sealed record FacetGroup(string Name, string Title, IReadOnlyList<FacetOption> Options)
{
    public bool IsOpen => Options.Any(o => o.IsChosen) || Name is Core.Publishing.Facets.Rating or Core.Publishing.Facets.Topic;
}

public sealed record FacetOption(string Value, string Label, int Count, bool IsChosen);

/// <summary>What the values of the filters are called.</summary>
public sealed class FacetLabels
{
    private readonly Dictionary<(string Facet, string Value), string> names = [];

    public static string Title(string facet) => facet switch
    {
        Facets.Rating => PublicText.FilterRating,
        Facets.Kind => PublicText.FilterKind,
        Facets.Claimant => PublicText.FilterClaimant,
        Facets.Topic => PublicText.FilterTopic,
        Facets.Outlet => PublicText.FilterOutlet,
        Facets.Country => PublicText.FilterCountry,
        Facets.Language => PublicText.FilterLanguage,
        Facets.Contested => PublicText.FilterContested,
        Facets.Corrected => PublicText.FilterCorrected,
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, null),
    };

    /// <summary>Names of the values shown; one query for each kind of record.</summary>
    public static async Task<FacetLabels> ReadAsync(
        Dictionary<string, List<PublicCount>> shown, List<Core.Review.Rating> ratings, PublicReader reader, CancellationToken ct)
    {
        var labels = new FacetLabels();
        foreach (var rating in ratings)
        {
            labels.names[(Facets.Rating, rating.Code)] = rating.Label.In(Cultures.Current);
        }

        var slugs = shown[Facets.Topic].ConvertAll(c => c.Value);
        foreach (var topic in await reader.Topics.Where(t => slugs.Contains(t.Slug)).ToListAsync(ct))
        {
            labels.names[(Facets.Topic, topic.Slug)] = topic.Name.In(Cultures.Current);
        }

        var parties = Ids(shown[Facets.Claimant]);
        foreach (var party in await reader.Parties.Where(p => parties.Contains(p.Id)).ToListAsync(ct))
        {
            labels.names[(Facets.Claimant, party.Id.ToString())] = party.Name.In(Cultures.Current);
        }

        var outlets = Ids(shown[Facets.Outlet]);
        foreach (var outlet in await reader.Outlets.Where(o => outlets.Contains(o.Id)).ToListAsync(ct))
        {
            labels.names[(Facets.Outlet, outlet.Id.ToString())] = outlet.Name.In(Cultures.Current);
        }

        return labels;
    }

    /// <summary>A value nobody knows is shown as it was typed.</summary>
    public string Of(string facet, string value) => names.TryGetValue((facet, value), out var name) ? name : (facet, value) switch
    {
        (Facets.Rating, Facets.NotRated) => PublicText.NotRatedYet,
        (Facets.Kind, _) when Enum.TryParse<Core.Claims.ClaimKind>(value, out var kind) => Glossary.Label(Glossary.ClaimKinds, kind, Cultures.Current),
        (Facets.Country, _) => Glossary.Label(Glossary.Countries, value, Cultures.Current),
        (Facets.Language, _) => Glossary.Label(Glossary.Languages, value, Cultures.Current),
        (Facets.Contested, Facets.Yes) => PublicText.OnlyContested,
        (Facets.Corrected, Facets.Yes) => PublicText.OnlyCorrected,
        _ => value,
    };

    private static List<Guid> Ids(List<PublicCount> counts) => [.. counts.Select(c => Guid.TryParse(c.Value, out var id) ? id : Guid.Empty)];
}
