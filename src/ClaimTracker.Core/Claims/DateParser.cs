using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// Reads a date as people write it (rule 5), in any digits: 2024-02-26, 26/2/2024, ٢٦ فبراير ٢٠٢٤, 26 February 2024,
/// February 2024, 2024. Day before month, as both our languages have it. Gregorian.
/// </summary>
public static partial class DateParser
{
    private const int FirstYear = 1000;
    private const int LastYear = 2200;

    public static bool TryParseDay(string? text, out DateOnly day)
    {
        day = default;
        if (!TryParse(text, out var date) || date.Precision is not DatePrecision.Day || date.From is not { } from)
        {
            return false;
        }

        day = from;
        return true;
    }

    /// <summary>A day, a whole month or a whole year.</summary>
    public static bool TryParse(string? text, out FuzzyDate date)
    {
        date = new FuzzyDate(null, null, DatePrecision.Unknown);
        var clean = Digits.ToLatin((text ?? "").Trim());
        // Marks of direction come along when a date is copied out of an Arabic page.
        clean = DirectionMarks().Replace(clean, "");
        if (IsoDay().Match(clean) is { Success: true } iso)
        {
            return Day(iso, out date);
        }

        if (NumberedDay().Match(clean) is { Success: true } numbered)
        {
            return Day(numbered, out date);
        }

        if (NamedDay().Match(clean) is { Success: true } named && MonthNames.Find(named.Groups["month"].Value) is { } month)
        {
            return Day(Number(named, "year"), month, Number(named, "day"), out date);
        }

        if (NumberedMonth().Match(clean) is { Success: true } whole)
        {
            return Month(Number(whole, "year"), Number(whole, "month"), out date);
        }

        if (NamedMonth().Match(clean) is { Success: true } words && MonthNames.Find(words.Groups["month"].Value) is { } named2)
        {
            return Month(Number(words, "year"), named2, out date);
        }

        if (Year().IsMatch(clean))
        {
            return WholeYear(int.Parse(clean, CultureInfo.InvariantCulture), out date);
        }

        return false;
    }

    private static bool Day(Match match, out FuzzyDate date) => Day(Number(match, "year"), Number(match, "month"), Number(match, "day"), out date);

    private static bool Day(int year, int month, int day, out FuzzyDate date)
    {
        date = new FuzzyDate(null, null, DatePrecision.Unknown);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = FuzzyDate.OnDay(new DateOnly(year, month, day));
        return true;
    }

    private static bool Month(int year, int month, out FuzzyDate date)
    {
        date = new FuzzyDate(null, null, DatePrecision.Unknown);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
        {
            return false;
        }

        date = new FuzzyDate(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month);
        return true;
    }

    private static bool WholeYear(int year, out FuzzyDate date)
    {
        date = new FuzzyDate(null, null, DatePrecision.Unknown);
        if (year is < FirstYear or > LastYear)
        {
            return false;
        }

        date = new FuzzyDate(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("[\u200E\u200F\u061C\u2066-\u2069]", RegexOptions.None, 1000)]
    private static partial Regex DirectionMarks();

    [GeneratedRegex(@"^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"^(?<day>\d{1,2})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<year>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedDay();

    [GeneratedRegex(@"^(?<day>\d{1,2})\s+(?<month>\p{L}[\p{L} ]*?)\s*[,،]?\s+(?<year>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^((?<year>\d{4})[-/.](?<month>\d{1,2})|(?<month>\d{1,2})[-/.](?<year>\d{4}))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(@"^(?<month>\p{L}[\p{L} ]*?)\s*[,،]?\s+(?<year>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^\d{4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
