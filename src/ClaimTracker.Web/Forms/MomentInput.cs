using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Forms;

/// <summary>A day and a time of day in the newsroom, as a form holds them.</summary>
public sealed class MomentInput
{
    [Display(Name = nameof(CommonText.InputDay), ResourceType = typeof(CommonText))]
    public DateOnly? Day { get; set; }

    /// <summary>Hours and minutes, such as 14:05; none: the start of the day, or its end where <see cref="ToUtc"/> says so.</summary>
    [Display(Name = nameof(CommonText.InputTime), ResourceType = typeof(CommonText))]
    public string? Time { get; set; }

    public bool IsReadable => Time is null || TryReadTime(out _);

    public static MomentInput Of(DateTime? utc, TimeZoneInfo zone)
    {
        if (utc is not { } at)
        {
            return new MomentInput();
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), zone);
        return new MomentInput { Day = DateOnly.FromDateTime(local), Time = local.ToString("HH:mm", CultureInfo.InvariantCulture) };
    }

    public DateTime? ToUtc(TimeZoneInfo zone, bool endOfDay = false)
    {
        if (Day is not { } day)
        {
            return null;
        }

        var time = TryReadTime(out var typed) ? typed : endOfDay ? new TimeOnly(23, 59) : TimeOnly.MinValue;
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        // An hour that a change of clocks skips is the one after it.
        return ClaimDbContext.ToStored(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone));
    }

    private bool TryReadTime(out TimeOnly time) =>
        TimeOnly.TryParseExact(Digits.ToLatin(Time ?? ""), ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
