using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Tests.Claims;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("2024-02-26")]
    [InlineData("2024/2/26")]
    [InlineData("26/2/2024")]
    [InlineData("26.02.2024")]
    [InlineData("26-2-2024")]
    [InlineData("٢٦/٢/٢٠٢٤")]
    [InlineData("۲۶/۲/۲۰۲۴")]
    [InlineData("26 February 2024")]
    [InlineData("26 feb 2024")]
    [InlineData("26 فبراير 2024")]
    [InlineData("٢٦ فبراير ٢٠٢٤")]
    [InlineData("26 شباط 2024")]
    [InlineData("26 فبراير، 2024")]
    [InlineData("\u200F26/2/2024\u200F")]
    public void Day(string typed)
    {
        Assert.True(DateParser.TryParseDay(typed, out var day));
        Assert.Equal(new DateOnly(2024, 2, 26), day);
    }

    [Theory]
    [InlineData("كانون الثاني 2024", 1)]
    [InlineData("تشرين الأول ٢٠٢٤", 10)]
    [InlineData("October 2024", 10)]
    [InlineData("أكتوبر 2024", 10)]
    [InlineData("اكتوبر 2024", 10)]
    [InlineData("2024-10", 10)]
    [InlineData("10/2024", 10)]
    public void Month(string typed, int month)
    {
        Assert.True(DateParser.TryParse(typed, out var date));
        Assert.Equal(new FuzzyDate(new DateOnly(2024, month, 1), new DateOnly(2024, month, 31), DatePrecision.Month), date);
        Assert.Null(date.Fault());
        Assert.False(DateParser.TryParseDay(typed, out _));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("٢٠٢٤")]
    public void Year(string typed)
    {
        Assert.True(DateParser.TryParse(typed, out var date));
        Assert.Equal(DatePrecision.Year, date.Precision);
        Assert.Null(date.Fault());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31/2/2024")]
    [InlineData("29 February 2023")]
    [InlineData("2024-13-01")]
    [InlineData("13/2024")]
    [InlineData("0000-01-01")]
    [InlineData("26 Smarch 2024")]
    [InlineData("9999")]
    [InlineData("0000")]
    [InlineData("0999")]
    [InlineData("26/2/24")]
    public void Not(string? typed) => Assert.False(DateParser.TryParse(typed, out _));
}
