using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>A source that may be the article that is being brought in, or have the same origin.</summary>
/// <param name="Source">The source.</param>
/// <param name="Likeness">The same, or the same origin.</param>
/// <param name="IsByAddress">Known by its address, whatever its text.</param>
public sealed record LikeOffer(Source Source, Likeness Likeness, bool IsByAddress)
{
    public static async Task<IReadOnlyList<LikeOffer>> FindAsync(ClaimDbContext db, LikeTexts likes, string? address, string text, CancellationToken ct)
    {
        var key = SourceAddress.KeyOf(address);
        var near = await likes.FindAsync(text, ct);
        var ids = near.Select(l => l.SourceId).ToList();
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).Where(s => ids.Contains(s.Id) || (key != null && s.AddressKey == key)).ToListAsync(ct);
        return
        [
            .. sources.Select(s => new LikeOffer(
                    s, s.AddressKey == key && key is not null ? Likeness.SameText : near.First(l => l.SourceId == s.Id).Likeness, key is not null && s.AddressKey == key))
                .OrderByDescending(l => l.IsByAddress).ThenBy(l => ids.IndexOf(l.Source.Id)),
        ];
    }
}
