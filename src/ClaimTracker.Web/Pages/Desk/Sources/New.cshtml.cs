using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Makes a source; where its address is here already, that source is offered and nothing typed is lost.</summary>
public sealed class NewModel(ClaimDbContext db, SourceService sources, Links links) : SourceFormPage(db)
{
    [BindProperty]
    public Guid SubmissionId { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Add is not null)
        {
            return await AddRowAsync(Add, ct);
        }

        var faults = new FormFaults(this);
        var reader = new SourceFormReader(Finder, faults);
        var source = await reader.ReadNewAsync(Input, ct);
        if (faults.Any)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await sources.CreateAsync(source, SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done done)
        {
            this.Done(DeskText.SourceMade);
            return Redirect(links.Desk.Source(done.Id));
        }

        return await AnswerAsync(outcome, reader.FieldOf, faults, ct);
    }
}
