using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Web.Startup;

/// <summary>Follows, in the desk's search index, changes of names and sources that very many claims use.</summary>
internal sealed class SearchCatchUp(IServiceScopeFactory scopes, BackgroundWrites writes, ILogger<SearchCatchUp> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly WritePace pace = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
                while (await DeskSearchIndex.CatchUpAsync(db, writes, pace, stoppingToken))
                {
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
