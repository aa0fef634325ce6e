using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Review;

/// <summary>A reviewer's note in Markdown; staff only, unless an editor publishes it with the claim.</summary>
public sealed class Note : IAudited, IVersioned
{
    public const int BodyMaxLength = 10_000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required int ClaimNumber { get; init; }

    /// <summary>First note of the thread, or null when this is the first.</summary>
    public Guid? ThreadId { get; init; }

    public required Guid AuthorId { get; init; }

    public required string Body { get; set; }

    /// <summary>Language of the body, for its direction and for the page that may publish it.</summary>
    public required string Language { get; set; }

    public required DateTime WrittenAt { get; init; }

    public bool IsResolved { get; set; }

    /// <summary>An editor made it a public reviewer's note.</summary>
    public bool IsPublic { get; set; }

    public List<NoteMention> Mentions { get; init; } = [];

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

public sealed class NoteMention : IAudited
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid NoteId { get; init; }

    public required Guid UserId { get; init; }

    public bool IsSeen { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>Asking the claimant (IFCN 5.5): silence does not block, a deadline that has not passed does.</summary>
public sealed class ContactAttempt : IAudited, IVersioned
{
    public const int TextMaxLength = 4_000;
    public const int AddressMaxLength = 300;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required int ClaimNumber { get; init; }

    public Guid? PartyId { get; set; }

    public Party? Party { get; init; }

    public required ContactChannel Channel { get; set; }

    /// <summary>Where it was sent; staff only.</summary>
    public string? SentTo { get; set; }

    public required DateTime SentAt { get; set; }

    public DateTime? Deadline { get; set; }

    public ContactOutcome Outcome { get; set; }

    public LocalizedText Reply { get; set; } = LocalizedText.Empty;

    public DateTime? RepliedAt { get; set; }

    public Guid? ById { get; init; }

    /// <summary>They came by themselves, with this report; null: we asked.</summary>
    public Guid? ChallengeId { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
