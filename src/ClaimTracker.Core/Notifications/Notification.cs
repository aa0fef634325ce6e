using System.Globalization;

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

    /// <summary>Readers reported something.</summary>
    ReportReceived,

    /// <summary>A reader's report was given to them.</summary>
    ReportAssigned,

    /// <summary>Readers suggested something to check.</summary>
    SuggestionReceived,

    /// <summary>Claims that a saved search of theirs finds were added or changed.</summary>
    SearchFound,
}

/// <summary>
/// What one person is told of one claim, or of what readers sent, or of a saved search. While it is unread, more of the same kind is counted here instead of standing beside it.
/// Nobody else's business, hence in no trail.
/// </summary>
public sealed class Notification
{
    public const int UnreadKeyMaxLength = 120;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required NotificationKind Kind { get; init; }

    public int? ClaimNumber { get; init; }

    /// <summary>The report given to them, or the saved search that found something.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>Who did it last.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>How often it happened since it was last read.</summary>
    public required int Count { get; set; }

    /// <summary>When it happened last.</summary>
    public required DateTime At { get; set; }

    /// <summary>The mail that tells of it, or told it last; null: none yet. It may be long sent and forgotten.</summary>
    public Guid? MailId { get; set; }

    /// <summary><see cref="Count"/> as the last mail told it; what is beyond it is told by another.</summary>
    public int MailedCount { get; set; }

    /// <summary>Null: unread. Set by <see cref="Read"/>.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Person, kind and what it is about, until it is read: of two who tell the same at once, one finds the other's row and counts there.</summary>
    public string? UnreadKey { get; private set; }

    /// <summary>A new one, unread.</summary>
    public static Notification Of(Guid user, NotificationKind kind, int? claim, Guid? record, Guid? actor, int count, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = user,
        Kind = kind,
        ClaimNumber = claim,
        RecordId = record,
        ActorId = actor,
        Count = count,
        At = at,
        UnreadKey = string.Create(CultureInfo.InvariantCulture, $"{user:N}|{kind}|{claim}|{record:N}"),
    };

    public void Read(DateTime at) => (ReadAt, UnreadKey) = (at, null);
}
