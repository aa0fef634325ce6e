using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>The verdict being written, beside the checklist of what publication asks for.</summary>
public sealed class VerdictModel(ClaimDbContext db, Links links, VerdictService verdicts, GateReader gate) : ClaimPage(db, links)
{
    [BindProperty]
    public VerdictForm Verdict { get; set; } = new();

    public GateResult? Gate { get; private set; }

    private bool ShowsTyped { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        return Header.CanWriteVerdict ? Page() : this.Refused(WhyNot());
    }

    /// <summary>Saves what was typed.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync(() => ToWorkbench(DeskText.VerdictSaved, "verdict"), ct);

    /// <summary>Saves, and goes on to proposing it.</summary>
    public Task<IActionResult> OnPostProposeAsync(CancellationToken ct) => SaveAsync(() => Redirect(Links.Desk.Act(Number, ClaimAction.Propose)), ct);

    /// <summary>Shows the checklist for what was typed; saves nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        ShowsTyped = true;
        return await LoadAsync(ct) ?? (ModelState.IsValid ? Page() : this.InvalidPage());
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var open = Header.Case.Open;
        if (!ShowsTyped)
        {
            Verdict = VerdictForm.Of(open);
        }

        Verdict.Ratings = await VerdictChoices.RatingsAsync(Db, Header.Claim.Aspect, ct);
        // What was typed but cannot be stored has no place in a checklist.
        var known = Verdict.RatingId is not { } id || Verdict.Ratings.Any(r => r.Id == id);
        Gate = !ShowsTyped && open is null ? null : known ? await gate.CheckAsync(Number, ShowsTyped ? Verdict.ToUnsaved(Number) : open!, ct) : null; // one of the two is there
    }

    private async Task<IActionResult> SaveAsync(Func<IActionResult> done, CancellationToken ct)
    {
        ShowsTyped = true;
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ?? this.InvalidPage();
        }

        var outcome = await verdicts.SaveDraftAsync(Number, Verdict.Version, Verdict.ToDraft(), Actor, ct);
        if (outcome is Outcome.Done)
        {
            return done();
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (outcome is Outcome.Stale stale)
        {
            // Sending again settles it: the form now names the version both sides were shown.
            ModelState.Remove("Verdict.Version");
            Verdict.Version = stale.Conflict.CurrentVersion;
        }

        return this.Answer(outcome, path => "Verdict." + path);
    }

    private RefusalNotice WhyNot() => Header.Claim.Stage is Stage.Checking or Stage.Returned or Stage.InReview
        ? RefusalNotice.Forbidden(ReviewText.RefusalReasonNotYourClaim)
        : Refusals.NotNow(RefusalReason.NotInThisStage, Header);
}
