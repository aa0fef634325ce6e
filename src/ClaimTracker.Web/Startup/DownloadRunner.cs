using ClaimTracker.Web.Downloads;

namespace ClaimTracker.Web.Startup;

/// <summary>Keeps the downloads of this node's data directory ready, in the background; nodes that share the directory share them.</summary>
internal sealed class DownloadRunner(IServiceScopeFactory scopes, ILogger<DownloadRunner> logger) : BackgroundService
{
    /// <summary>Whoever has just started the program is waiting for something else.</summary>
    private static readonly TimeSpan PauseAtStart = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(5);

    private static readonly Action<ILogger, Exception?> LogBroken =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(DownloadRunner)), "The downloads could not be made; the earlier ones stay, and it is tried again.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = PauseAtStart;
        while (true)
        {
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            pause = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DownloadWork>().StepAsync(now: false, restful: true, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(logger, e);
                pause = PauseAfterFailure;
            }
        }
    }
}
