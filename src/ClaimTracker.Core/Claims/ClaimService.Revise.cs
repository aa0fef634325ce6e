using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

public sealed partial class ClaimService
{
    private const string EditAction = "claim.edit";
    private const string RestoreAction = "claim.restore-value";

    private static readonly ClaimEditValidator EditRules = new();

    /// <summary>
    /// Changes a claim and its rows. Made from an older version it is merged with what others saved since; what both changed
    /// differently comes back as <see cref="Outcome.Stale"/>. An edit of what a verdict judges takes the claim back to checking
    /// (<see cref="Outcome.NeedsConfirmation"/> first).
    /// </summary>
    public async Task<Outcome> ReviseAsync(int number, int postedVersion, ClaimEdit edit, Actor actor, CancellationToken ct)
    {
        if (!actor.IsChecker)
        {
            return await Refusals.NotPermittedAsync(db, Claim.StreamOf(number), actor, EditAction, RefusalReason.CheckersOnly, ct);
        }

        if (EditRules.Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var change = new ChangeContext(actor, EditAction, TextRules.Clean(edit.Reason));
        return await Retry.RunAsync(
            db, () => ReviseOnceAsync(number, postedVersion, edit, change, (claim, merge, maker) => ApplyAsync(claim, edit, merge, maker, ct), ct), ct);
    }

    /// <summary>The recorded refusal of an edit by somebody who may not make it, whatever the form holds; null: they may.</summary>
    /// <param name="onlyAdds">The form adds evidence or an appearance.</param>
    public async Task<Outcome?> RefusalAsync(int number, bool onlyAdds, Actor actor, CancellationToken ct) =>
        !actor.IsChecker ? await Refusals.NotPermittedAsync(db, Claim.StreamOf(number), actor, EditAction, RefusalReason.CheckersOnly, ct)
        : await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct) is { } claim ? await RefusalAsync(claim, onlyAdds, new ChangeContext(actor, EditAction), ct)
        : new Outcome.NotFound();

    /// <summary>The same for one value of the claim or a row, set back by <see cref="ClaimHistory"/>.</summary>
    internal Task<Outcome> RestoreAsync(int number, int postedVersion, bool confirmVoids, string reason, Func<Claim, RecordMaker, Task> apply, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(
            db,
            () => ReviseOnceAsync(
                number,
                postedVersion,
                new ClaimEdit { ConfirmVoids = confirmVoids, Reason = reason },
                new ChangeContext(actor, RestoreAction, reason),
                (claim, _, maker) => apply(claim, maker),
                ct),
            ct);

    /// <summary>The claim with all its rows, tracked.</summary>
    internal static Task<Claim?> LoadAsync(ClaimDbContext db, int number, CancellationToken ct) => db.Claims
        .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).Include(c => c.Appearances)
        .Include(c => c.Attribution).ThenInclude(s => s.Scopes).Include(c => c.Evidence).Include(c => c.Links)
        .SingleOrDefaultAsync(c => c.Number == number, ct);

