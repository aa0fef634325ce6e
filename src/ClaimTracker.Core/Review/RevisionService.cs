using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>
/// The next number of a decided verdict with the same rating: a correction, or a further language. A typo takes effect at once;
/// anything else when a second editor approves it.
/// </summary>
public sealed class RevisionService(ClaimDbContext db, Transitions transitions, Publisher publisher)
{
    private readonly GateReader gate = new(db);
    private readonly VerdictWriting writing = new(db);

    /// <summary>What readers would get from the correction or the further language that waits for a second person; null: nothing waits.</summary>
    public async Task<VerdictPreview?> PreviewAsync(int number, CancellationToken ct) =>
        await ClaimCase.LoadAsync(db, number, ct) is { Revision: { } revision } @case
            ? await PreviewAsync(@case, revision, @case.Correction is not null, ct)
            : null;

    /// <summary>What readers would get if the words that were typed went over the decided verdict; null: readers have no verdict of ours.</summary>
    public async Task<VerdictPreview?> PreviewCorrectionAsync(int number, VerdictDraft texts, CancellationToken ct)
    {
        if (await ClaimCase.LoadAsync(db, number, ct) is not { Decided: { } decided } @case || await publisher.CurrentDocumentAsync(number, ct) is not { } current)
        {
            return null;
        }

        var typed = NextOf(@case, decided, @case.Claim.Version, CorrectedWords.Only(texts, current.Languages));
        return await PreviewAsync(@case, typed, isCorrection: true, ct);
    }

