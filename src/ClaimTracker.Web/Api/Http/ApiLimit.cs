using System.Globalization;
using System.Threading.RateLimiting;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>
/// How much one network address, or one token, may ask of the API in a minute, looking texts up counted apart. Minutes are the clock's, so that every answer can
/// say when the next begins.
/// </summary>
public sealed class ApiLimit(SiteSettings settings, TimeProvider clock) : IDisposable
{
    public const string LimitHeader = "RateLimit-Limit";
    public const string RemainingHeader = "RateLimit-Remaining";
    public const string ResetHeader = "RateLimit-Reset";

    private const int SecondsPerMinute = 60;

    private readonly record struct Key(string Asker, bool IsLookUp, long Minute);

    private readonly PartitionedRateLimiter<Key> limiter = PartitionedRateLimiter.Create<Key, Key>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, k => new FixedWindowRateLimiterOptions { PermitLimit = Most(settings, k.IsLookUp), Window = TimeSpan.FromSeconds(SecondsPerMinute), QueueLimit = 0 }));

    /// <summary>Counts one request and says in its answer what is left; false: too many.</summary>
    public bool TryTake(HttpContext context)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        var isLookUp = context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { IsLookUp: true };
        var asker = ApiBearer.HolderOf(context) is { } holder ? $"token {holder.Id}" : ProtectionStartup.Asker(context.Connection.RemoteIpAddress);
        var key = new Key(asker, isLookUp, seconds / SecondsPerMinute);
        using var lease = limiter.AttemptAcquire(key);
        var left = limiter.GetStatistics(key)?.CurrentAvailablePermits ?? 0;
        var wait = Number(SecondsPerMinute - (seconds % SecondsPerMinute));
        var isAcquired = lease.IsAcquired;
        // When the answer starts: kept answers bring their own headers along.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers[LimitHeader] = Number(Most(settings, isLookUp));
            headers[RemainingHeader] = Number(left);
            headers[ResetHeader] = wait;
            if (!isAcquired)
            {
                headers.RetryAfter = wait;
            }

            return Task.CompletedTask;
        });
        return isAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static int Most(SiteSettings settings, bool isLookUp) => isLookUp ? Math.Min(settings.ChecksPerMinute, settings.ApiPerMinute) : settings.ApiPerMinute;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
