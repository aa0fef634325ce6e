using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>One row of a claim: a figure, an appearance, a step of the chain, a piece of evidence, a claimant. Added, changed or taken away.</summary>
public sealed partial class RowsModel(ClaimDbContext db, Links links, ClaimService claims) : ClaimEditPage(db, links, claims)
{
    private ClaimRowReader? reader;

    [FromRoute(Name = "list")]
    public string ListName { get; set; } = "";

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public RowForm Input { get; set; } = new();

    /// <summary>Of a form that adds a row.</summary>
    [BindProperty]
    public Guid SubmissionId { get; set; }

    public RowList List => Glossary.Parse<RowList>(ListName) ?? throw new InvalidOperationException("Unknown lists are not found.");

    /// <summary>The row can be taken away: it is there.</summary>
    public bool CanRemove => Id is { } id && Header.CanEdit && RowForm.Of(Claim, List, id) is not null;

    /// <summary>The row is being taken away: what has to be confirmed is that.</summary>
    public bool IsRemoval { get; private set; }

    /// <summary>Sources a step can be limited to.</summary>
    public IEnumerable<Source> Sources => Claim.Appearances.Select(a => a.Source).Concat(Claim.Evidence.Select(e => e.Source)).OfType<Source>().DistinctBy(s => s.Id);

    protected override string SavedWords => IsTyped ? DeskText.RowTypedDone : CommonText.Saved;

    protected override string Section => List is RowList.Claimants ? "statement" : ListName;

    /// <summary>Any checker helps with appearances and evidence; the rest is for whoever works on the claim, and editors.</summary>
    protected override bool OnlyAdds => Id is null && List is RowList.Appearances or RowList.Evidence;

    protected override IEnumerable<RecordPick> Picks => Input.Picks().Select(p => p.Pick);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        if ((Id is { } id ? RowForm.Of(Claim, List, id) : new RowForm()) is not { } form)
        {
            return NotFound();
        }

        Input = form.WithRow(List);
        Input.Version = Claim.Version;
        return await OpenAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Id is null && await Service.NumberOfAsync(SubmissionId, Actor, ct) == Number)
        {
            // Sent twice: the source in the way is this very form's, saved a moment ago.
            return ToWorkbench(SavedWords, Section);
        }

        Input.WithRow(List);
        var present = Id is { } id ? RowForm.Of(Claim, List, id) : null;
        if (Id is not null && present is null && !Input.AddsAnew && Input.Version >= Claim.Version)
        {
            return NotFound();
        }

        this.TakeRow(List, Input, present, this.ChosenTheirs());
        var faults = new FormFaults(this);
        Finder.Announce(Picks.OfType<PartyPick>());
        reader = new ClaimRowReader(Finder, faults);
        var edit = await new RowReader(reader, Claim, List, present is null && Input.AddsAnew ? null : Id).ReadAsync(Input, ct);
        if (!faults.Any && RowReader.IsEmpty(edit))
        {
            faults.Add("", DeskText.RowBlank);
        }

        return faults.Any ? await InvalidAsync(ct) : await SaveAsync(Input.Version, Id is null ? edit with { SubmissionId = SubmissionId } : edit, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Id is not { } id || RowForm.Of(Claim, List, id) is null)
        {
            return NotFound();
        }

        IsRemoval = true;
        Input.WithRow(List);
        ModelState.Clear(); // what the row holds no longer matters
        return await SaveAsync(Input.Version, RowReader.Removal(List, id) with { ConfirmVoids = Input.ConfirmVoids, TellReaders = Input.TellReaders }, ct);
    }

    protected override string FieldOf(string path) => RowForm.FieldOf(List, reader?.FieldOf(path) ?? "Input." + path);

    protected override Task OfferAsync(Guid existing, CancellationToken ct) => Finder.OfferAsync(existing, Input.SourcePicks(), new FormFaults(this), ct);

    protected override void Overtaken(EditConflict conflict)
    {
        Input.Version = conflict.CurrentVersion;
        this.OvertakenRow(List, Input, Id is { } id ? RowForm.Of(Claim, List, id) : null, Id, conflict);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct) => Glossary.Parse<RowList>(ListName) is null ? NotFound() : await LoadAsync(ct);
}
