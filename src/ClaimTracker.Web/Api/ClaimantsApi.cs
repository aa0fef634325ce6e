using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;

namespace ClaimTracker.Web.Api;

/// <summary>Who makes claims.</summary>
public static class ClaimantsApi
{
    private static readonly ApiOperation All = new("listClaimants", "Claimants", "Everybody who makes a claim on the list", typeof(Listing<ClaimantEntry>))
    {
        Parameters = ApiParameters.Paging,
        ListName = "items",
        Record = typeof(ClaimantEntry),
        Example = "/claimants?limit=2",
    };

    private static readonly ApiOperation One = new("getClaimant", "Claimants", "Somebody named in public claims", typeof(ClaimantRecord))
    {
        Description = "Counted are the claims they make; passing a claim on never counts against them.",
        Parameters = [ApiParameters.IdOf("claimant", "0199a5a0-0000-7000-8000-000000000001")],
        Refusals = [StatusCodes.Status404NotFound],
        Example = "/claimants/0199a5a0-0000-7000-8000-000000000001",
    };

    public static void MapClaimants(this IEndpointRouteBuilder api)
    {
        api.MapReading("/claimants", All, AllAsync);
        api.MapReading("/claimants/{id}", One, OneAsync);
    }

    private static async Task<ApiAnswer> AllAsync(ApiRequest request)
    {
        var page = await new PublicDirectory(request.Reader).ClaimantsAsync(request.After, request.Limit, request.Ct);
        var next = request.NextAt(page.Next);
        return new ApiAnswer.Found(
            new Listing<ClaimantEntry>([.. page.Entries.Select(e => new ClaimantEntry(e.Entry.Id, e.Entry.Name, e.Entry.Kind, e.Entry.Country, e.Claims, request.Address($"/api/v1/claimants/{e.Entry.Id}")))], page.Total, next),
            next);
    }

    private static async Task<ApiAnswer> OneAsync(ApiRequest request)
    {
        if (await new PublicDirectory(request.Reader).ClaimantAsync(request.Id, request.Ct) is not { } found)
        {
            return new ApiAnswer.NotFound();
        }

        var ratings = await new PublicRatingCounts(request.Reader).RatingsAsync(Facets.Claimant, request.Id.ToString(), request.Ct);
        return new ApiAnswer.Found(new ClaimantRecord(
            found.Party.Id, found.Party.Name, found.Party.Kind, found.Party.Country, found.Role, Party.OfOptional(found.MemberOf), [.. found.Members.Select(Party.Of)], RatingCount.Of(ratings),
            request.Address($"/api/v1/claims?claimant={found.Party.Id}"), request.Address($"/{request.PageLanguage}/claimants/{found.Party.Id}"), request.Address($"/api/v1/claimants/{found.Party.Id}")));
    }
}
