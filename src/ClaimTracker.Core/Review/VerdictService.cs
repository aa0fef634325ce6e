using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>What deciding a verdict would publish, beside what readers have now; the hash is posted with the decision.</summary>
public sealed record VerdictPreview(PublicDocument Document, PublicDocument? Current, string Hash);

/// <summary>Writing, proposing and deciding verdicts.</summary>
public sealed class VerdictService(ClaimDbContext db, Transitions transitions, Publisher publisher)
{
    /// <summary>Refused because the text the editor read is no longer the one that would be published.</summary>
    public const string ShownTextChanged = "ShownTextChanged";

    /// <summary>Refused because somebody else wrote on the draft that a program read.</summary>
    public const string DraftChanged = "DraftChanged";

    private readonly GateReader gate = new(db);
    private readonly VerdictWriting writing = new(db);

    /// <summary>
    /// Saves a draft; by its author, or by the editor who reviews it. The editor who changes the rating becomes a co-author and no
    /// longer approves it.
    /// </summary>
    /// <param name="postedVersion">Version of the verdict the form showed; 0 when there was none yet.</param>
    public Task<Outcome> SaveDraftAsync(int number, int postedVersion, VerdictDraft draft, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, () => TrySaveDraftAsync(number, postedVersion, draft, actor, ct), ct);

