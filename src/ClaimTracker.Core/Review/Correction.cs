using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>A public change notice. A typo needs one editor; anything else a second one approves.</summary>
public sealed class Correction : IAudited
{
    public const int TextMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required CorrectionKind Kind { get; init; }

    /// <summary>What was changed.</summary>
    public LocalizedText What { get; set; } = LocalizedText.Empty;

    public LocalizedText Why { get; set; } = LocalizedText.Empty;

    public required CorrectionCause Cause { get; init; }

    public Guid? OldRatingId { get; init; }

    public Guid? NewRatingId { get; init; }

    /// <summary>The corrected text: verdict n+1.</summary>
    public Guid? VerdictId { get; init; }

    public required Guid RequestedById { get; init; }

    public required DateTime RequestedAt { get; init; }

    public Guid? ApprovedById { get; set; }

    public DateTime? ApprovedAt { get; set; }

    public DateTime? RejectedAt { get; set; }

    /// <summary>Public version that carries it.</summary>
    public int? PublicationVersion { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>What waits for a second person's word.</summary>
public enum PendingKind
{
    Withdrawal,
    Restore,
    Removal,
}

/// <summary>Why a page was taken away at once.</summary>
public enum RemovalReason
{
    CourtOrder,
    Safety,
    Privacy,
    WrongPerson,
}

/// <summary>A withdrawal, restoration or removal that a second person must confirm.</summary>
public sealed class PendingDecision : IAudited
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required PendingKind Kind { get; init; }

    public RemovalReason? RemovalReason { get; init; }

    public required string Reason { get; init; }

    /// <summary>What readers are told.</summary>
    public LocalizedText PublicNotice { get; init; } = LocalizedText.Empty;

    public PublicState StateBefore { get; init; }

    public required Guid RequestedById { get; init; }

    public required DateTime RequestedAt { get; init; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAt { get; set; }

    public bool? IsConfirmed { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
