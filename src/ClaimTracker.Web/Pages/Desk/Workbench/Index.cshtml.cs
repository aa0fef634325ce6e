using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>The claim's workbench: everything about one claim on one page, with a form or a link where it can be changed.</summary>
public sealed class IndexModel(ClaimDbContext db, Links links, GateReader gate, ClaimHistory history) : ClaimPage(db, links)
{
    private const int LatestEntries = 6;

    /// <summary>Set whenever the page is shown.</summary>
    public WorkbenchView View { get; private set; } = null!;

    /// <summary>The verdict being written; its form posts to the verdict's own page.</summary>
    public VerdictForm Verdict { get; private set; } = new();

    public GateResult? Gate { get; private set; }

    public HistoryPage Latest { get; private set; } = null!; // set whenever the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        View = await WorkbenchView.ReadAsync(Db, Header, ct);
        Verdict = VerdictForm.Of(Header.Case.Open);
        Verdict.Ratings = await VerdictChoices.RatingsAsync(Db, Header.Claim.Aspect, ct);
        // Without a draft the checklist still says what is missing.
        Gate = Header.Case.Open is { } open ? await gate.CheckAsync(Number, open, ct)
            : Header.CanWriteVerdict ? await gate.CheckAsync(Number, Verdict.ToUnsaved(Number), ct)
            : null;
        Latest = await history.ReadAsync(Number, before: null, LatestEntries, ct);
    }
}
