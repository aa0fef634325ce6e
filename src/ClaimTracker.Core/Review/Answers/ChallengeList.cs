using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Which reports the desk's list shows.</summary>
public enum ChallengeView
{
    Open,
    Mine,
    Answered,
}

/// <summary>A report as a row of the desk's list shows it.</summary>
public sealed record ChallengeRow(Guid Id, string ReceiptNumber, ChallengeKind Kind, int? ClaimNumber, string Text, string Language, DateTime ReceivedAt, DateOnly DueOn, ChallengeState State)
{
    public Guid? OwnerId { get; init; }

    /// <summary>How often the same was sent, this one included.</summary>
    public int Count { get; init; }
}

/// <summary>What readers reported, for the desk: each once, however often it was sent.</summary>
public sealed class ChallengeList(ClaimDbContext db)
{
    public Task<DeskPage<ChallengeRow>> ReadAsync(ChallengeView view, ChallengeKind? kind, Actor actor, int page, CancellationToken ct)
    {
        var me = actor.UserId ?? Guid.Empty;
        var found = db.Challenges.AsNoTracking().Where(c => c.SameAsId == null);
        found = kind is { } wanted ? found.Where(c => c.Kind == wanted) : found;
        found = view switch
        {
            ChallengeView.Mine => found.Where(c => c.OwnerId == me && ChallengeStates.Open.Contains(c.State)),
            ChallengeView.Answered => found.Where(c => !ChallengeStates.Open.Contains(c.State)),
            _ => found.Where(c => ChallengeStates.Open.Contains(c.State)),
        };
        var sorted = view is ChallengeView.Answered
            ? found.OrderByDescending(c => c.AnsweredAt).ThenByDescending(c => c.Id)
            : found.OrderBy(c => c.DueOn).ThenBy(c => c.Id);
        return DeskPage<ChallengeRow>.ReadAsync(found, Rows(sorted), page, ct);
    }

    /// <summary>For the start page: an editor's own, and what nobody has taken.</summary>
    public async Task<IReadOnlyList<ChallengeRow>> WaitingAsync(Actor actor, int take, CancellationToken ct)
    {
        if (!Permissions.CanHandleChallenges(actor))
        {
            return [];
        }

        var waiting = db.Challenges.AsNoTracking()
            .Where(c => c.SameAsId == null && ChallengeStates.Open.Contains(c.State) && (c.OwnerId == null || c.OwnerId == actor.UserId))
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(take);
        return await Rows(waiting).ToListAsync(ct);
    }

    private IQueryable<ChallengeRow> Rows(IQueryable<Challenge> challenges) =>
        challenges.Select(c => new ChallengeRow(c.Id, c.ReceiptNumber, c.Kind, c.ClaimNumber, c.Text, c.Language, c.ReceivedAt, c.DueOn, c.State)
        {
            OwnerId = c.OwnerId,
            Count = 1 + db.Challenges.Count(x => x.SameAsId == c.Id),
        });
}
