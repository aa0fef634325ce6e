namespace ClaimTracker.Core.Notifications;

/// <summary>Where mail goes: the operator's server, or a folder in which each mail is a file; neither: no mail is written.</summary>
public sealed record MailSettings
{
    public const int UsualPort = 587;

    public static readonly MailSettings Off = new();

    public string? Host { get; init; }

    public int Port { get; init; } = UsualPort;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The connection is encrypted before anything is said (STARTTLS).</summary>
    public bool IsEncrypted { get; init; } = true;

    /// <summary>Sender of every mail: an address, or a name and an address in angle brackets.</summary>
    public string From { get; init; } = "claimtracker@localhost";

    /// <summary>A folder to put mails into instead of sending them.</summary>
    public string? Folder { get; init; }

    /// <summary>The newsroom's, in which a digest is of a day.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public bool IsOn => Host is not null || Folder is not null;
}
