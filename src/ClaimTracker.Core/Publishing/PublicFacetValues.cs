using ClaimTracker.Core.Search;

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

        var parties = document.Claimants.Select(c => c.Party)
            .Concat(document.Attribution.Select(s => s.Party))
            .Concat(document.Sources.SelectMany(s => s.Relays))
            .Concat(document.Sources.Select(s => s.Origin).OfType<PublicParty>());
        foreach (var party in parties)
        {
            yield return (Facets.Party, party.Id.ToString());
        }

        foreach (var figure in document.Figures)
        {
            if (figure.Measure is { } measure)
            {
                yield return (Facets.Measure, measure.Code);
            }
        }
    }

    private static IEnumerable<PublicOutlet> OutletsOfAppearances(PublicDocument document)
    {
        var sources = document.Sources.ToDictionary(s => s.Id);
        return document.Appearances.Select(a => sources[a.SourceId].Outlet).OfType<PublicOutlet>();
    }
}

/// <summary>Everything of a document that <c>q</c> searches, folded.</summary>
internal static class PublicTextOf
{
    public static string Document(PublicDocument document)
    {
        var texts = document.Statement.Select(t => t.Value)
            .Concat(document.Summary.Select(t => t.Value))
            .Concat(document.Figures.SelectMany(FigureTexts))
            .Concat(document.Appearances.Select(a => a.Quote ?? ""))
            .Concat(document.Claimants.SelectMany(c => c.Party.Name.Select(t => t.Value)))
            .Concat(document.Topics.SelectMany(t => t.Name.Select(n => n.Value)))
            .Concat(document.HoldingNote.Select(t => t.Value))
            .Concat(document.Verdict is { } verdict ? verdict.Headline.Concat(verdict.Explanation).Select(t => t.Value) : []);
        return TextFold.Fold(string.Join('\n', texts));
    }

    private static IEnumerable<string> FigureTexts(PublicFigure figure)
    {
        foreach (var number in new[] { figure.Value, figure.Min, figure.Max })
        {
            if (number is { } value)
            {
                yield return value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        foreach (var label in figure.Unit.Label)
        {
            yield return label.Value;
        }
    }
}
