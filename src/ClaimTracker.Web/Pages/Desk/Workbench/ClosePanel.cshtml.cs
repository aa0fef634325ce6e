using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A member of the panel's majority writes what is published; dissent stands beside it.</summary>
public sealed class ClosePanelModel(ClaimDbContext db, Links links, PanelService panels, GateReader gate) : ClaimPage(db, links)
{
    [BindProperty]
    public int ClaimVersion { get; set; }

    [BindProperty]
    public VerdictForm Verdict { get; set; } = new();

    [BindProperty]
    public CorrectionForm Correction { get; set; } = new();

    public GateResult? Gate { get; private set; }

    public bool NeedsCorrection { get; private set; }

    private bool ShowsTyped { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        ClaimVersion = Header.Claim.Version;
        return Workflow.Check(ClaimAction.ClosePanel, Header.Situation) is Refusal refusal ? this.Refused(Refusals.Notice(refusal, Header)) : Page();
    }

    /// <summary>Shows the checklist for what was typed; saves nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        ShowsTyped = true;
        return await LoadAsync(ct) ?? (ModelState.IsValid ? Page() : this.InvalidPage());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ShowsTyped = true;
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var correction = NeedsCorrection ? Correction.ToInput(CorrectionRules.WithNewVerdict(IsRatingChanged)) : null;
        Db.ChangeTracker.Clear();
        var outcome = await panels.ClosePanelAsync(Number, ClaimVersion, Verdict.ToDraft(), correction, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(DeskText.PublishDone);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        ModelState.Remove(nameof(ClaimVersion));
        ClaimVersion = Header.Claim.Version;
        return this.Answer(outcome, path => path.StartsWith("Correction.", StringComparison.Ordinal) ? path : "Verdict." + path);
    }

    private bool IsRatingChanged => Header.Case.Decided?.RatingId != Header.Case.Tally?.MajorityRatingId;

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        if (!ShowsTyped)
        {
            Verdict = VerdictForm.Of(Header.Case.InQuestion);
        }

        var rating = Header.Case.Tally?.MajorityRatingId;
        Verdict.Ratings = await VerdictChoices.RatingsAsync(Db, Header.Claim.Aspect, ct);
        Verdict.SettledRating = Verdict.Ratings.FirstOrDefault(r => r.Id == rating);
        Verdict.RatingId = rating;
        Gate = rating is null ? null : await gate.CheckAsync(Number, Verdict.ToUnsaved(Number), ct);
        NeedsCorrection = Workflow.Check(ClaimAction.ClosePanel, Header.Situation) is Transition { NeedsCorrection: true };
    }
}
