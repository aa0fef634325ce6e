using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Review;

/// <summary>One editor's latest vote in a panel.</summary>
public sealed record PanelVote(Guid EditorId, Guid RatingId);

/// <summary>How a panel stands.</summary>
public sealed record PanelTally(int Size, int VotesCast, int Needed, Guid? MajorityRatingId, IReadOnlyList<Guid> Majority, IReadOnlyList<Guid> Dissent)
{
    public bool MajorityExists => MajorityRatingId is not null;

    /// <summary>All voted, and no rating has enough.</summary>
    public bool EndedWithoutMajority => VotesCast >= Size && !MajorityExists;
}

/// <summary>The editors' panel لجنة تحريرية (section 3): 1 or an odd number, at most the eligible editors, majority ⌊n/2⌋+1.</summary>
public static class PanelRules
{
    /// <summary>
    /// Who may vote: editors who neither wrote the verdict nor hold the claim; whoever approved it only if nobody else is left.
    /// </summary>
    public static IReadOnlyList<Guid> Eligible(IEnumerable<Guid> editors, IReadOnlyCollection<Guid> authors, Guid? assignee, Guid? approver)
    {
        var candidates = editors.Where(e => !authors.Contains(e) && e != assignee).Distinct().ToList();
        var others = candidates.Where(e => e != approver).ToList();
        return others.Count > 0 ? others : candidates;
    }

    public static bool IsValidSize(int size, int eligibleEditors) => size >= 1 && int.IsOddInteger(size) && size <= eligibleEditors;

    /// <summary>The size set for panels, cut to the largest odd number the eligible editors can fill; 0 when there are none.</summary>
    public static int SizeFor(int setting, int eligibleEditors)
    {
        var size = Math.Min(setting, eligibleEditors);
        return size < 1 ? 0 : int.IsOddInteger(size) ? size : size - 1;
    }

    public static int MajorityOf(int size) => (size / 2) + 1;

    /// <summary>Counts each editor once, by the last vote given: votes can be changed until the panel closes.</summary>
    public static PanelTally Tally(int size, IEnumerable<PanelVote> votesInOrder)
    {
        var latest = votesInOrder.GroupBy(v => v.EditorId).Select(g => g.Last()).ToList();
        var needed = MajorityOf(size);
        var majority = latest.GroupBy(v => v.RatingId).FirstOrDefault(g => g.Count() >= needed);
        return new PanelTally(
            size,
            latest.Count,
            needed,
            majority?.Key,
            majority is null ? [] : [.. majority.Select(v => v.EditorId)],
            majority is null ? [] : [.. latest.Where(v => v.RatingId != majority.Key).Select(v => v.EditorId)]);
    }

    /// <summary>Whether that reason for dissolving holds. With a majority there is nothing to dissolve: a member closes the panel.</summary>
    public static bool Holds(DissolveReason reason, PanelSituation panel, int eligibleEditors) => !panel.MajorityExists && reason switch
    {
        DissolveReason.OpenedByMistake => true,
        DissolveReason.NoMajority => panel.IsFull,
        DissolveReason.DeadlinePassed => panel.DeadlinePassed,
        DissolveReason.TooFewEditors => eligibleEditors < panel.Size,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>A mistake is undone; a panel that could not decide sends the claim back to be checked.</summary>
    public static Stage StageAfter(DissolveReason reason, PanelSituation panel) =>
        reason == DissolveReason.OpenedByMistake ? panel.StageBefore : Stage.Checking;

    /// <summary>A decided verdict stays as it is, and public; a proposal is one again only where the mistake is undone.</summary>
    public static VerdictState? VerdictAfter(DissolveReason reason, PanelSituation panel) =>
        panel.StageBefore == Stage.Settled ? null
        : reason == DissolveReason.OpenedByMistake ? VerdictState.Proposed
        : VerdictState.Draft;
}
