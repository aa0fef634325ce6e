using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Takes a data set out again: every record of it that nobody touched and nothing else uses. What a person worked on stays,
/// with all it rests on. Readers no longer find the claims; their publications and audit entries are kept, as always.
/// </summary>
public sealed class SeedRemover(ClaimDbContext db)
{
    public const string Action = "import.remove";

    /// <summary>Null when there is no data set of that key.</summary>
    public async Task<RemoveResult?> RemoveAsync(string key, Actor actor, CancellationToken ct)
    {
        try
        {
            return await Retry.RunAsync(
                db,
                async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    // What goes is marked here, row by row, so that the audit trail names it.
                    db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Never;
                    var result = await db.DataSets.SingleOrDefaultAsync(d => d.Key == key, ct) is { } dataSet ? await RemoveAsync(dataSet, actor, ct) : null;
                    await transaction.CommitAsync(ct);
                    return result;
                },
                ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Immediate;
        }
    }

    private async Task<RemoveResult> RemoveAsync(DataSet dataSet, Actor actor, CancellationToken ct)
    {
        var untouched = UntouchedClaims(dataSet.Id);
        var numbers = await untouched.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(ct);
        await TakeFromReadersAsync(numbers, ct);
        var outside = new UsedOutside(db, untouched.Select(c => c.Number));
        var sources = await SourcesAsync(dataSet.Id, outside, ct);
        var outlets = await OutletsAsync(dataSet.Id, sources, ct);
        var parties = await PartiesAsync(dataSet.Id, outside, sources, outlets, ct);
        var usedTopics = await outside.TopicsAsync(ct);
        var topics = (await db.Topics.Where(t => t.DataSetId == dataSet.Id && t.Version == 1).ToListAsync(ct)).Where(t => !usedTopics.Contains(t.Id)).ToList();

        await MarkClaimsAsync(untouched, ct);
        db.RemoveRange(sources.Values);
        db.RemoveRange(outlets);
        db.RemoveRange(parties.Values);
        db.RemoveRange(topics);
        MarkRowsOfRemoved();
        var kept = await KeptAsync(dataSet.Id, numbers.Count + sources.Count + outlets.Count + parties.Count + topics.Count, ct);
        if (kept == 0)
        {
            db.Remove(dataSet);
        }

        await db.SaveAsync(new ChangeContext(actor, Action) { Kind = AuditKind.Import }, ct);
        return new RemoveResult(numbers.Count, sources.Count, parties.Count, outlets.Count, topics.Count, kept);
    }

    /// <summary>As they came: never saved again, nothing written about them, nothing merged into them.</summary>
    private IQueryable<Claim> UntouchedClaims(Guid dataSetId) => db.Claims.Where(c =>
        c.DataSetId == dataSetId
        && c.Version == 1
        && !db.Verdicts.Any(v => v.ClaimNumber == c.Number && (v.DataSetId != dataSetId || v.Version != 1))
        && !db.Notes.Any(n => n.ClaimNumber == c.Number)
        && !db.ContactAttempts.Any(a => a.ClaimNumber == c.Number)
        && !db.Corrections.Any(x => x.ClaimNumber == c.Number)
        && !db.PendingDecisions.Any(p => p.ClaimNumber == c.Number)
        && !db.Challenges.Any(x => x.ClaimNumber == c.Number)
        && !db.Suggestions.Any(x => x.ClaimNumber == c.Number)
        && !db.Panels.Any(p => p.ClaimNumber == c.Number)
        && !db.Claims.Any(m => m.MergedIntoNumber == c.Number));

