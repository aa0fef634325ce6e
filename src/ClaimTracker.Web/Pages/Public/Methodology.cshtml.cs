using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>How we work: what we check, by which rules, and what each rating means. The long text stands in one partial per language.</summary>
public sealed class MethodologyModel(PublicReader reader) : PageModel
{
    public IReadOnlyList<Rating> Ratings { get; private set; } = [];

    public IEnumerable<Rating> Of(RatedAspect aspect) => Ratings.Where(r => r.Aspect == aspect);

    public async Task OnGetAsync(CancellationToken ct) =>
        Ratings = await reader.Ratings.Where(r => r.IsActive).OrderBy(r => r.Order).ToListAsync(ct);
}
