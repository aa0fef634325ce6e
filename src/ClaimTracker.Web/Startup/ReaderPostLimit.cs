using System.Globalization;
using System.Threading.RateLimiting;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// How many reports and suggestions one network address may send in an hour. Asked by the page itself, before anything of the database is: the page then
/// answers 429 with what was typed still in its form. Addresses are kept in memory while they count, and nowhere else.
/// </summary>
public sealed class ReaderPostLimit(SiteSettings settings) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(asker => RateLimitPartition.GetFixedWindowLimiter(
        asker, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.ReportsPerHour, Window = Hour, QueueLimit = 0 }));

    /// <summary>Counts one; false: too many, and the answer says when to come back.</summary>
    public bool TryTake(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(ProtectionStartup.Asker(context.Connection.RemoteIpAddress));
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Hour;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
