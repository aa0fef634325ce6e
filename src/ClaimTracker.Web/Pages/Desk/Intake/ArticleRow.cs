using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>An article that was taken in, in the list of those being worked through.</summary>
public sealed record ArticleRow(Guid SourceId, LocalizedText Title, string? Address, LocalizedText? Outlet, DateTime CapturedAt, int Claims, int Skipped)
{
    private const int Shown = 30;

    /// <summary>The latest taken in, each once. What is captured is for those who see staff matters.</summary>
    public static async Task<IReadOnlyList<ArticleRow>> LatestAsync(ClaimDbContext db, Actor actor, CancellationToken ct)
    {
        if (!Permissions.SeesStaffOnly(actor))
        {
            return [];
        }

        var latest = await db.WorkingTexts.AsNoTracking().GroupBy(t => t.SourceId)
            .Select(g => new { SourceId = g.Key, At = g.Max(t => t.MadeAt) }).OrderByDescending(g => g.At).ThenBy(g => g.SourceId).Take(Shown).ToListAsync(ct);
        var ids = latest.ConvertAll(l => l.SourceId);
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var claims = await db.Appearances.AsNoTracking().Where(a => ids.Contains(a.SourceId)).GroupBy(a => a.SourceId)
            .Select(g => new { g.Key, Count = g.Select(a => a.ClaimNumber).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var skipped = await db.SkippedPassages.AsNoTracking().Where(p => ids.Contains(p.SourceId)).GroupBy(p => p.SourceId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return latest.ConvertAll(l => new ArticleRow(
            l.SourceId, sources[l.SourceId].Title, sources[l.SourceId].Address, sources[l.SourceId].Outlet?.Name, l.At, claims.GetValueOrDefault(l.SourceId), skipped.GetValueOrDefault(l.SourceId)));
    }
}
