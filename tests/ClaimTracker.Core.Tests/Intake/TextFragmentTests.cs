using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class TextFragmentTests
{
    private const string Page = "https://example.org/a";

    [Theory]
    [InlineData("six thousand containers", null, null, "six%20thousand%20containers")]
    [InlineData("six thousand", "The ministry said that ", " containers were sent\nNext", "ministry%20said%20that-,six%20thousand,-containers%20were%20sent")]
    [InlineData("آلاف الحاويات", "وقالت الوزارة إن عدد\n", " وصلت أمس", "%D8%A2%D9%84%D8%A7%D9%81%20%D8%A7%D9%84%D8%AD%D8%A7%D9%88%D9%8A%D8%A7%D8%AA,-%D9%88%D8%B5%D9%84%D8%AA")]
    [InlineData("well-known, R&D", null, null, "well%2Dknown%2C%20R%26D")]
    [InlineData("one two three four five six seven eight nine ten eleven", "before ", " after", "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven")]
    [InlineData("ends here.\n\nBegins there", null, null, "ends%20here.,Begins%20there")]
    [InlineData("ainers were sent", "six thousand cont", " away", "were%20sent")]
    [InlineData("two  words\u200F", null, null, "two%20words")]
    [InlineData("😀 smile", null, null, "%F0%9F%98%80%20smile")]
    [InlineData("كيم جونغ أون", null, "، الزعيم الكوري الشمالي،", "%D9%83%D9%8A%D9%85%20%D8%AC%D9%88%D9%86%D8%BA%20%D8%A3%D9%88%D9%86,-%D8%8C%20%D8%A7%D9%84%D8%B2%D8%B9%D9%8A%D9%85%20%D8%A7%D9%84%D9%83%D9%88%D8%B1%D9%8A")]
    public void AddressOf_Quote_GivesItsTerms(string quote, string? prefix, string? suffix, string terms) =>
        Assert.Equal($"{Page}#:~:text={terms}", TextFragment.AddressOf(Page, quote, prefix, suffix));

    [Theory]
    [InlineData("https://example.org/a?b=c&d#part", "https://example.org/a?b=c&d#part:~:text=word")]
    [InlineData("http://example.org/", "http://example.org/#:~:text=word")]
    [InlineData("https://example.org/#", "https://example.org/#:~:text=word")]
    [InlineData("https://example.org/a#:~:text=older", "https://example.org/a#:~:text=word")]
    [InlineData("https://example.org/a#part:~:text=older", "https://example.org/a#part:~:text=word")]
    [InlineData("https://web.archive.org/web/20240101000000/https://example.org/", "https://web.archive.org/web/20240101000000/https://example.org/#:~:text=word")]
    public void AddressOf_Address_KeepsItsOwnPart(string address, string expected) => Assert.Equal(expected, TextFragment.AddressOf(address, "word"));

    [Theory]
    [InlineData(null, "word")]
    [InlineData("", "word")]
    [InlineData("javascript:alert(1)", "word")]
    [InlineData("ftp://example.org/a", "word")]
    [InlineData("/desk/claims", "word")]
    [InlineData(Page, null)]
    [InlineData(Page, " ")]
    [InlineData(Page, "« … »")]
    public void AddressOf_NothingToPointAt_IsNull(string? address, string? quote) => Assert.Null(TextFragment.AddressOf(address, quote));

    [Theory]
    [InlineData("cat", "un", "s")]
    public void AddressOf_OnlyAPieceOfAWord_IsNull(string quote, string prefix, string suffix) => Assert.Null(TextFragment.AddressOf(Page, quote, prefix, suffix));
}
