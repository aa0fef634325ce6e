using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>
/// What a reader asks us to check: words, a link or a picture. Only staff see it; its sender follows it by the receipt number. The same sent again hangs on
/// the first (<see cref="SameAsId"/>) while that waits.
/// </summary>
public sealed class Suggestion : IAudited, IVersioned
{
    public const int TextMaxLength = 5_000;
    public const int ContactMaxLength = 300;
    public const int PictureMaxBytes = 5 * 1024 * 1024;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string ReceiptNumber { get; init; }

    public string? Text { get; init; }

    public string? Link { get; init; }

    /// <summary>Hash of the picture's bytes, which lie beside those of captures; never shown to readers.</summary>
    public string? PictureSha256 { get; init; }

    public string? PictureMediaType { get; init; }

    /// <summary>Of the page it was sent from.</summary>
    public required string Language { get; init; }

    /// <summary>Staff only.</summary>
    public string? Contact { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>Hash of the folded words, else of the link, else of the picture: finds the same sent again.</summary>
    public required string SameKey { get; init; }

    /// <summary>The first of the same; null: this is it.</summary>
    public Guid? SameAsId { get; init; }

    public SuggestionState State { get; set; }

    /// <summary>The claim logged from it, or the one that was here already.</summary>
    public int? ClaimNumber { get; set; }

    /// <summary>Why it is not taken up.</summary>
    public CloseReason? DeclineReason { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string AuditStream => $"suggestion:{Id}";
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    Received,

    /// <summary>A claim was logged from it.</summary>
    Logged,

    /// <summary>We have that claim already.</summary>
    AlreadyHere,
    Declined,
}
