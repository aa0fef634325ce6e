using System.Diagnostics;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Keeps the desk's index in step with the model: in the saving transaction for the claims a save touches, and for those that use
/// a changed name or source. When those are very many, they are noted in the same transaction and followed soon after.
/// </summary>
public static class DeskSearchIndex
{
    /// <summary>More claims than this are not made to wait for in one save.</summary>
    private const int MaxAtOnce = 100;

    /// <summary>After the rows were saved and before the commit.</summary>
    internal static async Task FollowAsync(ClaimDbContext db, CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var parties = changed.Select(e => e.Entity switch { Party p => p.Id, PartyVariant v => v.PartyId, _ => Guid.Empty }).Where(id => id != Guid.Empty).Distinct().ToList();
        if (parties.Count > 0)
        {
            await NameWords.FollowAsync(db, parties, ct);
        }

        var numbers = changed.Select(e => NumberOf(e.Entity)).OfType<int>().ToHashSet();
        var renamed = changed.Where(e => e.State is not EntityState.Added).Select(e => e.Entity).ToList();
        // What is made in this save is used by nothing but what is made with it, which is there already.
        var made = changed.Where(e => e.State is EntityState.Added).Select(e => e.Entity).OfType<Party>().Select(p => p.Id);
        numbers.UnionWith(await UsingAsync(db, [.. parties.Except(made)], [.. Ids<Source>(renamed, s => s.Id), .. Ids<IPartOfSource>(renamed, p => p.SourceId)], Ids<Outlet>(renamed, o => o.Id), Ids<Topic>(renamed, t => t.Id), ct));
        if (numbers.Count > MaxAtOnce || db.FollowsSearchLater)
        {
            await NoteAsync(db, numbers, ct);
            return;
        }

        await ReplaceAsync(db, numbers, ct);
    }

    /// <summary>Follows what was noted, a part at a time; true when there was something.</summary>
    public static async Task<bool> CatchUpAsync(ClaimDbContext db, BackgroundWrites writes, WritePace pace, CancellationToken ct)
    {
        using var turn = await writes.TakeTurnAsync(ct);
        var clock = Stopwatch.StartNew();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var numbers = await db.SearchBacklog.OrderBy(b => b.Number).Select(b => b.Number).Take(pace.Size).ToListAsync(ct);
        if (numbers.Count == 0)
        {
            return false;
        }

#pragma warning disable RS0030 // A note of work to do is no audited record.
        await db.SearchBacklog.Where(b => EF.Parameter(numbers).Contains(b.Number)).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        await ReplaceAsync(db, numbers, ct);
        await transaction.CommitAsync(ct);
        pace.Took(clock.Elapsed, numbers.Count);
        return true;
    }

    private static Task ReplaceAsync(ClaimDbContext db, IReadOnlyCollection<int> numbers, CancellationToken ct) =>
        new SearchIndexWriter(db, SearchScope.Desk).ReplaceAsync(numbers, () => ClaimDocuments.OfDeskAsync(db, numbers, ct), ct);

    /// <summary>
    /// Notes claims; also those that are noted already, so that whoever follows one of them just now waits until this save is done,
    /// or this one until it is followed: neither overlooks the other.
    /// </summary>
    internal static async Task NoteAsync(ClaimDbContext db, IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        if (numbers.Count == 0)
        {
            return;
        }

        var ordered = numbers.Order().ToArray();
#pragma warning disable RS0030 // As above.
        if (db.Database.IsSqlite())
        {
            var json = JsonSerializer.Serialize(ordered);
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchBacklog" ("Number") SELECT value FROM json_each({json}) WHERE true ON CONFLICT ("Number") DO NOTHING""", ct);
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "SearchBacklog" ("Number") SELECT n FROM unnest({ordered}) AS noted(n) ORDER BY n ON CONFLICT ("Number") DO UPDATE SET "Number" = excluded."Number" """, ct);
        }
#pragma warning restore RS0030
    }

    private static int? NumberOf(object entity) => entity switch
    {
        Claim claim => claim.Number,
        IPartOfClaim part => part.ClaimNumber,
        Verdict verdict => verdict.ClaimNumber,
        Note note => note.ClaimNumber,
        // A fault of a source may touch a claim that does not appear in it.
        ArticleErrorClaim touched => touched.ClaimNumber,
        _ => null,
    };

    private static List<Guid> Ids<T>(List<object> entities, Func<T, Guid> id) => [.. entities.OfType<T>().Select(id)];

    private static async Task<IEnumerable<int>> UsingAsync(ClaimDbContext db, List<Guid> parties, List<Guid> sources, List<Guid> outlets, List<Guid> topics, CancellationToken ct)
    {
        var numbers = new List<int>();
        if (topics.Count > 0)
        {
            numbers.AddRange(await db.ClaimTopics.Where(t => EF.Parameter(topics).Contains(t.TopicId)).Select(t => t.ClaimNumber).ToListAsync(ct));
        }

        if (parties.Count > 0)
        {
            numbers.AddRange(await db.Claimants.Where(c => EF.Parameter(parties).Contains(c.PartyId)).Select(c => c.ClaimNumber)
                .Union(db.AttributionSteps.Where(s => EF.Parameter(parties).Contains(s.PartyId)).Select(s => s.ClaimNumber)).ToListAsync(ct));
            sources.AddRange(await db.Sources.Where(s => (s.OriginPartyId != null && EF.Parameter(parties).Contains(s.OriginPartyId.Value)) || s.Relays.Any(r => EF.Parameter(parties).Contains(r.PartyId))).Select(s => s.Id).ToListAsync(ct));
        }

        if (outlets.Count > 0)
        {
            sources.AddRange(await db.Sources.Where(s => s.OutletId != null && EF.Parameter(outlets).Contains(s.OutletId.Value)).Select(s => s.Id).ToListAsync(ct));
        }

        if (sources.Count > 0)
        {
            numbers.AddRange(await db.Appearances.Where(a => EF.Parameter(sources).Contains(a.SourceId)).Select(a => a.ClaimNumber)
                .Union(db.Evidence.Where(e => EF.Parameter(sources).Contains(e.SourceId)).Select(e => e.ClaimNumber))
                .Union(db.ArticleErrors.Where(e => EF.Parameter(sources).Contains(e.SourceId)).SelectMany(e => e.Claims).Select(c => c.ClaimNumber)).ToListAsync(ct));
        }

        return numbers;
    }
}
