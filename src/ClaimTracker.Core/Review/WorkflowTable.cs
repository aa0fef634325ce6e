using ClaimTracker.Core.Claims;
using static ClaimTracker.Core.Review.RefusalKind;
using static ClaimTracker.Core.Review.RefusalReason;

namespace ClaimTracker.Core.Review;

/// <summary>
/// The workflow as data: one row per action, two where stages differ. This is the specification; <see cref="Workflow"/> reads
/// it. Rows of one action never share a stage and public state.
/// </summary>
public static class WorkflowTable
{
    public static readonly IReadOnlyList<WorkflowRule> Rules =
    [
        // ---- By stage ----
        new(ClaimAction.Log, Who.Checker) { From = [null], While = [PublicState.None], To = Stage.Logged },
        new(ClaimAction.Take, Who.Checker)
        {
            From = [Stage.Logged, Stage.Returned],
            To = Stage.Checking,
            Assignee = AssigneeChange.Actor,
        },
        new(ClaimAction.Assign, Who.Editor)
        {
            From = [Stage.Logged, Stage.Returned],
            To = Stage.Checking,
            Assignee = AssigneeChange.Named,
        },
        new(ClaimAction.Reassign, Who.Editor)
        {
            From = [Stage.Checking, Stage.InReview, Stage.Returned],
            Assignee = AssigneeChange.Named,
        },
        new(ClaimAction.Release, Who.Checker)
        {
            From = [Stage.Checking, Stage.InReview, Stage.Returned],
            Requires = [Is.Assignee],
            To = Stage.Logged,
            Assignee = AssigneeChange.Nobody,
            Verdict = VerdictState.Draft,
        },
        new(ClaimAction.Propose, Who.Checker)
        {
            From = [Stage.Checking],
            Requires = [Is.Assignee],
            NeedsGate = true,
            To = Stage.InReview,
            Verdict = VerdictState.Proposed,
        },
        new(ClaimAction.Recall, Who.Checker)
        {
            From = [Stage.InReview],
            Requires = [Is.Author],
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
            Verdict = VerdictState.Draft,
        },
        new(ClaimAction.Return, Who.Editor)
        {
            From = [Stage.InReview],
            Requires = [Is.NotAuthor(AuthorCannotReturn), Is.NotAssignee(AssigneeCannotReturn)],
            Reason = ReasonNeeded.Words,
            To = Stage.Returned,
            Verdict = VerdictState.Returned,
        },
        new(ClaimAction.EditWording, Who.Editor) { From = [Stage.InReview] },
        new(ClaimAction.Approve, Who.Editor)
        {
            From = [Stage.InReview],
            While = WorkflowRule.NotRemoved,
            Requires = [Is.NotAuthor(AuthorCannotApprove), Is.NotAssignee(AssigneeCannotApprove)],
            NeedsGate = true,
            IsNewVerdict = true,
            To = Stage.Settled,
            Public = PublicState.Published,
            Verdict = VerdictState.Decided,
            Mark = MarkChange.Clear,
        },
        // Published before, under the rules of its day: no gate, and nobody here wrote it.
        new(ClaimAction.Sign, Who.Editor)
        {
            From = [Stage.Logged],
            While = [PublicState.None],
            Requires = [Is.ArchiveEntry],
            To = Stage.Settled,
            Public = PublicState.Published,
            Verdict = VerdictState.Decided,
        },
        new(ClaimAction.Contest, Who.Editor)
        {
            From = [Stage.InReview],
            Requires = [Is.PanelPossible],
            Reason = ReasonNeeded.Words,
            To = Stage.Contested,
            Verdict = VerdictState.Contested,
            Mark = MarkChange.Contested,
        },
        new(ClaimAction.Contest, Who.Editor)
        {
            From = [Stage.Settled],
            Requires = [Is.OurVerdict, Is.PanelPossible],
            Reason = ReasonNeeded.Words,
            To = Stage.Contested,
            Mark = MarkChange.Contested,
        },
        new(ClaimAction.Vote, Who.Editor)
        {
            From = [Stage.Contested],
            Requires = [Is.NotAuthor(AuthorCannotVote), Is.NotAssignee(AssigneeCannotVote), Is.NotApproverIfOthersCan, Is.PanelOpen, Is.SeatFree],
            Reason = ReasonNeeded.Words,
        },
        new(ClaimAction.ClosePanel, Who.Editor)
        {
            From = [Stage.Contested],
            While = WorkflowRule.NotRemoved,
            Requires = [Is.PanelOpen, Is.MajorityThere, Is.InMajority],
            NeedsGate = true,
            IsNewVerdict = true,
            To = Stage.Settled,
            Public = PublicState.Published,
            Verdict = VerdictState.Decided,
            Mark = MarkChange.Clear,
        },
        new(ClaimAction.Dissolve, Who.Editor)
        {
            From = [Stage.Contested],
            Requires = [Is.PanelOpen, Is.NoMajority, Is.DissolvableByAuthor, Is.DissolvableByAssignee, Is.Dissolvable],
            Reason = ReasonNeeded.Code,
            Adjust = Then.Dissolved,
        },
        new(ClaimAction.Reopen, Who.Checker)
        {
            From = [Stage.Settled],
            Reason = ReasonNeeded.Words,
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
            Mark = MarkChange.AskWhetherToTell,
        },
        new(ClaimAction.Close, Who.Checker)
        {
            From = [Stage.Logged, Stage.Checking, Stage.Returned],
            Requires = [Is.OwnClaimOrEditor],
            Reason = ReasonNeeded.Code,
            To = Stage.Closed,
        },
        new(ClaimAction.Merge, Who.Editor)
        {
            To = Stage.Closed,
            Assignee = AssigneeChange.Nobody,
            Mark = MarkChange.Clear,
            Adjust = Then.Merged,
        },
        new(ClaimAction.ReopenClosed, Who.Editor)
        {
            From = [Stage.Closed],
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
        },
        new(ClaimAction.ChangeMeaning, Who.Checker)
        {
            From = [Stage.Logged, Stage.Checking],
            Requires = [Is.OwnClaimOrEditor],
        },
        new(ClaimAction.ChangeMeaning, Who.Checker)
        {
            From = [Stage.Returned],
            Requires = [Is.OwnClaimOrEditor],
            To = Stage.Checking,
            Verdict = VerdictState.Draft,
        },
        new(ClaimAction.ChangeMeaning, Who.Checker)
        {
            From = [Stage.InReview],
            Requires = [Is.OwnClaimOrEditor],
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
            Verdict = VerdictState.Void,
        },
        new(ClaimAction.ChangeMeaning, Who.Checker)
        {
            From = [Stage.Settled],
            Requires = [Is.OwnClaimOrEditor],
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
            Mark = MarkChange.AskWhetherToTell,
        },
        new(ClaimAction.ChangeMeaning, Who.Editor)
        {
            From = [Stage.Contested],
            Requires = [Is.NotAuthor(AuthorCannotStopPanel), Is.NotAssignee(AssigneeCannotStopPanel)],
            To = Stage.Checking,
            Assignee = AssigneeChange.KeepOrActor,
            Adjust = Then.PanelVoided,
        },

        // ---- By public state, whatever the stage ----
        new(ClaimAction.List, Who.Editor)
        {
            While = [PublicState.None, PublicState.Listed],
            Public = PublicState.Listed,
        },
        new(ClaimAction.Unlist, Who.Editor)
        {
            While = [PublicState.Listed],
            Public = PublicState.None,
        },
        new(ClaimAction.Correct, Who.Editor)
        {
            While = [PublicState.Published],
            Requires = [Is.OurVerdict, Is.NotRequested(PendingRequests.Correction), Is.SameRating],
            NeedsSecondPerson = true,
            Adjust = Then.TypoAtOnce,
        },
        new(ClaimAction.ApproveCorrection, Who.Editor)
        {
            While = [PublicState.Published],
            Requires = [Is.Requested(PendingRequests.Correction), Is.SecondPerson(PendingRequests.Correction)],
        },
        new(ClaimAction.DeclineCorrection, Who.Editor)
        {
            Requires = [Is.Requested(PendingRequests.Correction)],
            Reason = ReasonNeeded.Words,
        },
        new(ClaimAction.Withdraw, Who.Editor)
        {
            While = [PublicState.Published, PublicState.Imported],
            Requires = [Is.NotRequested(PendingRequests.Withdrawal)],
            Reason = ReasonNeeded.Words,
            NeedsSecondPerson = true,
        },
        new(ClaimAction.ConfirmWithdrawal, Who.Editor)
        {
            While = [PublicState.Published, PublicState.Imported],
            Requires = [Is.Requested(PendingRequests.Withdrawal), Is.SecondPerson(PendingRequests.Withdrawal)],
            Public = PublicState.Withdrawn,
        },
        new(ClaimAction.DeclineWithdrawal, Who.Editor)
        {
            Requires = [Is.Requested(PendingRequests.Withdrawal)],
            Reason = ReasonNeeded.Words,
        },
        new(ClaimAction.Restore, Who.Editor)
        {
            While = [PublicState.Withdrawn],
            Requires = [Is.NotRequested(PendingRequests.Restore)],
            Reason = ReasonNeeded.Words,
            NeedsSecondPerson = true,
        },
        new(ClaimAction.ConfirmRestore, Who.Editor)
        {
            While = [PublicState.Withdrawn],
            Requires = [Is.Requested(PendingRequests.Restore), Is.SecondPerson(PendingRequests.Restore)],
            Adjust = Then.AsBefore,
        },
        new(ClaimAction.DeclineRestore, Who.Editor)
        {
            Requires = [Is.Requested(PendingRequests.Restore)],
            Reason = ReasonNeeded.Words,
        },
        new(ClaimAction.Remove, Who.EditorOrAdmin)
        {
            While = [PublicState.Listed, PublicState.Imported, PublicState.Published, PublicState.Withdrawn],
            Reason = ReasonNeeded.Code,
            NeedsSecondPerson = true,
            Public = PublicState.Removed,
        },
        new(ClaimAction.ConfirmRemoval, Who.EditorOrAdmin)
        {
            While = [PublicState.Removed],
            Requires = [Is.Requested(PendingRequests.Removal), Is.SecondPerson(PendingRequests.Removal)],
        },
        new(ClaimAction.RestoreRemoved, Who.EditorOrAdmin)
        {
            While = [PublicState.Removed],
            Requires = [Is.SecondPerson(PendingRequests.Removal)],
            Reason = ReasonNeeded.Words,
            Adjust = Then.AsBefore,
        },
        new(ClaimAction.Redact, Who.Editor)
        {
            While = [PublicState.Listed, PublicState.Imported, PublicState.Published, PublicState.Withdrawn, PublicState.Removed],
            Reason = ReasonNeeded.Words,
        },
        new(ClaimAction.AddLanguage, Who.Editor)
        {
            While = [PublicState.Published],
            Requires = [Is.OurVerdict, Is.NotTranslator, Is.Translated],
            NeedsGate = true,
        },
    ];

