using System.Globalization;
using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Tests.Format;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("6700", "6700")]
    [InlineData("6,700", "6700")]
    [InlineData("٦٧٠٠", "6700")]
    [InlineData("٦٬٧٠٠", "6700")]
    [InlineData("۶۷۰۰", "6700")]
    [InlineData("6 700", "6700")]
    [InlineData("6\u00A0700", "6700")]
    [InlineData("6'700", "6700")]
    [InlineData("6،700", "6700")]
    [InlineData("3,000,000", "3000000")]
    [InlineData("3.000.000", "3000000")]
    [InlineData("٣٬٠٠٠٬٠٠٠٫٥", "3000000.5")]
    [InlineData("6,700.5", "6700.5")]
    [InlineData("6.700,5", "6700.5")]
    [InlineData("6 700,5", "6700.5")]
    [InlineData("6,7", "6.7")]
    [InlineData("6.7", "6.7")]
    [InlineData("6,70", "6.70")]
    [InlineData("1.500", "1.5")]
    [InlineData("1,500", "1500")]
    [InlineData("٠٫٥", "0.5")]
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("  42  ", "42")]
    [InlineData("0", "0")]
    public void Reads(string typed, string expected)
    {
        Assert.True(NumberParser.TryParse(typed, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("abc")]
    [InlineData("6700 rockets")]
    [InlineData("6,70,0")]
    [InlineData("1.2.3")]
    [InlineData("6,7.0,0")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("--5")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("12345678901234567890123456")]
    public void DoesNotRead(string? typed) => Assert.False(NumberParser.TryParse(typed, out _));

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("fa")]
    public void IsNotMovedByTheThreadsCulture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.True(NumberParser.TryParse("6,700.5", out var number));
            Assert.Equal(6700.5m, number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("12.0", true)]
    [InlineData("12.5", false)]
    [InlineData("99,999,999,999", false)]
    public void Whole_OnlyWhole(string typed, bool expected) => Assert.Equal(expected, NumberParser.TryParseWhole(typed, out _));
}
