using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>A notification as its reader sees it.</summary>
public sealed record NotificationRow(Guid Id, NotificationKind Kind, Guid? ActorId, int Count, DateTime At, bool IsUnread)
{
    public int? ClaimNumber { get; init; }

    public LocalizedText? Statement { get; init; }

    /// <summary>The report or the saved search it is about.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>Of the saved search; null also where it is gone.</summary>
    public string? SearchName { get; init; }
}

/// <summary>What a person was told, and what of it they have read. Everybody sees their own only.</summary>
public sealed class NotificationService(ClaimDbContext db)
{
    /// <summary>Rows of the page: the newest, those not read first.</summary>
    public const int MaxRows = 100;

    public Task<int> CountUnreadAsync(Actor reader, CancellationToken ct) => db.Notifications.CountAsync(n => n.UserId == reader.UserId && n.ReadAt == null, ct);

    public async Task<IReadOnlyList<NotificationRow>> ListAsync(Actor reader, CancellationToken ct) =>
        await Rows(db.Notifications.Where(n => n.UserId == reader.UserId)
            .OrderBy(n => n.ReadAt == null ? 0 : 1).ThenByDescending(n => n.At).ThenByDescending(n => n.Id)).Take(MaxRows).ToListAsync(ct);

    /// <summary>What a mail to that person tells and they have not read meanwhile; a digest has claim by claim together.</summary>
    public async Task<IReadOnlyList<NotificationRow>> OfMailAsync(Guid mailId, Guid userId, CancellationToken ct) =>
        await Rows(db.Notifications.Where(n => n.MailId == mailId && n.UserId == userId && n.ReadAt == null)
            .OrderBy(n => n.ClaimNumber == null).ThenBy(n => n.ClaimNumber).ThenBy(n => n.At).ThenBy(n => n.Id)).ToListAsync(ct);

    /// <summary>
    /// Marks one as read with all about the same claim, which the page tells together, or everything; only what came until the page was
    /// made: what came since, nobody has seen.
    /// </summary>
    public Task<Outcome> MarkReadAsync(Guid? id, DateTime until, Actor reader, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        var claim = id is null ? null : await db.Notifications.Where(n => n.Id == id && n.UserId == reader.UserId).Select(n => n.ClaimNumber).SingleOrDefaultAsync(ct);
        var unread = await db.Notifications
            .Where(n => n.UserId == reader.UserId && n.ReadAt == null && n.At <= until && (id == null || n.Id == id || (claim != null && n.ClaimNumber == claim))).ToListAsync(ct);
        unread.ForEach(n => n.Read(db.Now));
        await db.SaveChangesAsync(ct);
        return new Outcome.Done();
    }, ct);

    /// <summary>A claim that nobody sees yet, or any more, is not told of.</summary>
    private IQueryable<NotificationRow> Rows(IQueryable<Notification> notifications) =>
        notifications.Where(n => n.ClaimNumber == null || db.Claims.Any(c => c.Number == n.ClaimNumber))
            .Select(n => new NotificationRow(n.Id, n.Kind, n.ActorId, n.Count, n.At, n.ReadAt == null)
            {
                ClaimNumber = n.ClaimNumber,
                Statement = db.Claims.Where(c => c.Number == n.ClaimNumber).Select(c => c.Statement).FirstOrDefault(),
                RecordId = n.RecordId,
                SearchName = db.SavedSearches.Where(s => s.Id == n.RecordId).Select(s => s.Name).FirstOrDefault(),
            });
}
