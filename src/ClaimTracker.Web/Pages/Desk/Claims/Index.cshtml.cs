using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Searches;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>The desk's list of claims: filters, order, pages, assigning many at once, and saving the search.</summary>
public sealed class IndexModel(ClaimDbContext db, DeskClaimList list, StageService stages, SavedSearchService searches, Links links, Formats formats) : PageModel
{
    /// <summary>As many as stand on one page.</summary>
    private const int MaxAssigned = DeskClaimList.PageSize;

    [BindProperty(SupportsGet = true)]
    public ClaimFilters Filters { get; set; } = new();

    [BindProperty]
    public List<int> Numbers { get; set; } = [];

    [BindProperty]
    public Guid? AssignTo { get; set; }

    [BindProperty]
    public SearchForm Save { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    public DeskClaimPage List { get; private set; } = new([], 0, 1, 1);

    public ClaimListChoices Choices { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public bool CanAssign { get; private set; }

    public DateOnly Today => db.Today;

    /// <summary>Claims that could not be assigned, each with the reason.</summary>
    public IReadOnlyList<(int Number, string Why)> NotAssigned { get; private set; } = [];

    /// <summary>What the list says of the search; null where there is none.</summary>
    public SearchNotes? Notes => Filters.Text is { } text && (List.Found is not null || !DeskClaimList.IsNumber(text)) ? new SearchNotes(text, List.Found, t => links.Desk.Claims(Filters.ToText(t))) : null;

    public NumberedPager Pager => new(List.Page, List.Pages, page => links.Desk.Claims(Filters.ToPage(page)));

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken ct)
    {
        var numbers = Numbers.Distinct().Take(MaxAssigned).ToList();
        if (numbers.Count == 0 || AssignTo is not { } assignee)
        {
            await LoadAsync(ct);
            return this.InvalidPage(numbers.Count == 0 ? nameof(Numbers) : nameof(AssignTo), numbers.Count == 0 ? DeskText.ClaimsNoneChosen : DeskText.ClaimsNobodyChosen);
        }

        var outcomes = await stages.BulkAssignAsync(numbers, assignee, User.ToActor(), ct);
        var done = outcomes.Values.Count(o => o is Outcome.Done);
        if (done == outcomes.Count)
        {
            this.Done(formats.Count(DeskText.ClaimsAssigned, done));
            return Redirect(links.Desk.Claims(Filters.ToPage(Filters.ToQuery(User.ToActor()).Page)));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        NotAssigned = [.. outcomes.Where(o => o.Value is not Outcome.Done).OrderBy(o => o.Key).Select(o => (o.Key, Words(o.Value)))];
        return outcomes.Values.All(o => o is Outcome.NotPermitted)
            ? this.Refused(RefusalNotice.Forbidden(NotAssigned[0].Why))
            : this.Refused(RefusalNotice.Conflict(done == 0 ? DeskText.ClaimsNoneAssigned : formats.Count(DeskText.ClaimsSomeAssigned, done)));
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var outcome = await searches.CreateAsync(new NewSavedSearch(Save.Name, Filters.ToAddress(), Save.IsShared), SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(DeskText.SearchesSaved);
            return Redirect(links.Desk.Claims(Filters.ToPage(Filters.ToQuery(User.ToActor()).Page)));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return this.Answer(outcome, SearchForm.FieldOf, SearchForm.WordsOf);
    }

    private static string Words(Outcome outcome) => outcome switch
    {
        Outcome.NotPermitted no => ReviewWords.Refusal(no.Code),
        Outcome.NotNow not => ReviewWords.Refusal(not.Code),
        Outcome.Invalid { Faults: [var fault, ..] } => ReviewWords.Fault(fault.Code, fault.Limit),
        _ => DeskText.ClaimsNotFound,
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        CanAssign = Permissions.CanBulkAssign(actor);
        List = await list.PageAsync(Filters.ToQuery(actor), ct);
        Choices = await ClaimListChoices.ReadAsync(db, actor, ct);
        Staff = await StaffNames.ReadAsync(db, actor, ct);
    }
}
