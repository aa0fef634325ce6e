using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Looks, for people who want to be told, what their saved searches find that was added or changed since the last look, with the rights
/// they have now. A claim is told once for a search.
/// </summary>
public sealed class SearchWatcher(ClaimDbContext db, DeskClaimList list)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>More are told at the next look.</summary>
    private const int MaxClaims = 1_000;

    /// <summary>What was being saved, or not indexed yet, at the last look.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Looks at every search whose time has come. <paramref name="queryOf"/>: what the list asks for a saved search's address. What went
    /// wrong with one is returned; it is looked at again in its turn, and keeps no other waiting.
    /// </summary>
    public async Task<IReadOnlyList<Exception>> LookAsync(Guid owner, Func<string, Actor, DeskClaimQuery> queryOf, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var before = db.Now - Every;
        var due = await db.SearchWatches.AsNoTracking().Where(w => w.LookedAt <= before).OrderBy(w => w.LookedAt).Select(w => w.SavedSearchId).ToListAsync(ct);
        if (due.Count == 0 || !await WorkLeases.TakeAsync(db, WorkLease.SavedSearches, owner, LeaseTime, ct))
        {
            return [];
        }

        var failures = new List<Exception>();
        foreach (var id in due)
        {
            try
            {
                await Retry.RunAsync(db, () => LookAtAsync(id, before, queryOf, ct), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                failures.Add(e);
                db.ChangeTracker.Clear();
#pragma warning disable RS0030 // A look is no audited record.
                await db.SearchWatches.Where(w => w.SavedSearchId == id).ExecuteUpdateAsync(s => s.SetProperty(w => w.LookedAt, db.Now), ct);
#pragma warning restore RS0030
            }
        }

        return failures;
    }

    public Task ReleaseLeaseAsync(Guid owner, CancellationToken ct) => WorkLeases.ReleaseAsync(db, WorkLease.SavedSearches, owner, ct);

    private async Task<bool> LookAtAsync(Guid id, DateTime before, Func<string, Actor, DeskClaimQuery> queryOf, CancellationToken ct)
    {
        // Another node may have looked meanwhile, or its owner wants it no more.
        if (await db.SearchWatches.SingleOrDefaultAsync(w => w.SavedSearchId == id && w.LookedAt <= before, ct) is not { } watch)
        {
            return false;
        }

        var search = await db.SavedSearches.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        var person = (await db.Users.AsNoTracking().SingleAsync(u => u.Id == search.OwnerId, ct)).ToActor(db.Today);
        var since = watch.LookedAt - Overlap < watch.Since ? watch.Since : watch.LookedAt - Overlap;
        var now = db.Now;
        if (Permissions.SeesSavedSearch(person, isOwner: true, search.IsShared))
        {
            var changed = await ChangedAsync(since, ct);
            var found = changed.Count == 0 ? [] : await list.UntoldAsync(queryOf(search.Address, person), changed, id, MaxClaims, ct);
            db.SearchWatchTold.AddRange(found.Select(n => new SearchWatchTold { SavedSearchId = id, ClaimNumber = n }));
            await Notices.OfSearchAsync(db, search, found.Count, ct);
            // There may be more: the same stretch of time is looked at once more.
            now = found.Count == MaxClaims ? watch.LookedAt.AddTicks(TimeSpan.TicksPerMicrosecond) : now;
        }

        watch.LookedAt = now;

        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Claims added or changed after that time, by their trail, and those of imports that were held back until then.</summary>
    private async Task<IReadOnlyCollection<int>> ChangedAsync(DateTime since, CancellationToken ct)
    {
        var streams = await db.AuditEntries.Where(e => e.At > since && e.Stream.StartsWith(Claim.StreamPrefix)).Select(e => e.Stream).Distinct().ToListAsync(ct);
        var shown = await db.BulkRows
            .Where(r => r.Fate == BulkFate.Made && r.ClaimNumber != null && db.BulkImports.Any(i => i.Id == r.ImportId && i.EndedAt > since && (i.IsAllOrNothing || i.Kind == BulkKind.Reviews)))
            .Select(r => r.ClaimNumber ?? 0).ToListAsync(ct);
        return [.. streams.Select(s => int.Parse(s.AsSpan(Claim.StreamPrefix.Length), CultureInfo.InvariantCulture)).Union(shown)];
    }
}
