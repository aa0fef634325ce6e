using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Changes what a source is; what became of it, and whether readers see it, have pages of their own.</summary>
public sealed class EditModel(ClaimDbContext db, SourceService sources, Links links) : SourceFormPage(db)
{
    [FromRoute]
    public Guid Id { get; set; }

    public Source Stored { get; private set; } = null!; // set by FindAsync, which every handler calls first

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = SourceForm.Of(Stored);
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
            return await AddRowAsync(Add, ct);
        }

        this.TakeTheirs(Input, SourceForm.Of(Stored), this.ChosenTheirs().Select(SourceForm.NameOf));
        var faults = new FormFaults(this);
        var reader = new SourceFormReader(Finder, faults);
        var edit = await reader.ReadEditAsync(Input, Stored, ct);
        if (faults.Any)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await sources.ReviseAsync(Id, Input.Version, edit, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return Redirect(links.Desk.Source(Id));
        }

        if (outcome is Outcome.Stale stale)
        {
            Db.ChangeTracker.Clear();
            _ = await FindAsync(ct);
            Overtaken(stale.Conflict);
        }

        return await AnswerAsync(outcome, reader.FieldOf, faults, ct);
    }

    /// <summary>The form takes the version that was seen, and what only others changed.</summary>
    private void Overtaken(EditConflict conflict)
    {
        Input.Version = conflict.CurrentVersion;
        Input.Relays = SourceForm.WithTheirs(Input.Relays, conflict, nameof(SourceRelay));
        Input.Credits = SourceForm.WithTheirs(Input.Credits, conflict, nameof(SourceCredit));
        this.Overtaken(Input, SourceForm.Of(Stored), conflict, v => v.Record == nameof(Source), nameOf: SourceForm.NameOf);
        this.Forget("Input.Relays", "Input.Credits");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await Db.Sources.AsNoTracking().Include(s => s.Relays).Include(s => s.Credits).SingleOrDefaultAsync(s => s.Id == Id, ct) is not { } source)
        {
            return false;
        }

        Stored = source;
        return true;
    }
}
