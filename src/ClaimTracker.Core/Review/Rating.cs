using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>One step of a scale. Editable data, not an enum: a newsroom renames, adds and switches off.</summary>
public sealed class Rating : IAudited, IVersioned
{
    public const int CodeMaxLength = 40;
    public const int LabelMaxLength = 60;
    public const int DefinitionMaxLength = 400;

    /// <summary><see cref="ClaimReviewValue"/> of what is false.</summary>
    public const int WorstClaimReviewValue = 1;

    /// <summary><see cref="ClaimReviewValue"/> of what is true.</summary>
    public const int BestClaimReviewValue = 5;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    /// <summary>Stable, unique within its aspect.</summary>
    public required string Code { get; init; }

    public required RatedAspect Aspect { get; init; }

    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public LocalizedText Definition { get; set; } = LocalizedText.Empty;

    public int Order { get; set; }

    /// <summary>1 (false) to 5 (true) for ClaimReview; null for ratings off that axis.</summary>
    public int? ClaimReviewValue { get; set; }

    /// <summary>Name of a colour token of the style sheet.</summary>
    public required string Color { get; set; }

    /// <summary>Name of a symbol in <c>icons.svg</c>.</summary>
    public required string Icon { get; set; }

    public bool IsActive { get; set; }

    public string AuditStream => $"rating:{Id}";
}
