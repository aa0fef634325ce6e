using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>One row of a claim: a figure, an appearance, a step of the chain, a piece of evidence, a claimant. Added, changed or taken away.</summary>
public sealed class RowsModel(ClaimDbContext db, Links links, ClaimService claims) : ClaimPage(db, links)
{
    private readonly RecordFinder finder = new(db);

    [FromRoute(Name = "list")]
    public string ListName { get; set; } = "";

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public RowForm Input { get; set; } = new();

    public RowList List { get; private set; }

    /// <summary>The claim with its rows.</summary>
    public Claim Claim { get; private set; } = null!; // set by LoadMoreAsync

    /// <summary>What the edit would void; not empty: the person is asked first.</summary>
    public IReadOnlyList<string> VoidedParts { get; private set; } = [];

    /// <summary>Sources a step can be limited to.</summary>
    public IEnumerable<Source> Sources => Claim.Appearances.Select(a => a.Source).Concat(Claim.Evidence.Select(e => e.Source)).OfType<Source>().DistinctBy(s => s.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Id is { } id)
        {
            if (RowForm.Of(Claim, List, id) is not { } form)
            {
                return NotFound();
            }

            Input = form;
        }

        Input.WithRow(List).Version = Claim.Version;
        await ShowAsync(ct);
        return Id is null ? MayAdd ? Page() : Refused() : Header.CanEdit ? Page() : Refused();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        Input.WithRow(List);
        var faults = new FormFaults(this);
        finder.Announce(Input.Picks().Select(p => p.Pick).OfType<PartyPick>());
        var reader = new ClaimRowReader(finder, faults);
        var edit = await new RowReader(reader, Claim, List, Id).ReadAsync(Input, ct);
        if (!faults.Any && edit is { Claimants: [], Figures: [], Appearances: [], Attribution: [], Evidence: [] })
        {
            faults.Add("", DeskText.RowBlank);
        }

        if (faults.Any)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        return await SaveAsync(edit, reader, faults, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        var faults = new FormFaults(this);
        var reader = new ClaimRowReader(finder, faults);
        return Id is null ? NotFound() : await SaveAsync(new RowReader(reader, Claim, List, Id).Removal(), reader, faults, ct);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct) => Claim = (await WorkbenchView.ReadAsync(Db, Header, ct)).Claim;

    /// <summary>Any checker helps with appearances and evidence; the rest is for whoever works on the claim, and editors.</summary>
    private bool MayAdd => List is RowList.Appearances or RowList.Evidence ? Header.CanAdd : Header.CanEdit;

    private async Task<IActionResult> SaveAsync(ClaimEdit edit, ClaimRowReader reader, FormFaults faults, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        var outcome = await claims.ReviseAsync(Number, Input.Version, edit with { ConfirmVoids = Input.ConfirmVoids, TellReaders = Input.TellReaders }, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(CommonText.Saved, ListName);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        switch (outcome)
        {
            case Outcome.NeedsConfirmation needs:
                VoidedParts = needs.Parts;
                break;
            case Outcome.Duplicate duplicate:
                await finder.OfferAsync(duplicate.Existing, Input.SourcePicks(), faults, ct);
                break;
            case Outcome.Stale stale:
                Input.Version = stale.Conflict.CurrentVersion;
                break;
        }

        Input.WithRow(List);
        await ShowAsync(ct);
        return this.Answer(outcome, reader.FieldOf);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (Glossary.Parse<RowList>(ListName) is not { } list)
        {
            return NotFound();
        }

        List = list;
        return await LoadAsync(ct);
    }

    private async Task ShowAsync(CancellationToken ct) =>
        (await FormChoices.ReadAsync(Db, finder, Input.Picks().Select(p => p.Pick), ct)).ShowIn(ViewData);

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused() => Claim.Stage is Stage.Closed
        ? this.Refused(Refusals.NotNow(RefusalReason.NotInThisStage, Header))
        : this.Refused(RefusalNotice.Forbidden(Actor.IsChecker ? ReviewText.RefusalReasonNotYourClaim : ReviewText.RefusalReasonCheckersOnly));
}
