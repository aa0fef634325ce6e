using System.Globalization;
using System.Security.Cryptography;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Feeds;

/// <summary>Feeds, <c>/feeds/corrections.{ar|en}.{atom|json}</c>: of publications alone, and answered 304 to whoever has the newest.</summary>
public static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/feeds/corrections.{language}.{format}", [HttpMethods.Get, HttpMethods.Head], CorrectionsAsync).AllowAnonymous();

    private static async Task<IResult> CorrectionsAsync(string language, string format, HttpContext context, CancellationToken ct)
    {
        if (!Cultures.IsKnown(language) || format is not ("atom" or "json"))
        {
            return Results.NotFound();
        }

        // Before anything that speaks is made: the language is the address's.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(language);
        var filter = CorrectionFilter.Read(context.Request.Query);
        if (filter.HasFault)
        {
            return Results.BadRequest();
        }

        var services = context.RequestServices;
        var feed = await services.GetRequiredService<CorrectionFeed>().ReadAsync(filter, format, ct);
        var author = services.GetRequiredService<SiteSettings>().Name ?? CommonText.SiteName;
        var (bytes, type) = format == "atom" ? (AtomWriter.Write(feed, author), AtomWriter.MediaType) : (JsonFeedWriter.Write(feed, author), JsonFeedWriter.MediaType);
        context.Response.Headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return Results.Bytes(bytes, $"{type}; charset=utf-8", entityTag: tag);
    }
}
