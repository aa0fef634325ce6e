namespace ClaimTracker.Core.Claims;

/// <summary>What sort of statement a claim is. Labels stand in the glossary, list <c>claimKinds</c>.</summary>
public enum ClaimKind
{
    Event,
    Quantity,
    Quotation,
    Denial,
    Accusation,
    Assessment,
    Background,

    /// <summary>A picture or video presented as showing something.</summary>
    Media,
}

/// <summary>Which question a verdict answers; each has its own scale of ratings.</summary>
public enum RatedAspect
{
    /// <summary>Was it said?</summary>
    Saying,

    /// <summary>Is it true?</summary>
    Content,
}

/// <summary>Where a claim stands on the desk. Readers see <see cref="PublicState"/> instead.</summary>
public enum Stage
{
    Logged,
    Checking,
    InReview,
    Returned,
    Contested,
    Settled,
    Closed,
}

/// <summary>What readers may see of a claim, apart from the desk's <see cref="Stage"/>.</summary>
public enum PublicState
{
    None,
    Listed,
    Imported,
    Published,
    Withdrawn,
    Removed,
}

/// <summary>How soon the desk wants to deal with a claim.</summary>
public enum Triage
{
    Normal,
    High,
    Low,
}

/// <summary>Why a claim was closed without a verdict of ours.</summary>
public enum CloseReason
{
    NotCheckable,
    LowReach,
    OutOfScope,
    Overtaken,
    Unsafe,
    Merged,
}

/// <summary>How exactly a number was given.</summary>
public enum FigureModifier
{
    Exactly,
    About,
    MoreThan,
    AtLeast,
    AtMost,
    UpTo,
    Nearly,
}

/// <summary>How firmly a source states a claim.</summary>
public enum AppearanceStrength
{
    Fact,
    Reported,
    Hedged,
    Headline,
}

/// <summary>What one claim does to another; read “from kind to”.</summary>
public enum LinkKind
{
    Denies,
    Contradicts,
    Corroborates,
    Quantifies,
    Updates,
    Repeats,
    PartOf,
    GarbledFormOf,
    AlternativeTo,
    DependsOn,
    About,
}

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
    Range,
    Unknown,
}
