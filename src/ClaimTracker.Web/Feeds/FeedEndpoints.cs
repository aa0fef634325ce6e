using System.Globalization;
using System.Security.Cryptography;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Feeds;

/// <summary>
/// Feeds, <c>/feeds/{claims|corrections}.{ar|en}.{atom|json}</c>, with the parameters of the page they follow, and
/// <c>/feeds/claimreview.json</c>: of publications alone, and answered 304 to whoever has the newest.
/// </summary>
public static class FeedEndpoints
{
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/feeds/claims.{language}.{format}", Reading, ClaimsAsync);
        routes.MapMethods("/feeds/corrections.{language}.{format}", Reading, CorrectionsAsync);
    }

    /// <summary>Apart from the others: as long as there are claims, so that no cache should keep it.</summary>
    public static void MapClaimReviewFeed(this IEndpointRouteBuilder routes) => routes.MapMethods(ClaimReviewFeed.Address, Reading, ClaimReviewsAsync);

    private static async Task ClaimReviewsAsync(HttpContext context, ClaimReviewFeed feed, CancellationToken ct)
    {
        var asked = context.Request.Query["after"].ToString();
        var after = 0;
        if (asked != "" && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, ApiErrors.Of("after", string.Format(CultureInfo.InvariantCulture, ApiText.ParameterNotWhole, 0, int.MaxValue)));
            return;
        }

        await feed.AnswerAsync(context, after, ct);
    }

    private static Task<IResult> ClaimsAsync(string language, string format, HttpContext context, CancellationToken ct) => AnswerAsync(language, format, context, async () =>
    {
        var address = ListAddress.Read(context.Request.Query);
        return address.HasFault ? await RefuseAsync(context) : await context.RequestServices.GetRequiredService<ClaimFeed>().ReadAsync(address, format, ct);
    });

    private static Task<IResult> CorrectionsAsync(string language, string format, HttpContext context, CancellationToken ct) => AnswerAsync(language, format, context, async () =>
    {
        var filter = CorrectionFilter.Read(context.Request.Query);
        if (await filter.IsOfRemovedAsync(context.RequestServices.GetRequiredService<PublicReader>(), ct))
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status451UnavailableForLegalReasons);
            return null;
        }

        return filter.HasFault ? await RefuseAsync(context) : await context.RequestServices.GetRequiredService<CorrectionFeed>().ReadAsync(filter, format, ct);
    });

    private static async Task<Feed?> RefuseAsync(HttpContext context)
    {
        await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, detail: ApiText.FeedParameters);
        return null;
    }

    /// <param name="read">Gives null where it has refused.</param>
    private static async Task<IResult> AnswerAsync(string language, string format, HttpContext context, Func<Task<Feed?>> read)
    {
        if (!Cultures.IsKnown(language) || format is not ("atom" or "json"))
        {
            return Results.NotFound();
        }

        // Before anything that speaks is made: the language is the address's.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(language);
        if (await read() is not { } feed)
        {
            return Results.Empty;
        }

        var author = context.RequestServices.GetRequiredService<SiteSettings>().Name ?? CommonText.SiteName;
        var (bytes, type) = format == "atom" ? (AtomWriter.Write(feed, author), AtomWriter.MediaType) : (JsonFeedWriter.Write(feed, author), JsonFeedWriter.MediaType);
        context.Response.Headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return Results.Bytes(bytes, $"{type}; charset=utf-8", entityTag: tag);
    }
}