    private async Task<Outcome> ReviseOnceAsync(
        int number, int postedVersion, ClaimEdit edit, ChangeContext change, Func<Claim, StaleMerge, RecordMaker, Task> apply, CancellationToken ct)
    {
        if (edit.SubmissionId is { } sent && await Submissions.AnswerOfAsync(db, sent, change.Actor, ct) is { } answer)
        {
            return answer;
        }

        var claim = await LoadAsync(db, number, ct);
        if (claim is null)
        {
            return new Outcome.NotFound();
        }

        if (edit.IsExact && claim.Version != postedVersion)
        {
            return new Outcome.NotNow(Transitions.ClaimChanged);
        }

        var maker = new RecordMaker(db);
        var merge = await StaleMerge.StartAsync(db, claim, postedVersion, ct);
        var before = claim.Statement;
        await apply(claim, merge, maker);
        if (maker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (merge.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        var changes = ClaimChanges.Of(db, claim, edit.MendsTypo);
        if (changes.IsEmpty)
        {
            return new Outcome.Done(number) { IsMerged = merge.IsStale };
        }

        JudgeTypo(claim, before, edit, maker);
        ClaimChecks.Judge(db, claim, maker);
        if (await RefusalAsync(claim, changes.OnlyAdds, change, ct) is { } refused)
        {
            return refused;
        }

        var done = new Outcome.Done(number) { IsMerged = merge.IsStale };
        if (maker.Refusal is null && edit.SubmissionId is { } first)
        {
            Submissions.Remember(db, first, change.Actor, done);
        }

        return maker.Refusal ?? await JudgeMeaningAndSaveAsync(claim, changes, edit, change, done, ct);
    }

    /// <summary>Any checker may add evidence and appearances; the rest is for whoever works on the claim, and editors.</summary>
    private async Task<Outcome?> RefusalAsync(Claim claim, bool onlyAdds, ChangeContext change, CancellationToken ct)
    {
        var me = change.Actor.UserId;
        var access = new ClaimAccess(claim.Stage, me is not null && claim.AssigneeId == me, me is not null && claim.LoggedById == me);
        var permitted = Permissions.CanEditClaim(change.Actor, access) || (onlyAdds && Permissions.CanAddEvidence(change.Actor, access));
        if (permitted)
        {
            return null;
        }

        var refusal = claim.Stage is Stage.Closed
            ? new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisStage)
            : new Refusal(RefusalKind.NotPermitted, RefusalReason.NotYourClaim);
        return await Refusals.RefuseAsync(db, claim.AuditStream, change.Actor, change.Action, refusal, [], ct);
    }

    private static void JudgeTypo(Claim claim, LocalizedText before, ClaimEdit edit, RecordMaker maker)
    {
        foreach (var language in edit.MendsTypo ? before.Languages : [])
        {
            if (before[language] is { } old && claim.Statement[language] is { } mended && !ClaimRules.IsTypo(old, mended))
            {
                maker.AddFault($"{nameof(ClaimEdit.Statement)}.{language}", FaultCode.NotATypo);
            }
        }
    }

    private async Task ApplyAsync(Claim claim, ClaimEdit edit, StaleMerge merge, RecordMaker maker, CancellationToken ct)
    {
        claim.Statement = edit.Statement?.Apply(claim.Statement) ?? claim.Statement;
        claim.Summary = edit.Summary?.Apply(claim.Summary) ?? claim.Summary;
        claim.OriginalLanguage = edit.OriginalLanguage.Or(claim.OriginalLanguage) ?? claim.OriginalLanguage;
        claim.Kind = edit.Kind.Or(claim.Kind);
        claim.Aspect = edit.Aspect.Or(claim.Aspect);
        claim.Hedge = edit.Hedge?.Apply(claim.Hedge) ?? claim.Hedge;
        claim.AssertedOn = edit.AssertedOn.Or(claim.AssertedOn);
        claim.EventOn = edit.EventOn.Or(claim.EventOn);
        claim.PlaceCountry = edit.PlaceCountry.TryGet(out var country) ? TextRules.Clean(country) : claim.PlaceCountry;
        claim.PlaceName = edit.PlaceName?.Apply(claim.PlaceName) ?? claim.PlaceName;
        claim.Flags = edit.Flags.TryGet(out var flags) ? ClaimRules.InOrderOf(claim.Flags, flags ?? []) : claim.Flags;
        claim.AsPublished = edit.AsPublished.Or(claim.AsPublished);
        claim.Due = edit.Due.Or(claim.Due);
        claim.RecheckOn = edit.RecheckOn.Or(claim.RecheckOn);
        claim.Triage = edit.Triage.Or(claim.Triage);
        claim.SelectionReason = edit.SelectionReason?.Apply(claim.SelectionReason) ?? claim.SelectionReason;
        await new ClaimRowWriter(db, maker, merge, claim).ApplyAsync(edit, ct);
    }
}
