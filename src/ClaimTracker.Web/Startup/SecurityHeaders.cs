using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;

namespace ClaimTracker.Web.Startup;

/// <summary>Headers every answer carries, and plain http kept to this machine.</summary>
public static class SecurityHeaders
{
    /// <summary>Nothing inline, nothing from elsewhere: hence no nonce, and nothing that would break cached pages.</summary>
    public const string ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Of a card that any site may frame: it can do nothing there but be read and followed.</summary>
    private const string ContentSecurityPolicyOfCards = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Passwords and cookies never cross a network unencrypted: whoever asks from outside over http is sent to https.</summary>
    public static void UseHttpsBeyondLoopback(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsHttps || IsLocal(context.Connection.RemoteIpAddress) || context.Request.Path.StartsWithSegments("/healthz"))
        {
            return next(context);
        }

        var site = context.RequestServices.GetRequiredService<SiteAddress>().Base;
        if (site.Scheme == Uri.UriSchemeHttps && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.Redirect(new Uri(site, context.Request.Path + context.Request.QueryString).AbsoluteUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // What somebody else wrote, such as a captured page, is answered with a stricter one.
        var own = context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata.GetMetadata<PageFolder>()?.Name == PageFolder.Embed ? ContentSecurityPolicyOfCards : ContentSecurityPolicy;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : own;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata is { } page && page.GetMetadata<PageFolder>() is { } folder)
        {
            // What a signed-in person sees, or a reader pasted, stays out of every cache, the browser's own included; of public pages we are asked again.
            headers.CacheControl = folder.IsForReaders && page.GetMetadata<OutputCacheAttribute>() is not { NoStore: true } ? "no-cache" : "no-store";
        }
    }
}
