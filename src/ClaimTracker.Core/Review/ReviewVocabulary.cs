namespace ClaimTracker.Core.Review;

/// <summary>How sure we are of a verdict; about the evidence, not about likelihood. There is no preset.</summary>
public enum Confidence
{
    Low,
    Moderate,
    High,
}

/// <summary>Where a verdict stands.</summary>
public enum VerdictState
{
    Draft,
    Proposed,
    Returned,
    Contested,
    Decided,

    /// <summary>The next number with the same rating, a correction or another language, waiting for a second person.</summary>
    Revision,

    /// <summary>A later verdict was decided.</summary>
    Superseded,

    /// <summary>The wording it judged changed before it was decided.</summary>
    Void,
    Imported,

    /// <summary>An entry of our own archive that no editor has signed yet: <see cref="ArchiveEntry"/>.</summary>
    Archived,
}

/// <summary>An editor's answer to a verdict.</summary>
public enum DecisionKind
{
    Approve,
    Return,
    Contest,
    Vote,
}

/// <summary>How a contested claim's panel ended.</summary>
public enum PanelOutcome
{
    Open,
    Majority,
    Dissolved,
}

/// <summary>Why a panel was dissolved.</summary>
public enum DissolveReason
{
    OpenedByMistake,
    NoMajority,
    DeadlinePassed,
    TooFewEditors,
}

/// <summary>What a public change notice is about.</summary>
public enum CorrectionKind
{
    Typo,
    Clarification,
    Update,
    Correction,
    VerdictChange,
    Retraction,
}

/// <summary>How an error came about.</summary>
public enum CorrectionCause
{
    OurError,
    SourceError,
    NewInformation,
    ReaderReport,
    ClaimantResponse,
    Other,
}

/// <summary>A condition of publication that a person answered for instead of meeting it.</summary>
public enum WaiverReason
{
    SingleRelevantSource,
    NoPrimarySourceExists,
    SourceUnsafeToName,
    ContactUnsafe,
    ContactImpossible,
    ClaimantUnknown,
    OtherSideNotSearchable,
    Urgent,

    /// <summary>A forwarded message, a broadcast or a leaflet that stands at no address.</summary>
    NoPublicAddress,
}

public enum ContactChannel
{
    Email,
    Phone,
    SocialMedia,
    WebForm,
    InPerson,
    Letter,
}

public enum ContactOutcome
{
    Waiting,
    Answered,
    Declined,
    NoAnswer,
    Undeliverable,
}

public enum ChallengeKind
{
    Error,
    PersonNamed,
    Appeal,
}

public enum ChallengeState
{
    Received,
    Looking,
    Upheld,
    PartlyUpheld,
    NotUpheld,
}
