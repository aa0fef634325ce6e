using ClaimTracker.Web.Api.Description;
using ClaimTracker.Web.Api.Desk;
using ClaimTracker.Web.Api.Google;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>Everything machines may ask for beside feeds: readers' data, made of publications alone; and for programs of staff, by token, the desk.</summary>
public static class ApiEndpoints
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiLimit>();
        services.AddApiDescription();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).AllowAnonymous();
        api.MapClaims();
        api.MapClaim();
        api.MapClaimants();
        api.MapSources();
        api.MapTopics();
        api.MapOutlets();
        api.MapRatings();
        api.MapFigures();
        api.MapCorrections();
        api.MapStatistics();
        api.MapMatch();
        api.MapDeskClaims();
        routes.MapFactCheckTools();
        routes.MapApiDescription();
        routes.MapGet(ApiProblem.Root + "{name}", (string name, Links links) => Results.Redirect(links.ApiProblem(name))).AllowAnonymous().ExcludeFromDescription();
    }
}
