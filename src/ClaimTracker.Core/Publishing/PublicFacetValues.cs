namespace ClaimTracker.Core.Publishing;

/// <summary>What a document can be filtered by, and whom and what it names.</summary>
internal static class PublicFacetValues
{
    public static IEnumerable<(string Facet, string Value)> Listed(PublicDocument document)
    {
        yield return (Facets.All, Facets.Yes);
        yield return (Facets.Rating, document.Verdict?.Rating.Code ?? Facets.NotRated);
        yield return (Facets.Kind, document.Kind.ToString());
        yield return (Facets.Language, document.OriginalLanguage);
        if (document.IsContested)
        {
            yield return (Facets.Contested, Facets.Yes);
        }

        if (document.Corrections.Count > 0)
        {
            yield return (Facets.Corrected, Facets.Yes);
        }

        foreach (var claimant in document.Claimants)
        {
            yield return (Facets.Claimant, claimant.Party.Id.ToString());
        }

        foreach (var topic in document.Topics)
        {
            yield return (Facets.Topic, topic.Slug);
        }

        foreach (var country in document.Claimants.Select(c => c.Party.Country).Append(document.PlaceCountry))
        {
            if (country is not null)
            {
                yield return (Facets.Country, country);
            }
        }

        foreach (var outlet in OutletsOfAppearances(document))
        {
            yield return (Facets.Outlet, outlet.Id.ToString());
        }
    }

    public static IEnumerable<(string Facet, string Value)> Mentions(PublicDocument document)
    {
        foreach (var source in document.Sources)
        {
            yield return (Facets.Source, source.Id.ToString());
        }

        // Apart from parties: whoever stands behind a claimant did not speak.
        foreach (var side in document.Claimants.Select(c => c.Side).OfType<PublicParty>())
        {
            yield return (Facets.Side, side.Id.ToString());
        }

        var parties = document.Claimants.Select(c => c.Party)
            .Concat(document.Attribution.Select(s => s.Party))
            .Concat(document.Sources.SelectMany(s => s.Relays))
            .Concat(document.Sources.Select(s => s.Origin).OfType<PublicParty>());
        foreach (var party in parties)
        {
            yield return (Facets.Party, party.Id.ToString());
        }
    }

    private static IEnumerable<PublicOutlet> OutletsOfAppearances(PublicDocument document)
    {
        var sources = document.Sources.ToDictionary(s => s.Id);
        return document.Appearances.Select(a => sources[a.SourceId].Outlet).OfType<PublicOutlet>();
    }
}
