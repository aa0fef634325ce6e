using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>A date of a text as far as it was said: “September 2023” has no day, “13 September” no year.</summary>
public sealed record MatchDate(int? Year, int? Month, int? Day)
{
    /// <summary>Every part that both say is the same, and there is one.</summary>
    public bool Agrees(MatchDate other) => Shares(other) && !Conflicts(other);

    /// <summary>A part that both say differs.</summary>
    public bool Conflicts(MatchDate other) =>
        (Year is { } year && other.Year is { } otherYear && year != otherYear)
        || (Month is { } month && other.Month is { } otherMonth && month != otherMonth)
        || (Day is { } day && other.Day is { } otherDay && day != otherDay);

    private bool Shares(MatchDate other) =>
        (Year is not null && other.Year is not null) || (Month is not null && other.Month is not null) || (Day is not null && other.Day is not null);

    /// <summary>The date of a claim, as far as both its ends agree; null when that says nothing.</summary>
    public static MatchDate? Of(FuzzyDate? date)
    {
        if (date is not { From: { } from, To: { } to } || from.Year != to.Year)
        {
            return null;
        }

        int? month = from.Month == to.Month ? from.Month : null;
        return new MatchDate(from.Year, month, month is not null && from.Day == to.Day ? from.Day : null);
    }

    /// <summary>2023-09-13, 2023-09, 2023; unknown parts in front as dashes: --09-13.</summary>
    public override string ToString() => string.Join('-', Parts());

    private IEnumerable<string> Parts()
    {
        if (Year is not null || Month is null)
        {
            yield return Year?.ToString("0000", CultureInfo.InvariantCulture) ?? "-";
        }
        else
        {
            yield return "-";
        }

        if (Month is not null)
        {
            yield return Month.Value.ToString("00", CultureInfo.InvariantCulture);
        }

        if (Day is not null)
        {
            yield return Day.Value.ToString("00", CultureInfo.InvariantCulture);
        }
    }
}
