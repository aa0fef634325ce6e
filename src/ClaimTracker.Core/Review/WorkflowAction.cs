namespace ClaimTracker.Core.Review;

/// <summary>Everything that can be done to a claim's stage or public state; who, when and whereto stands in <see cref="WorkflowTable"/>.</summary>
public enum ClaimAction
{
    // By stage.
    Log,
    Take,
    Assign,
    Reassign,
    Release,
    Propose,
    Recall,
    Return,
    EditWording,
    Approve,

    /// <summary>An editor answers for an entry of our own archive, which was published before.</summary>
    Sign,
    Contest,
    Vote,
    ClosePanel,
    Dissolve,
    Reopen,
    Close,
    Merge,
    ReopenClosed,

    /// <summary>Change what the verdict judged: see <see cref="Workflow.VoidsVerdict"/>.</summary>
    ChangeMeaning,

    // By public state.
    List,
    Unlist,

    /// <summary>Ask for a correction; a typo takes effect at once.</summary>
    Correct,
    ApproveCorrection,
    DeclineCorrection,

    /// <summary>Ask for the withdrawal of a published claim.</summary>
    Withdraw,
    ConfirmWithdrawal,
    DeclineWithdrawal,

    /// <summary>Ask that a withdrawn claim be shown again.</summary>
    Restore,
    ConfirmRestore,
    DeclineRestore,

    /// <summary>Take a claim away from readers at once.</summary>
    Remove,
    ConfirmRemoval,
    RestoreRemoved,
    Redact,
    AddLanguage,
}

/// <summary>A part of a claim or its verdict that somebody changes.</summary>
public enum ClaimPart
{
    StatementMeaning,
    Kind,
    Claimants,
    Figures,
    RatedAspect,
    Rating,
    Evidence,

    /// <summary>Words of the verdict that leave its finding as it is.</summary>
    VerdictWording,
    Typo,
    Translation,

    /// <summary>Dates, place, topics, appearances, links, flags and other facts about the claim.</summary>
    Details,
}

/// <summary>How a refusal is answered.</summary>
public enum RefusalKind
{
    /// <summary>Not this person: 403.</summary>
    NotPermitted,

    /// <summary>Not as things stand: 409, with what is allowed now.</summary>
    NotNow,
}

/// <summary>Why an action is refused, for the page to say in words.</summary>
public enum RefusalReason
{
    CheckersOnly,
    EditorsOnly,
    EditorsAndAdminsOnly,
    NotInThisStage,
    NotInThisPublicState,

    /// <summary>Removed by order: nothing may publish it until it is restored.</summary>
    RemovedFromPublic,
    NotTheAssignee,
    NotAnAuthor,

    /// <summary>What somebody saved for themselves is theirs to change, also when they share it.</summary>
    NotTheOwner,

    /// <summary>A checker works on claims assigned to them, and on those they logged while nobody has taken them.</summary>
    NotYourClaim,
    AuthorCannotApprove,
    AssigneeCannotApprove,
    AuthorCannotReturn,
    AssigneeCannotReturn,
    AuthorCannotVote,
    AssigneeCannotVote,
    ApproverCannotVoteWhileOthersCan,

    /// <summary>Neither calling a panel a mistake nor changing what it judges is for those whose verdict it judges.</summary>
    AuthorCannotStopPanel,
    AssigneeCannotStopPanel,
    TranslatorCannotApprove,

    /// <summary>Whoever asked for it cannot be the second person.</summary>
    NeedsSecondPerson,

    /// <summary>Whoever wrote any of an article's error cannot confirm it.</summary>
    ErrorIsOwn,
    AlreadyRequested,
    NothingRequested,
    NoVerdictOfOurs,
    NotFromOurArchive,
    TooFewEditors,
    PanelMissing,
    PanelFull,
    NoMajorityYet,
    NotInTheMajority,
    MajorityReached,
    DissolveReasonDoesNotHold,
    CorrectionCannotChangeRating,

    /// <summary>What readers have in a language is changed by a correction, never by a translation.</summary>
    LanguageIsPublished,

    /// <summary>Somebody else corrected the working text meanwhile.</summary>
    TextChanged,

    /// <summary>Readers need a text that holds: a mended one is saved before this one is withheld.</summary>
    PolicyHolds,

    /// <summary>Somebody else withheld the version of a policy, or showed it again.</summary>
    PolicyVisibilityChanged,

    /// <summary>Somebody changed the source or its faults since the page was opened: what is confirmed has to be what was read.</summary>
    ErrorChanged,

    /// <summary>The dry run that an import was started from is no longer the one that stands.</summary>
    ChangedSince,

    /// <summary>A file with what became of its rows is forgotten only by who brought it in, or by an editor.</summary>
    NotWhoBroughtItIn,

    /// <summary>What a publisher was told stays as it was.</summary>
    RequestSent,

    /// <summary>An answer needs a request that was sent.</summary>
    RequestNotSent,

    /// <summary>A source kept from readers is not handed to a web archive.</summary>
    SourceWithheld,

    /// <summary>Whoever wrote or decided a verdict does not answer an appeal against it.</summary>
    AppealIsAgainstOwn,

    /// <summary>Only what the person named allows is printed as their response.</summary>
    ResponseNotGiven,
    ResponsePrinted,

    /// <summary>A report that says what an earlier one says is answered with that.</summary>
    AnsweredWithAnother,

    /// <summary>The page names each unmet condition from <see cref="GateResult"/>.</summary>
    GateNotMet,
}
