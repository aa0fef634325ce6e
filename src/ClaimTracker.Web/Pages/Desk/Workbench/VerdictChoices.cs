using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What a verdict's form lets one choose from.</summary>
public static class VerdictChoices
{
    public static async Task<IReadOnlyList<Rating>> RatingsAsync(ClaimDbContext db, RatedAspect aspect, CancellationToken ct) =>
        await db.Ratings.AsNoTracking().Where(r => r.Aspect == aspect && r.IsActive).OrderBy(r => r.Order).ToListAsync(ct);
}
