namespace ClaimTracker.Core.Review;

/// <summary>How soon readers are answered: within five working days, counted from the day after a report came in, in the newsroom's time. Public holidays are not known.</summary>
public sealed record AnswerSettings
{
    public const int WorkingDays = 5;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Days on which nobody has to answer; at most six.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The day it was at that time in the newsroom.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZone));

    /// <summary>The last working day on which what came in then is answered in time.</summary>
    public DateOnly DueOf(DateTime receivedAt)
    {
        var day = DayOf(receivedAt);
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= Weekend.Contains(day.DayOfWeek) ? 0 : 1;
        }

        return day;
    }
}
