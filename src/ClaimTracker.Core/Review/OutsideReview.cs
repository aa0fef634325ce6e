using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>
/// A check that another publisher made, as its ClaimReview says it: whose it is, where it stands and in which words it rates. It belongs to an
/// imported verdict and is never shown as our own work; nothing that publishes ClaimReview tells of it.
/// </summary>
public sealed class OutsideReview : IAudited, IPartOfVerdict
{
    public const int TitleMaxLength = 300;
    public const int PublisherMaxLength = 200;
    public const int RatingWordsMaxLength = 300;
    public const int HashLength = 32;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    /// <summary>The page of the check.</summary>
    public required string Address { get; init; }

    /// <summary>Hash of the page and of the claim reviewed there: a page may review several.</summary>
    public required string EntryKey { get; init; }

    /// <summary>Hash of all that the entry said: another one means that its publisher has changed it.</summary>
    public required string ContentHash { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The rating in the publisher's own words.</summary>
    public required string RatingWords { get; init; }

    public string? Title { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>The import it came with.</summary>
    public Guid? ImportId { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
