using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>
/// One save with its audit entries in one transaction. Two saves may want the same place in a stream; the one that comes
/// second chains to the new head and saves again, whole (rule 3).
/// </summary>
internal static class SaveTransaction
{
    private const int MaxAttempts = 20;

    public static async Task<int> RunAsync(ClaimDbContext db, Func<Task> record, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mine = db.Database.CurrentTransaction is null;
            var isPrepared = false;
            if (mine && attempt == 1 && db.BeforeWriting is { } wait)
            {
                // Whoever comes between loses us the place in a stream, as ever, and it is recorded anew.
                await record();
                await wait(ct);
                isPrepared = true;
            }

            var transaction = mine ? await db.Database.BeginTransactionAsync(ct) : null;
            try
            {
                if (!isPrepared)
                {
                    await record();
                }

                var rows = await db.SaveUnauditedAsync(ct);
                await DeskSearchIndex.FollowAsync(db, ct);
                await PublicEpoch.RaiseIfReadersAreAffectedAsync(db, ct);
                if (transaction is not null)
                {
                    await transaction.CommitAsync(ct);
                }

                db.ChangeTracker.AcceptAllChanges();
                return rows;
            }
            catch (Exception e) when (mine && attempt < MaxAttempts && (DatabaseErrors.IsAuditRace(e) || DatabaseErrors.IsDeadlock(e)))
            {
                Forget(db);
            }
            finally
            {
                if (transaction is not null)
                {
                    await transaction.DisposeAsync();
                }
            }

            await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
        }
    }

    /// <summary>The entries of a lost race are written anew, chained to the new head.</summary>
    private static void Forget(ClaimDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State is EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
