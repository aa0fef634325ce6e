using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Statistics;

/// <summary>What this newsroom published: by month, rating, topic, side and country, and how it worked; for any range of days.</summary>
public sealed class IndexModel(PublicReader reader, Links links, Formats formats) : PageModel
{
    public StatisticsView View { get; private set; } = null!; // set by the handler

    public async Task OnGetAsync(string? from, string? to, CancellationToken ct)
    {
        View = await StatisticsView.ReadAsync(from, to, reader, links, formats, ct);
        Response.StatusCode = View.HasFault ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }
}