    public Task<Outcome> ProposeAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Propose, number, claimVersion, actor)
            {
                Apply = async (context, token) =>
                {
                    if (context.Case.Open is not { } verdict || !(await gate.CheckAsync(number, verdict, token)).Holds)
                    {
                        return new Outcome.NotNow(nameof(RefusalReason.GateNotMet));
                    }

                    verdict.ProposedAt = db.Now;
                    verdict.JudgedClaimVersion = claimVersion;
                    VerdictWriting.AddAuthor(verdict, context.ActorId);
                    return null;
                },
            },
            ct);

    public Task<Outcome> RecallAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(new Step(ClaimAction.Recall, number, claimVersion, actor), ct);

    public Task<Outcome> ReturnAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Return, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = (context, _) =>
                {
                    AddDecision(context, DecisionKind.Return, reason);
                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    /// <summary>Publishes exactly what the editor was shown.</summary>
    /// <param name="shownHash">Hash of the preview the editor read.</param>
    /// <param name="correction">The notice that goes over an earlier verdict of ours; else null.</param>
    public Task<Outcome> ApproveAsync(int number, int claimVersion, string shownHash, CorrectionInput? correction, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Approve, number, claimVersion, actor)
            {
                Apply = (context, token) => ApproveAsync(context, shownHash, correction, token),
            },
            ct);

    /// <summary>What approving the proposal would publish beside what readers have now; null: none waits, or the gate holds in no language.</summary>
    public async Task<VerdictPreview?> PreviewAsync(int number, CancellationToken ct)
    {
        var proposed = await db.Verdicts.AsNoTracking().Include(v => v.Waivers)
            .SingleOrDefaultAsync(v => v.ClaimNumber == number && v.State == VerdictState.Proposed, ct);
        if (proposed is null)
        {
            return null;
        }

        var languages = (await gate.CheckAsync(number, proposed, ct)).CompleteLanguages;
        return await publisher.PreviewAsync(number, proposed.Id, languages, ct) is { } document
            ? new VerdictPreview(document, await publisher.CurrentDocumentAsync(number, ct), document.ContentHash())
            : null;
    }

    /// <summary>Decides a verdict in the transaction of its transition: supersedes the one before and says how readers are told.</summary>
    internal static void Decide(StepContext context, Verdict verdict, IReadOnlyList<string> languages, CorrectionInput? correction, DateTime now)
    {
        var earlier = context.Case.Decided is { } decided && decided.Id != verdict.Id ? decided : null;
        foreach (var old in context.Case.Verdicts.Where(v => v.Id != verdict.Id && v.State is VerdictState.Decided or VerdictState.Imported or VerdictState.Archived))
        {
            old.State = VerdictState.Superseded;
        }

        // A correction or a language that waited was for the words this verdict replaces.
        if (context.Case.Revision is { } waiting)
        {
            waiting.State = VerdictState.Void;
        }

        if (context.Case.Correction is { } asked)
        {
            asked.RejectedAt = now;
        }

        verdict.State = VerdictState.Decided;
        verdict.DecidedAt = now;
        verdict.DecidedById = context.ActorId;
        context.ResultId = verdict.Id;
        var notice = earlier is null || correction is null ? null : CorrectionRecord(context, earlier, verdict, correction, now);
        context.Publish = async (publisher, ct) =>
        {
            var current = await publisher.CurrentDocumentAsync(context.Step.Number, ct);
            var version = await publisher.NextVersionAsync(context.Step.Number, ct);
            await publisher.PublishAsync(
                context.Step.Number,
                PublicationKind.Verdict,
                d => (d with { Corrections = [.. current?.Corrections ?? [], .. notice is null ? [] : new[] { NoticeOf(notice, current, d, version) }] }).InLanguages(languages),
                ct);
        };
        if (notice is not null)
        {
            context.Add(notice);
        }
    }

    internal static PublicCorrectionNotice NoticeOf(Correction correction, PublicDocument? before, PublicDocument after, int version) => new()
    {
        Id = correction.Id,
        Kind = correction.Kind,
        What = correction.What,
        Why = correction.Why,
        Cause = correction.Cause,
        OldRating = before?.Verdict?.Rating,
        NewRating = after.Verdict?.Rating,
        At = correction.ApprovedAt ?? correction.RequestedAt,
        Version = version,
    };

    internal static Decision NewDecision(StepContext context, Verdict verdict, DecisionKind kind, string reason, DateTime at, Guid? panelId = null, Guid? ratingId = null) => new()
    {
        Id = Guid.CreateVersion7(),
        ClaimNumber = context.Step.Number,
        VerdictId = verdict.Id,
        PanelId = panelId,
        Kind = kind,
        RatingId = ratingId,
        Reason = reason,
        ById = context.ActorId,
        At = at,
    };

    private static Correction CorrectionRecord(StepContext context, Verdict earlier, Verdict verdict, CorrectionInput input, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ClaimNumber = context.Step.Number,
        Kind = CorrectionRules.WithNewVerdict(earlier.RatingId != verdict.RatingId),
        What = input.What,
        Why = input.Why,
        Cause = input.Cause,
        OldRatingId = earlier.RatingId,
        NewRatingId = verdict.RatingId,
        VerdictId = verdict.Id,
        RequestedById = verdict.Authors is [var first, ..] ? first.UserId : context.ActorId,
        RequestedAt = verdict.ProposedAt ?? now,
        ApprovedById = context.ActorId,
        ApprovedAt = now,
    };

    /// <summary>A new verdict over one of ours tells readers what changed.</summary>
    internal static Outcome? CorrectionFault(StepContext context, CorrectionInput? correction)
    {
        if (!context.Transition.NeedsCorrection)
        {
            return null;
        }

        return correction is null ? new Outcome.Invalid("Correction.What", FaultCode.Required)
            : new CorrectionInputValidator().Faults(correction) is { } faults ? new Outcome.Invalid([.. faults.Select(f => f with { Path = $"Correction.{f.Path}" })])
            : null;
    }

    private void AddDecision(StepContext context, DecisionKind kind, string reason)
    {
        if (context.Case.InQuestion is { } verdict)
        {
            verdict.Decisions.Add(NewDecision(context, verdict, kind, reason, db.Now));
        }
    }

    private async Task<Outcome?> ApproveAsync(StepContext context, string shownHash, CorrectionInput? correction, CancellationToken ct)
    {
        if (context.Case.Open is not { } verdict || await gate.CheckAsync(context.Step.Number, verdict, ct) is not { Holds: true } result)
        {
            return new Outcome.NotNow(nameof(RefusalReason.GateNotMet));
        }

        if (CorrectionFault(context, correction) is { } fault)
        {
            return fault;
        }

        var shown = await publisher.PreviewAsync(context.Step.Number, verdict.Id, result.CompleteLanguages, ct);
        if (shown?.ContentHash() != shownHash)
        {
            return new Outcome.NotNow(ShownTextChanged);
        }

        verdict.Decisions.Add(NewDecision(context, verdict, DecisionKind.Approve, "", db.Now));
        Decide(context, verdict, result.CompleteLanguages, correction, db.Now);
        return null;
    }

    private async Task<Outcome> TrySaveDraftAsync(int number, int postedVersion, VerdictDraft draft, Actor actor, CancellationToken ct)
    {
        if (await ClaimCase.LoadAsync(db, number, ct) is not { } @case)
        {
            return new Outcome.NotFound();
        }

        var situation = @case.SituationOf(actor);
        var isReviewing = @case.Claim.Stage is Stage.InReview && Workflow.Check(ClaimAction.EditWording, situation).IsAllowed;
        var access = new ClaimAccess(@case.Claim.Stage, situation.IsAssignee, situation.IsLogger);
        if (actor.UserId is not { } me || !(isReviewing || Permissions.CanEditDraft(actor, access, situation.IsAuthor)))
        {
            var refused = @case.Claim.Stage is Stage.Checking or Stage.Returned or Stage.InReview
                ? (Outcome)new Outcome.NotPermitted(nameof(RefusalReason.NotYourClaim))
                : new Outcome.NotNow(nameof(RefusalReason.NotInThisStage)) { Allowed = [.. Workflow.Allowed(situation).Select(t => t.Action.ToString())] };
            await db.RecordEventAsync(
                Claim.StreamOf(number), new ChangeContext(actor, "verdict.draft", nameof(RefusalReason.NotYourClaim)) { Kind = AuditKind.Refusal }, ct);
            return refused;
        }

        if (draft.ClaimVersion is { } read && read != @case.Claim.Version)
        {
            return new Outcome.NotNow(Transitions.ClaimChanged);
        }

        if (await writing.FaultsAsync(draft, @case.Claim.Aspect, ct) is { } faults)
        {
            return faults;
        }

        var verdict = @case.Open;
        if (draft.IsExact && (verdict?.Version ?? 0) != postedVersion)
        {
            return new Outcome.NotNow(DraftChanged);
        }

        if (verdict is null)
        {
            verdict = new Verdict
            {
                Id = Guid.CreateVersion7(),
                ClaimNumber = number,
                Number = (@case.Verdicts is [var newest, ..] ? newest.Number : 0) + 1,
                CreatedAt = db.Now,
            };
            db.Verdicts.Add(verdict);
        }

        var ratingBefore = verdict.RatingId;
        var merge = verdict.Version == 0 ? null : await StaleMerge.StartAsync(db, verdict, postedVersion, ct);
        writing.Write(verdict, draft, me);
        if (!isReviewing)
        {
            VerdictWriting.AddAuthor(verdict, me);
        }
        else if (ratingBefore != draft.RatingId)
        {
            VerdictWriting.AddAuthor(verdict, me, isCoAuthor: true);
        }

        if (merge?.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        await db.SaveAsync(new ChangeContext(actor, isReviewing ? "verdict.edit-wording" : "verdict.draft"), ct);
        return new Outcome.Done(number, verdict.Id) { IsMerged = merge?.IsStale == true };
    }
}
