namespace ClaimTracker.Core.Review;

/// <summary>A condition of publication, in the order of the checklist. Waivers name it.</summary>
public enum GateCondition
{
    /// <summary>The claim's statement stands in the language.</summary>
    Statement,
    Rating,
    Headline,
    Explanation,

    /// <summary>An appearance, or evidence that carries the claim, with a link.</summary>
    Appearance,
    TwoIndependentOrigins,
    PrimarySource,
    OtherSide,

    /// <summary>For content only.</summary>
    Contact,
    Confidence,
    AsOf,
}

public enum GateState
{
    Met,
    Unmet,

    /// <summary>Answered for by a person, for a reason printed on the public page.</summary>
    Waived,
}

/// <summary>Why a condition is not met, for the page to say in words.</summary>
public enum GateReason
{
    /// <summary><see cref="GateCheck.Text"/> says what is wrong with it.</summary>
    TextNotReal,
    RepeatsStatement,
    RatingMissing,
    RatingOfOtherScale,
    RatingSwitchedOff,
    NothingWithLink,
    NoEvidence,

    /// <summary>Nobody is known to have gathered it.</summary>
    OriginsUnknown,

    /// <summary>All of it comes from the claimant, its superiors or its members.</summary>
    OnlyClaimantSide,
    OnlyOneOrigin,
    NoPrimarySource,
    OtherSideNotLookedAt,
    ContactMissing,

    /// <summary>The deadline has not passed, and nobody answered.</summary>
    ContactWaiting,

    /// <summary>There is no deadline, or it left less than <see cref="PublicationGate.FairTimeToAnswer"/>.</summary>
    ContactTimeUnfair,
    ConfidenceMissing,
    AsOfMissing,
    AsOfInFuture,
    CannotBeWaived,
    WaiverReasonDoesNotFit,

    /// <summary><see cref="GateCheck.Text"/> says what is wrong with it.</summary>
    WaiverTextNotReal,
}

/// <summary>One line of the checklist.</summary>
public sealed record GateCheck(GateCondition Condition, GateState State)
{
    public GateReason? Reason { get; init; }

    public TextFault? Text { get; init; }

    /// <summary>The reason it was waived for.</summary>
    public WaiverReason? WaivedFor { get; init; }
}

/// <summary>The checklist of one language.</summary>
public sealed record LanguageGate(string Language, IReadOnlyList<GateCheck> Checks)
{
    public bool IsComplete => Checks.All(c => c.State != GateState.Unmet);

    public IEnumerable<GateCheck> Unmet => Checks.Where(c => c.State == GateState.Unmet);

    /// <summary>Null where the condition does not apply.</summary>
    public GateCheck? Of(GateCondition condition) => Checks.FirstOrDefault(c => c.Condition == condition);
}

/// <summary>The gate's answer: a publication carries the languages that are complete, and needs one.</summary>
public sealed record GateResult(IReadOnlyList<LanguageGate> Languages)
{
    public bool Holds => Languages.Any(l => l.IsComplete);

    public IReadOnlyList<string> CompleteLanguages => [.. Languages.Where(l => l.IsComplete).Select(l => l.Language)];

    public LanguageGate this[string language] => Languages.First(l => l.Language == language);
}
