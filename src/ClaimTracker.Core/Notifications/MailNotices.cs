using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>
/// Puts into the outbox what is to be mailed, in the caller's transaction: the caller saves it with what caused it, and never waits for a
/// server. Where mail is off, nothing is put there.
/// </summary>
internal static class MailNotices
{
    /// <summary>Of those who sent the same: a stranger who sends words with other people's addresses reaches no more of them.</summary>
    private const int MostReaders = 20;

    /// <summary>Notifications of one kind that somebody was told just now. One that waits to be mailed already is not mailed twice.</summary>
    public static async Task OfAsync(ClaimDbContext db, NotificationKind kind, IReadOnlyList<Notification> told, CancellationToken ct)
    {
        if (!db.SendsMail || told.Count == 0)
        {
            return;
        }

        var people = told.Select(n => n.UserId).ToList();
        var choices = await db.NotificationSettings.AsNoTracking().Where(s => people.Contains(s.UserId) && s.Kind == kind).ToDictionaryAsync(s => s.UserId, s => s.Mail, ct);
        var mails = told.Select(n => n.MailId).OfType<Guid>().Distinct().ToList();
        var waiting = mails.Count == 0 ? [] : await db.OutboxMails.Where(m => mails.Contains(m.Id) && m.SentAt == null).Select(m => m.Id).ToHashSetAsync(ct);
        foreach (var notification in told.Where(n => n.MailId is not { } mail || !waiting.Contains(mail)))
        {
            if (choices.GetValueOrDefault(notification.UserId, NotificationSetting.Usual(kind)) is MailChoice.AtOnce)
            {
                var mail = new OutboxMail { Id = Guid.CreateVersion7(), UserId = notification.UserId, CreatedAt = db.Now, DueAt = db.Now };
                db.OutboxMails.Add(mail);
                notification.MailId = mail.Id;
            }
            else
            {
                // The next digest tells it, also where an earlier one did.
                notification.MailId = null;
            }
        }
    }

    /// <summary>A report was answered, or its answer put right: whoever sent it, or the same, and left an address.</summary>
    public static async Task OfAnswerAsync(ClaimDbContext db, Challenge answered, CancellationToken ct)
    {
        if (!db.SendsMail)
        {
            return;
        }

        var sent = await db.Challenges.AsNoTracking().Where(c => c.Id == answered.Id || c.SameAsId == answered.Id).Select(c => new { c.Id, c.Contact }).ToListAsync(ct);
        // One that waits already may be under way with the words of before.
        foreach (var challenge in sent.Where(c => MailAddresses.In(c.Contact) is not null).OrderByDescending(c => c.Id == answered.Id).ThenBy(c => c.Id).Take(MostReaders))
        {
            db.OutboxMails.Add(new OutboxMail { Id = Guid.CreateVersion7(), ChallengeId = challenge.Id, CreatedAt = db.Now, DueAt = db.Now });
        }
    }
}
