using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

/// <summary>The desk's list of publishers.</summary>
public sealed class IndexModel(DeskPartyList list, Links links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public NameFilters Filters { get; set; } = new();

    public DeskPage<DeskOutletRow> List { get; private set; } = new([], 0, 1, 1);

    public bool CanAdd => Permissions.CanEditSources(User.ToActor());

    public NumberedPager Pager => new(List.Page, List.Pages, page => links.Desk.Outlets(Filters.ToPage(page)));

    public async Task OnGetAsync(CancellationToken ct) =>
        List = await list.OutletsAsync(Filters.ToQuery<OutletKind>(), Permissions.SeesStaffOnly(User.ToActor()), ct);
}