    /// <summary>The conditions rows ask for.</summary>
    private static class Is
    {
        public static readonly Requirement Assignee = new(NotPermitted, NotTheAssignee, s => s.IsAssignee);
        public static readonly Requirement Author = new(NotPermitted, NotAnAuthor, s => s.IsAuthor);
        public static readonly Requirement NotTranslator = new(NotPermitted, TranslatorCannotApprove, s => !s.IsTranslator);
        public static readonly Requirement Translated = new(NotNow, NothingRequested, s => s.HasTranslation);
        public static readonly Requirement ArchiveEntry = new(NotNow, NotFromOurArchive, s => s.IsArchiveEntry);
        public static readonly Requirement OurVerdict = new(NotNow, NoVerdictOfOurs, s => s.HasDecidedVerdict);
        public static readonly Requirement PanelPossible = new(NotNow, TooFewEditors, s => s.EligibleEditors > 0);
        public static readonly Requirement PanelOpen = new(NotNow, PanelMissing, s => s.Panel is not null);
        public static readonly Requirement SeatFree = new(NotNow, PanelFull, s => s.Panel is { IsFull: false } or { ActorHasVoted: true });
        public static readonly Requirement MajorityThere = new(NotNow, NoMajorityYet, s => s.Panel is { MajorityExists: true });
        public static readonly Requirement NoMajority = new(NotNow, MajorityReached, s => s.Panel is { MajorityExists: false });
        public static readonly Requirement InMajority = new(NotPermitted, NotInTheMajority, s => s.Panel is { ActorInMajority: true });
        public static readonly Requirement Dissolvable = new(NotNow, DissolveReasonDoesNotHold, s => Workflow.ReasonToDissolve(s) is not null);

