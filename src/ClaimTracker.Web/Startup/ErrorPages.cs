using ClaimTracker.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace ClaimTracker.Web.Startup;

/// <summary>Every refusal a reader can meet is a page in the reader's language (<c>Pages/Error</c>), at the address that was asked for.</summary>
public static class ErrorPages
{
    private const int MostWords = 200;

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((context, next) =>
        {
            if (IsForMachines(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    /// <summary>The path that was asked for, on an error page too.</summary>
    public static (PathString Path, string Query) Asked(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? (status.OriginalPath, status.OriginalQueryString ?? "")
        : context.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? (failure.Path, "")
        : (context.Request.Path, context.Request.QueryString.Value ?? "");

    /// <summary>Words of the address that led nowhere, to be searched for; empty: it has none.</summary>
    public static string WordsOf(PathString path)
    {
        var last = (path.Value ?? "").TrimEnd('/').Split('/')[^1].Replace('-', ' ').Trim();
        return last.Contains(' ') && last.Length <= MostWords ? last : "";
    }

    private static bool IsForMachines(PathString path) =>
        ApiPaths.IsOpen(path) || path.StartsWithSegments("/sitemaps") || path.StartsWithSegments("/.well-known") || path.StartsWithSegments("/healthz");
}
