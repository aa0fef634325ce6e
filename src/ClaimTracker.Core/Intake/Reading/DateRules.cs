using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Intake;

/// <summary>What each rule of <c>Data/date-patterns.txt</c> makes of the words, seen from the day of the article.</summary>
internal static class DateRules
{
    private const int DaysOfWeek = 7;
    private const int DaysOfYear = 365;
    private const int YearsOfDecade = 10;
    private const int Century = 1900;

    /// <summary>The date; null when the words name no day there is.</summary>
    public static FuzzyDate? Resolve(DateMatch match, DateOnly article, SentenceWords words) => match.Rule switch
    {
        "day" when match.Has("dayname") => DateSpans.Day(match.Number("y"), match.Code("month"), match.Code("dayname")),
        "day" => match.Has("month") ? DateSpans.Day(match.Number("y"), match.Code("month"), match.Number("d")) : DateSpans.Day(match.Number("y"), match.Number("m"), match.Number("d")),
        "day-month" when Names(match, "next", "next") => DayOfMonth(article, match.Code("month"), match.NumberOrNull("d") ?? match.Code("dayname"), isFuture: true),
        "day-month" when Names(match, "this", "this") => DateSpans.Day(article.Year, match.Code("month"), match.NumberOrNull("d") ?? match.Code("dayname")),
        "day-month" => DayOfMonth(article, match.Code("month"), match.NumberOrNull("d") ?? match.Code("dayname"), FutureWords.IsToCome(words, match.First, match.Last) || IsNearerToCome(match, article, words)),
        "day-relative-year" => DateSpans.Day(RelativeYear(match, article), match.Code("month"), match.Number("d")),
        "day-relative-month" => DayOfRelativeMonth(match, article),
        "days-between" => DaysBetween(match, article),
        "day-range" => DaysOfMonth(match, article),
        "weekday" => DateSpans.Day(FutureWords.IsToCome(words, match.First, match.Last) ? DateSpans.WeekdayAfter(article, match.Code("weekday")) : DateSpans.WeekdayUntil(article, match.Code("weekday"))),
        "weekday-of-last-week" => WeekdayOfWeek(match, article.AddDays(-DaysOfWeek), words.IsArabic),
        "weekday-of-this-week" => WeekdayOfWeek(match, article, words.IsArabic),
        "weekday-of-next-week" => WeekdayOfWeek(match, article.AddDays(DaysOfWeek), words.IsArabic),
        "weekdays-between" => WeekdaysBetween(match, article),
        "weekday-last" => DateSpans.Day(DateSpans.WeekdayUntil(article.AddDays(-1), match.Code("weekday"))),
        "weekday-next" => DateSpans.Day(DateSpans.WeekdayAfter(article, match.Code("weekday"))),
        "today" => DateSpans.Day(match.Has("weekday") ? DateSpans.WeekdayUntil(article, match.Code("weekday")) : article),
        "yesterday" => DateSpans.Day(article.AddDays(-1)),
        "day-before-yesterday" => DateSpans.Day(article.AddDays(-2)),
        "tomorrow" => DateSpans.Day(article.AddDays(1)),
        "day-after-tomorrow" => DateSpans.Day(article.AddDays(2)),
        "ago" => Ago(match, article, words.IsArabic),
        "past-span" => Past(match, article),
        "hijri" => new FuzzyDate(null, null, DatePrecision.Unknown),
        "week-of-month" => WeekOfMonth(match, article),
        _ when match.Rule.StartsWith("week", StringComparison.Ordinal) => Week(match.Rule, article, words.IsArabic),
        _ when match.Rule.StartsWith("month", StringComparison.Ordinal) => Month(match, article, words),
        _ => Year(match, article),
    };

    private static FuzzyDate? Week(string rule, DateOnly article, bool isArabic)
    {
        var saturday = DateSpans.WeekdayUntil(article, (int)DayOfWeek.Saturday);
        return rule switch
        {
            "week-this" => DateSpans.Range(DateSpans.WeekStart(article, isArabic), article),
            "week-last" => DateSpans.Week(article.AddDays(-DaysOfWeek), isArabic),
            "week-before-last" => DateSpans.Week(article.AddDays(-2 * DaysOfWeek), isArabic),
            "week-next" => DateSpans.Week(article.AddDays(DaysOfWeek), isArabic),
            "weekend" => DateSpans.Weekend(saturday),
            "weekend-last" => DateSpans.Weekend(saturday.AddDays(1) >= article ? saturday.AddDays(-DaysOfWeek) : saturday),
            "weekend-next" => DateSpans.Weekend(saturday.AddDays(DaysOfWeek)),
            _ => null,
        };
    }

