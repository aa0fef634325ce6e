using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Review;

/// <summary>A proposal that waits for an editor who did not write it.</summary>
public sealed record ReviewRow(
    int Number, LocalizedText Words, Triage Triage, DateOnly? Due, Guid? AssigneeId, Guid? RatingId, DateTime? ProposedAt, IReadOnlyList<Guid> AuthorIds, bool IsPublic)
{
    /// <summary>Somebody else has to decide on it.</summary>
    public bool IsOf(Guid? user) => user is { } me && (AssigneeId == me || AuthorIds.Contains(me));
}

/// <summary>Something asked for that takes a second person.</summary>
public sealed record WaitingRow(int Number, LocalizedText Words, WaitingFor Kind, string? Reason, LocalizedText What, Guid RequestedById, DateTime RequestedAt)
{
    /// <summary>When a removal has to be confirmed or undone.</summary>
    public DateTime? DecideBefore => Kind is WaitingFor.Removal ? RequestedAt + PublicStateService.TimeToConfirmRemoval : null;
}

/// <summary>What a second person is waited for.</summary>
public enum WaitingFor
{
    Removal,
    Withdrawal,
    Restore,
    Correction,
    Translation,
}

/// <summary>What waits for an editor: proposals, oldest first, and what takes a second person, the most pressing first.</summary>
public sealed record ReviewQueue(IReadOnlyList<ReviewRow> Proposals, IReadOnlyList<WaitingRow> Waiting)
{
    public static async Task<ReviewQueue> ReadAsync(ClaimDbContext db, CancellationToken ct)
    {
        var proposals = await db.Claims.AsNoTracking().Where(c => c.Stage == Stage.InReview)
            .Join(db.Verdicts.Where(v => v.State == VerdictState.Proposed), c => c.Number, v => v.ClaimNumber, (c, v) => new
            {
                c.Number,
                c.Statement,
                c.Summary,
                c.Triage,
                c.Due,
                c.AssigneeId,
                v.RatingId,
                v.ProposedAt,
                AuthorIds = v.Authors.Select(a => a.UserId).ToList(),
                IsPublic = c.PublicState != PublicState.None,
            })
            .OrderBy(r => r.ProposedAt).ThenBy(r => r.Number).ToListAsync(ct);
        var waiting = new List<WaitingRow>();
        var pending = await db.PendingDecisions.AsNoTracking().Where(p => p.DecidedAt == null)
            .Join(db.Claims, p => p.ClaimNumber, c => c.Number, (p, c) => new { c.Number, c.Statement, c.Summary, Request = p }).ToListAsync(ct);
        waiting.AddRange(pending.Select(p => new WaitingRow(
            p.Number, Short(p.Summary, p.Statement), KindOf(p.Request.Kind), p.Request.Reason, p.Request.PublicNotice, p.Request.RequestedById, p.Request.RequestedAt)));
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.ApprovedAt == null && c.RejectedAt == null)
            .Join(db.Claims, x => x.ClaimNumber, c => c.Number, (x, c) => new { c.Number, c.Statement, c.Summary, Correction = x }).ToListAsync(ct);
        waiting.AddRange(corrections.Select(c => new WaitingRow(
            c.Number, Short(c.Summary, c.Statement), WaitingFor.Correction, null, c.Correction.What, c.Correction.RequestedById, c.Correction.RequestedAt)));
        var corrected = corrections.Select(c => c.Correction.VerdictId).ToHashSet();
        var revisions = await db.Verdicts.AsNoTracking().Where(v => v.State == VerdictState.Revision)
            .Join(db.Claims, v => v.ClaimNumber, c => c.Number, (v, c) => new { c.Number, c.Statement, c.Summary, v.Id, v.CreatedAt, Author = v.Authors.Select(a => a.UserId).FirstOrDefault() })
            .ToListAsync(ct);
        waiting.AddRange(revisions.Where(r => !corrected.Contains(r.Id)).Select(r => new WaitingRow(
            r.Number, Short(r.Summary, r.Statement), WaitingFor.Translation, null, LocalizedText.Empty, r.Author, r.CreatedAt)));
        return new ReviewQueue(
            proposals.ConvertAll(r => new ReviewRow(r.Number, Short(r.Summary, r.Statement), r.Triage, r.Due, r.AssigneeId, r.RatingId, r.ProposedAt, r.AuthorIds, r.IsPublic)),
            [.. waiting.OrderBy(w => w.Kind is not WaitingFor.Removal).ThenBy(w => w.RequestedAt)]);
    }

    private static LocalizedText Short(LocalizedText summary, LocalizedText statement) => summary.IsEmpty ? statement : summary;

    private static WaitingFor KindOf(PendingKind kind) => kind switch
    {
        PendingKind.Withdrawal => WaitingFor.Withdrawal,
        PendingKind.Restore => WaitingFor.Restore,
        PendingKind.Removal => WaitingFor.Removal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
