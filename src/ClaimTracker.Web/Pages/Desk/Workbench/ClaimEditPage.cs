using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A page that changes a claim: it says first what an edit would void, and shows what others changed in the meantime.</summary>
public abstract class ClaimEditPage(ClaimDbContext db, Links links, ClaimService claims) : ClaimPage(db, links)
{
    /// <summary>What the edit would void; not empty: the person is asked first.</summary>
    public IReadOnlyList<string> VoidedParts { get; private set; } = [];

    /// <summary>The claim with its rows.</summary>
    public Claim Claim { get; private set; } = null!; // set by LoadMoreAsync

    protected ClaimService Service => claims;

    protected RecordFinder Finder { get; } = new(db);

    /// <summary>Where on the workbench the result is seen.</summary>
    protected abstract string Section { get; }

    /// <summary>What the workbench says was done.</summary>
    protected virtual string SavedWords => CommonText.Saved;

    /// <summary>The form adds what any checker may add.</summary>
    protected virtual bool OnlyAdds => false;

    /// <summary>Whether this person may send this form now.</summary>
    protected bool MayEdit => OnlyAdds ? Header.CanAdd : Header.CanEdit;

    /// <summary>The form's field for a path of Core's input.</summary>
    protected abstract string FieldOf(string path);

    /// <summary>The form takes the version that was seen, and what only others changed.</summary>
    protected abstract void Overtaken(EditConflict conflict);

    /// <summary>The records of the form that have a name to show.</summary>
    protected virtual IEnumerable<RecordPick> Picks => [];

    protected override async Task LoadMoreAsync(CancellationToken ct) => Claim = (await WorkbenchView.ReadAsync(Db, Header, ct)).Claim;

    protected async Task<IActionResult> OpenAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return MayEdit ? Page()
            : Claim.Stage is Stage.Closed ? this.Refused(Refusals.NotNow(RefusalReason.NotInThisStage, Header))
            : this.Refused(RefusalNotice.Forbidden(Actor.IsChecker ? ReviewText.RefusalReasonNotYourClaim : ReviewText.RefusalReasonCheckersOnly));
    }

    protected async Task<IActionResult> SaveAsync(int version, ClaimEdit edit, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        var outcome = await claims.ReviseAsync(Number, version, edit, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(SavedWords, Section);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        switch (outcome)
        {
            case Outcome.Invalid { Faults: var faults } when faults.Any(f => f.Code is FaultCode.UnknownRecord && f.Path.EndsWith("].Id", StringComparison.Ordinal)):
                return NotFound();
            case Outcome.NeedsConfirmation needs:
                VoidedParts = needs.Parts;
                break;
            case Outcome.Stale stale:
                Overtaken(stale.Conflict);
                break;
            case Outcome.Duplicate duplicate:
                await OfferAsync(duplicate.Existing, ct);
                break;
        }

        await ShowAsync(ct);
        return this.Answer(outcome, FieldOf);
    }

    /// <summary>Who may not send the form is told so before it is judged.</summary>
    protected async Task<IActionResult> InvalidAsync(CancellationToken ct)
    {
        if (await claims.RefusalAsync(Number, OnlyAdds, Actor, ct) is { } refusal)
        {
            await ShowAsync(ct);
            return this.Answer(refusal, FieldOf);
        }

        await ShowAsync(ct);
        return this.InvalidPage();
    }

    /// <summary>The source that has the address of a new one already.</summary>
    protected virtual Task OfferAsync(Guid existing, CancellationToken ct) => Task.CompletedTask;

    private async Task ShowAsync(CancellationToken ct) => (await FormChoices.ReadAsync(Db, Finder, Picks, ct)).ShowIn(ViewData);
}
