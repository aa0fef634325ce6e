namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>Whether, when and for how long sets of all public data are kept ready.</summary>
public sealed record DownloadSettings
{
    public const int UsualDays = 7;

    public static readonly TimeOnly UsualTime = new(3, 0);

    /// <summary>Off: only the command makes them.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Time of day at which a new one is made if readers have something new.</summary>
    public TimeOnly At { get; init; } = UsualTime;

    /// <summary>Days a set is kept; the newest is kept until there is another.</summary>
    public int KeepDays { get; init; } = UsualDays;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZone));

    /// <summary>Whether the time of day has come round between two moments.</summary>
    public bool HasComeRound(DateTime since, DateTime now) => Shifted(now) > Shifted(since);

    /// <summary>The day, if days began at that time.</summary>
    private DateOnly Shifted(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZone) - At.ToTimeSpan());
}
