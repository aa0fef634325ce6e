using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Pages.Public.Figures;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>Figures across claims for machines: what is counted, and everything said about one measure.</summary>
public static class FiguresApi
{
    public static void MapFigures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/figures", MeasuresAsync);
        api.MapGet("/api/v1/figures/{measure}", SeriesAsync);
    }

    private static async Task<IResult> MeasuresAsync(PublicReader reader, SiteAddress site, CancellationToken ct) =>
        Results.Ok(new MeasureList((await new PublicFigures(reader).MeasuresAsync(0, null, ct)).Measures.ConvertAll(
            m => new MeasureItem(m.Measure.Code, m.Measure.Label, m.Figures, m.Claims, site.Absolute($"/api/v1/figures/{Uri.EscapeDataString(m.Measure.Code)}")))));

    private static async Task<IResult> SeriesAsync(string measure, PublicReader reader, SiteAddress site, CancellationToken ct) =>
        await FigureSeriesView.ReadAsync(ListAddress.Clean(measure, Measure.CodeMaxLength), reader, ct) is { } view
            ? Results.Ok(new Series(
                view.Measure.Code, view.Measure.Label, view.Total,
                [.. view.Entries.Select(e => new Item(
                    e.Order, ClaimOf(e.Card, site), e.Figure.Value, e.Figure.Min, e.Figure.Max, e.Figure.Modifier?.ToString(),
                    new Named(e.Figure.Unit.Code, e.Figure.Unit.Label), e.Figure.IsCapacity, Days.Of(e.Figure.Period), e.Figure.AlternativeGroup,
                    [.. e.Denials.Select(d => d.Claim.Number)]))],
                [.. view.Denials.Select(d => new Denial(ClaimOf(d.Card, site), d.Denies))]))
            : Results.NotFound();

    private static ClaimItem ClaimOf(ClaimCard card, SiteAddress site) => new(
        card.Claim.Number, card.Claim.State.ToString(), card.Card.Statement, [.. card.Card.Claimants.Select(c => new Person(c.Party.Id, c.Party.Name))],
        Days.Of(card.Card.AssertedOn), RatingOf(card), site.Absolute($"/{card.Claim.Language switch { Cultures.Arabic => Cultures.Arabic, _ => Cultures.English }}/claims/{Links.Number(card.Claim.Number)}"));

    /// <summary>A saying's rating never leaves without that of what was said.</summary>
    private static RatingItem? RatingOf(ClaimCard card) => card.Card.Rating is not { } rating ? null : new RatingItem(
        rating.Code, rating.Aspect.ToString(), rating.Label, card.Content is { } content ? new Named(content.Code, content.Label) : null, card.Claim.State is not PublicState.Imported);

    private sealed record MeasureList(IReadOnlyList<MeasureItem> Measures);

    private sealed record MeasureItem(string Code, LocalizedText Label, int Figures, int Claims, string Address);

    private sealed record Series(string Measure, LocalizedText Label, int Total, IReadOnlyList<Item> Figures, IReadOnlyList<Denial> Denials);

    private sealed record Item(
        int Order, ClaimItem Claim, decimal? Value, decimal? Min, decimal? Max, string? Modifier, Named Unit, bool IsCapacity, Days? Period, string? EitherOrGroup, IReadOnlyList<int> DeniedBy);

    private sealed record Denial(ClaimItem Claim, IReadOnlyList<int> Denies);

    private sealed record ClaimItem(
        int Number, string State, LocalizedText Statement, IReadOnlyList<Person> Claimants, Days? AssertedOn, RatingItem? Rating, string Address);

    private sealed record Person(Guid Id, LocalizedText Name);

    private sealed record Named(string Code, LocalizedText Label);

    private sealed record RatingItem(string Code, string Aspect, LocalizedText Label, Named? Content, bool IsReviewedHere);

    private sealed record Days(DateOnly? From, DateOnly? To, string Precision)
    {
        public static Days? Of(FuzzyDate? date) => date is null ? null : new Days(date.From, date.To, date.Precision.ToString());
    }
}