    private static FuzzyDate WeekdayOfWeek(DateMatch match, DateOnly day, bool isArabic) =>
        DateSpans.Day(DateSpans.WeekdayAfter(DateSpans.WeekStart(day, isArabic).AddDays(-1), match.Code("weekday")));

    /// <summary>Seven days each, the first from the first of the month.</summary>
    private static FuzzyDate WeekOfMonth(DateMatch match, DateOnly article)
    {
        var month = match.Code("month");
        var first = new DateOnly(match.NumberOrNull("y") ?? DateSpans.YearOfMonthUntil(article, month), month, ((Nth(match) - 1) * DaysOfWeek) + 1);
        return DateSpans.Range(first, first.AddDays(DaysOfWeek - 1));
    }

    private static FuzzyDate? Month(DateMatch match, DateOnly article, SentenceWords words)
    {
        var month = match.Has("month") ? match.Code("month") : 0;
        var begun = month > 0 ? DateSpans.YearOfMonthUntil(article, month) : article.Year;
        return match.Rule switch
        {
            "month-name" => DateSpans.Month(month != article.Month && FutureWords.IsToCome(words, match.First, match.Last) ? begun + 1 : begun, month),
            "month-half" => DateSpans.HalfOfMonth(match.NumberOrNull("y") ?? (Names(match, "last", "last") && month >= article.Month ? article.Year - 1 : begun), month, Nth(match) == 1),
            "month-name-year" => DateSpans.Month(match.NumberOrNull("y") ?? RelativeYear(match, article), month),
            "month-year-number" => DateSpans.Month(match.Number("y"), match.Number("m")),
            "month-name-last" => DateSpans.Month(month < article.Month ? article.Year : article.Year - 1, month),
            "month-name-next" => DateSpans.Month(month > article.Month ? article.Year : article.Year + 1, month),
            "month-part" => DateSpans.PartOfMonth(match.NumberOrNull("y") ?? YearOfPart(match, article, month), month, Part(match)),
            "month-part-relative" => PartOfRelativeMonth(match, article),
            "month-last" => DateSpans.MonthBefore(article, 1),
            "month-before-last" => DateSpans.MonthBefore(article, 2),
            "month-next" => DateSpans.MonthBefore(article, -1),
            "month-this" => DateSpans.Range(new DateOnly(article.Year, article.Month, 1), article),
            "months-between" => MonthsBetween(match, article),
            _ => null,
        };
    }

    private static FuzzyDate? Year(DateMatch match, DateOnly article) => match.Rule switch
    {
        "year" => DateSpans.Year(match.Number("y")),
        "year-last" => DateSpans.Year(article.Year - 1),
        "year-before-last" => DateSpans.Year(article.Year - 2),
        "year-next" => DateSpans.Year(article.Year + 1),
        "year-this" => DateSpans.Range(new DateOnly(article.Year, 1, 1), article),
        "year-part" => DateSpans.PartOfYear(match.Number("y"), Part(match)),
        "year-part-relative" => DateSpans.PartOfYear(RelativeYear(match, article), Part(match)),
        "years-between" => match.Number("y") <= match.Number("y2") ? DateSpans.Years(match.Number("y"), match.Number("y2")) : null,
        "years-short" => match.Number("yy") == (match.Number("y") + 1) % 100 ? DateSpans.Years(match.Number("y"), match.Number("y") + 1) : null,
        "decade" => Decade(match),
        "quarter" => Quarter(match, article),
        "half" => Half(match, article),
        "season-year" => DateSpans.Season(match.Number("y"), Season(match)),
        "season-relative-year" => DateSpans.Season(RelativeYear(match, article), Season(match)),
        "season-last" => LastSeason(article, Season(match)),
        "season-next" => NextSeason(article, Season(match)),
        "season-this" => DateSpans.Season(article.Month <= 2 && Season(match) is "winter" ? article.Year - 1 : article.Year, Season(match)),
        _ => null,
    };

    private static string Part(DateMatch match) => match.Value("part") ?? "";

    private static string Season(DateMatch match) => match.Value("season") ?? "";

    private static bool Names(DateMatch match, string list, string english) =>
        match.Has(list) || $" {match.Words} ".Contains($" {english} ", StringComparison.Ordinal);

