using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Moves a claim between people and stages: take, assign, release, reopen, close, merge.</summary>
public sealed class StageService(ClaimDbContext db, Transitions transitions)
{
    public Task<Outcome> TakeAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Take, number, claimVersion, actor), ct);

    public Task<Outcome> AssignAsync(int number, int claimVersion, Guid assigneeId, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Assign, number, claimVersion, actor) { AssigneeId = assigneeId, Apply = CheckAssigneeAsync }, ct);

    public Task<Outcome> ReassignAsync(int number, int claimVersion, Guid assigneeId, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Reassign, number, claimVersion, actor) { AssigneeId = assigneeId, Apply = CheckAssigneeAsync }, ct);

    /// <summary>Assigns many claims to one person, each in its own transaction and each asked of the workflow; what came of every number.</summary>
    public async Task<IReadOnlyDictionary<int, Outcome>> BulkAssignAsync(IReadOnlyCollection<int> numbers, Guid assigneeId, Actor actor, CancellationToken ct)
    {
        var outcomes = new Dictionary<int, Outcome>();
        foreach (var number in numbers.Distinct().Order())
        {
            var claim = await db.Claims.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.Version, c.Stage }).SingleOrDefaultAsync(ct);
            outcomes[number] = claim is null ? new Outcome.NotFound()
                : claim.Stage is Stage.Logged or Stage.Returned ? await AssignAsync(number, claim.Version, assigneeId, actor, ct)
                : await ReassignAsync(number, claim.Version, assigneeId, actor, ct);
        }

        return outcomes;
    }

    public Task<Outcome> ReleaseAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Release, number, claimVersion, actor), ct);

    /// <summary>The public version stays; readers are told only if asked.</summary>
    public Task<Outcome> ReopenAsync(int number, int claimVersion, string reason, bool tellReaders, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Reopen, number, claimVersion, actor) { Reason = reason, TellReaders = tellReaders }, ct);

    public Task<Outcome> ReopenClosedAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ReopenClosed, number, claimVersion, actor)
            {
                Apply = (context, _) =>
                {
                    context.Case.Claim.CloseReason = null;
                    context.Case.Claim.MergedIntoNumber = null;
                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    public Task<Outcome> CloseAsync(int number, int claimVersion, CloseReason reason, string? words, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Close, number, claimVersion, actor)
            {
                Reason = words,
                Apply = (context, _) =>
                {
                    if (reason is CloseReason.Merged || !Enum.IsDefined(reason))
                    {
                        return Task.FromResult<Outcome?>(new Outcome.Invalid(nameof(reason), FaultCode.UnknownCode));
                    }

                    context.Case.Claim.CloseReason = reason;
                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    /// <summary>Closes a duplicate; its number redirects, on the desk and for readers.</summary>
    public Task<Outcome> MergeAsync(int number, int claimVersion, int into, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Merge, number, claimVersion, actor) { Reason = reason, Apply = (context, token) => MergeAsync(context, into, token) },
            ct);

    private async Task<Outcome?> MergeAsync(StepContext context, int into, CancellationToken ct)
    {
        if (RealText.Fault(context.Step.Reason, TextNeed.Reason) is not null)
        {
            return new Outcome.Invalid(nameof(Step.Reason), FaultCode.Required);
        }

        var target = await db.Claims.AsNoTracking().Where(c => c.Number == into).Select(c => new { c.Number, c.MergedIntoNumber }).SingleOrDefaultAsync(ct);
        var claim = context.Case.Claim;
        if (target is null)
        {
            return new Outcome.Invalid(nameof(into), FaultCode.UnknownRecord);
        }

        if (target.Number == claim.Number || target.MergedIntoNumber is not null)
        {
            return new Outcome.Invalid(nameof(into), FaultCode.RefersToItself);
        }

        claim.CloseReason = CloseReason.Merged;
        claim.MergedIntoNumber = into;
        if (context.Case.Panel is { } panel)
        {
            panel.Outcome = PanelOutcome.Dissolved;
            panel.EndedAt = db.Now;
        }

        // Numbers merged into this one earlier lead on to the new target.
        await foreach (var earlier in db.Claims.Where(c => c.MergedIntoNumber == claim.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            earlier.MergedIntoNumber = into;
        }

        if (claim.PublicState is not PublicState.Removed && await db.Publications.AnyAsync(p => p.Number == claim.Number, ct))
        {
            context.Publish = (publisher, token) => publisher.RepublishAsync(
                claim.Number, PublicationKind.Merged, d => d with { State = PublicState.None, MergedIntoNumber = into, IsContested = false, IsUnderReexamination = false }, token);
        }

        return null;
    }

    private async Task<Outcome?> CheckAssigneeAsync(StepContext context, CancellationToken ct)
    {
        var id = context.Step.AssigneeId;
        var assignee = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        return assignee is null || !assignee.RolesOn(db.Today).IncludesChecker()
            ? new Outcome.Invalid(nameof(Step.AssigneeId), FaultCode.UnknownRecord)
            : null;
    }
}
