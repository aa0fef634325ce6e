using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>A proposed or decided answer, numbered per claim, never edited once decided.</summary>
public sealed class Verdict : IAudited, IVersioned
{
    public const int HeadlineMaxLength = 110;
    public const int ExplanationMaxLength = 600;
    public const int BodyMaxLength = 50_000;
    public const int UnknownsMaxLength = 2_000;
    public const int OtherSideSearchMaxLength = 2_000;
    public const int ConflictDisclosureMaxLength = 1_000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required int ClaimNumber { get; init; }

    /// <summary>1, 2, 3 … within the claim.</summary>
    public required int Number { get; init; }

    public VerdictState State { get; internal set; } = VerdictState.Draft;

    public Guid? RatingId { get; set; }

    public Rating? Rating { get; init; }

    public LocalizedText Headline { get; set; } = LocalizedText.Empty;

    public LocalizedText Explanation { get; set; } = LocalizedText.Empty;

    /// <summary>Markdown.</summary>
    public LocalizedText Body { get; set; } = LocalizedText.Empty;

    /// <summary>Codes of glossary list <c>reasonTags</c>.</summary>
    public IReadOnlyList<string> ReasonTags { get; set; } = [];

    /// <summary>What we do not know.</summary>
    public LocalizedText Unknowns { get; set; } = LocalizedText.Empty;

    /// <summary>Where evidence of the other side was searched, and with what words.</summary>
    public LocalizedText OtherSideSearch { get; set; } = LocalizedText.Empty;

    public Confidence? Confidence { get; set; }

    public DateOnly? AsOf { get; set; }

    public LocalizedText ConflictDisclosure { get; set; } = LocalizedText.Empty;

    /// <summary>Version of the claim this verdict judges.</summary>
    public int JudgedClaimVersion { get; internal set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? ProposedAt { get; internal set; }

    public DateTime? DecidedAt { get; internal set; }

    public Guid? DecidedById { get; internal set; }

    /// <summary>Data set an imported verdict comes from; it has no authors and no editor of ours.</summary>
    public Guid? DataSetId { get; init; }

    /// <summary>How we published it before, if it came from our own archive; it has no authors here.</summary>
    public ArchiveEntry? Archive { get; init; }

    /// <summary>Whose check it is, if another publisher made it.</summary>
    public OutsideReview? Outside { get; init; }

    public List<VerdictAuthor> Authors { get; init; } = [];

    public List<Waiver> Waivers { get; init; } = [];

    public List<Decision> Decisions { get; init; } = [];

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>Who wrote a verdict, or changed what it rests on while reviewing. Authors never approve it.</summary>
public sealed class VerdictAuthor : IAudited, IPartOfVerdict
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>An editor who touched rating, figures or evidence while reviewing.</summary>
    public bool IsCoAuthor { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>A publication condition answered for instead of met; printed on the public page and counted per person.</summary>
public sealed class Waiver : IAudited, IPartOfVerdict
{
    public const int ExplanationMinLength = 30;
    public const int ExplanationMaxLength = 500;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    /// <summary>Name of the gate condition.</summary>
    public required string Condition { get; init; }

    public required WaiverReason Reason { get; set; }

    public LocalizedText Explanation { get; set; } = LocalizedText.Empty;

    public Guid? ById { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>An editor's answer to a verdict; votes name the panel they were cast in and can be changed until it closes.</summary>
public sealed class Decision : IAudited, IPartOfVerdict
{
    public const int ReasonMaxLength = 2_000;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    public Guid? PanelId { get; init; }

    public required DecisionKind Kind { get; init; }

    public Guid? RatingId { get; set; }

    public required string Reason { get; set; }

    public required Guid ById { get; init; }

    public required DateTime At { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>The editors' panel لجنة تحريرية that settles a contested claim.</summary>
public sealed class Panel : IAudited
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    public required Stage StageBefore { get; init; }

    public required int Size { get; init; }

    public required string Reason { get; init; }

    public required Guid OpenedById { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? Deadline { get; set; }

    public PanelOutcome Outcome { get; internal set; }

    /// <summary>The verdict the majority decided; the one judged, or a new one over it.</summary>
    public Guid? ResultVerdictId { get; internal set; }

    public DissolveReason? DissolveReason { get; internal set; }

    public DateTime? EndedAt { get; internal set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
