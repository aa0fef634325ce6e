using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Sources;

/// <summary>The end of every edit: faults, then the merge with what others saved, then one save.</summary>
internal static class MergedSave
{
    /// <param name="merged">What follows from the values that stand after the merge, done before they are saved.</param>
    public static async Task<Outcome> RunAsync(
        ClaimDbContext db, IVersioned root, StaleMerge merge, RecordMaker maker, ChangeContext change, Outcome.Done done, CancellationToken ct, Action? merged = null)
    {
        if (maker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (merge.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        merged?.Invoke();
        await SaveIfChangedAsync(db, root, change, ct);
        return done with { IsMerged = merge.IsStale };
    }

    /// <summary>A form sent back as it was raises no version and leaves no entry.</summary>
    public static async Task SaveIfChangedAsync(ClaimDbContext db, IVersioned root, ChangeContext change, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        if (Aggregates.EntriesOf(db, root).Any(e => e.State is not Microsoft.EntityFrameworkCore.EntityState.Unchanged))
        {
            await db.SaveAsync(change, ct);
        }
    }
}
