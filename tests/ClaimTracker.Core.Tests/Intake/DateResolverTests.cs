using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.TestKit.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class DateResolverTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Article = new(2024, 6, 18);

    [Theory]
    [InlineData("on Tuesday", "2024-06-18..2024-06-18 Day")]
    [InlineData("last Tuesday", "2024-06-11..2024-06-11 Day")]
    [InlineData("فجر اليوم الثلاثاء", "2024-06-18..2024-06-18 Day")]
    [InlineData("في الأول من أيار/مايو 2023", "2023-05-01..2023-05-01 Day")]
    [InlineData("منذ مطلع مايو 1,846 مصابا", "2024-05-01.. Range")]
    [InlineData("حجبته السحب يومي الجمعة والسبت", "2024-06-14..2024-06-15 Range")]
    [InlineData("ابتداء من الأحد المقبل", "2024-06-23.. Range")]
    [InlineData("30 حزيران/يونيو المقبل", "2024-06-30..2024-06-30 Day")]
    [InlineData("since the third of February", "2024-02-03.. Range")]
    [InlineData("promised to pay from 1 January", "2025-01-01..2025-01-01 Day")]
    [InlineData("over the past fortnight", "2024-06-04..2024-06-18 Range")]
    [InlineData("from Monday to Wednesday", "2024-06-10..2024-06-12 Range")]
    [InlineData("بين يناير ومارس من هذا العام", "2024-01-01..2024-03-31 Range")]
    [InlineData("خلال الأشهر الثلاثة الماضية", "2024-03-18..2024-06-18 Range")]
    [InlineData("in the mid-2000s", "2000-01-01..2009-12-31 Range")]
    [InlineData("told MPs this morning", "2024-06-18..2024-06-18 Day")]
    [InlineData("on Sept. 13 at a base", "2023-09-13..2023-09-13 Day")]
    [InlineData("will open on 3 May", "2025-05-03..2025-05-03 Day")]
    [InlineData("الأسبوع الماضي", "2024-06-09..2024-06-15 Range")]
    [InlineData("last week", "2024-06-10..2024-06-16 Range")]
    [InlineData("late last month", "2024-05-21..2024-05-31 Range")]
    [InlineData("قبل 24 عاما", "2000-01-01..2000-12-31 Year")]
    [InlineData("بين أغسطس وفبراير", "2023-08-01..2024-02-29 Range")]
    [InlineData("since last spring", "2024-03-01.. Range")]
    [InlineData("before 2020", "..2019-12-31 Range")]
    [InlineData("في تسعينيات القرن الماضي", "1990-01-01..1999-12-31 Range")]
    [InlineData("winter 2022", "2022-12-01..2023-02-28 Range")]
    [InlineData("يوم 12 رجب 1445", ".. Unknown")]
    [InlineData("on Monday last week", "2024-06-10..2024-06-10 Day")]
    [InlineData("يوم الاثنين من الأسبوع الماضي", "2024-06-10..2024-06-10 Day")]
    [InlineData("confirmed today, Tuesday", "2024-06-18..2024-06-18 Day")]
    [InlineData("في النصف الأول من أبريل الماضي", "2024-04-01..2024-04-15 Range")]
    [InlineData("the second half of May", "2024-05-16..2024-05-31 Range")]
    [InlineData("الربع الأخير من العام الحالي", "2024-10-01..2024-12-31 Range")]
    [InlineData("السنة الفارطة", "2023-01-01..2023-12-31 Year")]
    [InlineData("the court will rule on Thursday", "2024-06-20..2024-06-20 Day")]
    [InlineData("on Thursday the court will rule", "2024-06-20..2024-06-20 Day")]
    [InlineData("he said on Thursday that it will rule", "2024-06-13..2024-06-13 Day")]
    [InlineData("whose term ends in December", "2024-12-01..2024-12-31 Month")]
    [InlineData("سيزور الوزير المنطقة يوم الخميس", "2024-06-20..2024-06-20 Day")]
    [InlineData("بين آب وكانون الأول الماضيين", "2023-08-01..2023-12-31 Range")]
    [InlineData("تقديم تقرير حتى 5 ديسمبر", "..2024-12-05 Range")]
    [InlineData("رخص سارية إلى متم دجنبر 2027", "..2027-12-31 Range")]
    [InlineData("أرجأت المحكمة القضية إلى 22 من شباط الجاري", "2024-02-22..2024-02-22 Day")]
    [InlineData("في 12 يناير (كانون الثاني) 2023", "2023-01-12..2023-01-12 Day")]
    [InlineData("since the morning of last Sunday", "2024-06-16.. Range")]
    [InlineData("in the first week of May", "2024-05-01..2024-05-07 Range")]
    [InlineData("the 2019-20 season", "2019-01-01..2020-12-31 Range")]
    [InlineData("مطلع التسعينات", "1990-01-01..1999-12-31 Range")]
    [InlineData("from 3 to 7 March 2023", "2023-03-03..2023-03-07 Range")]
    public void Read_Words_ResolvesAgainstTheArticle(string text, string expected)
    {
        var date = Assert.Single(DateResolver.Read(text, Article)).Date;

        Assert.Equal(expected, $"{Day(date.From)}..{Day(date.To)} {date.Precision}");
        Assert.Null(date.Fault());
        Assert.NotEmpty(date.Rule ?? "");
        Assert.NotEmpty(date.Words ?? "");
    }

    [Fact]
    public void Read_MonthWithItsYearBefore_TakesThatYear() =>
        Assert.Equal(new DateOnly(2022, 5, 22), DateResolver.Read("as early as May 2022, a memo dated 22 May shows", Article)[^1].Date.From);

    [Theory]
    [InlineData("in the journal Medicine Today")]
    [InlineData("they may march on 2000 soldiers")]
    [InlineData("بعد صلاة الجمعة وفي نهاية اليوم")]
    [InlineData("قبل يومين من الاقتراع")]
    [InlineData("for the first time in 24 years")]
    [InlineData("on Black Friday")]
    public void Read_NoDate_GivesNone(string text) => Assert.Empty(DateResolver.Read(text, Article));

    [Fact]
    public void Read_LabelledPhrases_AreRightInNineteenOfTwenty() =>
        Assert.True(ReadingMeasures.Dates(LabelledReading.Dates()).Share >= 0.95, ReadingMeasures.Dates(LabelledReading.Dates()).ToString());

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
