using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Claims;

public sealed partial class ClaimService
{
    /// <summary>
    /// A verdict judges the exact wording: an edit of statement, kind, claimants, figures or aspect is a transition of its own, which may
    /// void a proposal or panel. An editor who touches figures or evidence in review becomes the verdict's co-author.
    /// </summary>
    private async Task<Outcome> JudgeMeaningAndSaveAsync(
        Claim claim, ClaimChanges changes, ClaimEdit edit, ChangeContext change, Outcome.Done done, CancellationToken ct)
    {
        if (changes.Voiding.Count == 0 && !changes.MakesCoAuthor)
        {
            await db.SaveAsync(change, ct);
            return done;
        }

        var @case = await ClaimCase.LoadAsync(db, claim.Number, ct) ?? throw new InvalidOperationException($"Claim {claim.Number} is gone.");
        if (changes.Voiding.Count == 0)
        {
            AddCoAuthor(@case, change);
            await db.SaveAsync(change, ct);
            return done;
        }

        var situation = @case.SituationOf(change.Actor);
        var answer = Workflow.Check(ClaimAction.ChangeMeaning, situation);
        if (answer is Refusal refusal)
        {
            return await Refusals.RefuseAsync(db, claim.AuditStream, change.Actor, change.Action, refusal, Transitions.Names(situation), ct);
        }

        if (answer is not Transition transition || transition.Stage == claim.Stage)
        {
            await db.SaveAsync(change, ct);
            return done;
        }

        if (!edit.ConfirmVoids)
        {
            return new Outcome.NeedsConfirmation([.. changes.Voiding.Select(p => p.ToString())]);
        }

        return await SaveVoidingAsync(@case, transition, edit, change with { Action = Transitions.ActionName(ClaimAction.ChangeMeaning) }, done, ct);
    }

    private async Task<Outcome> SaveVoidingAsync(
        ClaimCase @case, Transition transition, ClaimEdit edit, ChangeContext change, Outcome.Done done, CancellationToken ct)
    {
        var step = new Step(ClaimAction.ChangeMeaning, @case.Claim.Number, @case.Claim.Version, change.Actor) { Reason = change.Reason, TellReaders = edit.TellReaders };
        var context = new StepContext(@case, transition, step, db, publisher);
        Transitions.Apply(@case, transition, step);
        if (@case.Panel is { } panel)
        {
            panel.Outcome = PanelOutcome.Dissolved;
            panel.EndedAt = db.Now;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveAsync(change, ct);
        await context.PublishAsync(ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    private void AddCoAuthor(ClaimCase @case, ChangeContext change)
    {
        if (@case is { Claim.Stage: Stage.InReview, Open: { State: VerdictState.Proposed } verdict } && change.Actor is { IsEditor: true, UserId: { } editor }
            && !verdict.Authors.Exists(a => a.UserId == editor))
        {
            db.Add(new VerdictAuthor { Id = Guid.CreateVersion7(), ClaimNumber = verdict.ClaimNumber, VerdictId = verdict.Id, UserId = editor, IsCoAuthor = true });
        }
    }
}
