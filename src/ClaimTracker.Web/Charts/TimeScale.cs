namespace ClaimTracker.Web.Charts;

/// <summary>How far apart the days written along a time axis are.</summary>
public enum TimeStep
{
    Day,
    Month,
    Year,
}

/// <summary>Where a day stands between the ends of a time axis: 0 the earliest, 1 the latest.</summary>
public sealed class TimeScale
{
    private TimeScale(DateOnly from, DateOnly to, TimeStep step, IReadOnlyList<DateOnly> ticks)
    {
        From = from;
        To = to;
        Step = step;
        Ticks = ticks;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public TimeStep Step { get; }

    /// <summary>Days to be written along the axis, earliest first.</summary>
    public IReadOnlyList<DateOnly> Ticks { get; }

    /// <param name="most">No more ticks than fit side by side.</param>
    public static TimeScale Of(IReadOnlyCollection<DateOnly> days, int most)
    {
        if (days.Count == 0)
        {
            return new TimeScale(DateOnly.MinValue, DateOnly.MinValue.AddDays(1), TimeStep.Day, []);
        }

        var (first, last) = (days.Min(), days.Max());
        var length = last.DayNumber - first.DayNumber;
        if (length < 45)
        {
            var margin = Math.Max(3, length / 3);
            return new TimeScale(Moved(first, -margin), Moved(last, margin), TimeStep.Day, Spread([.. days.Distinct().Order()], length, most));
        }

        var pad = Math.Max(10, length / 20);
        var (from, to) = (Moved(first, -pad), Moved(last, pad));
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var every = new[] { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000 }.FirstOrDefault(m => months / m < most, 24000);
        return new TimeScale(from, to, every >= 12 ? TimeStep.Year : TimeStep.Month, [.. Starts(from, to, every)]);
    }

    public double At(DateOnly day) => Math.Clamp((day.DayNumber - From.DayNumber) / (double)(To.DayNumber - From.DayNumber), 0, 1);

    /// <summary>First days of months or years inside the axis, at round numbers of them.</summary>
    private static IEnumerable<DateOnly> Starts(DateOnly from, DateOnly to, int every)
    {
        for (var month = ((from.Year * 12) + from.Month - 1) / every * every; month <= (to.Year * 12) + to.Month - 1; month += every)
        {
            if (month / 12 is >= 1 and <= 9999 && new DateOnly(month / 12, (month % 12) + 1, 1) is var start && start >= from && start <= to)
            {
                yield return start;
            }
        }
    }

    /// <summary>The days that are there, as long as they do not stand too close together to be written.</summary>
    private static List<DateOnly> Spread(List<DateOnly> days, int length, int most)
    {
        var gap = Math.Max(1, (length * 5 / 3 / most) + 1);
        var kept = new List<DateOnly>();
        foreach (var day in days)
        {
            if (kept.Count == 0 || day.DayNumber - kept[^1].DayNumber >= gap)
            {
                kept.Add(day);
            }
        }

        return kept;
    }

    private static DateOnly Moved(DateOnly day, int by) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
