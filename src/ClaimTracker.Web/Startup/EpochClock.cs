using System.Data.Common;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// The publication epoch as this process knows it: part of every cached page's key (rule 12). What this process commits shows at
/// once; what others commit, within a second. Read where public pages read, so that a page is never newer than its key.
/// </summary>
public sealed class EpochClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EpochClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private volatile PublicationMoment known = new(0, null);
    private volatile bool isStale = true;

    public async ValueTask<long> GetAsync(CancellationToken ct) => (await LatestAsync(ct)).Value;

    /// <summary>The same, with the time it was raised.</summary>
    public async ValueTask<PublicationMoment> LatestAsync(CancellationToken ct)
    {
        if (isStale)
        {
            // Lowered before reading: a commit that comes in between raises it again.
            isStale = false;
            try
            {
                await ReadAsync(ct);
            }
            catch
            {
                isStale = true;
                throw;
            }
        }

        return known;
    }

    public void Invalidate() => isStale = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
            {
                isStale = true;
                log.LogWarning(e, "The publication epoch cannot be read; cached pages are not used until it can.");
            }
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublicReadContext>();
        known = await db.Epochs.Where(e => e.Id == PublicationEpoch.TheRow).Select(e => new PublicationMoment(e.Value, e.At) { TakenAwayAt = e.TakenAwayAt }).SingleOrDefaultAsync(ct) ?? new PublicationMoment(0, null);
    }
}

/// <summary>A publication epoch, and when it began where that is known.</summary>
public sealed record PublicationMoment(long Value, DateTime? At)
{
    /// <inheritdoc cref="PublicationEpoch.TakenAwayAt"/>
    public long TakenAwayAt { get; init; }
}

/// <summary>Tells the clock that this process committed something.</summary>
public sealed class CommitWatcher(EpochClock clock) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => clock.Invalidate();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        clock.Invalidate();
        return Task.CompletedTask;
    }
}
