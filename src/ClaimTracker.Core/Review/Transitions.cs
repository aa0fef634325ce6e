using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Review;

/// <summary>
/// Carries out one action of the workflow: asks the table, applies what it says, lets the caller add what belongs to this
/// action, saves with the audit entry and publishes, all in one transaction. Refusals are written to the trail on their own.
/// </summary>
public sealed class Transitions(ClaimDbContext db, Publisher publisher)
{
    /// <summary>Refused because the claim is no longer the one the page showed.</summary>
    public const string ClaimChanged = "ClaimChanged";

    /// <summary>Carries an action out, or says why not.</summary>
    public Task<Outcome> RunAsync(Step step, CancellationToken ct) => Retry.RunAsync(db, () => TryAsync(step, ct), ct);

    private async Task<Outcome> TryAsync(Step step, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var @case = await ClaimCase.LoadAsync(db, step.Number, ct);
        if (@case is null)
        {
            return new Outcome.NotFound();
        }

        var situation = step.Situate(@case, @case.SituationOf(step.Actor));
        var answer = Workflow.Check(step.Action, situation);
        var refusal = answer is Refusal no ? OutcomeOf(no, situation)
            : step.ClaimVersion != @case.Claim.Version ? new Outcome.NotNow(ClaimChanged) { Allowed = Names(situation) }
            : null;
        if (answer is not Transition transition || refusal is not null)
        {
            return await RefuseAsync(step, refusal ?? new Outcome.NotFound(), transaction, ct);
        }

        if (transition.Reason is ReasonNeeded.Words && RealText.Fault(step.Reason, TextNeed.Reason) is not null)
        {
            return new Outcome.Invalid(nameof(step.Reason), string.IsNullOrWhiteSpace(step.Reason) ? FaultCode.Required : FaultCode.TooShort);
        }

        if (step.Reason?.Length > Claim.ReasonMaxLength)
        {
            return new Outcome.Invalid([new Fault(nameof(step.Reason), FaultCode.TooLong, Claim.ReasonMaxLength)]);
        }

        Apply(@case, transition, step);
        var context = new StepContext(@case, transition, step, db, publisher);
        if (await step.Apply(context, ct) is { } outcome)
        {
            return outcome is Outcome.NotNow or Outcome.NotPermitted ? await RefuseAsync(step, outcome, transaction, ct) : outcome;
        }

        await Notices.OfStepAsync(db, context, ct);
        await db.SaveAsync(new ChangeContext(step.Actor, ActionName(step.Action), step.Reason), ct);
        await context.PublishAsync(ct);
        await transaction.CommitAsync(ct);
        return new Outcome.Done(step.Number, context.ResultId);
    }

    private async Task<Outcome> RefuseAsync(Step step, Outcome refusal, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        await transaction.RollbackAsync(ct);
        await transaction.DisposeAsync();
        var code = refusal switch { Outcome.NotPermitted no => no.Code, Outcome.NotNow not => not.Code, _ => refusal.GetType().Name };
        await db.RecordEventAsync(
            Claim.StreamOf(step.Number), new ChangeContext(step.Actor, ActionName(step.Action), code) { Kind = AuditKind.Refusal }, ct);
        return refusal;
    }

    private static Outcome OutcomeOf(Refusal refusal, ClaimSituation situation) => refusal.Kind is RefusalKind.NotPermitted
        ? new Outcome.NotPermitted(refusal.Reason.ToString())
        : new Outcome.NotNow(refusal.Reason.ToString()) { Allowed = Names(situation) };

    internal static List<string> Names(ClaimSituation situation) => [.. Workflow.Allowed(situation).Select(t => t.Action.ToString())];

    internal static string ActionName(ClaimAction action) => $"claim.{Glossary.Code(action)}";

    /// <summary>Stage, public state, assignee, verdict and marks, as the table says.</summary>
    internal static void Apply(ClaimCase @case, Transition transition, Step step)
    {
        var claim = @case.Claim;
        claim.Stage = transition.Stage;
        if (!transition.NeedsSecondPerson || step.Action is ClaimAction.Remove)
        {
            claim.PublicState = transition.PublicState;
        }

        claim.AssigneeId = transition.Assignee switch
        {
            AssigneeChange.Actor => step.Actor.UserId,
            AssigneeChange.Named => step.AssigneeId,
            AssigneeChange.Nobody => null,
            AssigneeChange.KeepOrActor => claim.AssigneeId ?? step.Actor.UserId,
            _ => claim.AssigneeId,
        };
        if (transition.Verdict is { } state && @case.InQuestion is { } verdict && verdict.State is not VerdictState.Decided)
        {
            verdict.State = state;
        }

        (claim.IsContested, claim.IsUnderReexamination) = transition.Mark switch
        {
            MarkChange.Contested => (true, false),
            MarkChange.UnderReexamination => (false, true),
            MarkChange.AskWhetherToTell => (false, claim.IsUnderReexamination || step.TellReaders),
            MarkChange.Clear => (false, false),
            _ => (claim.IsContested, claim.IsUnderReexamination),
        };
        // Every action makes a new version, so that nobody acts on what a colleague has just done without having seen it.
        claim.StageChanges++;
    }
}

/// <summary>One action asked for, with what was typed.</summary>
public sealed record Step(ClaimAction Action, int Number, int ClaimVersion, Actor Actor)
{
    public string? Reason { get; init; }

    public Guid? AssigneeId { get; init; }

    public bool TellReaders { get; init; }

    /// <summary>Adds what the caller knows to what the rules are asked.</summary>
    public Func<ClaimCase, ClaimSituation, ClaimSituation> Situate { get; init; } = static (_, situation) => situation;

    /// <summary>What belongs to this action beside stage, state, assignee and marks; an outcome stops it and saves nothing.</summary>
    public Func<StepContext, CancellationToken, Task<Outcome?>> Apply { get; init; } = static (_, _) => Task.FromResult<Outcome?>(null);
}

/// <summary>An action being carried out.</summary>
public sealed class StepContext(ClaimCase @case, Transition transition, Step step, ClaimDbContext db, Publisher publisher)
{
    private readonly bool wasContested = db.Entry(@case.Claim).Property(c => c.IsContested).OriginalValue;
    private readonly bool wasUnderReexamination = db.Entry(@case.Claim).Property(c => c.IsUnderReexamination).OriginalValue;

    public ClaimCase Case => @case;

    public Transition Transition => transition;

    public Step Step => step;

    /// <summary>The actor's account; the workflow lets nobody without one act.</summary>
    public Guid ActorId => step.Actor.UserId ?? throw new InvalidOperationException("An action of the workflow needs a person.");

    /// <summary>The record the action made, if it made one.</summary>
    public Guid ResultId { get; set; }

    /// <summary>How readers are told; null: only marks, if they changed.</summary>
    public Func<Publisher, CancellationToken, Task>? Publish { get; set; }

    /// <summary>Adds a new record to what this action saves.</summary>
    public void Add(object record) => db.Add(record);

    public async Task PublishAsync(CancellationToken ct)
    {
        var claim = @case.Claim;
        if (Publish is { } publish)
        {
            await publish(publisher, ct);
        }
        else if ((claim.IsContested != wasContested || claim.IsUnderReexamination != wasUnderReexamination)
            && claim.PublicState is PublicState.Listed or PublicState.Imported or PublicState.Published)
        {
            await publisher.RepublishAsync(
                claim.Number,
                PublicationKind.Mark,
                d => d with { IsContested = claim.IsContested, IsUnderReexamination = claim.IsUnderReexamination },
                ct);
        }
    }
}
