using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>Situations in which nothing but role, stage, public state and the actor's part stands in the way.</summary>
internal static class Situations
{
    public const PendingRequests Everything =
        PendingRequests.Correction | PendingRequests.Withdrawal | PendingRequests.Restore | PendingRequests.Removal;

    public static readonly PanelSituation OpenPanel = new() { Size = 3, StageBefore = Stage.InReview, VotesCast = 1, DeadlinePassed = true };

    public static readonly PanelSituation MajorityPanel = OpenPanel with { VotesCast = 2, MajorityExists = true, ActorHasVoted = true, ActorInMajority = true };

    public static ClaimSituation Editor(Stage stage, PublicState publicState = PublicState.None) =>
        For(ClaimAction.Take, stage, publicState, Roles.Editor, Part.None);

    public static ClaimSituation Checker(Stage stage, PublicState publicState = PublicState.None) =>
        Editor(stage, publicState) with { Roles = Roles.Checker };

    public static ClaimSituation For(ClaimAction action, Stage? stage, PublicState publicState, Roles roles, Part part) => new()
    {
        Stage = stage,
        PublicState = publicState,
        Roles = roles,
        IsAuthor = part is Part.Author or Part.AuthorAndAssignee,
        IsAssignee = part is Part.Assignee or Part.AuthorAndAssignee,
        IsLogger = part == Part.Logger,
        IsApprover = part == Part.Approver,
        HasOpenVerdict = true,
        HasDecidedVerdict = true,
        IsArchiveEntry = true,
        EligibleEditors = 3,
        Panel = stage != Stage.Contested ? null : action == ClaimAction.ClosePanel ? MajorityPanel : OpenPanel,
        Pending = action is ClaimAction.Correct or ClaimAction.Withdraw or ClaimAction.Restore ? PendingRequests.None : Everything,
    };

    public static void Refuses(ClaimAction action, ClaimSituation situation, RefusalKind kind, RefusalReason reason) =>
        Assert.Equal(new Refusal(kind, reason), Workflow.Check(action, situation));

    public static Transition Allows(ClaimAction action, ClaimSituation situation) =>
        Assert.IsType<Transition>(Workflow.Check(action, situation));
}
