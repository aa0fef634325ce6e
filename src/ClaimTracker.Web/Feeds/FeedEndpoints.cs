using System.Globalization;
using System.Security.Cryptography;
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
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await feed.AnswerAsync(context, after, ct);
    }

    private static Task<IResult> ClaimsAsync(string language, string format, HttpContext context, CancellationToken ct) => AnswerAsync(language, format, context, async () =>
    {
        var address = ListAddress.Read(context.Request.Query);
        return address.HasFault ? null : await context.RequestServices.GetRequiredService<ClaimFeed>().ReadAsync(address, format, ct);
    });

    private static Task<IResult> CorrectionsAsync(string language, string format, HttpContext context, CancellationToken ct) => AnswerAsync(language, format, context, async () =>
    {
        var filter = CorrectionFilter.Read(context.Request.Query);
        return filter.HasFault ? null : await context.RequestServices.GetRequiredService<CorrectionFeed>().ReadAsync(filter, format, ct);
    });

    /// <param name="read">Gives null where what was asked for cannot be read.</param>
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
            return Results.BadRequest();
        }

        var author = context.RequestServices.GetRequiredService<SiteSettings>().Name ?? CommonText.SiteName;
        var (bytes, type) = format == "atom" ? (AtomWriter.Write(feed, author), AtomWriter.MediaType) : (JsonFeedWriter.Write(feed, author), JsonFeedWriter.MediaType);
        context.Response.Headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return Results.Bytes(bytes, $"{type}; charset=utf-8", entityTag: tag);
    }
}
