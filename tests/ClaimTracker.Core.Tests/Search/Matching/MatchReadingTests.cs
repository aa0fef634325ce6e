using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search.Matching;

/// <summary>What the matcher reads out of a text.</summary>
public sealed class MatchReadingTests
{
    [Theory]
    [InlineData("عاجل | مقتل 3 جنود", "مقتل 3 جنود")]
    [InlineData("عاااجل 🔴 الجيش يتقدم", "الجيش يتقدم")]
    [InlineData("BREAKING: 41 drones down https://t.co/aB1", "41 drones down")]
    [InlineData("RT @reporter: the dam has burst", "the dam has burst")]
    [InlineData("no power #NoElectricity #blackout_2022", "no power Electricity blackout 2022")]
    [InlineData("كهرباء #العاصمة_بلا_كهرباء pic.twitter.com/x8", "كهرباء العاصمة بلا كهرباء")]
    [InlineData("سووووء", "سوء")]
    [InlineData("write to desk@example.org", "write to desk@example.org")]
    [InlineData(null, "")]
    public void Clean_Post_KeepsItsWords(string? post, string words)
    {
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), PostText.Clean(post).Split([" ", "🔴", "|"], StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("on 13 September 2023 in Moscow", "2023-09-13")]
    [InlineData("September 13, 2023", "2023-09-13")]
    [InlineData("in Sept 2023", "2023-09")]
    [InlineData("dated 2023-09-13", "2023-09-13")]
    [InlineData("فجر اليوم 13/9/2023", "2023-09-13")]
    [InlineData("9/13/2023", "2023-09-13")]
    [InlineData("في ١٣ أيلول ٢٠٢٣", "2023-09-13")]
    [InlineData("خلال كانون الثاني 2024", "2024-01")]
    [InlineData("بسبتمبر 2023", "2023-09")]
    [InlineData("أول أعوامه هو عام 2000", "2000")]
    [InlineData("الربع الأول من 2023", "2023")]
    [InlineData("on 8 June", "--06-08")]
    [InlineData("they may march in august company", "")]
    [InlineData("about 2000 people", "")]
    [InlineData("أكثر من 2000 شخص", "")]
    [InlineData("2,000 people", "")]
    [InlineData("", "")]
    public void Dates_AreReadAsFarAsTheyAreSaid(string text, string dates)
    {
        Assert.Equal(dates, string.Join(' ', MatchText.OfClaim(text).Dates.Select(d => d.Date)));
    }

    [Theory]
    [InlineData("6,700 containers", "6700")]
    [InlineData("٦٬٧٠٠ حاوية", "6700")]
    [InlineData("three million shells", "3000000")]
    [InlineData("Covid-19 in 5G masts near the F-16", "")]
    [InlineData("70 percent in November 2022", "70")]
    [InlineData("her fifth visit", "5")]
    [InlineData("تعليق الدراسة أسبوعين", "2")]
    [InlineData("الملء الرابع للسد", "4")]
    public void Numbers_AreQuantitiesOnly(string text, string numbers)
    {
        Assert.Equal(numbers, string.Join(' ', MatchText.OfClaim(text).Numbers.Select(n => n.ToString())));
    }

    [Theory]
    [InlineData("1845045", "1800000", true)]
    [InlineData("31.9", "32", true)]
    [InlineData("6700", "6700", true)]
    [InlineData("6700", "7000", false)]
    [InlineData("5300", "5400", false)]
    [InlineData("4", "5", false)]
    public void Agrees_RoundedNumber_OnlyToTwoDigits(string claim, string text, bool agrees)
    {
        Assert.Equal(agrees, new MatchNumber(decimal.Parse(text, CultureInfo.InvariantCulture), [], "", 0, 0).Agrees(decimal.Parse(claim, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("The Red Crescent said 120 trucks crossed", "Red Crescent")]
    [InlineData("120 trucks crossed, according to the Red Crescent", "Red Crescent")]
    [InlineData("قال الهلال الأحمر إن 120 شاحنة دخلت", "الهلال الأحمر")]
    [InlineData("دخلت 120 شاحنة بحسب الهلال الأحمر", "الهلال الأحمر")]
    [InlineData("Lotfi: inflation is past its peak", "Lotfi")]
    [InlineData("The bridge fell into the river", null)]
    public void Speaker_IsWhoSaysIt(string text, string? speaker)
    {
        Assert.Equal(speaker, MatchText.OfClaim(text).Speaker?.Name.Replace("The ", "", StringComparison.Ordinal).Replace("the ", "", StringComparison.Ordinal));
    }
}
