using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>What the shapes of a chart say, in words.</summary>
public static class ChartWordsOf
{
    public static string Sign(FigureSign sign) => sign switch
    {
        FigureSign.More => PublicText.SignMore,
        FigureSign.Less => PublicText.SignLess,
        FigureSign.About => PublicText.SignAbout,
        FigureSign.Range => PublicText.SignRange,
        FigureSign.Capacity => PublicText.SignCapacity,
        FigureSign.EitherOr => PublicText.SignEitherOr,
        FigureSign.DayUnclear => PublicText.SignDayUnclear,
        FigureSign.Denial => PublicText.SignDenial,
        FigureSign.DenialLine => PublicText.SignDenialLine,
        FigureSign.Own => PublicText.SignOwn,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };
}
