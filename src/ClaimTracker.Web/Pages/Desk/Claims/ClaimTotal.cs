using System.Globalization;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>How many claims a list or a saved search has, in words; not more exact than it is known.</summary>
public static class ClaimTotal
{
    /// <param name="isCapped">More claims matched the search than were looked at.</param>
    public static string Words(Formats formats, int total, bool isCapped)
    {
        if (!isCapped || total == 0)
        {
            return formats.Count(DeskText.ClaimsCount, total);
        }

        return total >= ClaimSearch.MaxRanked
            ? string.Format(CultureInfo.InvariantCulture, CommonText.SearchMoreThan, formats.Number(total))
            : string.Format(CultureInfo.InvariantCulture, DeskText.ClaimsAtLeast, formats.Count(DeskText.ClaimsCount, total));
    }
}
