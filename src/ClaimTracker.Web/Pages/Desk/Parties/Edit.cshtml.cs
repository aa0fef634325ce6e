using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Parties;

public sealed class EditModel(ClaimDbContext db, PartyService parties, Links links) : PartyFormPage(db)
{
    [FromRoute]
    public Guid Id { get; set; }

    public Party Stored { get; private set; } = null!; // set by FindAsync, which every handler calls first

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = PartyForm.Of(Stored);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Add is not null)
        {
            return await AddRowAsync(ct);
        }

        this.TakeTheirs(Input, PartyForm.Of(Stored), this.ChosenTheirs().Select(PartyForm.NameOf));
        var (isRead, memberOf) = await ReadAsync(ct);
        if (!isRead)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await parties.ReviseAsync(Id, Input.Version, Input.ToEdit(memberOf), User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return Redirect(links.Desk.Party(Id));
        }

        Db.ChangeTracker.Clear();
        if (outcome is Outcome.Stale stale)
        {
            _ = await FindAsync(ct);
            var now = PartyForm.Of(Stored);
            Input.Version = stale.Conflict.CurrentVersion;
            Input.TakeVariants(now, stale.Conflict);
            this.Overtaken(Input, now, stale.Conflict, v => v.Record == nameof(Party), nameOf: PartyForm.NameOf);
            this.Forget("Input.Variants");
        }

        await ShowAsync(ct);
        return this.Answer(outcome, Input.FieldOf);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await Db.Parties.AsNoTracking().Include(p => p.Variants).SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } party)
        {
            return false;
        }

        Stored = party;
        return true;
    }
}
