using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>How a search is written, each way with an example in the page's language that can be tried.</summary>
/// <param name="Address">The list for a text.</param>
public sealed record SearchHelp(Func<string, string> Address)
{
    public static IReadOnlyList<(string Example, string Meaning)> Ways =>
    [
        (CommonText.SearchHelpWords_Example, CommonText.SearchHelpWords),
        (CommonText.SearchHelpPhrase_Example, CommonText.SearchHelpPhrase),
        (CommonText.SearchHelpEither_Example, CommonText.SearchHelpEither),
        (CommonText.SearchHelpWithout_Example, CommonText.SearchHelpWithout),
        (CommonText.SearchHelpBeginning_Example, CommonText.SearchHelpBeginning),
        (CommonText.SearchHelpNumber_Example, CommonText.SearchHelpNumber),
        (CommonText.SearchHelpRating_Example, CommonText.SearchHelpRating),
        (CommonText.SearchHelpClaimant_Example, CommonText.SearchHelpClaimant),
        (CommonText.SearchHelpFields_Example, CommonText.SearchHelpFields),
        (CommonText.SearchHelpDates_Example, CommonText.SearchHelpDates),
        (CommonText.SearchHelpFigures_Example, CommonText.SearchHelpFigures),
    ];
}
