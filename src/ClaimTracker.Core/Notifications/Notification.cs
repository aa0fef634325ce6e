namespace ClaimTracker.Core.Notifications;

/// <summary>Why somebody is told.</summary>
public enum NotificationKind
{
    /// <summary>A claim was given to them.</summary>
    Assigned,

    /// <summary>An editor sent back a verdict of theirs.</summary>
    Returned,

    /// <summary>A verdict waits for an editor's review.</summary>
    Proposed,

    /// <summary>A panel was opened; their vote is asked for.</summary>
    VoteNeeded,

    /// <summary>A verdict of theirs was decided.</summary>
    Decided,

    /// <summary>A correction, withdrawal, restoration or removal needs a second person.</summary>
    SecondPersonNeeded,

    /// <summary>They were mentioned in a note.</summary>
    Mentioned,

    /// <summary>Somebody answered in a thread they wrote in.</summary>
    NoteAnswered,

    /// <summary>A source of a claim they check was corrected, retracted or deleted.</summary>
    SourceChanged,
}

/// <summary>
/// What one person is told of one claim. While it is unread, more of the same kind is counted here instead of standing beside it.
/// Nobody else's business, hence in no trail.
/// </summary>
public sealed class Notification
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required NotificationKind Kind { get; init; }

    public required int ClaimNumber { get; init; }

    /// <summary>Who did it last.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>How often it happened since it was last read.</summary>
    public required int Count { get; set; }

    /// <summary>When it happened last.</summary>
    public required DateTime At { get; set; }

    /// <summary>Null: unread.</summary>
    public DateTime? ReadAt { get; set; }
}