    private static int RelativeYear(DateMatch match, DateOnly article) =>
        article.Year + (Names(match, "last", "last") ? -1 : Names(match, "next", "next") ? 1 : 0);

    /// <summary>“until 5 December”, «حتى 5 ديسمبر»: a term is the nearest such day, before or after.</summary>
    private static bool IsNearerToCome(DateMatch match, DateOnly article, SentenceWords words)
    {
        if (!words.IsWord(match.First - 1, "until", "till", "حتي", "لغايه", "غايه"))
        {
            return false;
        }

        var (month, day) = (match.Code("month"), match.NumberOrNull("d") ?? match.Code("dayname"));
        var next = DayOfMonth(article, month, day, isFuture: true)?.From;
        return next is { } then && then.DayNumber - article.DayNumber < DaysOfYear / 2;
    }

    /// <summary>The latest on or before the article; the next one of what is still to come.</summary>
    private static FuzzyDate? DayOfMonth(DateOnly article, int month, int day, bool isFuture)
    {
        var isBegun = month < article.Month || (month == article.Month && day <= article.Day);
        return DateSpans.Day(article.Year + ((isFuture, isBegun) switch { (true, true) => 1, (false, false) => -1, _ => 0 }), month, day);
    }

    private static FuzzyDate? DayOfRelativeMonth(DateMatch match, DateOnly article)
    {
        var month = article.AddMonths(Names(match, "last", "last") ? -1 : Names(match, "next", "next") ? 1 : 0);
        return DateSpans.Day(month.Year, month.Month, match.NumberOrNull("d") ?? match.Code("dayname"));
    }

    private static FuzzyDate? DaysBetween(DateMatch match, DateOnly article)
    {
        var (firstMonth, lastMonth) = (match.Code("month"), match.Code("month2"));
        var lastYear = match.NumberOrNull("y2") ?? match.NumberOrNull("y") ?? DateSpans.YearOfMonthUntil(article, lastMonth);
        var firstYear = match.NumberOrNull("y") ?? (firstMonth <= lastMonth ? lastYear : lastYear - 1);
        return DateSpans.Day(firstYear, firstMonth, match.Number("d"))?.From is { } first && DateSpans.Day(lastYear, lastMonth, match.Number("d2"))?.To is { } last && first < last
            ? DateSpans.Range(first, last)
            : null;
    }

    /// <summary>«يومي الجمعة والسبت»: the latest such days that have begun.</summary>
    private static FuzzyDate WeekdaysBetween(DateMatch match, DateOnly article)
    {
        var last = DateSpans.WeekdayUntil(article, match.Code("weekday2"));
        return DateSpans.Range(DateSpans.WeekdayUntil(last, match.Code("weekday")), last);
    }

    private static FuzzyDate? DaysOfMonth(DateMatch match, DateOnly article)
    {
        var month = match.Code("month");
        var year = match.NumberOrNull("y") ?? DateSpans.YearOfMonthUntil(article, month);
        return match.Number("d") < match.Number("d2") && match.Number("d2") <= DateTime.DaysInMonth(year, month)
            ? DateSpans.Range(new DateOnly(year, month, match.Number("d")), new DateOnly(year, month, match.Number("d2")))
            : null;
    }

    private static FuzzyDate? Ago(DateMatch match, DateOnly article, bool isArabic)
    {
        var unit = match.Value("unit") ?? match.Value("dual") ?? match.Value("one");
        var count = match.NumberOrNull("n") ?? (match.Has("dual") ? 2 : 1);
        return unit switch
        {
            "day" => DateSpans.Day(article.AddDays(-count)),
            "week" => DateSpans.Week(article.AddDays(-DaysOfWeek * count), isArabic),
            "fortnight" => DateSpans.Week(article.AddDays(-DaysOfWeek * 2), isArabic),
            "month" => DateSpans.MonthBefore(article, count),
            "year" when count < article.Year => DateSpans.Year(article.Year - count),
            "decade" when count * YearsOfDecade < article.Year => DateSpans.Year(article.Year - (count * YearsOfDecade)),
            _ => null,
        };
    }

