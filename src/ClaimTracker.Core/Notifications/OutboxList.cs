using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>A mail that failed, as an administrator sees it; a reader it is for is not named.</summary>
public sealed record FailedMail(Guid Id, Guid? UserId, DateTime CreatedAt, DateTime DueAt, int Failures, string LastError);

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Mails to be sent.</param>
/// <param name="OldestAt">Since when the oldest of them has waited.</param>
/// <param name="LastError">Why the mail that was tried last did not go out; null where what waits was not tried yet.</param>
/// <param name="Failed">The mails that failed often, the most often first.</param>
public sealed record OutboxState(int Waiting, DateTime? OldestAt, string? LastError, IReadOnlyList<FailedMail> Failed);

/// <summary>What waits to be sent, for administrators.</summary>
public sealed class OutboxList(ClaimDbContext db)
{
    public const int MaxRows = 50;

    public async Task<OutboxState> ReadAsync(CancellationToken ct)
    {
        var waiting = db.OutboxMails.AsNoTracking().Where(m => m.SentAt == null);
        return new OutboxState(
            await waiting.CountAsync(ct),
            await waiting.OrderBy(m => m.CreatedAt).Select(m => (DateTime?)m.CreatedAt).FirstOrDefaultAsync(ct),
            // What failed last is what waits longest from now, among those that failed as often.
            await waiting.Where(m => m.LastError != null).OrderBy(m => m.Failures).ThenByDescending(m => m.DueAt).Select(m => m.LastError).FirstOrDefaultAsync(ct),
            await waiting.Where(m => m.Failures >= OutboxMail.FailuresToShow).OrderByDescending(m => m.Failures).ThenBy(m => m.Id).Take(MaxRows)
                .Select(m => new FailedMail(m.Id, m.UserId, m.CreatedAt, m.DueAt, m.Failures, m.LastError ?? "")).ToListAsync(ct));
    }

    /// <summary>What failed is tried with the next step, instead of later and later.</summary>
    public async Task<Outcome> TryNowAsync(Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanManageMail(actor))
        {
            return new Outcome.NotFound();
        }

        var now = db.Now;
#pragma warning disable RS0030 // Mails are no audited records.
        await db.OutboxMails.Where(m => m.SentAt == null && m.LastError != null && m.DueAt > now).ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now), ct);
#pragma warning restore RS0030
        return new Outcome.Done();
    }
}
