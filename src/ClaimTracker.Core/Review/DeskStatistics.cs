using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>What waits at the desk: claims by their stage, decisions that need a second person, what readers sent.</summary>
public enum DeskQueue
{
    Logged,
    Checking,
    InReview,
    Returned,
    Contested,

    /// <summary>Corrections that a second editor must approve.</summary>
    Corrections,

    /// <summary>Withdrawals, restorations and removals that a second person must confirm.</summary>
    Confirmations,

    /// <summary>What readers reported and nobody answered yet.</summary>
    Reports,

    /// <summary>What readers ask us to check, undecided.</summary>
    Suggestions,
}

/// <summary>For whom something waits; null: for anybody who may do it.</summary>
public sealed record QueueWaiting(Guid? PersonId, int Count);

/// <summary>One queue as it stands now.</summary>
public sealed record QueueState(DeskQueue Queue, int Count)
{
    /// <summary>Whole days the middle one has waited.</summary>
    public int MedianDays { get; init; }

    public int OldestDays { get; init; }

    /// <summary>The claim that has waited longest.</summary>
    public int? OldestClaim { get; init; }

    /// <summary>Claims past the day they were due on, reports past the day they were to be answered by.</summary>
    public int Overdue { get; init; }

    /// <summary>The longest lists first.</summary>
    public IReadOnlyList<QueueWaiting> WaitingFor { get; init; } = [];
}

/// <summary>Reads how much waits at the desk, how long, and for whom: a fixed number of queries per queue, however much there is.</summary>
public sealed class DeskStatistics(ClaimDbContext db)
{
    /// <summary>What brings a claim into the stage it stands in; the latest of them is when it came there.</summary>
    private static readonly IReadOnlyList<string> Arrivals =
    [
        .. new[]
        {
            ClaimAction.Take, ClaimAction.Assign, ClaimAction.Propose, ClaimAction.Recall, ClaimAction.Return, ClaimAction.Contest,
            ClaimAction.Dissolve, ClaimAction.Reopen, ClaimAction.ReopenClosed, ClaimAction.ChangeMeaning,
        }.Select(Transitions.ActionName),
    ];

    private sealed class Item
    {
        public required int? Claim { get; init; }

        public required DateTime Since { get; init; }

        public required DateOnly? Due { get; init; }

        public required Guid? PersonId { get; init; }
    }

    public async Task<IReadOnlyList<QueueState>> ReadAsync(CancellationToken ct) =>
    [
        await StateAsync(DeskQueue.Logged, LoggedItems(), ct),
        await StateAsync(DeskQueue.Checking, StageItems(Stage.Checking), ct),
        await StateAsync(DeskQueue.InReview, StageItems(Stage.InReview), ct),
        await StateAsync(DeskQueue.Returned, StageItems(Stage.Returned), ct),
        await StateAsync(DeskQueue.Contested, StageItems(Stage.Contested), ct),
        await StateAsync(DeskQueue.Corrections, db.Corrections.Where(c => c.ApprovedAt == null && c.RejectedAt == null)
            .Select(c => new Item { Claim = c.ClaimNumber, Since = c.RequestedAt, Due = null, PersonId = null }), ct),
        await StateAsync(DeskQueue.Confirmations, db.PendingDecisions.Where(p => p.DecidedAt == null)
            .Select(p => new Item { Claim = p.ClaimNumber, Since = p.RequestedAt, Due = null, PersonId = null }), ct),
        // Each once, however often it was sent.
        await StateAsync(DeskQueue.Reports, db.Challenges.Where(c => c.SameAsId == null && ChallengeStates.Open.Contains(c.State))
            .Select(c => new Item { Claim = c.ClaimNumber, Since = c.ReceivedAt, Due = c.DueOn, PersonId = c.OwnerId }), ct),
        await StateAsync(DeskQueue.Suggestions, db.Suggestions.Where(s => s.SameAsId == null && s.State == SuggestionState.Received)
            .Select(s => new Item { Claim = null, Since = s.ReceivedAt, Due = null, PersonId = null }), ct),
    ];

    /// <summary>
    /// Many more than others after an import, so that no history is asked: they wait for somebody to check them since they were logged, also
    /// those that somebody gave back in between.
    /// </summary>
    private IQueryable<Item> LoggedItems() => db.Claims.Where(c => c.Stage == Stage.Logged)
        .Select(c => new Item { Claim = c.Number, Since = c.LoggedAt, Due = c.Due, PersonId = null });

    private IQueryable<Item> StageItems(Stage stage)
    {
        // What is under review or contested waits for editors, whoever wrote it.
        var isOnesOwn = stage is Stage.Checking or Stage.Returned;
        return db.Claims.Where(c => c.Stage == stage).Select(c => new Item
        {
            Claim = c.Number,
            Since = db.AuditEntries.Where(e => e.Stream == "claim:" + c.Number && Arrivals.Contains(e.Action)).Max(e => (DateTime?)e.At) ?? c.LoggedAt,
            Due = c.Due,
            PersonId = isOnesOwn ? c.AssigneeId : null,
        });
    }

    private async Task<QueueState> StateAsync(DeskQueue queue, IQueryable<Item> items, CancellationToken ct)
    {
        var count = await items.CountAsync(ct);
        if (count == 0)
        {
            return new QueueState(queue, 0);
        }

        var (now, today) = (db.Now, db.Today);
        var oldest = await items.OrderBy(i => i.Since).ThenBy(i => i.Claim).Select(i => new { i.Claim, i.Since }).FirstAsync(ct);
        var middle = await items.OrderBy(i => i.Since).Skip((count - 1) / 2).Select(i => i.Since).FirstAsync(ct);
        var waiting = await items.GroupBy(i => i.PersonId).Select(g => new { PersonId = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.PersonId).ToListAsync(ct);
        return new QueueState(queue, count)
        {
            MedianDays = (now - middle).Days,
            OldestDays = (now - oldest.Since).Days,
            OldestClaim = oldest.Claim,
            Overdue = await items.CountAsync(i => i.Due < today, ct),
            WaitingFor = waiting.ConvertAll(w => new QueueWaiting(w.PersonId, w.Count)),
        };
    }
}
