using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>
/// A claim with everything the workflow asks about, loaded tracked, so that a transition reads, decides and saves in one go.
/// Which verdict is open, decided or in question is as it was when loaded, whatever the transition then does to them.
/// </summary>
public sealed class ClaimCase
{
    private ClaimCase(Claim claim, List<Verdict> verdicts, Panel? panel, List<PendingDecision> decisions, Correction? correction, List<Guid> editors, DateTime now)
    {
        Claim = claim;
        Verdicts = verdicts;
        Panel = panel;
        PendingDecisions = decisions;
        Correction = correction;
        Editors = editors;
        Now = now;
        Open = verdicts.Find(v => v.State is VerdictState.Draft or VerdictState.Proposed or VerdictState.Returned or VerdictState.Contested);
        Decided = verdicts.Find(v => v.State is VerdictState.Decided);
        Imported = verdicts.Find(v => v.State is VerdictState.Imported);
        Archived = verdicts.Find(v => v.State is VerdictState.Archived);
        Revision = verdicts.Find(v => v.State is VerdictState.Revision);
        InQuestion = panel is not null ? verdicts.Find(v => v.Id == panel.VerdictId) : Open ?? Decided;
    }

    public Claim Claim { get; }

    /// <summary>All verdicts of the claim, newest first.</summary>
    public List<Verdict> Verdicts { get; }

    /// <summary>The open panel.</summary>
    public Panel? Panel { get; }

    public DateTime Now { get; }

    /// <summary>The open request for a correction.</summary>
    public Correction? Correction { get; }

    /// <summary>Drafted, proposed, returned, or contested before it was decided.</summary>
    public Verdict? Open { get; }

    /// <summary>The verdict of ours that holds.</summary>
    public Verdict? Decided { get; }

    public Verdict? Imported { get; }

    /// <summary>What our own archive says, until an editor signs it.</summary>
    public Verdict? Archived { get; }

    /// <summary>A correction or translation waiting for a second person.</summary>
    public Verdict? Revision { get; }

    /// <summary>The verdict a panel judges, else the open one, else the decided one.</summary>
    public Verdict? InQuestion { get; }

    public IReadOnlyList<Guid> Eligible => PanelRules.Eligible(Editors, AuthorsOf(InQuestion), Claim.AssigneeId, Approver);

    public PanelTally? Tally => Panel is { } panel ? PanelRules.Tally(panel.Size, Votes.Select(v => new PanelVote(v.ById, v.RatingId ?? Guid.Empty))) : null;

    public IEnumerable<Decision> Votes => InQuestion?.Decisions.Where(d => d.Kind is DecisionKind.Vote && d.PanelId == Panel?.Id).OrderBy(d => d.At) ?? Enumerable.Empty<Decision>();

    /// <summary>Everybody who is an editor today.</summary>
    public List<Guid> Editors { get; }

    private Guid? Approver => InQuestion?.DecidedById;

    private List<PendingDecision> PendingDecisions { get; }

    public static async Task<ClaimCase?> LoadAsync(ClaimDbContext db, int number, CancellationToken ct)
    {
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.Number == number, ct);
        if (claim is null)
        {
            return null;
        }

