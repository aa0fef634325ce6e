using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Shows an article paragraph by paragraph, marks what looks checkable, and keeps what became of it.</summary>
public sealed class ReadModel(ClaimDbContext db, IntakeService intake, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Article Article { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public ReadingView View { get; private set; } = null!; // likewise

    public bool CanLog => Permissions.CanLogClaim(User.ToActor());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>The text and the progress alone, for the script to show again without losing the place.</summary>
    public async Task<IActionResult> OnGetTextAsync(CancellationToken ct) => await LoadAsync(ct) ? Partial("_Reading", this) : NotFound();

    public async Task<IActionResult> OnPostSkipAsync(string? sentence, bool isSkipped, string? place, CancellationToken ct)
    {
        var outcome = await intake.SkipAsync(Id, sentence ?? "", isSkipped, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            return Redirect(links.Desk.ReadArticle(Id) + (place is null ? "" : "#" + Uri.EscapeDataString(place)));
        }

        return await LoadAsync(ct) ? this.Answer(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var article = await Article.FindAsync(db, Id, User.ToActor(), ct);
        if (article is null)
        {
            return false;
        }

        Article = article;
        View = await article.ReadAsync(db, ct);
        return true;
    }
}