        public static readonly Requirement NotApproverIfOthersCan =
            new(NotPermitted, ApproverCannotVoteWhileOthersCan, s => !(s.IsApprover && s.OthersCanVote));

        // The other reasons for dissolving are facts; this one is a judgement on the panel that judges their work.
        public static readonly Requirement DissolvableByAuthor =
            new(NotPermitted, AuthorCannotStopPanel, s => !(s.IsAuthor && s.DissolveReason == DissolveReason.OpenedByMistake));

        public static readonly Requirement DissolvableByAssignee =
            new(NotPermitted, AssigneeCannotStopPanel, s => !(s.IsAssignee && s.DissolveReason == DissolveReason.OpenedByMistake));

        public static readonly Requirement OwnClaimOrEditor = new(NotPermitted, NotYourClaim, Workflow.IsOwnClaimOrEditor);

        public static readonly Requirement SameRating = new(
            NotNow,
            CorrectionCannotChangeRating,
            s => s.CorrectionKind is not { } kind || CorrectionRules.ByCorrecting.Contains(kind));

        public static Requirement NotAuthor(RefusalReason reason) => new(NotPermitted, reason, s => !s.IsAuthor);

        public static Requirement NotAssignee(RefusalReason reason) => new(NotPermitted, reason, s => !s.IsAssignee);

