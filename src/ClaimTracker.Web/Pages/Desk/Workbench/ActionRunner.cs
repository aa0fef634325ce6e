using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>
/// Hands an action's form to the service that carries it out. A form that lacks something was sent by somebody who may not do this at all, and
/// is not asked to fill it in: the service says so, and writes it to the trail.
/// </summary>
public sealed class ActionRunner(StageService stages, VerdictService verdicts, PanelService panels, RevisionService revisions, PublicStateService publicStates, ArchiveSigning signing)
{
    public Task<Outcome> RunAsync(ClaimAction action, int number, ActionForm form, Actor actor, CancellationToken ct)
    {
        var version = form.Version;
        var reason = form.Reason ?? "";
        return action switch
        {
            ClaimAction.Take => stages.TakeAsync(number, version, actor, ct),
            ClaimAction.Assign => stages.AssignAsync(number, version, form.AssigneeId ?? Guid.Empty, actor, ct),
            ClaimAction.Reassign => stages.ReassignAsync(number, version, form.AssigneeId ?? Guid.Empty, actor, ct),
            ClaimAction.Release => stages.ReleaseAsync(number, version, actor, ct),
            ClaimAction.Propose => verdicts.ProposeAsync(number, version, actor, ct),
            ClaimAction.Recall => verdicts.RecallAsync(number, version, actor, ct),
            ClaimAction.Return => verdicts.ReturnAsync(number, version, reason, actor, ct),
            ClaimAction.Sign => signing.SignAsync(number, version, actor, ct),
            ClaimAction.Contest => panels.ContestAsync(number, version, reason, actor, ct),
            ClaimAction.Vote => panels.VoteAsync(number, version, form.RatingId ?? Guid.Empty, reason, actor, ct),
            ClaimAction.Dissolve => panels.DissolveAsync(number, version, form.CodeAs<DissolveReason>() ?? default, actor, ct),
            ClaimAction.Reopen => stages.ReopenAsync(number, version, reason, form.TellReaders, actor, ct),
            ClaimAction.Close => stages.CloseAsync(number, version, form.CodeAs<CloseReason>() ?? default, form.Reason, actor, ct),
            ClaimAction.Merge => stages.MergeAsync(number, version, form.IntoNumber ?? 0, reason, actor, ct),
            ClaimAction.ReopenClosed => stages.ReopenClosedAsync(number, version, actor, ct),
            ClaimAction.List => publicStates.ListAsync(number, version, form.Notice.ToText(), form.AsOf, actor, ct),
            ClaimAction.Unlist => publicStates.UnlistAsync(number, version, actor, ct),
            ClaimAction.DeclineCorrection => revisions.DeclineCorrectionAsync(number, version, reason, actor, ct),
            ClaimAction.Withdraw => publicStates.WithdrawAsync(number, version, reason, form.Notice.ToText(), actor, ct),
            ClaimAction.ConfirmWithdrawal => publicStates.ConfirmWithdrawalAsync(number, version, actor, ct),
            ClaimAction.DeclineWithdrawal => publicStates.DeclineWithdrawalAsync(number, version, reason, actor, ct),
            ClaimAction.Restore => publicStates.RestoreAsync(number, version, reason, actor, ct),
            ClaimAction.ConfirmRestore => publicStates.ConfirmRestoreAsync(number, version, actor, ct),
            ClaimAction.DeclineRestore => publicStates.DeclineRestoreAsync(number, version, reason, actor, ct),
            ClaimAction.Remove => publicStates.RemoveAsync(number, version, form.CodeAs<RemovalReason>() ?? default, reason, form.Notice.ToText(), actor, ct),
            ClaimAction.ConfirmRemoval => publicStates.ConfirmRemovalAsync(number, version, actor, ct),
            ClaimAction.RestoreRemoved => publicStates.RestoreRemovedAsync(number, version, reason, actor, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
    }
}
