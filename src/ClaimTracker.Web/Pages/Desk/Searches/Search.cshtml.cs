using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Searches;

/// <summary>One saved search: opened, which is remembered for "new since", and renamed, shared or deleted by its owner.</summary>
public sealed class SearchModel(ClaimDbContext db, SavedSearchService searches, SavedSearchList saved, DeskClaimList list, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SearchForm Input { get; set; } = new();

    public SearchCards Shown { get; private set; } = null!; // read before the page is shown

    public SearchCard Card => Shown.Cards[0];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = SearchForm.Of(Card.Search);
        return Page();
    }

    /// <summary>A post, because it writes when the search was last looked at.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct) =>
        await searches.LookAsync(Id, User.ToActor(), ct) is Outcome.Done && await saved.FindAsync(Id, User.ToActor(), ct) is { } search
            ? Redirect(links.Desk.Claims(ClaimFilters.FromAddress(search.Address).Pairs()))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await saved.FindAsync(Id, User.ToActor(), ct) is { } now)
        {
            this.TakeTheirs(Input, SearchForm.Of(now), this.ChosenTheirs());
        }

        return await AnswerAsync(await searches.ReviseAsync(Id, Input.Version, Input.ToEdit(), User.ToActor(), ct), CommonText.Saved, ct);
    }

    public async Task<IActionResult> OnPostWatchAsync(bool watched, CancellationToken ct) =>
        await AnswerAsync(await searches.WatchAsync(Id, watched, User.ToActor(), ct), CommonText.Saved, ct);

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct) =>
        await AnswerAsync(await searches.DeleteAsync(Id, User.ToActor(), ct), DeskText.SearchesDeleted, ct);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken ct)
    {
        if (outcome is Outcome.Done)
        {
            this.Done(done);
            return Redirect(links.Desk.Searches());
        }

        db.ChangeTracker.Clear();
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, SearchForm.Of(Card.Search), stale.Conflict, v => v.Record == nameof(SavedSearch));
        }

        return this.Answer(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        if (await saved.FindAsync(Id, actor, ct) is not { } search)
        {
            return false;
        }

        Shown = await SearchCards.ReadAsync([search], db, list, await StaffNames.ReadAsync(db, actor, ct), actor, ct);
        return true;
    }
}
