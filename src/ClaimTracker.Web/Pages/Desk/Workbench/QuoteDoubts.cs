using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What became of a quote in the text of our copy that counts.</summary>
public static class QuoteDoubts
{
    /// <summary>Null when nothing did.</summary>
    public static string? Of(AnchorState state) => state switch
    {
        AnchorState.WrittenOtherwise => DeskText.QuoteWrittenOtherwise,
        AnchorState.WordsChanged => DeskText.QuoteWordsChanged,
        AnchorState.Ambiguous => DeskText.QuoteAmbiguous,
        AnchorState.Lost => DeskText.QuoteLost,
        _ => null,
    };
}
