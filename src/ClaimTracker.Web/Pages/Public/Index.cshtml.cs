using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>Where a reader arrives: what this is, and the list.</summary>
public sealed class IndexModel(PublicReader reader) : PageModel
{
    public ClaimListView View { get; private set; } = new() { Address = new ListAddress() };

    public async Task OnGetAsync(CancellationToken ct) => View = await ClaimListView.ReadAsync(new ListAddress(), reader, ct);
}
