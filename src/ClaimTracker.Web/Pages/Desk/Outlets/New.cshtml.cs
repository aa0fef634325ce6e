using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

public sealed class NewModel(ClaimDbContext db, PartyService parties, Links links) : OutletFormPage(db)
{
    [BindProperty]
    public Guid SubmissionId { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (isRead, party) = await ReadAsync(ct);
        if (!isRead)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await parties.CreateOutletAsync(Input.ToNew(party), SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done done)
        {
            this.Done(CommonText.Saved);
            return Redirect(links.Desk.Outlet(done.Id));
        }

        Db.ChangeTracker.Clear();
        await ShowAsync(ct);
        return this.Answer(outcome, OutletForm.FieldOf);
    }
}
