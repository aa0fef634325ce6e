using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Public.Figures;

namespace ClaimTracker.Web.Api;

/// <summary>Figures across claims for machines: what is counted, and everything said about one measure.</summary>
public static class FiguresApi
{
    private static readonly ApiOperation All = new("listMeasures", "Figures", "Everything that is counted in claims on the list", typeof(MeasureList))
    {
        ListName = "measures",
        Record = typeof(MeasureItem),
        Example = "/figures",
    };

    private static readonly ApiOperation One = new("getFigures", "Figures", "Everything said about one measure, in order of time", typeof(MeasureFigures))
    {
        Description = "Figures without a date stand last.",
        Parameters = [new("measure", ApiValue.Code, "Code of the measure.") { IsInPath = true, IsRequired = true, MaxLength = Measure.CodeMaxLength, Example = "containers-shipped" }],
        Refusals = [StatusCodes.Status404NotFound],
        Example = "/figures/containers-shipped",
    };

    public static void MapFigures(this IEndpointRouteBuilder api)
    {
        api.MapReading("/figures", All, AllAsync);
        api.MapReading("/figures/{measure}", One, OneAsync);
    }

    private static async Task<ApiAnswer> AllAsync(ApiRequest request) =>
        new ApiAnswer.Found(new MeasureList((await new PublicFigures(request.Reader).MeasuresAsync(0, null, request.Ct)).Measures.ConvertAll(
            m => new MeasureItem(m.Measure.Code, m.Measure.Label, m.Figures, m.Claims, request.Address($"/api/v1/figures/{Uri.EscapeDataString(m.Measure.Code)}")))));

    private static async Task<ApiAnswer> OneAsync(ApiRequest request) =>
        await FigureSeriesView.ReadAsync(request.Text("measure") ?? "", request.Reader, request.Ct) is { } view
            ? new ApiAnswer.Found(new MeasureFigures(
                view.Measure.Code, view.Measure.Label, view.Total,
                [.. view.Entries.Select(e => new FigureItem(
                    e.Order, Making.Item(e.Card, request), e.Figure.Value, e.Figure.Min, e.Figure.Max, e.Figure.Modifier, new Named(e.Figure.Unit.Code, e.Figure.Unit.Label), e.Figure.IsCapacity,
                    Days.Of(e.Figure.Period), e.Figure.AlternativeGroup, [.. e.Denials.Select(d => d.Claim.Number)]))],
                [.. view.Denials.Select(d => new Denial(Making.Item(d.Card, request), d.Denies))]))
            : new ApiAnswer.NotFound();
}
