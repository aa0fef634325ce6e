using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;

namespace ClaimTracker.Web.Startup;

/// <summary>Works on imports in the background, batch by batch; several nodes agree by a lease which of them does.</summary>
internal sealed class BulkImportRunner(IServiceScopeFactory scopes, BackgroundWrites writes, ILogger<BulkImportRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly Action<ILogger, Exception?> LogBroken =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(BulkImportRunner)), "A part of an import failed; it is tried again, and stopped when that fails as well.");

    private readonly BulkMemory memory = new(writes);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isMore = false;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                isMore = await scope.ServiceProvider.GetRequiredService<BulkWork>().StepAsync(memory, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogBroken(logger, e);
            }

            if (!isMore)
            {
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // The next node, or this one started again, need not wait for the lease to run out.
        await using var last = scopes.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<BulkWork>().ReleaseLeaseAsync(memory, CancellationToken.None);
    }
}
