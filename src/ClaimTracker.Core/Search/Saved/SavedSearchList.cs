using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A saved search as its readers see it.</summary>
public sealed record SavedSearchRow(Guid Id, int Version, string Name, string Address, bool IsShared, Guid OwnerId, bool IsMine)
{
    /// <summary>When the reader last opened it; null for never.</summary>
    public DateTime? LookedAt { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Its owner is told of what it finds anew.</summary>
    public bool IsWatched { get; init; }

    /// <summary>What is logged after this is new to the reader.</summary>
    public DateTime NewSince => LookedAt ?? CreatedAt;
}

/// <summary>A page of the saved searches that somebody sees: their own first, then those that others share, each the latest first.</summary>
public sealed record SavedSearchPage(IReadOnlyList<SavedSearchRow> Rows, int Total, int Page, int Pages);

/// <summary>Reads saved searches.</summary>
public sealed class SavedSearchList(ClaimDbContext db)
{
    public const int PageSize = 20;

    public async Task<SavedSearchPage> PageAsync(Actor reader, int page, CancellationToken ct)
    {
        var total = await Visible(reader).CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new SavedSearchPage(await RowsAsync(Visible(reader), reader, (page - 1) * PageSize, PageSize, ct), total, page, pages);
    }

    public async Task<IReadOnlyList<SavedSearchRow>> FirstAsync(Actor reader, int count, CancellationToken ct) =>
        await RowsAsync(Visible(reader), reader, 0, count, ct);

    /// <summary>Null when there is none, or not for this reader.</summary>
    public async Task<SavedSearchRow?> FindAsync(Guid id, Actor reader, CancellationToken ct) =>
        (await RowsAsync(Visible(reader).Where(s => s.Id == id), reader, 0, 1, ct)).SingleOrDefault();

    private IQueryable<SavedSearch> Visible(Actor reader)
    {
        var seesOwn = Permissions.SeesSavedSearch(reader, isOwner: true, isShared: false);
        var seesShared = Permissions.SeesSavedSearch(reader, isOwner: false, isShared: true);
        return db.SavedSearches.AsNoTracking().Where(s => (seesOwn && s.OwnerId == reader.UserId) || (seesShared && s.IsShared));
    }

    private Task<List<SavedSearchRow>> RowsAsync(IQueryable<SavedSearch> searches, Actor reader, int skip, int take, CancellationToken ct) =>
        searches.OrderBy(s => s.OwnerId == reader.UserId ? 0 : 1).ThenByDescending(s => s.CreatedAt).ThenBy(s => s.Id)
            .Skip(skip).Take(take)
            .Select(s => new SavedSearchRow(s.Id, s.Version, s.Name, s.Address, s.IsShared, s.OwnerId, s.OwnerId == reader.UserId)
            {
                LookedAt = db.SavedSearchLooks.Where(l => l.SavedSearchId == s.Id && l.UserId == reader.UserId).Select(l => (DateTime?)l.LookedAt).FirstOrDefault(),
                CreatedAt = s.CreatedAt,
                IsWatched = s.OwnerId == reader.UserId && db.SearchWatches.Any(w => w.SavedSearchId == s.Id),
            })
            .ToListAsync(ct);
}
