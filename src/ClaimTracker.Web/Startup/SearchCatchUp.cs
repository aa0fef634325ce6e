using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Web.Startup;

/// <summary>Follows, in the desk's search index, changes of names and sources that very many claims use.</summary>
internal sealed class SearchCatchUp(IServiceScopeFactory scopes, ILogger<SearchCatchUp> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                while (await DeskSearchIndex.CatchUpAsync(scope.ServiceProvider.GetRequiredService<ClaimDbContext>(), stoppingToken))
                {
                    await Task.Delay(DeskSearchIndex.CatchUpPause, stoppingToken);
                }
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException { InnerException: System.Data.Common.DbException })
            {
                LogLater(logger, e);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static readonly Action<ILogger, Exception?> LogLater =
        LoggerMessage.Define(LogLevel.Warning, new EventId(1, nameof(SearchCatchUp)), "The desk's search index could not be brought up to date; it is tried again.");
}
