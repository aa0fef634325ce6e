using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>What the forms of a new source and of one to be changed share.</summary>
public abstract class SourceFormPage(ClaimDbContext db) : PageModel
{
    [BindProperty]
    public SourceForm Input { get; set; } = new();

    /// <summary>The list that gets another row: a button of the form, for those without a script.</summary>
    [BindProperty]
    public string? Add { get; set; }

    /// <summary>The source that has the address already.</summary>
    public Offer? Existing { get; private set; }

    protected RecordFinder Finder { get; } = new(db);

    protected ClaimDbContext Db => db;

    /// <summary>Reads what the form offers to choose from.</summary>
    protected async Task ShowAsync(CancellationToken ct)
    {
        Input.FillUp();
        (await FormChoices.ReadAsync(db, Finder, Input.Picks(), ct)).ShowIn(ViewData);
    }

    /// <summary>The form again, one row longer.</summary>
    protected async Task<IActionResult> AddRowAsync(string list, CancellationToken ct)
    {
        Input.FillUp();
        _ = Input.Add(list);
        await ShowAsync(ct);
        return this.WithoutErrors();
    }

    /// <summary>The page again, with what the service said of the form.</summary>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, Func<string, string> fieldOf, FormFaults faults, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (outcome is Outcome.Duplicate duplicate)
        {
            // Null while an import holds it back.
            var known = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == duplicate.Existing, ct);
            Existing = known is null ? null : RecordFinder.OfferOf(known);
            faults.Add("Input.Address", known is null ? ReviewText.FaultCodeInUnfinishedImport : DeskText.SourceAlreadyHere);
        }

        await ShowAsync(ct);
        return outcome is Outcome.Duplicate ? new PageResult { StatusCode = StatusCodes.Status409Conflict } : this.Answer(outcome, fieldOf);
    }
}
