using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Brings an article in, and shows those that are being worked through.</summary>
public sealed class IndexModel(ClaimDbContext db, IntakeService intake, ArticleFetcher fetcher, SiteSettings settings, Links links) : PageModel
{
    [BindProperty]
    public BringForm Input { get; set; } = new();

    public bool CanBring => Permissions.CanEditSources(User.ToActor());

    public bool IsFetchingOn => settings.Fetch.IsOn;

    /// <summary>What this person brought in and has not checked yet.</summary>
    public IReadOnlyList<PendingRow> Pending { get; private set; } = [];

    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        // As it was pasted: it is evidence, and no field of ours like others.
        Input.Text = Request.Form["Input.Text"].ToString() is { Length: > 0 } pasted ? pasted : null;
        if (await intake.RefusalAsync(actor, ct) is { } refusal)
        {
            return await AnswerAsync(refusal, ct);
        }

        var article = Input.IsFetch ? await FetchAsync(actor.UserId, ct) : await Input.ReadAsync(this.AddFault, actor.UserId, db.Now, ct);
        if (article is null || !ModelState.IsValid)
        {
            await ShowAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await intake.HoldAsync(article, actor, ct);
        return outcome is Outcome.Done done ? Redirect(links.Desk.CheckArticle(done.Id)) : await AnswerAsync(outcome, ct);
    }

    private async Task<PendingArticle?> FetchAsync(Guid? userId, CancellationToken ct)
    {
        var outcome = await fetcher.FetchAsync(Input.Address, ct);
        if (outcome is FetchOutcome.Refused refused)
        {
            this.AddFault("Input.Address", FetchWords.Of(refused));
        }

        return outcome is FetchOutcome.Fetched fetched ? BringForm.Of(fetched.Page, userId) : null;
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken ct)
    {
        await ShowAsync(ct);
        return this.Answer(outcome);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Pending = await PendingRow.OfAsync(db, actor, ct);
        Articles = await ArticleRow.LatestAsync(db, actor, ct);
    }
}
