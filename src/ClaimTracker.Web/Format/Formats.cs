using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Format;

/// <summary>Numbers, dates, times and figures as a page in one language sets them (design, section 9).</summary>
public sealed class Formats
{
    private const decimal GroupedFrom = 10_000;

    private readonly ArabicMonths months;
    private readonly bool arabicDigits;
    private readonly TimeZoneInfo zone;

    private Formats(string language, ArabicMonths months, bool arabicDigits, TimeZoneInfo zone)
    {
        Language = language;
        this.months = months;
        this.arabicDigits = arabicDigits && language == Cultures.Arabic;
        this.zone = zone;
    }

    public string Language { get; }

    public static Formats For(string language, SiteSettings settings) => new(language, settings.ArabicMonths, settings.ArabicDigits, settings.TimeZone);

    public Formats In(string language) => new(language, months, arabicDigits, zone);

    // ---- Numbers ----

    /// <summary>6700, 10,000, 3,000,000, 0.5: grouped from ten thousand.</summary>
    public string Number(decimal number)
    {
        var pattern = Math.Abs(number) >= GroupedFrom ? "#,##0.##########" : "0.##########";
        return Written(number.ToString(pattern, CultureInfo.InvariantCulture));
    }

    /// <summary>A number that names rather than counts, such as CT-123 or a year: never grouped.</summary>
    public string Ordinal(long number) => Written(number.ToString(CultureInfo.InvariantCulture));

    public string Percent(double share) => Written((share * 100).ToString("0", CultureInfo.InvariantCulture)) + (arabicDigits ? "٪" : "%");

    /// <summary>A text that changes with the number: <c>Formats.Count(PublicText.ClaimCount, 7)</c>; see <see cref="Plurals"/>.</summary>
    public string Count(string forms, long number, params object[] more) =>
        string.Format(CultureInfo.InvariantCulture, Plurals.Pattern(Language, forms, number), [Number(number), .. more]);

    /// <summary>The digits of a finished text in the digits of the page.</summary>
    public string Written(string latin) => arabicDigits ? Digits.ToArabicIndic(latin) : latin;

    // ---- Figures ----

