using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Why a sentence looks checkable, in words.</summary>
public static class ReasonWords
{
    public static string Of(CheckableReason reason) => IntakeText.ResourceManager.GetString("Reason" + reason, CultureInfo.CurrentUICulture) ?? reason.ToString();

    /// <summary>As a reason to select the claim.</summary>
    public static string Line(IReadOnlyList<CheckableReason> reasons, Formats formats) =>
        string.Format(CultureInfo.InvariantCulture, IntakeText.ReasonLine, formats.List([.. reasons.Select(Of)]));
}
