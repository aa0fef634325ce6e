using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Startup;

/// <summary>Ready: the disk that holds the data has more room than the floor that is set.</summary>
public sealed class DiskHealth(SiteSettings settings) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(settings.Database.DataDirectory).AvailableFreeSpace / Megabyte;
        return Task.FromResult(free >= settings.DiskFloorMegabytes
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{free} MB are free where the data lies; {settings.DiskFloorMegabytes} are wanted."));
    }
}
