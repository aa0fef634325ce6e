using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Exchange;

/// <summary>The format's members per language against our texts and dates.</summary>
internal static class SeedText
{
    public const string Arabic = "ar";
    public const string English = "en";

    public static LocalizedText Of(string? english, string? arabic) => LocalizedText.Of((English, english), (Arabic, arabic));

    public static FuzzyDate? ToDate(SeedPublished? date) => date is null
        ? null
        : new FuzzyDate(date.From, date.To, date.Precision) { Note = Of(date.Note, date.NoteAr) };

    public static FuzzyDate? ToDate(SeedDate? date) => date is null
        ? null
        : new FuzzyDate(date.From, date.To, date.Precision) { Words = date.WordsAr, Rule = date.Rule, Note = Of(date.NoteEn, date.NoteAr) };

    public static FuzzyDate? ToDate(SeedPeriod? period) => period is null ? null : new FuzzyDate(period.From, period.To, period.Precision);

    public static SeedPublished? ToPublished(FuzzyDate? date) => date is null
        ? null
        : new SeedPublished(date.From, date.To, date.Precision, date.Note[English], date.Note[Arabic]);

    public static SeedDate? ToSeedDate(FuzzyDate? date) => date is null
        ? null
        : new SeedDate(date.From, date.To, date.Precision, date.Words, date.Rule, date.Note[English], date.Note[Arabic]);

    public static SeedPeriod? ToPeriod(FuzzyDate? date) => date is null ? null : new SeedPeriod(date.From, date.To, date.Precision);
}
