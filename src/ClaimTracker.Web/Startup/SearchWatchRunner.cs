using ClaimTracker.Core.Search;
using ClaimTracker.Web.Pages.Desk.Claims;

namespace ClaimTracker.Web.Startup;

/// <summary>Looks every few minutes what watched searches find anew; several nodes agree by a lease which of them does.</summary>
internal sealed class SearchWatchRunner(IServiceScopeFactory scopes, ILogger<SearchWatchRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private static readonly Action<ILogger, Exception?> LogBroken =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(SearchWatchRunner)), "Watched searches could not be looked at; it is tried again.");

    private readonly Guid owner = Guid.CreateVersion7();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                foreach (var failure in await scope.ServiceProvider.GetRequiredService<SearchWatcher>()
                    .LookAsync(owner, (address, person) => ClaimFilters.FromAddress(address).ToQuery(person), stoppingToken))
                {
                    LogBroken(logger, failure);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                LogBroken(logger, e);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await using var last = scopes.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<SearchWatcher>().ReleaseLeaseAsync(owner, CancellationToken.None);
    }
}
