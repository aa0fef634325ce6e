using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using static ClaimTracker.Core.Review.RefusalKind;
using static ClaimTracker.Core.Tests.Review.Situations;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>Who must not decide on what they wrote, asked for or hold; and what facts stand in the way.</summary>
public sealed class WorkflowTrapTests
{
    // ---- Roles, stages and states, in words ----

    [Theory]
    [InlineData(ClaimAction.Log, Roles.Observer, RefusalReason.CheckersOnly)]
    [InlineData(ClaimAction.Take, Roles.Admin, RefusalReason.CheckersOnly)]
    [InlineData(ClaimAction.Approve, Roles.Checker, RefusalReason.EditorsOnly)]
    [InlineData(ClaimAction.Approve, Roles.Admin | Roles.Checker, RefusalReason.EditorsOnly)]
    [InlineData(ClaimAction.Remove, Roles.Checker, RefusalReason.EditorsAndAdminsOnly)]
    public void Check_WrongRole_SaysWhoMay(ClaimAction action, Roles roles, RefusalReason reason) =>
        Refuses(action, Editor(Stage.InReview, PublicState.Published) with { Roles = roles }, NotPermitted, reason);

    [Theory]
    [InlineData(ClaimAction.Approve, Stage.Checking, PublicState.None, RefusalReason.NotInThisStage)]
    [InlineData(ClaimAction.Approve, Stage.Settled, PublicState.Published, RefusalReason.NotInThisStage)]
    [InlineData(ClaimAction.Log, Stage.Logged, PublicState.None, RefusalReason.NotInThisStage)]
    [InlineData(ClaimAction.Correct, Stage.Settled, PublicState.Imported, RefusalReason.NotInThisPublicState)]
    [InlineData(ClaimAction.Withdraw, Stage.Logged, PublicState.Listed, RefusalReason.NotInThisPublicState)]
    [InlineData(ClaimAction.Approve, Stage.InReview, PublicState.Removed, RefusalReason.RemovedFromPublic)]
    [InlineData(ClaimAction.List, Stage.Closed, PublicState.Removed, RefusalReason.RemovedFromPublic)]
    public void Check_WrongTime_SaysWhy(ClaimAction action, Stage stage, PublicState state, RefusalReason reason) =>
        Refuses(action, Editor(stage, state), NotNow, reason);

    // ---- Authors, co-authors, assignees ----

    [Theory]
    [InlineData(ClaimAction.Approve, Part.Author, RefusalReason.AuthorCannotApprove)]
    [InlineData(ClaimAction.Approve, Part.AuthorAndAssignee, RefusalReason.AuthorCannotApprove)]
    [InlineData(ClaimAction.Approve, Part.Assignee, RefusalReason.AssigneeCannotApprove)]
    [InlineData(ClaimAction.Return, Part.Author, RefusalReason.AuthorCannotReturn)]
    [InlineData(ClaimAction.Return, Part.Assignee, RefusalReason.AssigneeCannotReturn)]
    [InlineData(ClaimAction.Release, Part.Author, RefusalReason.NotTheAssignee)]
    [InlineData(ClaimAction.Recall, Part.Assignee, RefusalReason.NotAnAuthor)]
    public void Check_InReviewByTheirPart_IsRefused(ClaimAction action, Part part, RefusalReason reason) =>
        Refuses(action, For(action, Stage.InReview, PublicState.None, Roles.Editor | Roles.Admin, part), NotPermitted, reason);

    [Fact]
    public void Propose_EditorWhoIsNotAssignee_IsRefused() =>
        Refuses(ClaimAction.Propose, Editor(Stage.Checking), NotPermitted, RefusalReason.NotTheAssignee);

    [Theory]
    [InlineData(Stage.Checking, false, false)]
    [InlineData(Stage.Checking, true, false)]
    [InlineData(Stage.Returned, true, false)]
    [InlineData(Stage.Logged, false, false)]
    [InlineData(Stage.Logged, true, true)]
    public void Close_CheckerWithoutTheAssignment_OnlyWhatTheyLoggedAndNobodyTook(Stage stage, bool isLogger, bool isAllowed)
    {
        var situation = Checker(stage) with { IsLogger = isLogger };

        if (isAllowed)
        {
            Assert.Equal(Stage.Closed, Allows(ClaimAction.Close, situation).Stage);
        }
        else
        {
            Refuses(ClaimAction.Close, situation, NotPermitted, RefusalReason.NotYourClaim);
        }
    }

    // ---- The gate ----

