using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Tests.Format;

public sealed class FormatsTests
{
    private static readonly LocalizedText Containers = LocalizedText.Of(
        ("ar.zero", "لا حاويات"), ("ar.one", "حاوية واحدة"), ("ar.two", "حاويتان"), ("ar.twoOblique", "حاويتين"), ("ar.few", "{0} حاويات"), ("ar.many", "{0} حاوية"), ("ar.other", "{0} حاوية"),
        ("en.one", "{0} container"), ("en.other", "{0} containers"));

    private static readonly LocalizedText Label = LocalizedText.Of(("ar", "حاوية"), ("en", "container"));

    [Theory]
    [InlineData("6700", "6700")]
    [InlineData("9999", "9999")]
    [InlineData("10000", "10,000")]
    [InlineData("3000000", "3,000,000")]
    [InlineData("0.5", "0.5")]
    [InlineData("12345.678", "12,345.678")]
    [InlineData("-10000", "-10,000")]
    public void Number_GroupsFromTenThousand(string number, string expected)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal(expected, For("en").Number(value));
        Assert.Equal(expected, For("ar").Number(value));
    }

    [Fact]
    public void Number_ArabicDigitsBySetting_OnArabicPagesOnly()
    {
        Assert.Equal("٣٬٠٠٠٬٠٠٠", For("ar", arabicDigits: true).Number(3_000_000));
        Assert.Equal("3,000,000", For("en", arabicDigits: true).Number(3_000_000));
        Assert.Equal("٢٦ فبراير ٢٠٢٤", For("ar", arabicDigits: true).Date(new DateOnly(2024, 2, 26)));
    }

    [Theory]
    [InlineData(0, PluralForm.Zero)]
    [InlineData(1, PluralForm.One)]
    [InlineData(2, PluralForm.Two)]
    [InlineData(3, PluralForm.Few)]
    [InlineData(10, PluralForm.Few)]
    [InlineData(11, PluralForm.Many)]
    [InlineData(99, PluralForm.Many)]
    [InlineData(100, PluralForm.Other)]
    [InlineData(101, PluralForm.Other)]
    [InlineData(102, PluralForm.Other)]
    [InlineData(103, PluralForm.Few)]
    [InlineData(111, PluralForm.Many)]
    [InlineData(6700, PluralForm.Other)]
    [InlineData(1.5, PluralForm.Other)]
    public void Plural_Arabic_HasSixForms(double number, PluralForm expected) => Assert.Equal(expected, Plurals.Pick("ar", (decimal)number));

    [Theory]
    [InlineData(1, PluralForm.One)]
    [InlineData(0, PluralForm.Other)]
    [InlineData(2, PluralForm.Other)]
    [InlineData(1.5, PluralForm.Other)]
    public void Plural_English_HasTwo(double number, PluralForm expected) => Assert.Equal(expected, Plurals.Pick("en", (decimal)number));

    [Fact]
    public void Count_TakesTheFormOfTheNumber()
    {
        const string forms = "zero=لا ادعاءات|one=ادعاء واحد|two=ادعاءان|few={0} ادعاءات|many={0} ادعاءً|other={0} ادعاء";

        Assert.Equal(
            ["لا ادعاءات", "ادعاء واحد", "ادعاءان", "7 ادعاءات", "50 ادعاءً", "100 ادعاء", "12,000 ادعاء"],
            new[] { 0, 1, 2, 7, 50, 100, 12_000 }.Select(n => For("ar").Count(forms, n)));
    }

    [Theory]
    [InlineData("en", "2024-02-26", "2024-02-26", DatePrecision.Day, "26 February 2024")]
    [InlineData("ar", "2024-02-26", "2024-02-26", DatePrecision.Day, "26 فبراير 2024")]
    [InlineData("en", "2024-02-01", "2024-02-29", DatePrecision.Month, "February 2024")]
    [InlineData("ar", "2024-02-01", "2024-02-29", DatePrecision.Month, "فبراير 2024")]
    [InlineData("en", "2024-02-01", "2024-04-30", DatePrecision.Month, "February to April 2024")]
    [InlineData("ar", "2023-12-01", "2024-01-31", DatePrecision.Month, "من ديسمبر 2023 إلى يناير 2024")]
    [InlineData("en", "2023-01-01", "2023-12-31", DatePrecision.Year, "2023")]
    [InlineData("en", "2022-01-01", "2023-12-31", DatePrecision.Year, "2022 to 2023")]
    [InlineData("en", "2024-02-10", "2024-02-12", DatePrecision.Range, "10 to 12 February 2024")]
    [InlineData("ar", "2024-02-10", "2024-02-12", DatePrecision.Range, "من 10 إلى 12 فبراير 2024")]
    [InlineData("en", "2023-08-31", "2023-09-02", DatePrecision.Range, "31 August to 2 September 2023")]
    [InlineData("en", "2023-08-01", "2024-02-26", DatePrecision.Range, "1 August 2023 to 26 February 2024")]
    [InlineData("en", "2023-08-01", null, DatePrecision.Range, "from 1 August 2023")]
    [InlineData("ar", "2023-08-01", null, DatePrecision.Month, "منذ أغسطس 2023")]
    [InlineData("en", null, "2023-12-31", DatePrecision.Year, "until 2023")]
    [InlineData("en", null, null, DatePrecision.Unknown, "date not known")]
    [InlineData("ar", null, null, DatePrecision.Unknown, "تاريخ غير معروف")]
    public void FuzzyDate_InWords(string language, string? from, string? to, DatePrecision precision, string expected) =>
        Assert.Equal(expected, For(language).Date(new FuzzyDate(Day(from), Day(to), precision)));

    [Theory]
    [InlineData("en", "2024-06-18", "2024-06-18", DatePrecision.Day, "18 June 2024")]
    [InlineData("en", null, "2024-06-18", DatePrecision.Range, "on or before 18 June 2024")]
    [InlineData("ar", null, "2024-06-18", DatePrecision.Range, "في 18 يونيو 2024 أو قبله")]
    [InlineData("en", "2024-02-01", null, DatePrecision.Month, "on or after February 2024")]
    [InlineData("en", "2024-02-01", "2024-02-29", DatePrecision.Month, "February 2024")]
    [InlineData("en", null, null, DatePrecision.Unknown, "date not known")]
    public void Moment_WithOneEndOpen_DoesNotLast(string language, string? from, string? to, DatePrecision precision, string expected) =>
        Assert.Equal(expected, For(language).Moment(new FuzzyDate(Day(from), Day(to), precision)));

    [Theory]
    [InlineData(ArabicMonths.Western, "26 فبراير 2024")]
    [InlineData(ArabicMonths.Levantine, "26 شباط 2024")]
    [InlineData(ArabicMonths.Both, "26 شباط/فبراير 2024")]
    public void Date_MonthsBySetting(ArabicMonths months, string expected) => Assert.Equal(expected, For("ar", months: months).Date(new DateOnly(2024, 2, 26)));

    [Fact]
    public void Time_IsTheNewsrooms()
    {
        var at = new DateTime(2024, 2, 26, 22, 30, 0, DateTimeKind.Utc);

        Assert.Equal("27 February 2024, 01:30", For("en", zone: "Asia/Riyadh").Time(at));
        Assert.Equal("27 فبراير 2024، 01:30", For("ar", zone: "Asia/Riyadh").Time(at));
        Assert.Equal("26 February 2024", For("en").Day(at));
    }

    [Theory]
    [InlineData("en", 6700, null, null, null, "6700 containers")]
    [InlineData("ar", 6700, null, null, null, "6700 حاوية")]
    [InlineData("en", 6700, null, null, FigureModifier.About, "about 6700 containers")]
    [InlineData("ar", 6700, null, null, FigureModifier.MoreThan, "أكثر من 6700 حاوية")]
    [InlineData("ar", 1, null, null, null, "حاوية واحدة")]
    [InlineData("ar", 2, null, null, null, "حاويتان")]
    [InlineData("ar", 2, null, null, FigureModifier.About, "نحو حاويتين")]
    [InlineData("ar", 2, null, null, FigureModifier.Exactly, "حاويتان بالضبط")]
    [InlineData("en", null, 1000, 2000, null, "1000 to 2000 containers")]
    [InlineData("ar", null, 1, 2, null, "من 1 إلى 2 حاوية")]
    [InlineData("en", null, 1000, null, null, "at least 1000 containers")]
    [InlineData("en", null, null, null, null, "container")]
    public void Figure_WithItsUnit(string language, int? value, int? min, int? max, FigureModifier? modifier, string expected) =>
        Assert.Equal(expected, For(language).Figure(value, min, max, modifier, Label, Containers));

    [Theory]
    [InlineData("en", "a, b and c")]
    [InlineData("ar", "a وb وc")]
    public void List_JoinsWithWords(string language, string expected) => Assert.Equal(expected, For(language).List(["a", "b", "c"]));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Formats For(string language, bool arabicDigits = false, ArabicMonths months = ArabicMonths.Western, string zone = "UTC") => Formats.For(language, new SiteSettings
    {
        Database = new DatabaseSettings { Provider = DatabaseProvider.Sqlite, ConnectionString = "", DataDirectory = "" },
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        ArabicDigits = arabicDigits,
        ArabicMonths = months,
        Panels = new PanelSettings(),
        SignInsPerMinute = 1,
        IsLoopbackOnly = true,
    });
}
