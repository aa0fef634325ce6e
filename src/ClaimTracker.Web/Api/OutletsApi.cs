using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;

namespace ClaimTracker.Web.Api;

/// <summary>Publishers of what claims stand in.</summary>
public static class OutletsApi
{
    private static readonly ApiOperation One = new("getOutlet", "Outlets", "A publisher, by the ratings of the claims it carried", typeof(OutletRecord))
    {
        Parameters = [ApiParameters.IdOf("outlet", "0199a5a0-0000-7000-8000-000000000003")],
        Refusals = [StatusCodes.Status404NotFound],
        Example = "/outlets/0199a5a0-0000-7000-8000-000000000003",
    };

    public static void MapOutlets(this IEndpointRouteBuilder api) => api.MapReading("/outlets/{id}", One, OneAsync);

    private static async Task<ApiAnswer> OneAsync(ApiRequest request)
    {
        if (await new PublicDirectory(request.Reader).OutletAsync(request.Id, request.Ct) is not { } found)
        {
            return new ApiAnswer.NotFound();
        }

        var counts = new PublicRatingCounts(request.Reader);
        return new ApiAnswer.Found(new OutletRecord(
            found.Id, found.Name, found.Country, found.Kind, RatingCount.Of(await counts.RatingsAsync(Facets.Outlet, found.Id.ToString(), request.Ct)),
            WordingErrors.Of(await counts.BendingOfOutletAsync(found.Id, request.Ct)),
            request.Address($"/api/v1/claims?outlet={found.Id}"), request.Address($"/{request.PageLanguage}/outlets/{found.Id}"), request.Address($"/api/v1/outlets/{found.Id}")));
    }
}
