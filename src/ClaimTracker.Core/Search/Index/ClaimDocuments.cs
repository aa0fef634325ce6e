using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>What of a claim is searched. Public search reads what was published; the desk's reads the model, with its notes.</summary>
internal static class ClaimDocuments
{
    /// <summary>Null for a claim that the public list does not show.</summary>
    public static SearchDocument? OfPublished(PublicDocument document) =>
        document is { State: PublicState.Listed or PublicState.Imported or PublicState.Published, MergedIntoNumber: null }
            ? Of(document, SearchDocument.IdOf(document.ReviewedAt, document.Number))
            : null;

    /// <summary>Every claim of the desk, whatever its stage, as the model stands in the current transaction.</summary>
    public static async Task<List<SearchDocument>> OfDeskAsync(ClaimDbContext db, IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        var whole = await new PublicDocumentBuilder(db).BuildAsync(numbers, ct, withAwaited: true);
        var open = (await WithheldSources.BlankAsync(db, whole, ct)).ToDictionary(d => d.Number);
        var withheldIds = open.Values.SelectMany(d => d.Sources.Where(s => s.IsWithheld).Select(s => s.Id)).Distinct().ToList();
        var withheld = withheldIds.Count == 0 ? [] : await db.Sources.AsNoTracking().Include(s => s.Outlet).Where(s => EF.Parameter(withheldIds).Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var notes = (await db.Notes.AsNoTracking().Where(n => EF.Parameter(numbers).Contains(n.ClaimNumber)).Select(n => new { n.ClaimNumber, n.Body }).ToListAsync(ct)).ToLookup(n => n.ClaimNumber, n => n.Body);
        var verdicts = (await db.Verdicts.AsNoTracking().Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber)).ToListAsync(ct)).ToLookup(v => v.ClaimNumber);
        return whole.ConvertAll(document =>
        {
            var shown = open[document.Number];
            var found = Of(shown, document.Number);
            var newest = verdicts[document.Number].MaxBy(v => v.Number);
            return found with
            {
                Rest = [.. found.Rest, .. notes[document.Number], .. newest is null ? [] : TextsOf(newest)],
                StaffOnly =
                [
                    .. QuotesOf(document).Except(QuotesOf(shown)),
                    .. RestOf(document).Except(RestOf(shown)),
                    .. shown.Sources.Where(s => s.IsWithheld).Select(s => withheld.GetValueOrDefault(s.Id)).OfType<Source>().SelectMany(TextsOf),
                ],
            };
        });
    }

    private static SearchDocument Of(PublicDocument document, long id) => new()
    {
        Number = document.Number,
        Id = id,
        Match = MatchOf(document),
        Statement = [.. Texts(document.Statement)],
        Summary = [.. Texts(document.Summary)],
        Quotes = [.. QuotesOf(document)],
        Rest = [.. RestOf(document)],
        Facets = [.. PublicFacetValues.Listed(document).Concat(document.Figures.Select(f => (Facet: Publishing.Facets.Unit, Value: f.Unit.Code))).Distinct()],
        AssertedFrom = document.AssertedOn?.From ?? document.AssertedOn?.To,
        AssertedTo = document.AssertedOn?.To ?? document.AssertedOn?.From,
        AssertedSort = document.AssertedOn?.From ?? document.AssertedOn?.To ?? PublicClaim.UnknownDate,
        Repeats = document.Appearances.Count,
    };

    private static MatchClaim MatchOf(PublicDocument document) => new()
    {
        Number = document.Number,
        Statement = document.Statement,
        Summary = document.Summary,
        Quotes = [.. document.Appearances.Select(a => a.Quote).OfType<string>()],
        Claimants = [.. document.Claimants.Select(c => (IReadOnlyList<string>)[.. c.Party.Name.Select(n => n.Value)])],
        Figures = [.. document.Figures.Select(f => new MatchFigure(f.Value, f.Min, f.Max, f.Unit.Code, [.. UnitNames.Of(f.Unit.Label, f.Unit.Plurals)]))],
        AssertedOn = document.AssertedOn,
        EventOn = document.EventOn,
    };

    private static IEnumerable<string> QuotesOf(PublicDocument document) =>
        document.Appearances.Select(a => a.Quote).Concat(document.Evidence.Select(e => e.Quote)).OfType<string>();

    private static IEnumerable<string> RestOf(PublicDocument document) =>
    [
        $"CT-{document.Number.ToString(CultureInfo.InvariantCulture)}",
        .. document.Verdict is { } verdict ? new[] { verdict.Headline, verdict.Explanation, verdict.Unknowns, verdict.Body }.SelectMany(Texts) : [],
        .. document.Figures.SelectMany(FigureTexts),
        .. PartiesOf(document).SelectMany(p => Texts(p.Name)),
        .. document.Claimants.SelectMany(c => Texts(c.Role)),
        .. Texts(document.Hedge),
        .. Texts(document.PlaceName),
        .. document.Topics.SelectMany(t => Texts(t.Name)),
        .. document.Sources.SelectMany(TextsOf),
        .. document.Appearances.SelectMany(a => Texts(a.WordingNote)),
        .. document.Evidence.SelectMany(e => Texts(e.Note)),
        .. document.Garblings.SelectMany(g => Texts(g.Published).Concat(Texts(g.Intended))),
        .. document.Notes.Select(n => n.Body),
        .. Texts(document.HoldingNote),
    ];

    private static IEnumerable<PublicParty> PartiesOf(PublicDocument document) =>
        document.Claimants.Select(c => c.Party).Concat(document.Attribution.Select(s => s.Party)).DistinctBy(p => p.Id);

    private static IEnumerable<string> TextsOf(PublicSource source) =>
    [
        .. Texts(source.Title),
        .. source.Author is { } author ? [author] : Array.Empty<string>(),
        .. source.Outlet is { } outlet ? Texts(outlet.Name) : [],
        .. source.Origin is { } origin ? Texts(origin.Name) : [],
        .. source.Relays.SelectMany(r => Texts(r.Name)),
    ];

    private static IEnumerable<string?> TextsOf(Source source) =>
        [.. Texts(source.Title), source.Author, source.Address, .. source.Outlet is { } outlet ? Texts(outlet.Name) : []];

    private static IEnumerable<string> TextsOf(Verdict verdict) =>
        new[] { verdict.Headline, verdict.Explanation, verdict.Unknowns, verdict.Body }.SelectMany(Texts);

    private static IEnumerable<string> FigureTexts(PublicFigure figure)
    {
        foreach (var number in new[] { figure.Value, figure.Min, figure.Max }.OfType<decimal>())
        {
            yield return number.ToString("0.######", CultureInfo.InvariantCulture);
        }

        foreach (var label in UnitNames.Of(figure.Unit.Label, figure.Unit.Plurals).Concat(figure.Measure is { } measure ? Texts(measure.Label) : []))
        {
            yield return label;
        }
    }

    private static IEnumerable<string> Texts(LocalizedText text) => text.Select(t => t.Value);
}
