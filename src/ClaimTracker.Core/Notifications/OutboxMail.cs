namespace ClaimTracker.Core.Notifications;

/// <summary>
/// A mail that is to be sent: saved in the transaction that causes it, so that neither is lost without the other, and sent by the
/// background work. Its words are made when it is sent, in the recipient's language, to the address they have then. To a colleague it tells
/// the notifications that name it (<see cref="Notification.MailId"/>); to a reader it brings the answer to their report.
/// </summary>
public sealed class OutboxMail
{
    public const int ErrorMaxLength = 500;

    /// <summary>After so many failures an administrator is shown the mail; it is tried on, less and less often.</summary>
    public const int FailuresToShow = 3;

    /// <summary>After that, sent or not, a mail is deleted.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(28);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Also its Message-ID, the same at each try: who gets it twice can tell.</summary>
    public required Guid Id { get; init; }

    /// <summary>The colleague it is for; null: a reader.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The report whose answer it brings to whoever sent it.</summary>
    public Guid? ChallengeId { get; init; }

    /// <summary>Of a digest: the day in the newsroom; a person has one a day.</summary>
    public DateOnly? Day { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Not tried before.</summary>
    public required DateTime DueAt { get; set; }

    public int Failures { get; set; }

    /// <summary>What the server said last, without addresses.</summary>
    public string? LastError { get; set; }

    /// <summary>When the server took it over, or when it had become needless.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>The server did not take this mail.</summary>
    public void Failed(string error, DateTime now)
    {
        Failures++;
        Waits(error, now + WaitAfter(Failures));
    }

    /// <summary>There was no server to give it to, which says nothing of the mail.</summary>
    public void NotReached(string error, DateTime now) => Waits(error, now + FirstWait);

    /// <summary>Half a minute, then twice as long each time, up to six hours.</summary>
    public static TimeSpan WaitAfter(int failures) =>
        failures > 20 ? LongestWait : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Max(failures - 1, 0), LongestWait.Ticks));

    private void Waits(string error, DateTime until)
    {
        LastError = TextRules.OneLine(MailAddresses.Hidden(error), ErrorMaxLength);
        DueAt = until;
    }
}
