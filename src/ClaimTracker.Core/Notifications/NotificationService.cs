using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>A notification as its reader sees it.</summary>
public sealed record NotificationRow(Guid Id, NotificationKind Kind, int ClaimNumber, LocalizedText Statement, Guid? ActorId, int Count, DateTime At, bool IsUnread);

/// <summary>What a person was told, and what of it they have read. Everybody sees their own only.</summary>
public sealed class NotificationService(ClaimDbContext db)
{
    /// <summary>Rows of the page: the newest, those not read first.</summary>
    public const int MaxRows = 100;

    public Task<int> CountUnreadAsync(Actor reader, CancellationToken ct) => db.Notifications.CountAsync(n => n.UserId == reader.UserId && n.ReadAt == null, ct);

    public async Task<IReadOnlyList<NotificationRow>> ListAsync(Actor reader, CancellationToken ct) =>
        await db.Notifications.Where(n => n.UserId == reader.UserId)
            .OrderBy(n => n.ReadAt == null ? 0 : 1).ThenByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MaxRows)
            .Join(db.Claims, n => n.ClaimNumber, c => c.Number, (n, c) => new NotificationRow(n.Id, n.Kind, n.ClaimNumber, c.Statement, n.ActorId, n.Count, n.At, n.ReadAt == null))
            .ToListAsync(ct);

    /// <summary>Marks one as read, or all that came until the page was made: what came since, nobody has seen.</summary>
    public Task<Outcome> MarkReadAsync(Guid? id, DateTime until, Actor reader, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        var unread = await db.Notifications
            .Where(n => n.UserId == reader.UserId && n.ReadAt == null && (id == null || n.Id == id) && n.At <= until).ToListAsync(ct);
        unread.ForEach(n => n.ReadAt = db.Now);
        await db.SaveChangesAsync(ct);
        return new Outcome.Done();
    }, ct);
}
