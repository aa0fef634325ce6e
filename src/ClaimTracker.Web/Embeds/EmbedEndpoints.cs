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

        if (addresses.ClaimAt(url) is not var (language, asked) || await StandingAsync(asked, reader, ct) is not var (number, standing))
        {
            return Problem(StatusCodes.Status404NotFound);
        }

        if (standing.State is PublicState.Removed)
        {
            return Problem(StatusCodes.Status451UnavailableForLegalReasons);
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(language);
        var card = await ClaimCard.OfAsync(number, reader, ct);
        var picture = pictures.Of(card);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(new OEmbed(
            "1.0", "rich", card.Title, settings.Name ?? CommonText.SiteName, links.Absolute(links.Home()), addresses.Frame(number, card.Title, width.Value, height.Value), width.Value, height.Value, SecondsKept,
            links.Absolute(picture.Address), RatingPictures.Width, RatingPictures.Height));

        IResult Problem(int status) => new ProblemResult(status);
    }

    private static async Task<IResult> PictureAsync(int number, PublicReader reader, SiteSettings settings, EmbedAddresses addresses, CancellationToken ct)
    {
        switch (await reader.StandingAsync(number, ct))
        {
            case null:
                return Results.NotFound();
            case { State: PublicState.Removed }:
                return Results.StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
            case { MergedIntoNumber: { } target }:
                return Results.LocalRedirect(addresses.Picture(target), permanent: true);
            default:
                var picture = CardPicture.Of(await ClaimCard.OfAsync(number, reader, ct), settings.Name ?? CommonText.SiteName);
                return Results.Text(picture, "image/svg+xml", Encoding.UTF8);
        }
    }

    /// <summary>The claim a number leads to, past one merge.</summary>
    private static async Task<(int Number, PublicStanding Standing)?> StandingAsync(int number, PublicReader reader, CancellationToken ct) =>
        await reader.StandingAsync(number, ct) switch
        {
            null => null,
            { MergedIntoNumber: { } target } when await reader.StandingAsync(target, ct) is { } there => (target, there),
            var here => (number, here),
        };

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
