using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Sources;

/// <summary>A source bearing on a claim. Grades follow the Admiralty code, source and information apart; staff only.</summary>
public sealed class Evidence : IAudited, IPartOfClaim
{
    public const int QuoteMaxLength = 600;
    public const int LocatorMaxLength = 200;
    public const int NoteMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid SourceId { get; init; }

    public Source? Source { get; init; }

    public int Order { get; set; }

    public required Stance Stance { get; set; }

    public string? Quote { get; set; }

    public string? Locator { get; set; }

    public LocalizedText Note { get; set; } = LocalizedText.Empty;

    /// <summary>A to F, or null: not graded.</summary>
    public string? SourceGrade { get; set; }

    /// <summary>1 to 6, or null: not graded.</summary>
    public int? InformationGrade { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
