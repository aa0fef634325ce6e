using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Statement and facts of a claim. What a verdict judges is changed only after being told what that voids.</summary>
public sealed class FactsModel(ClaimDbContext db, Links links, ClaimService claims) : ClaimPage(db, links)
{
    private readonly RecordFinder finder = new(db);

    [BindProperty]
    public FactsForm Input { get; set; } = new();

    /// <summary>What the edit would void; not empty: the person is asked first.</summary>
    public IReadOnlyList<string> VoidedParts { get; private set; } = [];

    /// <summary>The claim with its rows.</summary>
    public WorkbenchView View { get; private set; } = null!; // set by LoadMoreAsync

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        Input = FactsForm.Of(View.Claim);
        await ShowAsync(ct);
        return Header.CanEdit ? Page()
            : View.Claim.Stage is Stage.Closed ? this.Refused(Refusals.NotNow(RefusalReason.NotInThisStage, Header))
            : this.Refused(RefusalNotice.Forbidden(Actor.IsChecker ? ReviewText.RefusalReasonNotYourClaim : ReviewText.RefusalReasonCheckersOnly));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        var faults = new FormFaults(this);
        var edit = Input.ToEdit(View.Claim, faults);
        if (faults.Any)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        Db.ChangeTracker.Clear();
        var outcome = await claims.ReviseAsync(Number, Input.Version, edit, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(CommonText.Saved, "statement");
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (outcome is Outcome.NeedsConfirmation needs)
        {
            VoidedParts = needs.Parts;
        }
        else if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
        }

        await ShowAsync(ct);
        return this.Answer(outcome, FactsForm.FieldOf);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct) => View = await WorkbenchView.ReadAsync(Db, Header, ct);

    private async Task ShowAsync(CancellationToken ct) => (await FormChoices.ReadAsync(Db, finder, [], ct)).ShowIn(ViewData);
}
