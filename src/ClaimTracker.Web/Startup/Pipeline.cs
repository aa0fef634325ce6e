using ClaimTracker.Web.Api;
using ClaimTracker.Web.Downloads;
using ClaimTracker.Web.Embeds;
using ClaimTracker.Web.Feeds;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.StaticFiles;

namespace ClaimTracker.Web.Startup;

/// <summary>The order in which a request passes what stands between it and its page.</summary>
public static class Pipeline
{
    private static readonly TimeSpan VersionedFilesAreKept = TimeSpan.FromDays(365);
    private static readonly TimeSpan OtherFilesAreKept = TimeSpan.FromHours(1);

    public static void UseClaimTracker(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseOpenReading();
        app.UseApiErrors();
        app.UseHttpsBeyondLoopback();
        app.UseHsts();
        app.UseFileCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepFile });
        app.UseRouting();
        app.UseCultures();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UsePageRequests();
        app.UseRateLimiter();
        app.UseApiRequests();
        app.UseOneEncoding();
        app.UseOutputCache();
        app.UsePageCompression();

        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect("/" + Cultures.OfReader(context.Request));
        }).AllowAnonymous();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();
        var open = app.MapGroup("").AllowAnonymous();
        open.MapWellKnownFiles();
        open.MapSitemapOfClaims();
        open.MapClaimReviewFeed();
        open.MapDownloads();
        var kept = app.MapGroup("").AllowAnonymous().CacheLikePublicPages();
        kept.MapSitemap();
        kept.MapFeeds();
        open.MapOEmbed();
        app.MapGroup("").AllowAnonymous().CacheLikeCards().MapCardPictures();
        app.MapApi();
        app.MapRazorPages();
    }

    /// <summary>A file asked for with its hash (<c>asp-append-version</c>) never changes. A card in a sandbox is of no site, and asks for our fonts as one of another.</summary>
    private static void KeepFile(StaticFileResponseContext context)
    {
        var headers = context.Context.Response.Headers;
        headers.CacheControl = context.Context.Request.Query.ContainsKey("v")
            ? $"public, max-age={VersionedFilesAreKept.TotalSeconds}, immutable"
            : $"public, max-age={OtherFilesAreKept.TotalSeconds}";
        if (context.Context.Request.Path.StartsWithSegments("/fonts"))
        {
            headers.AccessControlAllowOrigin = "*";
        }
    }
}
