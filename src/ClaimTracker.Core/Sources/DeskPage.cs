using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>A page of a desk list. The page number is the one shown, which may not be the one asked for.</summary>
public sealed record DeskPage<TRow>(IReadOnlyList<TRow> Rows, int Total, int Page, int Pages)
{
    public const int Size = 25;

    internal static async Task<DeskPage<TRow>> ReadAsync<T>(IQueryable<T> matching, IQueryable<TRow> sortedRows, int asked, CancellationToken ct)
    {
        var total = await matching.CountAsync(ct);
        var pages = Math.Max(1, (total + Size - 1) / Size);
        var page = Math.Clamp(asked, 1, pages);
        return new DeskPage<TRow>(await sortedRows.Skip((page - 1) * Size).Take(Size).ToListAsync(ct), total, page, pages);
    }
}
