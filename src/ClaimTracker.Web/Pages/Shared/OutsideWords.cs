using System.Globalization;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Whose a check from elsewhere is, in one line of plain text: it stands wherever the claim is named without its page.</summary>
public static class OutsideWords
{
    /// <summary>Rated by …: “False”.</summary>
    public static string Line(PublicOutsideReview review) => Text(PublicText.OutsideLine, review.Publisher, review.RatingWords);

    /// <summary>The same before the claim, for titles.</summary>
    public static string Title(PublicOutsideReview review, string statement) => Text(PublicText.OutsideTitle, review.Publisher, review.RatingWords, statement);

    public static string Description(PublicOutsideReview review) => Text(PublicText.OutsideDescription, review.Publisher);

    private static string Text(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
