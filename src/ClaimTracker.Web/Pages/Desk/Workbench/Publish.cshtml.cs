using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>
/// The second person's page: everything that would become public beside what readers have now. What is shown is what is
/// published: its hash is posted with the decision.
/// </summary>
public sealed class PublishModel(ClaimDbContext db, Links links, VerdictService verdicts, RevisionService revisions, GateReader gate, ReviewSites sites, Formats formats) : ClaimPage(db, links)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? ShownHash { get; set; }

    [BindProperty]
    public CorrectionForm Correction { get; set; } = new();

    /// <summary>Which of the three decisions it is.</summary>
    public ClaimAction Action { get; private set; }

    public VerdictPreview? Preview { get; private set; }

    public DocumentDiff? Difference { get; private set; }

    public GateResult? Gate { get; private set; }

    /// <summary>What keeps machines from reading what would be published.</summary>
    public IReadOnlyList<MachineFaults> MachineFaults { get; private set; } = [];

    /// <summary>A new verdict over one of ours tells readers what changed.</summary>
    public bool NeedsCorrection { get; private set; }

    public CorrectionKind CorrectionKind { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        Version = Header.Claim.Version;
        return Workflow.Check(Action, Header.Situation) is Refusal refusal ? this.Refused(Refusals.Notice(refusal, Header))
            : Preview is null ? this.Refused(Refusals.NotNow(RefusalReason.GateNotMet, Header))
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var shown = ShownHash ?? "";
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        var correction = NeedsCorrection ? Correction.ToInput(CorrectionKind) : null;
        Db.ChangeTracker.Clear();
        var outcome = Action switch
        {
            ClaimAction.ApproveCorrection => await revisions.ApproveCorrectionAsync(Number, Version, shown, Actor, ct),
            ClaimAction.AddLanguage => await revisions.AddLanguageAsync(Number, Version, shown, Actor, ct),
            _ => await verdicts.ApproveAsync(Number, Version, shown, correction, Actor, ct),
        };
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(DeskText.PublishDone);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        ModelState.Remove(nameof(Version));
        ModelState.Remove(nameof(ShownHash));
        Version = Header.Claim.Version;
        return this.Answer(outcome, path => path);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var proposed = Header.Case.Open is { State: VerdictState.Proposed } open ? open : null;
        var waiting = Header.Case.Correction is not null ? ClaimAction.ApproveCorrection : ClaimAction.AddLanguage;
        // Two things may wait for a second person: the one this person may decide comes first.
        var decidesWaiting = Header.Case.Revision is not null && (proposed is null || !Header.May(ClaimAction.Approve));
        Action = decidesWaiting ? waiting : ClaimAction.Approve;
        Preview = decidesWaiting ? await revisions.PreviewAsync(Number, ct) : await verdicts.PreviewAsync(Number, ct);
        Difference = Preview is null ? null : DocumentDiff.Of(Preview.Current, Preview.Document, formats);
        ShownHash = Preview?.Hash;
        MachineFaults = Preview is null ? [] : await Workbench.MachineFaults.OfAsync(Preview.Document, sites, ct);
        Gate = (decidesWaiting ? Header.Case.Revision : proposed) is { } verdict ? await gate.CheckAsync(Number, verdict, ct) : null;
        NeedsCorrection = Workflow.Check(Action, Header.Situation) is Transition { NeedsCorrection: true };
        CorrectionKind = CorrectionRules.WithNewVerdict(Header.Case.Decided?.RatingId != proposed?.RatingId);
    }
}