    /// <summary>Asks for a correction of the words; rating and statement stay.</summary>
    /// <param name="shownHash">Hash of the preview the editor read: what was shown is what is sent on.</param>
    public Task<Outcome> CorrectAsync(
        int number, int claimVersion, string shownHash, VerdictDraft texts, CorrectionInput correction, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Correct, number, claimVersion, actor)
            {
                Situate = (_, situation) => situation with { CorrectionKind = correction.Kind },
                Apply = (context, token) => CorrectAsync(context, shownHash, texts, correction, token),
            },
            ct);

    public Task<Outcome> ApproveCorrectionAsync(int number, int claimVersion, string shownHash, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ApproveCorrection, number, claimVersion, actor)
            {
                Apply = async (context, token) =>
                {
                    var verdict = RevisionOf(context);
                    if (await ShownOtherwiseAsync(context.Case, verdict, isCorrection: true, shownHash, token) is { } outcome)
                    {
                        return outcome;
                    }

                    var correction = context.Case.Correction ?? throw new InvalidOperationException("The workflow approves only what was asked.");
                    Publish(context, verdict, correction);
                    return null;
                },
            },
            ct);

    public Task<Outcome> DeclineCorrectionAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.DeclineCorrection, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = (context, _) =>
                {
                    if (context.Case.Correction is { } correction)
                    {
                        correction.RejectedAt = db.Now;
                    }

                    if (context.Case.Revision is { } verdict)
                    {
                        verdict.State = VerdictState.Void;
                    }

                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    /// <summary>Drafts the decided verdict in a further language, by any checker; an editor who did not write it adds it.</summary>
    public Task<Outcome> TranslateAsync(int number, int claimVersion, VerdictDraft texts, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, () => TryTranslateAsync(number, claimVersion, texts, actor, ct), ct);

    public Task<Outcome> AddLanguageAsync(int number, int claimVersion, string shownHash, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.AddLanguage, number, claimVersion, actor)
            {
                Apply = async (context, token) =>
                {
                    if (context.Case.Revision is not { } verdict || context.Case.Correction is not null)
                    {
                        return new Outcome.NotNow(nameof(RefusalReason.NothingRequested));
                    }

                    if (await ShownOtherwiseAsync(context.Case, verdict, isCorrection: false, shownHash, token) is { } outcome)
                    {
                        return outcome;
                    }

                    var result = await gate.CheckAsync(number, verdict, token);
                    if (!verdict.Headline.Languages.All(result.CompleteLanguages.Contains))
                    {
                        return new Outcome.NotNow(nameof(RefusalReason.GateNotMet));
                    }

                    Publish(context, verdict, correction: null);
                    return null;
                },
            },
            ct);

    private static Verdict RevisionOf(StepContext context) =>
        context.Case.Revision ?? throw new InvalidOperationException("A correction waits together with its text.");

    private async Task<Outcome?> CorrectAsync(StepContext context, string shownHash, VerdictDraft texts, CorrectionInput input, CancellationToken ct)
    {
        if (context.Case.Revision is not null)
        {
            return new Outcome.NotNow(nameof(RefusalReason.AlreadyRequested));
        }

        if (await writing.FaultsAsync(texts, context.Case.Claim.Aspect, ct) is { } faults)
        {
            return faults;
        }

        if (new CorrectionInputValidator().Faults(input) is { } noticeFaults)
        {
            return new Outcome.Invalid([.. noticeFaults.Select(f => f with { Path = $"Correction.{f.Path}" })]);
        }

        var decided = context.Case.Decided ?? throw new InvalidOperationException("The workflow corrects only verdicts of ours.");
        var languages = (await publisher.CurrentDocumentAsync(context.Step.Number, ct))?.Languages ?? [];
        var verdict = AddNextOf(context.Case, decided, context.Step.ClaimVersion, CorrectedWords.Only(texts, languages), context.ActorId);
        if (await PreviewAsync(context.Case, verdict, isCorrection: true, ct) is not { Current: { } current } preview || preview.Hash != shownHash)
        {
            return new Outcome.NotNow(VerdictService.ShownTextChanged);
        }

        if (CorrectedWords.Faults(current, preview.Document, decided, texts, input.Kind) is { } wordFaults)
        {
            return wordFaults;
        }

        if (VerdictWriting.TextsNotFit(await gate.CheckAsync(context.Step.Number, verdict, ct)) is { } unfit)
        {
            return unfit;
        }

        var correction = new Correction
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = context.Step.Number,
            Kind = input.Kind,
            What = input.What,
            Why = input.Why,
            Cause = input.Cause,
            OldRatingId = decided.RatingId,
            NewRatingId = decided.RatingId,
            VerdictId = verdict.Id,
            RequestedById = context.ActorId,
            RequestedAt = db.Now,
        };
        db.Corrections.Add(correction);
        await FollowChallengeAsync(context, input.ChallengeId, correction, ct);

        context.ResultId = correction.Id;
        if (!context.Transition.NeedsSecondPerson)
        {
            Publish(context, verdict, correction);
        }

        return null;
    }

    /// <summary>
    /// The report that led here shows the correction to its sender: if whoever corrects may handle it, and no other correction that stands was
    /// named for it.
    /// </summary>
    private async Task FollowChallengeAsync(StepContext context, Guid? challengeId, Correction correction, CancellationToken ct)
    {
        if (challengeId is not { } id || await db.Challenges.SingleOrDefaultAsync(c => c.Id == id && c.ClaimNumber == correction.ClaimNumber && c.SameAsId == null, ct) is not { } challenge)
        {
            return;
        }

        var isOwnVerdict = (await ChallengeService.DecidersAsync(db, challenge, ct)).Contains(context.ActorId);
        var isNamed = challenge.CorrectionId is { } named && await db.Corrections.AnyAsync(c => c.Id == named && c.RejectedAt == null, ct);
        if (Permissions.CanHandleChallenge(context.Step.Actor, challenge.Kind, isOwnVerdict) && !isNamed)
        {
            challenge.CorrectionId = correction.Id;
        }
    }

    private async Task<Outcome> TryTranslateAsync(int number, int claimVersion, VerdictDraft texts, Actor actor, CancellationToken ct)
    {
        if (await ClaimCase.LoadAsync(db, number, ct) is not { } @case)
        {
            return new Outcome.NotFound();
        }

        var refusal = actor.UserId is null || !actor.IsChecker ? new Outcome.NotPermitted(nameof(RefusalReason.CheckersOnly))
            : @case.Decided is null || @case.Claim.PublicState is not PublicState.Published ? new Outcome.NotNow(nameof(RefusalReason.NoVerdictOfOurs))
            : @case.Correction is not null || (@case.Revision is { } other && !other.Authors.Exists(a => a.UserId == actor.UserId)) ? new Outcome.NotNow(nameof(RefusalReason.AlreadyRequested))
            : @case.Claim.Version != claimVersion ? new Outcome.NotNow(Transitions.ClaimChanged)
            : (Outcome?)null;
        if (refusal is not null || @case.Decided is not { } decided || actor.UserId is not { } me)
        {
            await db.RecordEventAsync(Claim.StreamOf(number), new ChangeContext(actor, "verdict.translate", refusal?.GetType().Name) { Kind = AuditKind.Refusal }, ct);
            return refusal ?? new Outcome.NotFound();
        }

        if (await writing.FaultsAsync(texts, @case.Claim.Aspect, ct) is { } faults)
        {
            return faults;
        }

        // A language readers have already is changed by a correction, which tells them so.
        var current = await publisher.CurrentDocumentAsync(number, ct);
        if (current is null || texts.Languages.Any(current.Languages.Contains))
        {
            var published = new Refusal(RefusalKind.NotNow, RefusalReason.LanguageIsPublished);
            return await Refusals.RefuseAsync(db, Claim.StreamOf(number), actor, "verdict.translate", published, [], ct);
        }

        var verdict = @case.Revision ?? AddNextOf(@case, decided, claimVersion, texts, me);
        // Words that lay in the verdict before keep whoever wrote them.
        foreach (var author in texts.Languages.Any(l => CorrectedWords.Has(decided, l)) ? decided.Authors : [])
        {
            VerdictWriting.AddAuthor(verdict, author.UserId);
        }

        VerdictWriting.WriteTexts(verdict, texts);
        await db.SaveAsync(new ChangeContext(actor, "verdict.translate"), ct);
        return new Outcome.Done(number, verdict.Id);
    }

    private Verdict NextOf(ClaimCase @case, Verdict decided, int claimVersion, VerdictDraft texts)
    {
        var verdict = writing.Next(decided, VerdictState.Revision, @case.Verdicts[0].Number + 1, claimVersion);
        VerdictWriting.WriteTexts(verdict, texts);
        return verdict;
    }

    private Verdict AddNextOf(ClaimCase @case, Verdict decided, int claimVersion, VerdictDraft texts, Guid authorId)
    {
        var verdict = NextOf(@case, decided, claimVersion, texts);
        VerdictWriting.AddAuthor(verdict, authorId);
        db.Verdicts.Add(verdict);
        return verdict;
    }

    private async Task<VerdictPreview?> PreviewAsync(ClaimCase @case, Verdict verdict, bool isCorrection, CancellationToken ct)
    {
        if (await publisher.CurrentDocumentAsync(@case.Claim.Number, ct) is not { } current)
        {
            return null;
        }

        var revised = RevisedDocument.Of(current, verdict, @case.Claim, isCorrection, db.Now);
        return new VerdictPreview(revised, current, revised.ContentHash());
    }

    private async Task<Outcome?> ShownOtherwiseAsync(ClaimCase @case, Verdict verdict, bool isCorrection, string shownHash, CancellationToken ct) =>
        (await PreviewAsync(@case, verdict, isCorrection, ct))?.Hash == shownHash ? null : new Outcome.NotNow(VerdictService.ShownTextChanged);

    /// <summary>Readers get their present document with the new words; what the desk has meanwhile changed on the claim stays on the desk.</summary>
    private void Publish(StepContext context, Verdict verdict, Correction? correction)
    {
        if (context.Case.Decided is { } earlier)
        {
            earlier.State = VerdictState.Superseded;
        }

        verdict.State = VerdictState.Decided;
        verdict.DecidedAt = db.Now;
        verdict.DecidedById = context.ActorId;
        if (correction is not null)
        {
            correction.ApprovedById = context.ActorId;
            correction.ApprovedAt = db.Now;
        }

        context.ResultId = verdict.Id;
        var claim = context.Case.Claim;
        context.Publish = async (p, ct) =>
        {
            var version = await p.NextVersionAsync(claim.Number, ct);
            var now = db.Now;
            await p.RepublishAsync(
                claim.Number,
                correction is null ? PublicationKind.Language : PublicationKind.Correction,
                d =>
                {
                    var revised = RevisedDocument.Of(d, verdict, claim, isCorrection: correction is not null, now);
                    return correction is null ? revised : revised with { Corrections = [.. d.Corrections, VerdictService.NoticeOf(correction, d, revised, version)] };
                },
                ct);
        };
    }
}
