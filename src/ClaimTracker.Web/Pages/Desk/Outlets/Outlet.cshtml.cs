using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

/// <summary>A publisher, and the sources of it.</summary>
public sealed class OutletModel(ClaimDbContext db, DeskSourceList sources, ClaimHistory history) : PageModel
{
    private const int MaxEntries = 20;

    [FromRoute]
    public Guid Id { get; set; }

    public Outlet Outlet { get; private set; } = null!; // read before the page is shown

    /// <summary>The latest; all of them stand in the list of sources.</summary>
    public DeskPage<DeskSourceRow> Sources { get; private set; } = new([], 0, 1, 1);

    public HistoryPage History { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public bool CanEdit => Permissions.CanEditSources(User.ToActor());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        if (await db.Outlets.AsNoTracking().Include(o => o.Party).SingleOrDefaultAsync(o => o.Id == Id, ct) is not { } outlet)
        {
            return NotFound();
        }

        Outlet = outlet;
        Sources = await sources.PageAsync(new DeskSourceQuery { OutletId = Id, SeesWithheld = Permissions.SeesStaffOnly(actor) }, ct);
        History = await history.ReadAsync(outlet.AuditStream, before: null, MaxEntries, ct);
        Staff = await StaffNames.ReadAsync(db, actor, ct);
        return Page();
    }
}
