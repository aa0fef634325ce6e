using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Api.Contract;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>What claims can be rated.</summary>
public static class RatingsApi
{
    private static readonly ApiOperation All = new("listRatings", "Ratings", "Both scales, whole", typeof(Listing<RatingItem>))
    {
        Description = "Whether it is true (`Content`), and whether it was said (`Saying`).",
        ListName = "items",
        Record = typeof(RatingItem),
        Example = "/ratings",
    };

    public static void MapRatings(this IEndpointRouteBuilder api) => api.MapReading("/ratings", All, AllAsync);

    private static async Task<ApiAnswer> AllAsync(ApiRequest request)
    {
        var ratings = await request.Reader.Ratings.OrderBy(r => r.Aspect == RatedAspect.Content ? 0 : 1).ThenBy(r => r.Order).ThenBy(r => r.Code).ToListAsync(request.Ct);
        return new ApiAnswer.Found(new Listing<RatingItem>(
            ratings.ConvertAll(r => new RatingItem(r.Code, r.Aspect, r.Label, r.Definition, r.Order, r.ClaimReviewValue, r.IsActive, request.Address($"/api/v1/claims?rating={Uri.EscapeDataString(r.Code)}"))),
            ratings.Count, null));
    }
}
