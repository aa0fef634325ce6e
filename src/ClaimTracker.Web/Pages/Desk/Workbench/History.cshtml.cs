using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A claim's trail in sentences, with every value before and after, and the way back to an earlier one.</summary>
public sealed class HistoryModel(ClaimDbContext db, Links links, ClaimHistory history, Formats formats) : ClaimPage(db, links)
{
    private const int PageSize = 30;

    // Kinds of record one can look at alone.
    private static readonly string[] Filters =
        ["Claim", "Claimant", "Figure", "Appearance", "AttributionStep", "Evidence", "ClaimLink", "Verdict", "Decision", "Panel", "Note", "ContactAttempt", "Correction", "PendingDecision"];

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Record { get; set; }

    /// <summary>The value to be set back waits for a word: it would void a proposal or panel.</summary>
    public HistoryRef? ToConfirm { get; private set; }

    public IReadOnlyList<string> VoidedParts { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public long? Older { get; private set; }

    public IReadOnlyList<string> Records => Filters;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostRestoreAsync(int version, long sequence, string record, string id, string property, bool confirm, CancellationToken ct)
    {
        var value = new HistoryRef(sequence, record, id, property);
        var outcome = await history.RestoreAsync(Number, version, value, confirm, Actor, ct);
        if (outcome is Outcome.Done)
        {
            this.Done(DeskText.HistoryRestored);
            return Redirect(Links.Desk.ClaimHistory(Number));
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (outcome is Outcome.NeedsConfirmation needs)
        {
            (ToConfirm, VoidedParts) = (value, needs.Parts);
        }

        return this.Answer(outcome, _ => "");
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var lines = new List<HistoryLine>();
        var before = Before;
        do
        {
            var page = await history.ReadAsync(Number, before, PageSize, ct);
            lines.AddRange(HistoryLine.Of(page, Header.Staff, formats).Where(l => Record is null || l.Differences.Any(d => d.Change.Record == Record)));
            before = page.Before;
        }
        while (before is not null && lines.Count < PageSize / 2);
        (Lines, Older) = (lines, before);
    }
}
