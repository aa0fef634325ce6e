using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Sources;

/// <summary>
/// A letter that asks a publisher to correct faults of an article, and what came of it; staff only. It can be reworded until it is sent:
/// what a publisher was told stays as it was.
/// </summary>
public sealed class CorrectionRequest : IAudited, IVersioned
{
    public const int TextMaxLength = 10_000;
    public const int SentToMaxLength = 300;
    public const int NoteMaxLength = 4_000;

    /// <summary>Languages there is a letter in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en"];

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid SourceId { get; init; }

    /// <summary>The publisher's.</summary>
    public required string Language { get; set; }

    public required string Text { get; set; }

    public ContactChannel? Channel { get; set; }

    public string? SentTo { get; set; }

    /// <summary>Null: a draft.</summary>
    public DateTime? SentAt { get; set; }

    public Guid? ById { get; init; }

    public CorrectionOutcome Outcome { get; set; }

    public DateOnly? OutcomeOn { get; set; }

    public string? OutcomeNote { get; set; }

    /// <summary>The faults it is about, by <see cref="ArticleError.Id"/>; one that is taken away later is still named in the text.</summary>
    public IReadOnlyList<string> Errors { get; set; } = [];

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>What a publisher did with a request for correction.</summary>
public enum CorrectionOutcome
{
    None,

    /// <summary>They wrote back, and nothing is decided yet.</summary>
    Answered,
    Corrected,
    Declined,
    NoAnswer,
}
