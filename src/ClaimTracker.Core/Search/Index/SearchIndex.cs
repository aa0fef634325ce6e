using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>How far building an index has come.</summary>
public sealed record SearchIndexProgress(SearchScope Scope, int Done, int Total);

/// <summary>
/// Builds the indexes of a database again: from publications, and from the model. Goes on where it was stopped; search works
/// meanwhile, over what is there. Every part is a transaction of its own, so that writers wait a moment only.
/// </summary>
public sealed class SearchIndex(ClaimDbContext db)
{
    private const int UsualPart = 2_000;

    /// <summary>
    /// Claims written at a time. The larger a part, the fewer words are written twice; whoever saves meanwhile waits for one, which is a
    /// fifth of a second. Of the desk's it is half as many: they are read while others wait, too.
    /// </summary>
    public int PartSize { get; init; } = UsualPart;

    /// <summary>What the epoch became each time we raised it ourselves, as far as a part that is still to come may have been read before.</summary>
    private readonly Queue<long> raised = new();

    /// <summary>Brings an index that an older program left, or that was not finished, to this program's; nothing to do is the usual case.</summary>
    public Task EnsureAsync(IProgress<SearchIndexProgress>? progress, CancellationToken ct) => LongStatements.RunAsync(db, async () =>
    {
        await SearchIndexSchema.RepairAsync(db, ct);
        foreach (var scope in Enum.GetValues<SearchScope>())
        {
            var total = await TotalAsync(scope, ct);
            if (total is null ? await SearchIndexParts.CountAsync(db, scope, after: 0, ct) > 0 : total.FoldVersion < TextFold.Version)
            {
                await BeginAsync(scope, ct);
                total = await TotalAsync(scope, ct);
            }

            if (total?.BuiltTo is not null)
            {
                await ContinueAsync(scope, progress, ct);
            }
        }
    });

    /// <summary>Builds both indexes from the beginning, with the counts of words.</summary>
    public Task RebuildAsync(IProgress<SearchIndexProgress>? progress, CancellationToken ct) => LongStatements.RunAsync(db, async () =>
    {
        await SearchIndexSchema.RepairAsync(db, ct);
        foreach (var scope in Enum.GetValues<SearchScope>())
        {
            await BeginAsync(scope, ct);
            await ContinueAsync(scope, progress, ct);
        }
    });

    private Task<SearchTotal?> TotalAsync(SearchScope scope, CancellationToken ct) => db.SearchTotals.AsNoTracking().SingleOrDefaultAsync(t => t.Scope == scope, ct);

    /// <summary>Forgets the counts and begins a new build; rows of the older one are replaced one after the other.</summary>
    private async Task BeginAsync(SearchScope scope, CancellationToken ct)
    {
        if (scope is SearchScope.Desk)
        {
            // In parts of their own, so that nobody waits for all of them.
            await FoldedColumns.RefoldAsync(db, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var build = ((await TotalAsync(scope, ct))?.Build ?? 0) + 1;
        if (scope is SearchScope.Desk)
        {
            await NameWords.FollowAsync(db, await db.Parties.Select(p => p.Id).ToListAsync(ct), ct);
        }

#pragma warning disable RS0030 // Counts are not audited records.
        // The total first, as every writer takes it: two that take the same rows in another order wait for each other for ever.
        await db.SearchTotals.Where(t => t.Scope == scope).ExecuteDeleteAsync(ct);
        await db.SearchTerms.Where(t => t.Scope == scope).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        await BulkRows.WriteAsync(db, [new SearchTotal { Scope = scope, Documents = 0, Words = 0, FoldVersion = TextFold.Version, Build = build, BuiltTo = 0 }], ct);
        await transaction.CommitAsync(ct);
    }

    private async Task ContinueAsync(SearchScope scope, IProgress<SearchIndexProgress>? progress, CancellationToken ct)
    {
        await IndexBuilding.BeginAsync(db, scope, ct);
        try
        {
            await BuildAsync(scope, progress, ct);
        }
        finally
        {
            await IndexBuilding.EndAsync(db, scope, CancellationToken.None);
        }

        await DropLeftOversAsync(scope, ct);
        await ReachAsync(scope, null, ct);
    }

    private async Task BuildAsync(SearchScope scope, IProgress<SearchIndexProgress>? progress, CancellationToken ct)
    {
        var builtTo = (await TotalAsync(scope, ct))?.BuiltTo ?? 0;
        var total = await SearchIndexParts.CountAsync(db, scope, 0, ct);
        var done = total - await SearchIndexParts.CountAsync(db, scope, builtTo, ct);
        await foreach (var part in SearchIndexParts.ReadAheadAsync(db, scope, builtTo, scope is SearchScope.Public ? PartSize : PartSize / 2, ct))
        {
            await WriteAsync(scope, part, ct);
            done += part.Numbers.Count;
            progress?.Report(new SearchIndexProgress(scope, done, total));
            await IndexBuilding.LetOthersWriteAsync(db, ct);
        }
    }

    private async Task WriteAsync(SearchScope scope, SearchIndexPart part, CancellationToken ct)
    {
        var writer = new SearchIndexWriter(db, scope);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (scope is SearchScope.Desk)
        {
            await writer.ReplaceAsync(part.Numbers, () => ClaimDocuments.OfDeskAsync(db, part.Numbers, ct), ct);
        }
        else
        {
            // Whoever publishes or withholds raises the epoch first: while we have it nobody else does, and if others moved it,
            // what we read is old.
            await PublicEpoch.RaiseAsync(db, ct);
            var entries = await OthersRaisedSinceAsync(part.Epoch, ct) ? await SearchIndexParts.ReadPublicAsync(db, part.Numbers, ct) : part.Entries;
            await writer.ReplaceAsync(part.Numbers, entries, ct);
        }

        await ReachAsync(scope, part.Numbers[^1], ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether somebody else raised the epoch after it had this value; we just did.</summary>
    private async Task<bool> OthersRaisedSinceAsync(long epoch, CancellationToken ct)
    {
        var now = await db.Epochs.AsNoTracking().Select(e => e.Value).SingleAsync(ct);
        raised.Enqueue(now);
        while (raised.Peek() <= epoch)
        {
            raised.Dequeue();
        }

        return raised.Count != now - epoch;
    }

    /// <summary>Rows of the build before are of claims that are no longer there.</summary>
    private async Task DropLeftOversAsync(SearchScope scope, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var build = (await TotalAsync(scope, ct))?.Build;
        var old = await db.SearchRanks(scope).Where(r => r.Build != build).Select(r => r.Number).ToListAsync(ct);
        await new SearchIndexWriter(db, scope).ReplaceAsync(old, SearchBatch.Empty, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task ReachAsync(SearchScope scope, int? builtTo, CancellationToken ct)
    {
#pragma warning disable RS0030 // As above.
        await db.SearchTotals.Where(t => t.Scope == scope).ExecuteUpdateAsync(s => s.SetProperty(t => t.BuiltTo, builtTo), ct);
#pragma warning restore RS0030
    }
}
