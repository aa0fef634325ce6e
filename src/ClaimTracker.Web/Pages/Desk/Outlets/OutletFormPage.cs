using ClaimTracker.Core.Data;
using ClaimTracker.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

/// <summary>What the forms of a new outlet and of one to be changed share.</summary>
public abstract class OutletFormPage(ClaimDbContext db) : PageModel
{
    private readonly RecordFinder finder = new(db);

    [BindProperty]
    public OutletForm Input { get; set; } = new();

    protected ClaimDbContext Db => db;

    /// <summary>Reads what the form offers to choose from.</summary>
    protected async Task ShowAsync(CancellationToken ct) => (await FormChoices.ReadAsync(db, finder, [Input.Party], ct)).ShowIn(ViewData);

    /// <summary>The party it is; false: the form is not complete, and says where.</summary>
    protected async Task<(bool IsRead, Guid? Party)> ReadAsync(CancellationToken ct)
    {
        var faults = new FormFaults(this);
        faults.Require(Input.Kind, "Input.Kind");
        var party = await finder.PartyAsync(Input.Party, "Input.Party", faults, ct, canDescribe: false);
        return (!faults.Any, party?.Id);
    }
}
