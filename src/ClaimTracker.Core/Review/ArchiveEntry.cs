using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>
/// A check as this newsroom published it before: where, when, by whom and in which words. Its address stays the canonical one, and whatever
/// publishes ClaimReview leaves it out, since the page there has its own.
/// </summary>
public sealed class ArchiveEntry : IAudited, IPartOfVerdict
{
    public const int TitleMaxLength = 300;
    public const int BylineMaxLength = 200;
    public const int RatingWordsMaxLength = 80;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid VerdictId { get; init; }

    public required string Address { get; init; }

    /// <summary><see cref="Sources.SourceAddress.KeyOf"/> of the address, with the anchor: one entry for each page, or place on it.</summary>
    public required string AddressKey { get; init; }

    public string? Title { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required string Byline { get; init; }

    /// <summary>The rating in the words it was printed with.</summary>
    public required string RatingWords { get; init; }

    /// <summary>The import it came with.</summary>
    public Guid? ImportId { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
