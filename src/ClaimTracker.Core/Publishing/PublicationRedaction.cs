using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// That fields were taken out of a published version, and the hash of what is left of it. Audited like every record of the desk, so
/// that a document changed behind the program's back cannot pass for a redaction (rule 6.3).
/// </summary>
public sealed class PublicationRedaction : IAudited
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    /// <summary>Number of the published version.</summary>
    public required int PublicationVersion { get; init; }

    /// <summary>Hash of the document as it stands after the last redaction of this version.</summary>
    public required string DocumentHash { get; set; }

    public required DateTime At { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
