namespace ClaimTracker.Core.Review;

/// <summary>Which change notice goes with which change (section 3): a correction keeps the rating; a new rating goes through review.</summary>
public static class CorrectionRules
{
    /// <summary>What can be put right without a new review: everything that leaves the rating as it is.</summary>
    public static readonly IReadOnlyList<CorrectionKind> ByCorrecting =
        [CorrectionKind.Typo, CorrectionKind.Clarification, CorrectionKind.Update, CorrectionKind.Correction];

    /// <summary>A typo needs one editor; anything else a second one.</summary>
    public static bool NeedsSecondEditor(CorrectionKind kind) => kind != CorrectionKind.Typo;

    /// <summary>The notice a new verdict over an earlier one must carry.</summary>
    public static CorrectionKind WithNewVerdict(bool ratingChanges) => ratingChanges ? CorrectionKind.VerdictChange : CorrectionKind.Update;
}
