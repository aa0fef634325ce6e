using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Why a page was not fetched, in words: text <c>FetchRefusalTooLarge</c> for <see cref="FetchRefusal.TooLarge"/>.</summary>
public static class FetchWords
{
    public static string Of(FetchOutcome.Refused refused)
    {
        var words = IntakeText.ResourceManager.GetString("FetchRefusal" + refused.Code, CultureInfo.CurrentUICulture) ?? refused.Code.ToString();
        return string.Format(CultureInfo.InvariantCulture, words, refused.Status is { } status ? status : refused.MediaType);
    }
}
