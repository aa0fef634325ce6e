using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>How a quote was found again, in words.</summary>
public static class ReadingWords
{
    public static string Of(AnchorState state) => IntakeText.ResourceManager.GetString("AnchorState" + state, CultureInfo.CurrentUICulture) ?? state.ToString();
}
