using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>How panels are set up in this newsroom.</summary>
public sealed record PanelSettings
{
    public const int DefaultSize = 3;
    public const int DefaultDays = 3;

    /// <summary>1 or an odd number; cut to the eligible editors.</summary>
    public int Size { get; init; } = DefaultSize;

    public int DaysToVote { get; init; } = DefaultDays;
}

/// <summary>The editors' panel لجنة تحريرية that settles a contested claim.</summary>
public sealed class PanelService(ClaimDbContext db, Transitions transitions, PanelSettings settings)
{
    private readonly GateReader gate = new(db);
    private readonly VerdictWriting writing = new(db);

    /// <summary>Opens a panel; a public claim is marked at once.</summary>
    public Task<Outcome> ContestAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct)
    {
        return transitions.RunAsync(new Step(ClaimAction.Contest, number, claimVersion, actor) { Reason = reason, Apply = OpenAsync }, ct);

        Task<Outcome?> OpenAsync(StepContext context, CancellationToken token)
        {
            var verdict = context.Case.InQuestion ?? throw new InvalidOperationException("The workflow lets nobody contest without a verdict.");
            var panel = new Panel
            {
                Id = Guid.CreateVersion7(),
                ClaimNumber = number,
                VerdictId = verdict.Id,
                StageBefore = db.Entry(context.Case.Claim).Property(c => c.Stage).OriginalValue,
                Size = PanelRules.SizeFor(settings.Size, context.Case.Eligible.Count),
                Reason = reason,
                OpenedById = context.ActorId,
                OpenedAt = db.Now,
                Deadline = db.Now.AddDays(settings.DaysToVote),
            };
            db.Panels.Add(panel);
            verdict.Decisions.Add(VerdictService.NewDecision(context, verdict, DecisionKind.Contest, reason, db.Now));
            context.ResultId = panel.Id;
            return Task.FromResult<Outcome?>(null);
        }
    }

    /// <summary>One vote each, changeable until the panel closes.</summary>
    public async Task<Outcome> VoteAsync(int number, int claimVersion, Guid ratingId, string reason, Actor actor, CancellationToken ct)
    {
        // A button pressed twice: this very vote stands already.
        if (actor.UserId is { } me && await IsCastAsync(me))
        {
            return new Outcome.Done(number);
        }

        return await transitions.RunAsync(new Step(ClaimAction.Vote, number, claimVersion, actor) { Reason = reason, Apply = CastAsync }, ct);

        Task<bool> IsCastAsync(Guid voter) => db.Decisions.AsNoTracking().AnyAsync(
            d => d.ClaimNumber == number && d.ById == voter && d.Kind == DecisionKind.Vote && d.RatingId == ratingId && d.Reason == reason
                && db.Panels.Any(p => p.Id == d.PanelId && p.Outcome == PanelOutcome.Open),
            ct);

        async Task<Outcome?> CastAsync(StepContext context, CancellationToken token)
        {
            if (!await db.Ratings.AnyAsync(r => r.Id == ratingId && r.Aspect == context.Case.Claim.Aspect && r.IsActive, token))
            {
                return new Outcome.Invalid(nameof(ratingId), FaultCode.UnknownRecord);
            }

            var panel = context.Case.Panel ?? throw new InvalidOperationException("The workflow lets nobody vote without a panel.");
            var verdict = context.Case.InQuestion ?? throw new InvalidOperationException("A panel judges a verdict.");
            if (context.Case.Votes.FirstOrDefault(v => v.ById == context.ActorId) is { } vote)
            {
                (vote.RatingId, vote.Reason, vote.At) = (ratingId, reason, db.Now);
                return null;
            }

            verdict.Decisions.Add(VerdictService.NewDecision(context, verdict, DecisionKind.Vote, reason, db.Now, panel.Id, ratingId));
            return null;
        }
    }

    /// <summary>A member of the majority writes the explanation; dissent is kept and shown by role.</summary>
    public Task<Outcome> ClosePanelAsync(int number, int claimVersion, VerdictDraft texts, CorrectionInput? correction, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ClosePanel, number, claimVersion, actor) { Apply = (context, token) => CloseAsync(context, texts, correction, token) },
            ct);

    public Task<Outcome> DissolveAsync(int number, int claimVersion, DissolveReason reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Dissolve, number, claimVersion, actor)
            {
                Situate = (_, situation) => situation with { DissolveReason = reason },
                Apply = (context, _) =>
                {
                    if (context.Case.Panel is { } panel)
                    {
                        panel.Outcome = PanelOutcome.Dissolved;
                        panel.DissolveReason = reason;
                        panel.EndedAt = db.Now;
                    }

                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    private async Task<Outcome?> CloseAsync(StepContext context, VerdictDraft texts, CorrectionInput? correction, CancellationToken ct)
    {
        var @case = context.Case;
        var panel = @case.Panel ?? throw new InvalidOperationException("The workflow lets nobody close without a panel.");
        var judged = @case.InQuestion ?? throw new InvalidOperationException("A panel judges a verdict.");
        var rating = @case.Tally?.MajorityRatingId ?? throw new InvalidOperationException("The workflow lets nobody close without a majority.");
        if (await writing.FaultsAsync(texts, @case.Claim.Aspect, ct) is { } faults)
        {
            return faults;
        }

        if (VerdictService.CorrectionFault(context, correction) is { } fault)
        {
            return fault;
        }

        // A decided verdict is never edited: the panel's answer over it is the next number.
        var verdict = judged;
        if (judged.Id == @case.Decided?.Id)
        {
            verdict = writing.Next(judged, VerdictState.Contested, @case.Verdicts[0].Number + 1, context.Step.ClaimVersion);
            db.Verdicts.Add(verdict);
            @case.Verdicts.Insert(0, verdict);
        }

        writing.Write(verdict, texts with { RatingId = rating }, context.ActorId);
        if (await gate.CheckAsync(context.Step.Number, verdict, ct) is not { Holds: true } result)
        {
            return new Outcome.NotNow(nameof(RefusalReason.GateNotMet));
        }

        panel.Outcome = PanelOutcome.Majority;
        panel.EndedAt = db.Now;
        panel.ResultVerdictId = verdict.Id;
        VerdictService.Decide(context, verdict, result.CompleteLanguages, correction, db.Now);
        return null;
    }
}
