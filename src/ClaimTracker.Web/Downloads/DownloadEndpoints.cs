using System.Globalization;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Web.Feeds;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Downloads;

/// <summary>
/// <c>/downloads/{day}/{file}</c>, which can be cut and resumed, and <c>/downloads/latest/{file}</c>, which leads to the newest. Once something a set holds is taken
/// from readers, nobody is given it any more.
/// </summary>
public static class DownloadEndpoints
{
    public const string Root = "/downloads";

    private const string Latest = "latest";

    /// <summary>Seconds after which somebody may ask again for what is being made.</summary>
    private const string Later = "600";

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"{Root}/{Latest}/{{file}}", FeedEndpoints.Reading, LatestAsync);
        routes.MapMethods($"{Root}/{{day}}/{{file}}", FeedEndpoints.Reading, FileAsync);
    }

    private static async Task<IResult> LatestAsync(string file, HttpContext context, PublicDownloads downloads, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-cache";
        if (await downloads.NewestAsync(ct) is not { } newest)
        {
            context.Response.Headers.RetryAfter = Later;
            return Refused(StatusCodes.Status503ServiceUnavailable, nameof(PublicText.DataNoneYet));
        }

        return newest.File(file) is null ? Results.NotFound() : Results.Redirect(Links.Download(newest.Day, file));
    }

    private static async Task<IResult> FileAsync(string day, string file, HttpContext context, PublicDownloads downloads, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked))
        {
            return Results.NotFound();
        }

        var (set, wasTakenAway) = await downloads.OfAsync(asked, ct);
        context.Response.Headers.CacheControl = "no-cache";
        if (set is null)
        {
            return wasTakenAway ? Refused(StatusCodes.Status451UnavailableForLegalReasons, nameof(PublicText.DataTakenAway)) : Results.NotFound();
        }

        if (set.File(file) is not { } found)
        {
            return Results.NotFound();
        }

        var tag = new EntityTagHeaderValue($"\"{found.Sha256}\"");
        return Results.File(downloads.PathOf(set, found), MediaTypeOf(file), $"claims-{day}-{file}", new DateTimeOffset(set.MadeAt, TimeSpan.Zero), tag, enableRangeProcessing: true);
    }

    /// <summary>Whoever fetches files reads either language.</summary>
    private static IResult Refused(int status, string text) =>
        Results.Text(string.Join('\n', Cultures.All.Reverse().Select(l => PublicText.ResourceManager.GetString(text, Cultures.Info(l)))) + "\n", "text/plain; charset=utf-8", statusCode: status);

    private static string MediaTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".jsonl" => "application/jsonl; charset=utf-8",
        ".sqlite" => "application/vnd.sqlite3",
        ".gz" => "application/gzip",
        ".md" => "text/markdown; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
