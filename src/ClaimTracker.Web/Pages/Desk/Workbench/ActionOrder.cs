using ClaimTracker.Core.Review;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Which of the possible actions stand in front, and which in the menu.</summary>
public static class ActionOrder
{
    /// <summary>What one most likely came to do.</summary>
    public static bool IsNextStep(ClaimAction action) => IsPrimary(action) || action is
        ClaimAction.Assign or ClaimAction.Recall or ClaimAction.Return or ClaimAction.Contest or ClaimAction.Reopen or ClaimAction.ReopenClosed
        or ClaimAction.DeclineCorrection or ClaimAction.DeclineWithdrawal or ClaimAction.DeclineRestore or ClaimAction.RestoreRemoved;

    public static bool IsPrimary(ClaimAction action) => action is
        ClaimAction.Take or ClaimAction.Propose or ClaimAction.Approve or ClaimAction.Sign or ClaimAction.Vote or ClaimAction.ClosePanel
        or ClaimAction.ApproveCorrection or ClaimAction.ConfirmWithdrawal or ClaimAction.ConfirmRestore or ClaimAction.ConfirmRemoval;

    public static bool IsGrave(ClaimAction action) => action is ClaimAction.Withdraw or ClaimAction.Remove or ClaimAction.Redact or ClaimAction.Close or ClaimAction.Merge;
}
