using ClaimTracker.Core.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>The data for developers: what there is, and lines that can be run as they stand. The text stands in one partial per language.</summary>
public sealed class ApiModel(PublicReader reader) : PageModel
{
    /// <summary>A claim that is there to be asked for.</summary>
    public int Number { get; private set; } = 1;

    public async Task OnGetAsync(CancellationToken ct) =>
        Number = await reader.OnTheList.OrderByDescending(c => c.ReviewedAt).ThenByDescending(c => c.Number).Select(c => (int?)c.Number).FirstOrDefaultAsync(ct) ?? Number;
}
