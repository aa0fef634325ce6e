using System.Data.Common;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>What a step of sending came to.</summary>
public enum OutboxStep
{
    /// <summary>Nothing is due, or another node sends it.</summary>
    Idle,

    /// <summary>There may be more.</summary>
    More,

    /// <summary>There is no server to send to now.</summary>
    NoServer,
}

/// <summary>
/// Sends what stands in the outbox, on one node at a time. A mail is set aside before it goes to the server and marked as sent right after
/// the server has taken it over: only where a process is killed between the two, or a server answers after <see cref="Mailer.Patience"/>, is it
/// sent again, with the same Message-ID. What fails waits, twice as long each time.
/// </summary>
public sealed class Outbox(ClaimDbContext db, MailSettings settings)
{
    private const int MailsPerStep = 50;

    private const int MarkTries = 5;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Longer than one mail may take: whoever comes later leaves it alone until then.</summary>
    private static readonly TimeSpan SetAside = Mailer.Patience + Mailer.Patience;

    /// <summary>Sends some of what is due, one after the other. <paramref name="wordsOf"/>: null for a mail that has become needless.</summary>
    public async Task<OutboxStep> StepAsync(Guid owner, Func<OutboxMail, CancellationToken, Task<MailWords?>> wordsOf, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!settings.IsOn || !(await Due().AnyAsync(ct) || await Untold().AnyAsync(ct)) || !await WorkLeases.TakeAsync(db, WorkLease.Mail, owner, LeaseTime, ct))
        {
            return OutboxStep.Idle;
        }

        await FollowUpAsync(ct);
        using var mailer = new Mailer(settings);
        // Read only now: who had the lease before may have sent what was due.
        var (due, leaseTaken) = (await Due().OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(MailsPerStep).ToListAsync(ct), db.Now);
        foreach (var mail in due)
        {
            ct.ThrowIfCancellationRequested();
            if (db.Now - leaseTaken > LeaseTime / 2)
            {
                if (!await WorkLeases.TakeAsync(db, WorkLease.Mail, owner, LeaseTime, ct))
                {
                    return OutboxStep.Idle;
                }

                leaseTaken = db.Now;
            }

            if (!await SendAsync(mailer, mail, wordsOf, ct))
            {
                return OutboxStep.NoServer;
            }
        }

        return due.Count == MailsPerStep ? OutboxStep.More : OutboxStep.Idle;
    }

    public Task ReleaseLeaseAsync(Guid owner, CancellationToken ct) => WorkLeases.ReleaseAsync(db, WorkLease.Mail, owner, ct);

    /// <summary>Forgets what is long sent, and what nobody took for so long that nobody waits for it any more.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = db.Now - OutboxMail.KeptFor;
#pragma warning disable RS0030 // Mails are no audited records.
        await db.OutboxMails.Where(m => m.CreatedAt < before).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }

    private IQueryable<OutboxMail> Due()
    {
        var now = db.Now;
        return db.OutboxMails.Where(m => m.SentAt == null && m.DueAt <= now);
    }

    /// <summary>What happened again while its mail was under way: it is in nobody's words yet, and whoever caused it saw a mail waiting.</summary>
    private IQueryable<Notification> Untold() => db.Notifications.Where(
        n => n.ReadAt == null && n.MailId != null && n.Count > n.MailedCount && db.OutboxMails.Any(m => m.Id == n.MailId && m.SentAt != null));

    /// <summary>Another mail at once; what was in a digest comes in the next.</summary>
    private Task<int> FollowUpAsync(CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        var untold = await Untold().OrderBy(n => n.At).Take(MailsPerStep).ToListAsync(ct);
        if (untold.Count == 0)
        {
            return 0;
        }

        var mails = untold.Select(n => n.MailId).OfType<Guid>().ToList();
        var digests = await db.OutboxMails.Where(m => mails.Contains(m.Id) && m.Day != null).Select(m => m.Id).ToHashSetAsync(ct);
        foreach (var notification in untold)
        {
            if (notification.MailId is { } told && digests.Contains(told))
            {
                notification.MailId = null;
                continue;
            }

            var mail = new OutboxMail { Id = Guid.CreateVersion7(), UserId = notification.UserId, CreatedAt = db.Now, DueAt = db.Now };
            db.OutboxMails.Add(mail);
            notification.MailId = mail.Id;
        }

        return await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>False: there is no use in trying the next.</summary>
    private async Task<bool> SendAsync(Mailer mailer, OutboxMail mail, Func<OutboxMail, CancellationToken, Task<MailWords?>> wordsOf, CancellationToken ct)
    {
        if (!await MoveAsync(mail, mail.DueAt, db.Now + SetAside))
        {
            return true; // Another node has it.
        }

        var told = await db.Notifications.Where(n => n.MailId == mail.Id).Select(n => new Told(n.Id, n.Count)).ToListAsync(ct);
        Exception? failure = null;
        try
        {
            if (!await IsReplacedAsync(mail, ct) && await wordsOf(mail, ct) is { } words)
            {
                await mailer.SendAsync(mail.Id, words);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await MoveAsync(mail, null, mail.DueAt);
            throw;
        }
        catch (Exception e)
        {
            // Whatever it was, the mail waits with it and the others go on.
            failure = e;
        }

        if (failure is null)
        {
            await MarkSentAsync(mail, told);
            return true;
        }

        var isNoServer = Mailer.IsNoServer(failure);
        if (isNoServer)
        {
            mail.NotReached(ErrorOf(failure), db.Now);
        }
        else
        {
            mail.Failed(ErrorOf(failure), db.Now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return !isNoServer;
    }

    /// <summary>A reader whose answer was put right before the first was sent gets the second only.</summary>
    private async Task<bool> IsReplacedAsync(OutboxMail mail, CancellationToken ct) =>
        mail.ChallengeId is { } challenge && await db.OutboxMails.AnyAsync(m => m.ChallengeId == challenge && m.SentAt == null && m.Id != mail.Id && m.CreatedAt >= mail.CreatedAt, ct);

    /// <summary>When it is due next; false where somebody else moved it meanwhile. No <paramref name="from"/>: however it stands.</summary>
    private async Task<bool> MoveAsync(OutboxMail mail, DateTime? from, DateTime to)
    {
#pragma warning disable RS0030 // Mails are no audited records.
        return await db.OutboxMails.Where(m => m.Id == mail.Id && m.SentAt == null && (from == null || m.DueAt == from))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, to), CancellationToken.None) == 1;
#pragma warning restore RS0030
    }

    /// <summary>Not to be given up between the server's yes and our note of it: a database that fails for a moment would send the mail twice.</summary>
    private async Task MarkSentAsync(OutboxMail mail, IReadOnlyList<Told> told)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
#pragma warning disable RS0030 // Mails and notifications are no audited records.
                await db.OutboxMails.Where(m => m.Id == mail.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, db.Now).SetProperty(m => m.LastError, (string?)null), CancellationToken.None);
                foreach (var (id, count) in told)
                {
                    await db.Notifications.Where(n => n.Id == id).ExecuteUpdateAsync(s => s.SetProperty(n => n.MailedCount, count), CancellationToken.None);
                }
#pragma warning restore RS0030
                await transaction.CommitAsync(CancellationToken.None);
                return;
            }
            catch (DbException) when (attempt < MarkTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), CancellationToken.None);
            }
        }
    }

    private static string ErrorOf(Exception failure) => failure.InnerException is null ? failure.Message : $"{failure.Message} {failure.GetBaseException().Message}";

    /// <summary>A notification, and how often it had happened when its mail was written.</summary>
    private sealed record Told(Guid Id, int Count);
}
