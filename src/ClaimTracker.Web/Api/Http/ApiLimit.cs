using System.Globalization;
using System.Threading.RateLimiting;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>
/// How much one network address, or one token, may ask of the API in a minute, looking texts up counted apart, and tokens that do not work. Minutes are the clock's, so that every answer can
/// say when the next begins.
/// </summary>
public sealed class ApiLimit(SiteSettings settings, TimeProvider clock) : IDisposable
{
    public const string LimitHeader = "RateLimit-Limit";
    public const string RemainingHeader = "RateLimit-Remaining";
    public const string ResetHeader = "RateLimit-Reset";

    private const int SecondsPerMinute = 60;

    private enum Use
    {
        Reading,
        LookUp,

        /// <summary>Of a token that does not work.</summary>
        FailedToken,
    }

    private readonly record struct Key(string Asker, Use Use, long Minute);

    private readonly PartitionedRateLimiter<Key> limiter = PartitionedRateLimiter.Create<Key, Key>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, k => new FixedWindowRateLimiterOptions { PermitLimit = Most(settings, k.Use), Window = TimeSpan.FromSeconds(SecondsPerMinute), QueueLimit = 0 }));

    private long Seconds => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Counts one request and says in its answer what is left; false: too many.</summary>
    public bool TryTake(HttpContext context)
    {
        var use = context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { IsLookUp: true } ? Use.LookUp : Use.Reading;
        var asker = ApiBearer.HolderOf(context) is { } holder ? $"token {holder.Id}" : AddressOf(context);
        var seconds = Seconds;
        var key = new Key(asker, use, seconds / SecondsPerMinute);
        using var lease = limiter.AttemptAcquire(key);
        Say(context, key, seconds, lease.IsAcquired);
        return lease.IsAcquired;
    }

    /// <summary>False: too many tokens from that address did not work, and the answer says when the next is looked up.</summary>
    public bool MayLookUpToken(HttpContext context)
    {
        var seconds = Seconds;
        var key = new Key(AddressOf(context), Use.FailedToken, seconds / SecondsPerMinute);
        using var lease = limiter.AttemptAcquire(key, permitCount: 0);
        if (!lease.IsAcquired)
        {
            Say(context, key, seconds, isAcquired: false);
        }

        return lease.IsAcquired;
    }

    /// <summary>Counts a token that was looked up and does not work.</summary>
    public void CountFailedToken(HttpContext context) => limiter.AttemptAcquire(new Key(AddressOf(context), Use.FailedToken, Seconds / SecondsPerMinute)).Dispose();

    public void Dispose() => limiter.Dispose();

    private void Say(HttpContext context, Key key, long seconds, bool isAcquired)
    {
        var left = limiter.GetStatistics(key)?.CurrentAvailablePermits ?? 0;
        var wait = Number(SecondsPerMinute - (seconds % SecondsPerMinute));
        // When the answer starts: kept answers bring their own headers along.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers[LimitHeader] = Number(Most(settings, key.Use));
            headers[RemainingHeader] = Number(left);
            headers[ResetHeader] = wait;
            if (!isAcquired)
            {
                headers.RetryAfter = wait;
            }

            return Task.CompletedTask;
        });
    }

    private static string AddressOf(HttpContext context) => ProtectionStartup.Asker(context.Connection.RemoteIpAddress);

    private static int Most(SiteSettings settings, Use use) => use is Use.LookUp ? Math.Min(settings.ChecksPerMinute, settings.ApiPerMinute) : settings.ApiPerMinute;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
