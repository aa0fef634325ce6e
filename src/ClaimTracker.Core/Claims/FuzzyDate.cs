using System.Text.Json;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// A date as well as it is known: inclusive days, either end open, with the words it came from and the rule that resolved
/// them. Day: both ends equal. Month and year: whole months or years. Unknown: both ends open.
/// </summary>
public sealed record FuzzyDate(DateOnly? From, DateOnly? To, DatePrecision Precision)
{
    public const int WordsMaxLength = 200;

    /// <summary>The words of the source, in its language, at most eight of them.</summary>
    public string? Words { get; init; }

    /// <summary>Code of the rule that resolved the words; glossary list <c>dateRules</c>.</summary>
    public string? Rule { get; init; }

    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    public static FuzzyDate OnDay(DateOnly day) => new(day, day, DatePrecision.Day);

    /// <summary>Whether ends and precision fit together; the message key of the first fault, or null.</summary>
    public FuzzyDateFault? Fault() => this switch
    {
        { From: { } from, To: { } to } when from > to => FuzzyDateFault.EndsBeforeItStarts,
        { Precision: DatePrecision.Day } when From is null || From != To => FuzzyDateFault.DayNeedsOneDay,
        { Precision: DatePrecision.Month or DatePrecision.Year or DatePrecision.Range, From: null, To: null } => FuzzyDateFault.DateMissing,
        { Precision: DatePrecision.Month } when !StartsMonth(From) || !EndsMonth(To) => FuzzyDateFault.NotWholeMonths,
        { Precision: DatePrecision.Year } when !StartsYear(From) || !EndsYear(To) => FuzzyDateFault.NotWholeYears,
        { Precision: DatePrecision.Unknown } when From is not null || To is not null => FuzzyDateFault.UnknownWithDate,
        _ => null,
    };

    public string ToJson() => JsonSerializer.Serialize(this, CoreJson.Options);

    public static FuzzyDate? FromJson(string? json) =>
        string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize<FuzzyDate>(json, CoreJson.Options);

    private static bool StartsMonth(DateOnly? day) => day is null or { Day: 1 };

    private static bool EndsMonth(DateOnly? day) => day is null || day.Value.Day == DateTime.DaysInMonth(day.Value.Year, day.Value.Month);

    private static bool StartsYear(DateOnly? day) => day is null or { Month: 1, Day: 1 };

    private static bool EndsYear(DateOnly? day) => day is null or { Month: 12, Day: 31 };
}

/// <summary>What is wrong with a <see cref="FuzzyDate"/>.</summary>
public enum FuzzyDateFault
{
    EndsBeforeItStarts,
    DayNeedsOneDay,
    DateMissing,
    NotWholeMonths,
    NotWholeYears,
    UnknownWithDate,
}
