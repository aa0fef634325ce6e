using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Statement and facts of a claim. What a verdict judges is changed only after being told what that voids.</summary>
public sealed class FactsModel(ClaimDbContext db, Links links, ClaimService claims) : ClaimEditPage(db, links, claims)
{
    [BindProperty]
    public FactsForm Input { get; set; } = new();

    protected override string Section => "statement";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        Input = FactsForm.Of(Claim);
        return await OpenAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        this.TakeTheirs(Input, FactsForm.Of(Claim), this.ChosenTheirs());
        var faults = new FormFaults(this);
        var edit = Input.ToEdit(faults);
        return faults.Any ? await InvalidAsync(ct) : await SaveAsync(Input.Version, edit, ct);
    }

    protected override string FieldOf(string path) => FactsForm.FieldOf(path);

    protected override void Overtaken(EditConflict conflict)
    {
        Input.Version = conflict.CurrentVersion;
        Input.TopicIds = conflict.WithTheirs(Input.TopicIds, nameof(ClaimTopic), nameof(ClaimTopic.TopicId));
        this.Overtaken(Input, FactsForm.Of(Claim), conflict, v => v.Record == nameof(Claim));
    }
}
