using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Parties;

/// <summary>What the forms of a new party and of one to be changed share.</summary>
public abstract class PartyFormPage(ClaimDbContext db) : PageModel
{
    private readonly RecordFinder finder = new(db);

    [BindProperty]
    public PartyForm Input { get; set; } = new();

    /// <summary>The list that gets another row: a button of the form, for those without a script.</summary>
    [BindProperty]
    public string? Add { get; set; }

    protected ClaimDbContext Db => db;

    /// <summary>Reads what the form offers to choose from.</summary>
    protected async Task ShowAsync(CancellationToken ct)
    {
        Input.FillUp();
        (await FormChoices.ReadAsync(db, finder, [Input.MemberOf], ct)).ShowIn(ViewData);
    }

    /// <summary>The form again, one row longer.</summary>
    protected async Task<IActionResult> AddRowAsync(CancellationToken ct)
    {
        Input.FillUp();
        _ = FormRows.Add(Input.Variants);
        await ShowAsync(ct);
        return this.WithoutErrors();
    }

    /// <summary>The body it belongs to; false: the form is not complete, and says where.</summary>
    protected async Task<(bool IsRead, Guid? MemberOf)> ReadAsync(CancellationToken ct)
    {
        var faults = new FormFaults(this);
        faults.Require(Input.Kind, "Input.Kind");
        var body = await finder.PartyAsync(Input.MemberOf, "Input.MemberOf", faults, ct, canDescribe: false);
        return (!faults.Any, body?.Id);
    }
}
