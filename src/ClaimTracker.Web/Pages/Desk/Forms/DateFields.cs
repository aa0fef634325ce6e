using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>
/// A date as well as it is known: a day, a month or a year as typed, or two of them for a range. The precision may be left to what was
/// typed.
/// </summary>
public sealed class DateFields
{
    [Display(Name = nameof(DeskText.ClaimFormDateFrom), ResourceType = typeof(DeskText))]
    public string? From { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormDateTo), ResourceType = typeof(DeskText))]
    public string? To { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormDatePrecision), ResourceType = typeof(DeskText))]
    public DatePrecision? Precision { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormDateWords), ResourceType = typeof(DeskText))]
    public string? Words { get; set; }

    /// <summary>The stored date the fields were filled from, whole: they show less of it.</summary>
    public string? Stored { get; set; }

    public bool IsBlank => From is null && To is null && Words is null && Precision is null;

    public static DateFields Of(FuzzyDate? date) => date is null
        ? new DateFields()
        : new DateFields { From = Written(date.From, date), To = date.Precision is DatePrecision.Day ? null : EndOf(date), Precision = PrecisionOf(date), Words = date.Words, Stored = date.ToJson() };

    /// <summary>The date the fields were filled from, where they still say the same; also when the record has changed since.</summary>
    public FuzzyDate? Kept => ReadStored() is { } stored && Shown(Of(stored)) == Shown(this) ? stored : null;

    public bool IsSameAs(DateFields other) => (From, To, Precision, Words) == (other.From, other.To, other.Precision, other.Words);

    /// <summary>The date, or null where nothing was typed; faults name the field they belong to.</summary>
    public FuzzyDate? Read(Action<string, FaultCode?> fault)
    {
        if (IsBlank)
        {
            return null;
        }

        var from = Parse(From, nameof(From), fault, out var isFromRead);
        var to = Parse(To, nameof(To), fault, out var isToRead);
        if (!isFromRead || !isToRead)
        {
            return null;
        }

        var date = Assemble(from, to) with { Words = Words };
        if (date.Fault() is { } wrong)
        {
            fault(wrong is FuzzyDateFault.EndsBeforeItStarts ? nameof(To) : nameof(From), Enum.Parse<FaultCode>(wrong.ToString()));
            return null;
        }

        return date;
    }

    /// <summary>Null also for what no form of ours sent.</summary>
    private FuzzyDate? ReadStored()
    {
        try
        {
            return FuzzyDate.FromJson(Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string?, string?, DatePrecision?, string?) Shown(DateFields date) => (date.From, date.To, date.Precision, date.Words);

    private FuzzyDate Assemble(FuzzyDate? from, FuzzyDate? to) => (Precision, from, to) switch
    {
        (null, null, null) => new FuzzyDate(null, null, DatePrecision.Unknown),
        (null, { } only, null) => only,
        (null, { Precision: DatePrecision.Month or DatePrecision.Year } a, { } b) when a.Precision == b.Precision => new FuzzyDate(a.From, b.To, a.Precision),
        (null, _, _) => new FuzzyDate(from?.From, to?.To, DatePrecision.Range),
        (DatePrecision.Range, _, _) => new FuzzyDate(from?.From, to?.To, DatePrecision.Range),
        ({ } wanted, _, _) => new FuzzyDate(from?.From, to is null ? from?.To : to.To, wanted),
    };

    private static FuzzyDate? Parse(string? text, string field, Action<string, FaultCode?> fault, out bool isRead)
    {
        isRead = true;
        if (text is null)
        {
            return null;
        }

        isRead = DateParser.TryParse(text, out var date);
        if (!isRead)
        {
            fault(field, null);
        }

        return isRead ? date : null;
    }

    /// <summary>Only where the fields alone would be read otherwise.</summary>
    private static DatePrecision? PrecisionOf(FuzzyDate date) => date.Precision is DatePrecision.Range or DatePrecision.Unknown ? date.Precision : null;

    private static string? EndOf(FuzzyDate date) => Written(date.To, date) is { } end && end != Written(date.From, date) ? end : null;

    private static string? Written(DateOnly? day, FuzzyDate date) => date.Precision switch
    {
        DatePrecision.Month => day?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => day?.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
