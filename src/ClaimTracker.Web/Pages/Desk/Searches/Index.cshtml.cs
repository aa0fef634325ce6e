using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Searches;

/// <summary>Saved searches: one's own and those that others share, each with how many claims it finds now and how many are new.</summary>
public sealed class IndexModel(ClaimDbContext db, SavedSearchList searches, DeskClaimList list, Links links) : PageModel
{
    [FromQuery(Name = "p")]
    public string? Number { get; set; }

    public SavedSearchPage List { get; private set; } = new([], 0, 1, 1);

    public SearchCards Searches { get; private set; } = null!; // read before the page is shown

    public NumberedPager Pager => new(List.Page, List.Pages, page => links.Desk.Searches(("p", page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        List = await searches.PageAsync(actor, NumberParser.TryParseWhole(Number, out var page) ? page : 1, ct);
        Searches = await SearchCards.ReadAsync(List.Rows, db, list, await StaffNames.ReadAsync(db, actor, ct), actor, ct);
    }
}
