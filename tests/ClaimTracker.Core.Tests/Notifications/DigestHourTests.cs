using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>Seven in the morning comes once a day, also where clocks are changed.</summary>
public sealed class DigestHourTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "05:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "06:00")]
    [InlineData("America/New_York", "2026-03-08", "11:00")]
    [InlineData("America/New_York", "2026-11-01", "12:00")]
    [InlineData("Asia/Beirut", "2026-03-29", "04:00")]
    [InlineData("Asia/Beirut", "2026-10-25", "05:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "20:30")]
    [InlineData("Asia/Riyadh", "2026-03-29", "04:00")]
    public async Task Digest_WhereClocksChange_IsMadeAtSeven_OnceADay(string zone, string changes, string seven)
    {
        await using var room = await Newsroom.OpenAsync(DatabaseProvider.Sqlite);
        var settings = room.Database.Mail = new MailSettings { Folder = "nowhere", TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        var day = DateOnly.Parse(changes, System.Globalization.CultureInfo.InvariantCulture);
        var person = room.Editor.UserId!.Value; // a person
        await using var db = room.Database.CreateContext();
        room.Database.Clock.Advance(day.AddDays(-2).ToDateTime(TimeOnly.MinValue) - db.Now);
        var digests = new Digests(db, settings);
        var made = new List<(DateOnly Day, DateTime At)>();
        var due = digests.DueDay;
        while (made.Count < 4)
        {
            room.Database.Clock.Advance(TimeSpan.FromMinutes(15));
            if (digests.DueDay != due)
            {
                due = digests.DueDay;
                made.Add((due, db.Now));
                // One comes in this very moment, one after it.
                db.Notifications.Add(Notification.Of(person, NotificationKind.Proposed, null, Guid.CreateVersion7(), null, 1, db.Now));
                db.Notifications.Add(Notification.Of(person, NotificationKind.Proposed, null, Guid.CreateVersion7(), null, 1, db.Now.AddMinutes(1)));
                await db.SaveChangesAsync(Ct);
                await digests.MakeAsync(due, Ct);
            }
        }

        Assert.All(made, m => Assert.Equal(m.Day.ToDateTime(new TimeOnly(Digests.Hour, 0)), TimeZoneInfo.ConvertTimeFromUtc(m.At, settings.TimeZone)));
        Assert.Equal(Enumerable.Range(0, made.Count).Select(i => made[0].Day.AddDays(i)), made.Select(m => m.Day));
        Assert.Equal(seven, made.Single(m => m.Day == day).At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([1, 2, 2, 2], await db.OutboxMails.OrderBy(m => m.Day).Select(m => db.Notifications.Count(n => n.MailId == m.Id)).ToListAsync(Ct));
    }
}
