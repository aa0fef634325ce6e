using ClaimTracker.Core.Users;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Api;

/// <summary>What stands between a request of a machine and its answer.</summary>
public static class ApiPipeline
{
    private static readonly string Exposed = string.Join(", ", HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter, ApiLimit.LimitHeader, ApiLimit.RemainingHeader, ApiLimit.ResetHeader);

    private const string Methods = "GET, HEAD";
    private const string PreflightIsGoodFor = "86400";

    /// <summary>Scripts of any site may read what is open, without cookies; the browser's question whether they may is answered here.</summary>
    public static void UseOpenReading(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!ApiPaths.IsOpen(context.Request.Path))
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlExposeHeaders = Exposed;
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsOptions(context.Request.Method) || context.Request.Headers.AccessControlRequestMethod.Count == 0)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.AccessControlAllowMethods = Methods;
        context.Response.Headers.AccessControlAllowHeaders = "*";
        context.Response.Headers.AccessControlMaxAge = PreflightIsGoodFor;
        return Task.CompletedTask;
    });

    /// <summary>Whatever goes wrong on the way is answered in JSON: also what no endpoint was found for, and what nobody foresaw.</summary>
    public static void UseApiErrors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!ApiPaths.IsApi(context.Request.Path))
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiPipeline)), context.Request.Path, e);
            context.Response.Clear();
            context.Response.StatusCode = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await ApiProblem.WriteAsync(context, context.Response.StatusCode);
        }
    });

    /// <summary>Before anything that was asked for is looked up: too many requests (429), a token that does not work (401), an answer nobody could take (406).</summary>
    public static void UseApiRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!ApiPaths.IsApi(context.Request.Path))
        {
            await next(context);
            return;
        }

        // Whose token it is comes first, since each has a measure of its own. Looking that up costs too: an address that sent too many tokens that do not work
        // has none looked up until the next minute. And each of those counts as a request of its address.
        var limit = context.RequestServices.GetRequiredService<ApiLimit>();
        var isLookedUp = ApiBearer.TokenOf(context) is { } token && TokenText.PublicIdOf(token) is not null;
        if (isLookedUp && !limit.MayLookUpToken(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var isRight = await ApiBearer.ReadAsync(context);
        if (isLookedUp && !isRight)
        {
            limit.CountFailedToken(context);
        }

        if (!limit.TryTake(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        if (!isRight)
        {
            await ApiBearer.RefuseAsync(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is not null && !ApiPaths.IsGoogles(context.Request.Path) && !TakesJson(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        await next(context);
    });

    private static bool TakesJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0 || accepted.Any(a => a.Quality is not 0 && (a.MatchesAllTypes || a.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)
            || a.MediaType.Equals(ApiWriter.MediaType, StringComparison.OrdinalIgnoreCase)));
    }

#pragma warning disable CA1848, CA1873 // Nobody foresaw it, so it is rare.
    private static void Failed(ILogger logger, PathString path, Exception e) => logger.LogError(e, "The API failed at {Path}", path);
#pragma warning restore CA1848, CA1873
}
