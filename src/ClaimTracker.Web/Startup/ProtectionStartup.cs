using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ClaimTracker.Web.Pages.Public;
using Microsoft.AspNetCore.HostFiltering;
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

    /// <summary>Limit on looking up texts, which costs more than reading a page.</summary>
    public const string CheckLimit = "check";

    /// <summary>Limit on asking for receipts, far below what guessing a number would take.</summary>
    public const string ReceiptLimit = "receipt";

    private const int ReceiptsPerMinute = 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddProtection(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        // A proxy on this machine is trusted without being named; each named one is passed through, and what stands before it is who asks.
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = settings.Proxies.Count + 1;
            foreach (var proxy in settings.Proxies)
            {
                options.KnownIPNetworks.Add(proxy);
            }
        });
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. settings.Hosts]);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ct-form";
            options.Cookie.SecurePolicy = settings.CookiePolicy;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<ReaderPostLimit>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignInLimit, context => Limited(context, HttpMethods.IsPost(context.Request.Method), settings.SignInsPerMinute));
            options.AddPolicy(SuggestionLimit, context => Limited(context, counts: true, SuggestionsPerMinute));
            options.AddPolicy(ReceiptLimit, context => Limited(context, counts: true, ReceiptsPerMinute));
            options.AddPolicy(CheckLimit, context => Limited(
                context, HttpMethods.IsPost(context.Request.Method) || context.Request.Query.ContainsKey(nameof(CheckModel.Text)), settings.ChecksPerMinute));
        });
    }

    private static RateLimitPartition<string> Limited(HttpContext context, bool counts, int perMinute) => counts
        ? RateLimitPartition.GetFixedWindowLimiter(
            Asker(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Minute, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter("reading the form");

    /// <summary>Who asks, as far as the network tells. In IPv6 everybody has a whole network (/64) of addresses to ask from.</summary>
    internal static string Asker(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        _ => address.ToString(),
    };
}
