using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Ratings;

public sealed class IndexModel(ClaimDbContext db) : PageModel
{
    public IReadOnlyList<IGrouping<RatedAspect, Rating>> Scales { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var ratings = await db.Ratings.AsNoTracking().OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(ct);
        Scales = [.. ratings.GroupBy(r => r.Aspect).OrderByDescending(g => g.Key)];
    }
}
