using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Review;

/// <summary>
/// “This is wrong”, “I am the person named”, an appeal: what a reader sent and what we answered. Only staff read it; its sender follows it by the receipt
/// number. The same words sent again about the same claim hang on the first (<see cref="SameAsId"/>), whose answer is theirs too.
/// </summary>
public sealed class Challenge : IAudited, IVersioned
{
    public const int TextMinLength = 10;
    public const int TextMaxLength = 5_000;
    public const int NameMaxLength = 200;
    public const int ContactMaxLength = 300;
    public const int AnswerMaxLength = 4_000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    /// <summary>Of <see cref="Receipts"/>; whoever knows it reads the answer.</summary>
    public required string ReceiptNumber { get; init; }

    /// <summary>Null: about no one claim, or it is not known which.</summary>
    public int? ClaimNumber { get; init; }

    public required ChallengeKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Language of the page it was sent from, in which it is answered.</summary>
    public required string Language { get; init; }

    /// <summary>Where the reader says it can be seen.</summary>
    public string? Link { get; init; }

    /// <summary>Who writes, as they say; staff only.</summary>
    public string? Name { get; init; }

    /// <summary>Staff only.</summary>
    public string? Contact { get; init; }

    /// <summary>The person named lets us print their words as their response.</summary>
    public bool MayBePrinted { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>The day by which we mean to answer, in the newsroom's time; see <see cref="AnswerSettings"/>.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Hash of kind, claim and folded words: finds the same sent again.</summary>
    public required string SameKey { get; init; }

    /// <summary>The first of the same; null: this is it.</summary>
    public Guid? SameAsId { get; init; }

    /// <summary>
    /// Counts what joins it. A report that joins and an answer collide here: either the answer is sent to that reader too, or the report stands for itself.
    /// </summary>
    public int Joins { get; set; }

    public Guid? OwnerId { get; set; }

    public ChallengeState State { get; set; }

    public LocalizedText Answer { get; set; } = LocalizedText.Empty;

    public DateTime? AnsweredAt { get; set; }

    public Guid? AnsweredById { get; set; }

    /// <summary>The correction that followed from it; its sender sees it once readers do.</summary>
    public Guid? CorrectionId { get; set; }

    public string AuditStream => $"challenge:{Id}";
}

/// <summary>What follows from where a challenge stands.</summary>
public static class ChallengeStates
{
    /// <summary>Waiting for an answer.</summary>
    public static readonly IReadOnlyList<ChallengeState> Open = [ChallengeState.Received, ChallengeState.Looking];

    /// <summary>What can be answered.</summary>
    public static readonly IReadOnlyList<ChallengeState> Answers = [ChallengeState.Upheld, ChallengeState.PartlyUpheld, ChallengeState.NotUpheld];

    public static bool IsOpen(this ChallengeState state) => Open.Contains(state);
}
