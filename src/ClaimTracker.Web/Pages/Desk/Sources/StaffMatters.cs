using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>What a source's trail holds for the staff alone: why it was withheld, our copies of it, and what its publisher was asked.</summary>
internal static class StaffMatters
{
    private static readonly HashSet<string> records = [nameof(Capture), nameof(WorkingText), nameof(CustodyEvent), nameof(CorrectionRequest)];

    private static readonly string[] actions = ["capture.", "correction-request."];

    public static HistoryPage TakenOutOf(HistoryPage history) => history with
    {
        Entries =
        [
            .. history.Entries
                // Also when it is public again.
                .Where(e => !e.Action.EndsWith("withhold", StringComparison.Ordinal) && !actions.Any(a => e.Action.StartsWith(a, StringComparison.Ordinal)))
                .Select(e => e with { Changes = [.. e.Changes.Where(c => !records.Contains(c.Record))] }),
        ],
    };
}
