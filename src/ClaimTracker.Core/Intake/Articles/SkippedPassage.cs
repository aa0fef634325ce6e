using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// A marked sentence of an article that somebody looked at and let go: progress that outlives the browser. Known by its words, so
/// that it stays skipped when another part of the text is corrected; passing on a second time undoes it.
/// </summary>
public sealed class SkippedPassage : IAudited
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>SHA-256 of the sentence's folded words.</summary>
    public required string Sha256 { get; init; }

    public required DateTime SkippedAt { get; init; }

    public Guid? SkippedById { get; init; }

    public string AuditStream => $"source:{SourceId}";
}
