using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>A claim by its number: “CT-50”.</summary>
internal static class ClaimFilter
{
    public const string Facet = "claim";

    public static string Token(int number) => SearchToken.Filter(Facet, number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>
/// Months and years as filters of the index: a range of days is first narrowed to them, then compared exactly. A claim whose own
/// range is very long is found under a wildcard instead of under hundreds of months.
/// </summary>
internal static class DateFilters
{
    private const string Month = "month";
    private const string Year = "year";
    private const string Long = "*";
    private const int MaxMonths = 36;
    private const int MaxYears = 60;

    public static IEnumerable<(string Facet, string Value)> Of(DateOnly? from, DateOnly? to)
    {
        if ((from ?? to) is not { } first || (to ?? from) is not { } last)
        {
            return [];
        }

        var months = MonthsFrom(first, last) <= MaxMonths ? Months(first, last) : [Long];
        var years = last.Year - first.Year <= MaxYears ? Years(first, last) : [Long];
        return months.Select(m => (Month, m)).Concat(years.Select(y => (Year, y)));
    }

    /// <summary>Filters of which every claim between two days has at least one; none when the range is too long to narrow.</summary>
    public static IReadOnlyList<(string Facet, string Value)> Between(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first || to is not { } last || last < first)
        {
            return [];
        }

        if (MonthsFrom(first, last) <= MaxMonths)
        {
            return [.. Months(first, last).Append(Long).Select(m => (Month, m))];
        }

        return last.Year - first.Year <= MaxYears ? [.. Years(first, last).Append(Long).Select(y => (Year, y))] : [];
    }

    private static int MonthsFrom(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;

    private static IEnumerable<string> Months(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, Math.Max(0, MonthsFrom(first, last)) + 1)
            .Select(i => (first.Year * 12) + first.Month - 1 + i)
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 12:0000}-{(m % 12) + 1:00}"));

    private static IEnumerable<string> Years(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.Year, Math.Max(0, last.Year - first.Year) + 1).Select(y => y.ToString("0000", CultureInfo.InvariantCulture));
}

/// <summary>
/// How new a claim is as a filter: of the public index the month of its publication, of the desk's its number's thousands. What very
/// many claims hold is looked for among the newest first, where the database would gather all of them before it sorts.
/// </summary>
internal static class AgeFilters
{
    private const string Facet = "age";
    private const long DaysAtATime = 30;
    private const long NumbersAtATime = 8_192;

    public static string Of(long id) => Token(AgeOf(id));

    /// <summary>Every age from that of a claim down to the oldest there can be.</summary>
    public static IEnumerable<string> DownFrom(long id)
    {
        for (var age = AgeOf(id); age.Period >= 0; age = (age.IsPublic, age.Period - 1))
        {
            yield return Token(age);
        }
    }

    private static (bool IsPublic, long Period) AgeOf(long id) =>
        SearchDocument.SinceEpoch(id) is { } time ? (true, (long)time.TotalDays / DaysAtATime) : (false, id / NumbersAtATime);

    private static string Token((bool IsPublic, long Period) age) =>
        SearchToken.Filter(Facet, string.Create(CultureInfo.InvariantCulture, $"{(age.IsPublic ? "days" : "numbers")}{age.Period}"));
}

/// <summary>The order of magnitude of a claim's figures as a filter: a comparison is first narrowed to it, then made exactly.</summary>
internal static class NumberFilters
{
    private const string Magnitude = "magnitude";
    private const int Max = 20;

    public static IEnumerable<(string Facet, string Value)> Of(IEnumerable<SearchFigure> figures) =>
        figures.SelectMany(f => Range(MagnitudeOf(f.From), MagnitudeOf(f.To))).Distinct();

    /// <summary>Filters of which every claim with a figure in this range has at least one.</summary>
    public static IEnumerable<(string Facet, string Value)> Between(double from, double to) => Range(MagnitudeOf(from), MagnitudeOf(to));

    private static IEnumerable<(string Facet, string Value)> Range(int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from) + 1).Select(m => (Magnitude, m.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Digits before the point; 0 for all below one.</summary>
    private static int MagnitudeOf(double value) =>
        value < 1 ? 0 : double.IsPositiveInfinity(value) ? Max : Math.Clamp((int)Math.Floor(Math.Log10(value)) + 1, 1, Max);
}