        var verdicts = await db.Verdicts.Where(v => v.ClaimNumber == number)
            .Include(v => v.Authors).Include(v => v.Waivers).Include(v => v.Decisions).Include(v => v.Archive)
            .OrderByDescending(v => v.Number).ToListAsync(ct);
        var panel = await db.Panels.SingleOrDefaultAsync(p => p.ClaimNumber == number && p.Outcome == PanelOutcome.Open, ct);
        var decisions = await db.PendingDecisions.Where(p => p.ClaimNumber == number).OrderByDescending(p => p.RequestedAt).ToListAsync(ct);
        var correction = await db.Corrections.SingleOrDefaultAsync(c => c.ClaimNumber == number && c.ApprovedAt == null && c.RejectedAt == null, ct);
        var today = db.Today;
        var editors = (await db.Users.AsNoTracking().Where(u => !u.IsSuspended && ((int)u.Roles & (int)Roles.Editor) != 0).ToListAsync(ct))
            .Where(u => u.RolesOn(today).IncludesEditor()).Select(u => u.Id).ToList();
        return new ClaimCase(claim, verdicts, panel, decisions, correction, editors, db.Now);
    }

    public PendingDecision? Pending(PendingKind kind) => PendingDecisions.Find(p => p.Kind == kind && p.DecidedAt is null);

    /// <summary>The request that brought the claim to its present public state.</summary>
    public PendingDecision? Latest(PendingKind kind) => PendingDecisions.Find(p => p.Kind == kind && p.IsConfirmed != false);

    /// <summary>What the pure rules need to know of this claim and of that person.</summary>
    public ClaimSituation SituationOf(Actor actor) => new()
    {
        Stage = Claim.Stage,
        PublicState = Claim.PublicState,
        Roles = actor.Roles,
        IsAuthor = actor.UserId is { } me && AuthorsOf(InQuestion).Contains(me),
        IsAssignee = actor.UserId is not null && Claim.AssigneeId == actor.UserId,
        IsLogger = actor.UserId is not null && Claim.LoggedById == actor.UserId,
        IsApprover = actor.UserId is not null && Approver == actor.UserId,
        OthersCanVote = Eligible.Any(e => e != actor.UserId),
        IsTranslator = actor.UserId is { } translator && AuthorsOf(Revision).Contains(translator),
        HasTranslation = Revision is not null && Correction is null,
        HasOpenVerdict = Open is not null,
        HasDecidedVerdict = Decided is not null,
        IsArchiveEntry = Archived is not null,
        EligibleEditors = Eligible.Count,
        Panel = PanelOf(actor),
        Pending = PendingNow(),
        RequestedByActor = actor.UserId is null ? PendingRequests.None : RequestedBy(actor.UserId.Value),
        RestoresTo = RestoresTo(),
    };

    private static List<Guid> AuthorsOf(Verdict? verdict) => verdict?.Authors.ConvertAll(a => a.UserId) ?? [];

    private PanelSituation? PanelOf(Actor actor)
    {
        if (Panel is not { } panel || Tally is not { } tally)
        {
            return null;
        }

        return new PanelSituation
        {
            Size = panel.Size,
            StageBefore = panel.StageBefore,
            VotesCast = tally.VotesCast,
            MajorityExists = tally.MajorityExists,
            ActorHasVoted = Votes.Any(v => v.ById == actor.UserId),
            ActorInMajority = actor.UserId is { } me && tally.Majority.Contains(me),
            DeadlinePassed = panel.Deadline < Now,
        };
    }

    private PendingRequests PendingNow() =>
        (Correction is null ? PendingRequests.None : PendingRequests.Correction)
        | (Pending(PendingKind.Withdrawal) is null ? PendingRequests.None : PendingRequests.Withdrawal)
        | (Pending(PendingKind.Restore) is null ? PendingRequests.None : PendingRequests.Restore)
        | (Pending(PendingKind.Removal) is null ? PendingRequests.None : PendingRequests.Removal);

    private PendingRequests RequestedBy(Guid me) =>
        (Correction?.RequestedById == me ? PendingRequests.Correction : PendingRequests.None)
        | (Pending(PendingKind.Withdrawal)?.RequestedById == me ? PendingRequests.Withdrawal : PendingRequests.None)
        | (Pending(PendingKind.Restore)?.RequestedById == me ? PendingRequests.Restore : PendingRequests.None)
        | (Latest(PendingKind.Removal)?.RequestedById == me ? PendingRequests.Removal : PendingRequests.None);

    private PublicState RestoresTo() => Claim.PublicState switch
    {
        PublicState.Withdrawn => Latest(PendingKind.Withdrawal)?.StateBefore ?? PublicState.Published,
        PublicState.Removed => Latest(PendingKind.Removal)?.StateBefore ?? PublicState.Published,
        _ => PublicState.Published,
    };
}