        public static Requirement Requested(PendingRequests request) => new(NotNow, NothingRequested, s => s.Pending.HasFlag(request));

        public static Requirement NotRequested(PendingRequests request) => new(NotNow, AlreadyRequested, s => !s.Pending.HasFlag(request));

        public static Requirement SecondPerson(PendingRequests request) =>
            new(NotPermitted, NeedsSecondPerson, s => !s.RequestedByActor.HasFlag(request));
    }

    /// <summary>What comes of actions whose outcome depends on what was before.</summary>
    private static class Then
    {
        public static Transition Dissolved(ClaimSituation situation, Transition transition)
        {
            if (situation.Panel is not { } panel || Workflow.ReasonToDissolve(situation) is not { } reason)
            {
                return transition;
            }

            var stage = PanelRules.StageAfter(reason, panel);
            return transition with
            {
                Stage = stage,
                Verdict = PanelRules.VerdictAfter(reason, panel),
                Mark = WasSettled(situation) && stage == Stage.Checking ? MarkChange.UnderReexamination : MarkChange.Clear,
            };
        }

        /// <summary>The panel ends with what it judged: a proposal is void, a decided verdict stays public, under re-examination.</summary>
        public static Transition PanelVoided(ClaimSituation situation, Transition transition) =>
            WasSettled(situation)
                ? transition with { Mark = MarkChange.UnderReexamination }
                : transition with { Verdict = VerdictState.Void, Mark = MarkChange.Clear };

        /// <summary>The number redirects, so readers no longer find the claim itself; what was removed stays removed.</summary>
        public static Transition Merged(ClaimSituation situation, Transition transition) => transition with
        {
            PublicState = situation.PublicState == PublicState.Removed ? PublicState.Removed : PublicState.None,
            Verdict = situation.HasOpenVerdict ? VerdictState.Void : null,
        };

        public static Transition TypoAtOnce(ClaimSituation situation, Transition transition) => transition with
        {
            NeedsSecondPerson = situation.CorrectionKind is not { } kind || CorrectionRules.NeedsSecondEditor(kind),
        };

        public static Transition AsBefore(ClaimSituation situation, Transition transition) =>
            transition with { PublicState = situation.RestoresTo };

        private static bool WasSettled(ClaimSituation situation) => situation.Panel?.StageBefore == Stage.Settled;
    }
}