    private async Task TakeFromReadersAsync(List<int> numbers, CancellationToken ct)
    {
        var publisher = new Publisher(db);
        foreach (var number in numbers)
        {
            await publisher.RepublishAsync(number, PublicationKind.Unlisted, d => d with { State = PublicState.None }, ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Claims with their rows, and the rows of others that point to them: links, and the faults of articles that stay.</summary>
    private async Task MarkClaimsAsync(IQueryable<Claim> untouched, CancellationToken ct)
    {
        var numbers = untouched.Select(c => c.Number);
        var links = await db.ClaimLinks.Where(l => numbers.Contains(l.ToNumber) && !numbers.Contains(l.ClaimNumber)).ToListAsync(ct);
        var linking = links.Select(l => l.ClaimNumber).ToHashSet();
        await db.Claims.Where(c => linking.Contains(c.Number)).LoadAsync(ct);
        var errorClaims = await db.Set<ArticleErrorClaim>().Where(e => numbers.Contains(e.ClaimNumber)).ToListAsync(ct);
        var erring = errorClaims.Select(e => e.SourceId).ToHashSet();
        await db.Sources.Where(s => erring.Contains(s.Id)).LoadAsync(ct);
        db.RemoveRange(links);
        db.RemoveRange(errorClaims);
        db.RemoveRange(await db.Verdicts.Where(v => numbers.Contains(v.ClaimNumber)).ToListAsync(ct));
        db.RemoveRange(await untouched
            .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).Include(c => c.Appearances)
            .Include(c => c.Attribution).ThenInclude(s => s.Scopes).Include(c => c.Evidence).Include(c => c.Links)
            .ToListAsync(ct));
    }

    private void MarkRowsOfRemoved()
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var removed = entries.Where(e => e is { State: EntityState.Deleted, Entity: IVersioned })
            .Select(e => (e.Metadata.ClrType, Aggregates.KeyOf(e))).ToHashSet();
        foreach (var row in entries.Where(e => Aggregates.RootKeyOf(e.Entity) is { } root && removed.Contains(root)))
        {
            row.State = EntityState.Deleted;
        }
    }

    private async Task<Dictionary<Guid, Source>> SourcesAsync(Guid dataSetId, UsedOutside outside, CancellationToken ct)
    {
        var used = await outside.SourcesAsync(ct);
        var sources = (await db.Sources.Where(s => s.DataSetId == dataSetId && s.Version == 1)
            .Include(s => s.Relays).Include(s => s.Credits).ToListAsync(ct)).Where(s => !used.Contains(s.Id)).ToDictionary(s => s.Id);
        await db.ArticleErrors.Include(e => e.Claims).Where(e => e.DataSetId == dataSetId).LoadAsync(ct);
        var copies = await db.Sources.Where(s => s.OriginalId != null).Select(s => new { s.Id, Original = s.OriginalId!.Value }).ToListAsync(ct); // asked for
        KeepTargets(sources, copies.ConvertAll(c => (c.Id, c.Original)));
        return sources;
    }

    private async Task<List<Outlet>> OutletsAsync(Guid dataSetId, Dictionary<Guid, Source> sources, CancellationToken ct)
    {
        var used = (await db.Sources.Where(s => s.OutletId != null).Select(s => new { s.Id, s.OutletId }).ToListAsync(ct))
            .Where(s => !sources.ContainsKey(s.Id)).Select(s => s.OutletId).ToHashSet();
        return (await db.Outlets.Where(o => o.DataSetId == dataSetId && o.Version == 1).ToListAsync(ct)).Where(o => !used.Contains(o.Id)).ToList();
    }

    private async Task<Dictionary<Guid, Party>> PartiesAsync(
        Guid dataSetId, UsedOutside outside, Dictionary<Guid, Source> sources, List<Outlet> outlets, CancellationToken ct)
    {
        var used = await outside.PartiesAsync(sources.ContainsKey, ct);
        var gone = outlets.Select(o => o.Id).ToHashSet();
        used.UnionWith((await db.Outlets.Where(o => o.PartyId != null).Select(o => new { o.Id, o.PartyId }).ToListAsync(ct))
            .Where(o => !gone.Contains(o.Id)).Select(o => o.PartyId!.Value)); // asked for above
        var parties = (await db.Parties.Where(p => p.DataSetId == dataSetId && p.Version == 1).Include(p => p.Variants).ToListAsync(ct))
            .Where(p => !used.Contains(p.Id)).ToDictionary(p => p.Id);
        var members = await db.Parties.Where(p => p.MemberOfId != null).Select(p => new { p.Id, Body = p.MemberOfId!.Value }).ToListAsync(ct); // asked for
        KeepTargets(parties, members.ConvertAll(m => (m.Id, m.Body)));
        return parties;
    }

    /// <summary>An original stays with its copies and a body with its members, however long the chain.</summary>
    private static void KeepTargets<T>(Dictionary<Guid, T> gone, List<(Guid From, Guid To)> pointers)
    {
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var (_, to) in pointers.Where(p => !gone.ContainsKey(p.From)))
            {
                isChanged |= gone.Remove(to);
            }
        }
        while (isChanged);
    }

    /// <summary>How many records of the data set stay, rows of them not counted.</summary>
    private async Task<int> KeptAsync(Guid dataSetId, int removed, CancellationToken ct) =>
        await db.Claims.CountAsync(c => c.DataSetId == dataSetId, ct)
        + await db.Sources.CountAsync(s => s.DataSetId == dataSetId, ct)
        + await db.Outlets.CountAsync(o => o.DataSetId == dataSetId, ct)
        + await db.Parties.CountAsync(p => p.DataSetId == dataSetId, ct)
        + await db.Topics.CountAsync(t => t.DataSetId == dataSetId, ct)
        - removed;
}

/// <summary>What was taken out, and how many records of the data set stay because somebody worked on them or something uses them.</summary>
public sealed record RemoveResult(int Claims, int Sources, int Parties, int Outlets, int Topics, int Kept);
