using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;

namespace ClaimTracker.Web.Startup;

/// <summary>What stands between the site and the network: proxies, headers, forms' tokens, floods.</summary>
public static class ProtectionStartup
{
    /// <summary>Limit on posts of the sign-in forms: <c>[EnableRateLimiting(ProtectionStartup.SignInLimit)]</c>.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Limit on what readers' search boxes ask while somebody types; a newsroom behind one address stays well below it.</summary>
    public const string SuggestionLimit = "suggestions";

    private const int SuggestionsPerMinute = 600;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddProtection(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        // Trusts a proxy on this machine; ASPNETCORE_FORWARDEDHEADERS_ENABLED, the framework's own switch, any other.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ct-form";
            options.Cookie.SecurePolicy = settings.CookiePolicy;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = Minute, QueueLimit = 0 })
                : RateLimitPartition.GetNoLimiter("reading the form"));
            options.AddPolicy(SuggestionLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = SuggestionsPerMinute, Window = Minute, QueueLimit = 0 }));
        });
    }
}