    [Theory]
    [InlineData(ClaimAction.Propose, Stage.Checking, Part.Assignee)]
    [InlineData(ClaimAction.Approve, Stage.InReview, Part.None)]
    [InlineData(ClaimAction.ClosePanel, Stage.Contested, Part.None)]
    [InlineData(ClaimAction.AddLanguage, Stage.Settled, Part.None)]
    public void Check_GateDoesNotHold_IsRefusedAfterEverythingElse(ClaimAction action, Stage stage, Part part)
    {
        var situation = For(action, stage, PublicState.Published, Roles.Editor, part);

        Refuses(action, situation with { GateHolds = false }, NotNow, RefusalReason.GateNotMet);
        Allows(action, situation with { GateHolds = true });
        Allows(action, situation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Approve_OverEarlierVerdictOfOurs_NeedsACorrection(bool hasDecidedVerdict) =>
        Assert.Equal(
            hasDecidedVerdict,
            Allows(ClaimAction.Approve, Editor(Stage.InReview, PublicState.Imported) with { HasDecidedVerdict = hasDecidedVerdict }).NeedsCorrection);

    // ---- Contested claims ----

    [Fact]
    public void Contest_NobodyCouldVote_IsRefused() =>
        Refuses(ClaimAction.Contest, Editor(Stage.InReview) with { EligibleEditors = 0 }, NotNow, RefusalReason.TooFewEditors);

    [Fact]
    public void Contest_SettledByAnImportedVerdictOnly_IsRefused() =>
        Refuses(ClaimAction.Contest, Editor(Stage.Settled, PublicState.Imported) with { HasDecidedVerdict = false }, NotNow, RefusalReason.NoVerdictOfOurs);

    [Theory]
    [InlineData(Part.Author, RefusalReason.AuthorCannotVote)]
    [InlineData(Part.AuthorAndAssignee, RefusalReason.AuthorCannotVote)]
    [InlineData(Part.Assignee, RefusalReason.AssigneeCannotVote)]
    public void Vote_ByTheirPart_IsRefused(Part part, RefusalReason reason) =>
        Refuses(ClaimAction.Vote, For(ClaimAction.Vote, Stage.Contested, PublicState.None, Roles.Editor, part), NotPermitted, reason);

    [Fact]
    public void Vote_Approver_OnlyWhereNobodyElseCan()
    {
        var approver = For(ClaimAction.Vote, Stage.Contested, PublicState.Published, Roles.Editor, Part.Approver);

        Refuses(ClaimAction.Vote, approver with { OthersCanVote = true }, NotPermitted, RefusalReason.ApproverCannotVoteWhileOthersCan);
        Allows(ClaimAction.Vote, approver with { OthersCanVote = false });
    }

    [Fact]
    public void Vote_PanelFull_OnlyChangesAVoteGiven()
    {
        var full = Editor(Stage.Contested) with { Panel = OpenPanel with { VotesCast = 3 } };

        Refuses(ClaimAction.Vote, full, NotNow, RefusalReason.PanelFull);
        Allows(ClaimAction.Vote, full with { Panel = OpenPanel with { VotesCast = 3, ActorHasVoted = true } });
    }

    [Fact]
    public void ClosePanel_OutsideTheMajority_IsRefused()
    {
        var situation = Editor(Stage.Contested);

        Refuses(ClaimAction.ClosePanel, situation, NotNow, RefusalReason.NoMajorityYet);
        Refuses(ClaimAction.ClosePanel, situation with { Panel = MajorityPanel with { ActorInMajority = false } }, NotPermitted, RefusalReason.NotInTheMajority);
        Assert.Equal(PublicState.Published, Allows(ClaimAction.ClosePanel, situation with { Panel = MajorityPanel }).PublicState);
    }

    [Theory]
    [InlineData(ClaimAction.Vote)]
    [InlineData(ClaimAction.ClosePanel)]
    [InlineData(ClaimAction.Dissolve)]
    public void Check_ContestedWithoutPanel_IsRefused(ClaimAction action) =>
        Refuses(action, Editor(Stage.Contested) with { Panel = null }, NotNow, RefusalReason.PanelMissing);

    // ---- Dissolving ----

    [Theory]
    //          reason                           before           to               verdict               mark
    [InlineData(DissolveReason.OpenedByMistake, Stage.InReview, Stage.InReview, VerdictState.Proposed, MarkChange.Clear)]
    [InlineData(DissolveReason.OpenedByMistake, Stage.Settled, Stage.Settled, null, MarkChange.Clear)]
    [InlineData(DissolveReason.DeadlinePassed, Stage.InReview, Stage.Checking, VerdictState.Draft, MarkChange.Clear)]
    [InlineData(DissolveReason.DeadlinePassed, Stage.Settled, Stage.Checking, null, MarkChange.UnderReexamination)]
    public void Dissolve_ByReason_GoesBackOrToChecking(DissolveReason reason, Stage before, Stage to, VerdictState? verdict, MarkChange mark)
    {
        var transition = Allows(
            ClaimAction.Dissolve,
            Editor(Stage.Contested, PublicState.Published) with { DissolveReason = reason, Panel = OpenPanel with { StageBefore = before } });

        Assert.Equal((to, verdict, mark, PublicState.Published), (transition.Stage, transition.Verdict, transition.Mark, transition.PublicState));
    }

    [Theory]
    [InlineData(DissolveReason.NoMajority)]
    [InlineData(DissolveReason.DeadlinePassed)]
    [InlineData(DissolveReason.TooFewEditors)]
    public void Dissolve_ReasonDoesNotHold_IsRefused(DissolveReason reason) =>
        Refuses(
            ClaimAction.Dissolve,
            Editor(Stage.Contested) with { DissolveReason = reason, Panel = OpenPanel with { DeadlinePassed = false } },
            NotNow,
            RefusalReason.DissolveReasonDoesNotHold);

    [Fact]
    public void Dissolve_MajorityReached_IsRefused() =>
        Refuses(ClaimAction.Dissolve, Editor(Stage.Contested) with { Panel = MajorityPanel }, NotNow, RefusalReason.MajorityReached);

    [Theory]
    [InlineData(Part.Author, RefusalReason.AuthorCannotStopPanel)]
    [InlineData(Part.Assignee, RefusalReason.AssigneeCannotStopPanel)]
    public void Dissolve_AsAMistakeByThoseItJudges_IsRefused(Part part, RefusalReason reason)
    {
        var situation = For(ClaimAction.Dissolve, Stage.Contested, PublicState.Published, Roles.Editor, part);

        Refuses(ClaimAction.Dissolve, situation with { DissolveReason = DissolveReason.OpenedByMistake }, NotPermitted, reason);
        Allows(ClaimAction.Dissolve, situation with { DissolveReason = DissolveReason.DeadlinePassed });
        Refuses(ClaimAction.Dissolve, situation with { Panel = OpenPanel with { DeadlinePassed = false } }, NotNow, RefusalReason.DissolveReasonDoesNotHold);
    }

    [Theory]
    [InlineData(Part.Author, RefusalReason.AuthorCannotStopPanel)]
    [InlineData(Part.AuthorAndAssignee, RefusalReason.AuthorCannotStopPanel)]
    [InlineData(Part.Assignee, RefusalReason.AssigneeCannotStopPanel)]
    public void ChangeMeaning_ByThoseThePanelJudges_IsRefused(Part part, RefusalReason reason) =>
        Refuses(ClaimAction.ChangeMeaning, For(ClaimAction.ChangeMeaning, Stage.Contested, PublicState.None, Roles.Editor, part), NotPermitted, reason);

    [Fact]
    public void ChangeMeaning_OfAPublishedClaimBeforeItsPanel_KeepsTheVerdictAndMarksIt()
    {
        var transition = Allows(
            ClaimAction.ChangeMeaning,
            Editor(Stage.Contested, PublicState.Published) with { Panel = OpenPanel with { StageBefore = Stage.Settled } });

        Assert.Equal((Stage.Checking, (VerdictState?)null, MarkChange.UnderReexamination), (transition.Stage, transition.Verdict, transition.Mark));
    }

    // ---- Second persons ----

    [Theory]
    [InlineData(ClaimAction.ApproveCorrection, PendingRequests.Correction, PublicState.Published)]
    [InlineData(ClaimAction.ConfirmWithdrawal, PendingRequests.Withdrawal, PublicState.Published)]
    [InlineData(ClaimAction.ConfirmRestore, PendingRequests.Restore, PublicState.Withdrawn)]
    [InlineData(ClaimAction.ConfirmRemoval, PendingRequests.Removal, PublicState.Removed)]
    public void Confirm_NothingOrOnesOwnRequest_IsRefused(ClaimAction action, PendingRequests request, PublicState state)
    {
        var situation = Editor(Stage.Settled, state);

        Refuses(action, situation with { Pending = Situations.Everything & ~request }, NotNow, RefusalReason.NothingRequested);
        Refuses(action, situation with { RequestedByActor = request }, NotPermitted, RefusalReason.NeedsSecondPerson);
        Allows(action, situation with { RequestedByActor = Situations.Everything & ~request });
    }

    [Theory]
    [InlineData(ClaimAction.Correct, PendingRequests.Correction, PublicState.Published)]
    [InlineData(ClaimAction.Withdraw, PendingRequests.Withdrawal, PublicState.Published)]
    [InlineData(ClaimAction.Restore, PendingRequests.Restore, PublicState.Withdrawn)]
    public void Request_AlreadyWaiting_IsRefused(ClaimAction action, PendingRequests request, PublicState state)
    {
        Refuses(action, Editor(Stage.Settled, state) with { Pending = request }, NotNow, RefusalReason.AlreadyRequested);
        Allows(action, Editor(Stage.Settled, state) with { Pending = Situations.Everything & ~request });
    }

    [Fact]
    public void RestoreRemoved_WhoeverRemovedIt_IsRefused()
    {
        var removed = Editor(Stage.Settled, PublicState.Removed) with { Pending = PendingRequests.None, RestoresTo = PublicState.Withdrawn };

        Refuses(
            ClaimAction.RestoreRemoved, removed with { RequestedByActor = PendingRequests.Removal }, NotPermitted, RefusalReason.NeedsSecondPerson);
        Assert.Equal(PublicState.Withdrawn, Allows(ClaimAction.RestoreRemoved, removed).PublicState);
    }

    [Fact]
    public void Remove_WhileOtherRequestsWait_ActsAtOnce() =>
        Assert.Equal(PublicState.Removed, Allows(ClaimAction.Remove, Editor(Stage.Contested, PublicState.Published)).PublicState);

    [Fact]
    public void AddLanguage_ItsTranslator_IsRefused() =>
        Refuses(
            ClaimAction.AddLanguage, Editor(Stage.Settled, PublicState.Published) with { IsTranslator = true }, NotPermitted, RefusalReason.TranslatorCannotApprove);

    // ---- Corrections ----

    [Theory]
    [InlineData(CorrectionKind.Typo, false)]
    [InlineData(CorrectionKind.Clarification, true)]
    [InlineData(CorrectionKind.Update, true)]
    [InlineData(CorrectionKind.Correction, true)]
    public void Correct_ByKind_NeedsASecondPersonUnlessATypo(CorrectionKind kind, bool needsSecond)
    {
        var situation = Editor(Stage.Settled, PublicState.Published) with { Pending = PendingRequests.None, CorrectionKind = kind };

        Assert.Equal(needsSecond, Allows(ClaimAction.Correct, situation).NeedsSecondPerson);
    }

    [Theory]
    [InlineData(CorrectionKind.VerdictChange)]
    [InlineData(CorrectionKind.Retraction)]
    public void Correct_WhatChangesTheFinding_IsRefused(CorrectionKind kind) =>
        Refuses(
            ClaimAction.Correct,
            Editor(Stage.Settled, PublicState.Published) with { Pending = PendingRequests.None, CorrectionKind = kind },
            NotNow,
            RefusalReason.CorrectionCannotChangeRating);

    [Theory]
    [InlineData(true, CorrectionKind.VerdictChange)]
    [InlineData(false, CorrectionKind.Update)]
    public void WithNewVerdict_ByRating_IsAVerdictChangeOrAnUpdate(bool ratingChanges, CorrectionKind kind) =>
        Assert.Equal(kind, CorrectionRules.WithNewVerdict(ratingChanges));

    // ---- Parts of a claim ----

    [Theory]
    [InlineData(ClaimPart.StatementMeaning, true, false)]
    [InlineData(ClaimPart.Kind, true, false)]
    [InlineData(ClaimPart.Claimants, true, false)]
    [InlineData(ClaimPart.Figures, true, true)]
    [InlineData(ClaimPart.RatedAspect, true, false)]
    [InlineData(ClaimPart.Rating, false, true)]
    [InlineData(ClaimPart.Evidence, false, true)]
    [InlineData(ClaimPart.VerdictWording, false, false)]
    [InlineData(ClaimPart.Typo, false, false)]
    [InlineData(ClaimPart.Translation, false, false)]
    [InlineData(ClaimPart.Details, false, false)]
    public void ChangedPart_ByWhatTheVerdictRestsOn_VoidsOrMakesCoAuthor(ClaimPart part, bool voids, bool makesCoAuthor)
    {
        Assert.Equal(voids, Workflow.VoidsVerdict(part));
        Assert.Equal(makesCoAuthor, Workflow.MakesCoAuthor(part));
    }
}
