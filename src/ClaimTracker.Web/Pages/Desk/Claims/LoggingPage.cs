using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>What the pages share on which a claim is logged with everything that hangs on it, in one save.</summary>
public abstract class LoggingPage(ClaimDbContext db, ClaimService claims, LikeClaims likes) : PageModel
{
    private readonly RecordFinder finder = new(db);

    [BindProperty]
    public ClaimForm Input { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    /// <summary>What a reader sent that the claim is logged from, where the page knows of one.</summary>
    public virtual Guid? SuggestionId { get; set; }

    /// <summary>The list that gets another row: a button of the form, for those without a script.</summary>
    [BindProperty]
    public string? Add { get; set; }

    /// <summary>The claims that say the same were looked at: this one is another.</summary>
    [BindProperty]
    public bool IsAnother { get; set; }

    /// <summary>Claims like this one, when one of them says the same and stands in the way.</summary>
    public IReadOnlyList<LikeClaim> Likes { get; private set; } = [];

    protected ClaimDbContext Db => db;

    /// <summary>While the statement is typed: the claims like it, as a part of the page.</summary>
    public async Task<IActionResult> OnPostLikeAsync(CancellationToken ct) => Partial("Forms/_LikeWhileTyping", await likes.FindAsync(Input.Statement.ToText(), ct));

    /// <summary>The page after the claim was logged.</summary>
    protected abstract IActionResult Logged(int number);

    protected async Task<IActionResult> LogAsync(CancellationToken ct)
    {
        if (Add is not null)
        {
            return await AddRowAsync(Add, ct);
        }

        if (await SavedAsync(ct) is { } first)
        {
            return first;
        }

        var answer = await SaveAsync(ct);
        // A button pressed twice: the twin or the source in the way may be this very form's, saved a moment ago.
        return answer is PageResult ? await SavedAsync(ct) ?? answer : answer;
    }

    protected async Task ShowAsync(CancellationToken ct)
    {
        Input.FillUp();
        var choices = await FormChoices.ReadAsync(db, finder, Input.Picks().Select(p => p.Pick), ct);
        choices.ShowIn(ViewData);
    }

    /// <summary>The claim this form was saved as before; null: it was not.</summary>
    private async Task<IActionResult?> SavedAsync(CancellationToken ct) =>
        await claims.NumberOfAsync(SubmissionId, User.ToActor(), ct) is { } number ? Logged(number) : null;

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        var faults = new FormFaults(this);
        var reader = new ClaimFormReader(finder, faults);
        var claim = await reader.ReadAsync(Input, ct);
        if (faults.Any)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        if (!IsAnother && await likes.FindAsync(claim.Statement, ct) is var found && found.Any(l => l.IsSame))
        {
            Likes = found;
            await ShowAsync(ct);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        var outcome = await claims.LogAsync(claim with { SuggestionId = SuggestionId }, SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done done)
        {
            return Logged(done.Number);
        }

        db.ChangeTracker.Clear();
        if (outcome is Outcome.Duplicate duplicate)
        {
            await finder.OfferAsync(duplicate.Existing, Input.SourcePicks(), faults, ct);
        }

        await ShowAsync(ct);
        return outcome is Outcome.Duplicate ? new PageResult { StatusCode = StatusCodes.Status409Conflict } : this.Answer(outcome, reader.FieldOf);
    }

    /// <summary>The form again, one row longer.</summary>
    private async Task<IActionResult> AddRowAsync(string list, CancellationToken ct)
    {
        Input.FillUp();
        _ = Input.Add(list);
        await ShowAsync(ct);
        return this.WithoutErrors();
    }
}