    /// <summary>“about 6700 containers”, «نحو 6700 حاوية», “4–5 million shells”; null value and range: only the unit.</summary>
    public string Figure(decimal? value, decimal? min, decimal? max, FigureModifier? modifier, LocalizedText unitLabel, LocalizedText unitPlurals)
    {
        var (number, counted) = (value, min, max) switch
        {
            ({ } only, _, _) => (Number(only), only),
            (null, { } from, { } to) when from == to => (Number(from), from),
            (null, { } from, { } to) => (string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.FigureRange)), Number(from), Number(to)), to),
            (null, { } from, null) => (string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.FigureAtLeast)), Number(from)), from),
            (null, null, { } to) => (string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.FigureUpTo)), Number(to)), to),
            _ => (null, 0m),
        };
        if (number is null)
        {
            return unitLabel.In(Language);
        }

        var pattern = Plurals.Pattern(Language, unitPlurals, counted) ?? "{0} " + unitLabel.In(Language);
        if (value is null && min != max)
        {
            // “one container” has no place for a range: the form that shows its number stands.
            pattern = pattern.Contains("{0}", StringComparison.Ordinal) ? pattern : unitPlurals[$"{Language}.other"] ?? "{0} " + unitLabel.In(Language);
        }

        if (modifier is not (null or FigureModifier.Exactly))
        {
            // «نحو ساعتين»: every word for a modifier governs the number it stands before.
            pattern = Plurals.Oblique(Language, unitPlurals, counted) ?? pattern;
        }

        var words = pattern.Replace("{0}", number, StringComparison.Ordinal);
        return modifier is { } how ? string.Format(CultureInfo.InvariantCulture, ModifierPattern(how), words) : words;
    }

    // ---- Dates ----

    /// <summary>26 February 2024, «26 فبراير 2024».</summary>
    public string Date(DateOnly day) => $"{Ordinal(day.Day)} {MonthName(day.Month)} {Ordinal(day.Year)}";

    public string Month(DateOnly day) => $"{MonthName(day.Month)} {Ordinal(day.Year)}";

    /// <summary>A date as well as it is known, in words.</summary>
    public string Date(FuzzyDate? date) => date switch
    {
        null or { From: null, To: null } => Text(nameof(CommonText.DateUnknown)),
        { Precision: DatePrecision.Day, From: { } day } => Date(day),
        { From: { } from, To: null } => string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateFrom)), End(from, date.Precision)),
        { From: null, To: { } to } => string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateUntil)), End(to, date.Precision)),
        { Precision: DatePrecision.Year, From: { } from, To: { } to } => Range(Ordinal(from.Year), Ordinal(to.Year)),
        { Precision: DatePrecision.Month, From: { } from, To: { } to } => Range(from.Year == to.Year && from.Month != to.Month ? MonthName(from.Month) : Month(from), Month(to)),
        { From: { } from, To: { } to } when from.Year != to.Year => Range(Date(from), Date(to)),
        { From: { } from, To: { } to } when from.Month != to.Month => Range($"{Ordinal(from.Day)} {MonthName(from.Month)}", Date(to)),
        { From: { } from, To: { } to } => from == to ? Date(from) : Range(Ordinal(from.Day), Date(to)),
    };

    /// <summary>The same for something of one moment, such as a saying: “on or before 18 June 2024”, where a period would last until then.</summary>
    public string Moment(FuzzyDate? date) => date switch
    {
        { Precision: DatePrecision.Day, From: not null } => Date(date),
        { From: { } from, To: null } => string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateOnOrAfter)), End(from, date.Precision)),
        { From: null, To: { } to } => string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateOnOrBefore)), End(to, date.Precision)),
        _ => Date(date),
    };

    /// <summary>26 February 2024, 14:05, in the newsroom's time zone.</summary>
    public string Time(DateTime utc)
    {
        var local = Local(utc);
        return string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateAndTime)), Date(DateOnly.FromDateTime(local)), Written(local.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    /// <summary>The day it was in the newsroom.</summary>
    public string Day(DateTime utc) => Date(DayOf(utc));

    /// <summary>The day it was then in the site's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Machine(DateTime)"/>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string MonthName(int month) => Language == Cultures.Arabic ? MonthNames.InArabic(month, months) : MonthNames.InEnglish(month);

    /// <summary>Items as one phrase: “a, b and c”, «أ وب وج».</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ when Language == Cultures.Arabic => string.Join(" و", items),
        2 => $"{items[0]} and {items[1]}",
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    /// <summary>In this object's language, which need not be the page's.</summary>
    private string Text(string key) => CommonText.ResourceManager.GetString(key, Cultures.Info(Language)) ?? key;

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private string End(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => Ordinal(day.Year),
        DatePrecision.Month => Month(day),
        _ => Date(day),
    };

    private string Range(string from, string to) => from == to ? from : string.Format(CultureInfo.InvariantCulture, Text(nameof(CommonText.DateRange)), from, to);

    private string ModifierPattern(FigureModifier modifier) => modifier switch
    {
        FigureModifier.Exactly => Text(nameof(CommonText.FigureExactly)),
        FigureModifier.About => Text(nameof(CommonText.FigureAbout)),
        FigureModifier.MoreThan => Text(nameof(CommonText.FigureMoreThan)),
        FigureModifier.AtLeast => Text(nameof(CommonText.FigureAtLeast)),
        FigureModifier.AtMost => Text(nameof(CommonText.FigureAtMost)),
        FigureModifier.UpTo => Text(nameof(CommonText.FigureUpTo)),
        FigureModifier.Nearly => Text(nameof(CommonText.FigureNearly)),
        _ => throw new ArgumentOutOfRangeException(nameof(modifier), modifier, null),
    };
}
