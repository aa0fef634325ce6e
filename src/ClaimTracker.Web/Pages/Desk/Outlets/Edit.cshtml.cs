using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

public sealed class EditModel(ClaimDbContext db, PartyService parties, Links links) : OutletFormPage(db)
{
    [FromRoute]
    public Guid Id { get; set; }

    public Outlet Stored { get; private set; } = null!; // set by FindAsync, which every handler calls first

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = OutletForm.Of(Stored);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        this.TakeTheirs(Input, OutletForm.Of(Stored), this.ChosenTheirs().Select(OutletForm.NameOf));
        var (isRead, party) = await ReadAsync(ct);
        if (!isRead)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await parties.ReviseOutletAsync(Id, Input.Version, Input.ToEdit(party), User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return Redirect(links.Desk.Outlet(Id));
        }

        Db.ChangeTracker.Clear();
        if (outcome is Outcome.Stale stale)
        {
            _ = await FindAsync(ct);
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, OutletForm.Of(Stored), stale.Conflict, v => v.Record == nameof(Outlet), nameOf: OutletForm.NameOf);
        }

        await ShowAsync(ct);
        return this.Answer(outcome, OutletForm.FieldOf);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await Db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, ct) is not { } outlet)
        {
            return false;
        }

        Stored = outlet;
        return true;
    }
}
