using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Intake;

/// <summary>Spans of days that words of time stand for, counted from the day of the article.</summary>
internal static class DateSpans
{
    private const int DaysOfWeek = 7;

    public static FuzzyDate Day(DateOnly day) => FuzzyDate.OnDay(day);

    public static FuzzyDate? Day(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? FuzzyDate.OnDay(new DateOnly(year, month, day)) : null;

    public static FuzzyDate Month(int year, int month) => new(First(year, month), Last(year, month), DatePrecision.Month);

    public static FuzzyDate MonthBefore(DateOnly article, int months)
    {
        var then = article.AddMonths(-months);
        return Month(then.Year, then.Month);
    }

    public static FuzzyDate Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);

    public static FuzzyDate Range(DateOnly? from, DateOnly? to) => new(from, to, DatePrecision.Range);

    /// <summary>Whole months from the first to the last one.</summary>
    public static FuzzyDate Months(int year, int month, int lastYear, int lastMonth) => Range(First(year, month), Last(lastYear, lastMonth));

    public static FuzzyDate Years(int first, int last) => Range(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));

    /// <summary>The latest such weekday on or before the day.</summary>
    public static DateOnly WeekdayUntil(DateOnly day, int weekday) => day.AddDays(-(((int)day.DayOfWeek - weekday + DaysOfWeek) % DaysOfWeek));

    public static DateOnly WeekdayAfter(DateOnly day, int weekday) => WeekdayUntil(day, weekday).AddDays(DaysOfWeek);

    /// <summary>The first day of the week: Sunday in Arabic, Monday in English.</summary>
    public static DateOnly WeekStart(DateOnly day, bool isArabic) => WeekdayUntil(day, (int)(isArabic ? DayOfWeek.Sunday : DayOfWeek.Monday));

    public static FuzzyDate Week(DateOnly day, bool isArabic)
    {
        var start = WeekStart(day, isArabic);
        return Range(start, start.AddDays(DaysOfWeek - 1));
    }

    public static FuzzyDate Weekend(DateOnly saturday) => Range(saturday, saturday.AddDays(1));

    /// <summary>Days 1 to 10, 11 to 20 and the rest.</summary>
    public static FuzzyDate PartOfMonth(int year, int month, string part) => part switch
    {
        "early" => Range(First(year, month), new DateOnly(year, month, 10)),
        "mid" => Range(new DateOnly(year, month, 11), new DateOnly(year, month, 20)),
        _ => Range(new DateOnly(year, month, 21), Last(year, month)),
    };

    /// <summary>Days 1 to 15 and the rest.</summary>
    public static FuzzyDate HalfOfMonth(int year, int month, bool isFirst) =>
        isFirst ? Range(First(year, month), new DateOnly(year, month, 15)) : Range(new DateOnly(year, month, 16), Last(year, month));

    /// <summary>Four months each.</summary>
    public static FuzzyDate PartOfYear(int year, string part) => part switch
    {
        "early" => Months(year, 1, year, 4),
        "mid" => Months(year, 5, year, 8),
        _ => Months(year, 9, year, 12),
    };

    /// <summary>Winter is named after the year it begins in.</summary>
    public static FuzzyDate Season(int year, string season) => season switch
    {
        "spring" => Months(year, 3, year, 5),
        "summer" => Months(year, 6, year, 8),
        "autumn" => Months(year, 9, year, 11),
        _ => Months(year, 12, year + 1, 2),
    };

    /// <summary>The latest year whose month began on or before the day.</summary>
    public static int YearOfMonthUntil(DateOnly day, int month) => month <= day.Month ? day.Year : day.Year - 1;

    private static DateOnly First(int year, int month) => new(year, month, 1);

    private static DateOnly Last(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
