using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Feeds;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Embeds;

/// <summary><c>/oembed?url=</c> (oEmbed 1.0, JSON) for programs that embed pages by their address, and <c>/embed/claims/{number}.svg</c>, a card as a picture.</summary>
public static class EmbedEndpoints
{
    private const int Least = 200;
    private const int SecondsKept = 3600;
    private const int MostMerges = 10;

    public static void MapOEmbed(this IEndpointRouteBuilder routes) => routes.MapMethods("/oembed", FeedEndpoints.Reading, OEmbedAsync);

    public static void MapCardPictures(this IEndpointRouteBuilder routes) => routes.MapMethods("/embed/claims/{number:int}.svg", FeedEndpoints.Reading, PictureAsync);

    private static async Task<IResult> OEmbedAsync(
        HttpContext context, string? url, string? format, string? maxwidth, string? maxheight, PublicReader reader, EmbedAddresses addresses, Links links, RatingPictures pictures, SiteSettings settings, CancellationToken ct)
    {
        if (format is not (null or "" or "json"))
        {
            // As oEmbed says of a format one does not have.
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        var (width, height) = (Size(maxwidth, EmbedAddresses.Width), Size(maxheight, EmbedAddresses.Height));
        if (string.IsNullOrEmpty(url) || width is null || height is null)
        {
            return Problem(StatusCodes.Status400BadRequest);
        }

        if (addresses.ClaimAt(url) is not var (language, number))
        {
            return Problem(StatusCodes.Status404NotFound);
        }

        (number, var standing) = await FollowAsync(number, reader, ct);
        if (standing?.State is PublicState.Removed)
        {
            return Problem(StatusCodes.Status451UnavailableForLegalReasons);
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(language);
        if (await ClaimCard.OfAsync(number, reader, ct) is not { } card)
        {
            return Problem(StatusCodes.Status404NotFound);
        }

        var picture = pictures.Of(card);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(new OEmbed(
            "1.0", "rich", card.Title, settings.Name ?? CommonText.SiteName, links.Absolute(links.Home()), addresses.Frame(number, card.Title, width.Value, height.Value), width.Value, height.Value, SecondsKept,
            links.Absolute(picture.Address), RatingPictures.Width, RatingPictures.Height));

        IResult Problem(int status) => new ProblemResult(status);
    }

    private static async Task<IResult> PictureAsync(int number, HttpContext context, PublicReader reader, SiteSettings settings, EmbedAddresses addresses, CancellationToken ct)
    {
        // What was removed or parted again must not live on in a cache between us and the reader.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language";
        switch (await reader.StandingAsync(number, ct))
        {
            case { State: PublicState.Removed }:
                return Results.StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
            case { MergedIntoNumber: { } target }:
                return Results.LocalRedirect(addresses.Picture(target), permanent: true);
            default:
                return await ClaimCard.OfAsync(number, reader, ct) is { } card
                    ? Results.Text(CardPicture.Of(card, settings.Name ?? CommonText.SiteName), "image/svg+xml", Encoding.UTF8)
                    : Results.NotFound();
        }
    }

    /// <summary>The claim a number leads to, past those it was merged into; null standing: none that readers know.</summary>
    private static async Task<(int Number, PublicStanding? Standing)> FollowAsync(int number, PublicReader reader, CancellationToken ct)
    {
        var standing = await reader.StandingAsync(number, ct);
        for (var step = 0; step < MostMerges && standing?.MergedIntoNumber is { } target; step++)
        {
            (number, standing) = (target, await reader.StandingAsync(target, ct));
        }

        return (number, standing);
    }

    /// <summary>What is asked for, but no more than we have and no less than can be read; null: not a number.</summary>
    private static int? Size(string? asked, int own) =>
        string.IsNullOrEmpty(asked) ? own : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? Math.Clamp(most, Least, own) : null;

    private sealed class ProblemResult(int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ApiProblem.WriteAsync(httpContext, status);
    }

    private sealed record OEmbed(
        [property: JsonPropertyName("version")] string Version,
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("provider_name")] string ProviderName,
        [property: JsonPropertyName("provider_url")] string ProviderUrl,
        [property: JsonPropertyName("html")] string Html,
        [property: JsonPropertyName("width")] int Width,
        [property: JsonPropertyName("height")] int Height,
        [property: JsonPropertyName("cache_age")] int CacheAge,
        [property: JsonPropertyName("thumbnail_url")] string ThumbnailUrl,
        [property: JsonPropertyName("thumbnail_width")] int ThumbnailWidth,
        [property: JsonPropertyName("thumbnail_height")] int ThumbnailHeight);
}
