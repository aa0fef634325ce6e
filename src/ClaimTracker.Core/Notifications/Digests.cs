using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>
/// Makes the daily mails, at seven in the newsroom: for each person one, of what came until then, is unread and was in no mail. A row with
/// person and day stands for it, so that several nodes and a new start make no second one.
/// </summary>
public sealed class Digests(ClaimDbContext db, MailSettings settings)
{
    public const int Hour = 7;

    /// <summary>The rest comes the day after.</summary>
    private const int MostInOne = 500;

    /// <summary>What is older, from before mail was set up perhaps, is in the app only.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    /// <summary>The day whose digests are due now.</summary>
    public DateOnly DueDay
    {
        get
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(db.Now, settings.TimeZone);
            return DateOnly.FromDateTime(local).AddDays(local.Hour < Hour ? -1 : 0);
        }
    }

    /// <summary>Puts the digests of that day into the outbox; those that are there already stay alone.</summary>
    public async Task MakeAsync(DateOnly day, CancellationToken ct)
    {
        var until = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(Hour, 0)), settings.TimeZone);
        var from = until - Oldest;
        var people = await db.Notifications
            .Where(n => n.ReadAt == null && n.MailId == null && n.At > from && n.At <= until && !db.OutboxMails.Any(m => m.UserId == n.UserId && m.Day == day))
            .Where(n => db.Users.Any(u => u.Id == n.UserId && !u.IsSuspended))
            .Select(n => n.UserId).Distinct().ToListAsync(ct);
        foreach (var person in people)
        {
            await MakeAsync(person, day, from, until, ct);
        }
    }

    private Task<bool> MakeAsync(Guid person, DateOnly day, DateTime from, DateTime until, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        // Another node may have made it meanwhile.
        if (await db.OutboxMails.AnyAsync(m => m.UserId == person && m.Day == day, ct))
        {
            return false;
        }

        var choices = await db.NotificationSettings.AsNoTracking().Where(s => s.UserId == person).ToDictionaryAsync(s => s.Kind, s => s.Mail, ct);
        var daily = Enum.GetValues<NotificationKind>().Where(k => choices.GetValueOrDefault(k, NotificationSetting.Usual(k)) is MailChoice.Daily).ToList();
        var told = await db.Notifications
            .Where(n => n.UserId == person && n.ReadAt == null && n.MailId == null && n.At > from && n.At <= until && daily.Contains(n.Kind))
            .OrderBy(n => n.At).ThenBy(n => n.Id).Take(MostInOne).ToListAsync(ct);
        if (told.Count == 0)
        {
            return false;
        }

        var mail = new OutboxMail { Id = Guid.CreateVersion7(), UserId = person, Day = day, CreatedAt = db.Now, DueAt = db.Now };
        db.OutboxMails.Add(mail);
        told.ForEach(n => n.MailId = mail.Id);
        await db.SaveChangesAsync(ct);
        return true;
    }, ct);
}