    /// <summary>“the past two years”: up to the article. Without a number only a dual says how many.</summary>
    private static FuzzyDate? Past(DateMatch match, DateOnly article)
    {
        var unit = match.Value("unit") ?? match.Value("dual") ?? match.Value("definite") ?? match.Value("one");
        var isDual = match.Has("dual") || (match.Has("definite") && match.Match.Groups["definite"].Value.EndsWith("ين", StringComparison.Ordinal) && match.Match.Groups["definite"].Value is not "السنين");
        if (!match.Has("n") && !match.Has("defn") && !isDual && !match.Has("one"))
        {
            return null;
        }

        var count = match.NumberOrNull("n") ?? (match.Has("defn") ? match.Code("defn") : isDual ? 2 : 1);
        return unit switch
        {
            "day" => DateSpans.Range(article.AddDays(-count), article),
            "week" => DateSpans.Range(article.AddDays(-DaysOfWeek * count), article),
            "fortnight" => DateSpans.Range(article.AddDays(-DaysOfWeek * 2), article),
            "month" => DateSpans.Range(article.AddMonths(-count), article),
            "year" when count < article.Year => DateSpans.Range(article.AddYears(-count), article),
            "decade" when count * YearsOfDecade < article.Year => DateSpans.Range(article.AddYears(-count * YearsOfDecade), article),
            _ => null,
        };
    }

    /// <summary>The latest such part that began on or before the article; with “last” the month that ended before its own.</summary>
    private static int YearOfPart(DateMatch match, DateOnly article, int month)
    {
        if (Names(match, "last", "last"))
        {
            return month < article.Month ? article.Year : article.Year - 1;
        }

        return DateSpans.PartOfMonth(article.Year, month, Part(match)).From <= article ? article.Year : article.Year - 1;
    }

    private static FuzzyDate PartOfRelativeMonth(DateMatch match, DateOnly article)
    {
        var month = article.AddMonths(Names(match, "last", "last") ? -1 : Names(match, "next", "next") ? 1 : 0);
        return DateSpans.PartOfMonth(month.Year, month.Month, Part(match));
    }

    /// <summary>Without years: the latest end on or before the article, the start before it.</summary>
    private static FuzzyDate? MonthsBetween(DateMatch match, DateOnly article)
    {
        var (first, last) = (match.Code("month"), match.Code("month2"));
        var lastYear = match.NumberOrNull("y2") ?? (match.Words.EndsWith("last year", StringComparison.Ordinal) || (match.Has("last") && match.Words.Contains("العام", StringComparison.Ordinal)) ? article.Year - 1 : match.NumberOrNull("y") is { } said ? (last >= first ? said : said + 1) : DateSpans.YearOfMonthUntil(article, last));
        var firstYear = match.NumberOrNull("y") ?? (first <= last ? lastYear : lastYear - 1);
        return firstYear < lastYear || (firstYear == lastYear && first <= last) ? DateSpans.Months(firstYear, first, lastYear, last) : null;
    }

    private static FuzzyDate Decade(DateMatch match)
    {
        var first = match.NumberOrNull("decadeyear") ?? Century + match.Code("decade");
        return DateSpans.Years(first, first + YearsOfDecade - 1);
    }

    private static FuzzyDate Quarter(DateMatch match, DateOnly article)
    {
        var number = match.NumberOrNull("quarter") ?? Nth(match);
        var year = match.NumberOrNull("y") ?? RelativeYear(match, article);
        var first = (number * 3) - 2;
        year -= !match.Has("y") && !Names(match, "this", "this") && new DateOnly(year, first, 1) > article ? 1 : 0;
        return DateSpans.Months(year, first, year, first + 2);
    }

    private static FuzzyDate Half(DateMatch match, DateOnly article)
    {
        var number = Nth(match);
        var year = match.NumberOrNull("y") ?? RelativeYear(match, article);
        var first = number == 1 ? 1 : 7;
        year -= !match.Has("y") && !Names(match, "this", "this") && new DateOnly(year, first, 1) > article ? 1 : 0;
        return DateSpans.Months(year, first, year, first + 5);
    }

    private static int Nth(DateMatch match) => match.Has("nth") ? match.Code("nth") : EnglishNth(match);

    private static int EnglishNth(DateMatch match) =>
        Names(match, "-", "first") ? 1 : Names(match, "-", "second") ? 2 : Names(match, "-", "third") ? 3 : 4;

    private static FuzzyDate LastSeason(DateOnly article, string season)
    {
        var year = article.Year;
        while (DateSpans.Season(year, season).To >= article)
        {
            year--;
        }

        return DateSpans.Season(year, season);
    }

    private static FuzzyDate NextSeason(DateOnly article, string season)
    {
        var year = article.Year;
        while (DateSpans.Season(year, season).From <= article)
        {
            year++;
        }

        return DateSpans.Season(year, season);
    }
}
