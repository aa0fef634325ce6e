using System.Data.Common;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Stops this process soon after a newer version of the program has started on the same database: its readers' rows have more in
/// them than this one writes and shows.
/// </summary>
internal sealed class NewerProgramWatch(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<NewerProgramWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await new PublicRowsUpgrade(scope.ServiceProvider.GetRequiredService<ClaimDbContext>()).IsOutdatedAsync(stoppingToken))
                {
                    log.LogCritical("A newer version of the program serves this database. This one stops.");
                    lifetime.StopApplication();
                    return;
                }
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
            {
                log.LogWarning(e, "Whether a newer version of the program serves this database cannot be read now.");
            }
        }
    }
}
