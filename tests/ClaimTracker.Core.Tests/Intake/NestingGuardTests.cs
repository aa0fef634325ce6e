using System.Diagnostics;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class NestingGuardTests
{
    private const int Many = 200_000;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<div/>")]
    [InlineData("<DIV class=\"a>b\">")]
    [InlineData("<p><span></x>")]
    [InlineData("<!-- --!><div>")]
    [InlineData("<svg><title><div>")]
    public void ReadPasted_ElementsNestedBeyondMeasure_IsNothingAtOnce(string tag)
    {
        var html = "<html><body><p>The bridge was closed on Monday.</p>" + string.Concat(Enumerable.Repeat(tag, Many)) + "x</body></html>";
        var clock = Stopwatch.StartNew();

        var article = ArticleReader.ReadPasted(html, address: null);

        Assert.Empty(article.Paragraphs);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("<p>The ministry said that the bridge was closed.")]
    [InlineData("<p>The ministry said <b>that</b> the bridge<br> was <img src='a>b'>closed.</p>")]
    [InlineData("<div><ul><li>The ministry said that the bridge was closed.<li>Nobody was hurt.</ul></div>")]
    [InlineData("<div><i>The ministry said that the bridge was closed.</div>")]
    [InlineData("<p>The ministry said that the bridge was closed.</p><script>document.write('<div><div>')</script><!-- <div> --><svg><path d='m'/><path d='m'/></svg>")]
    public void ReadPasted_LongPageOfFlatElements_IsRead(string piece) =>
        Assert.NotEmpty(ArticleReader.ReadPasted("<html><body>" + string.Concat(Enumerable.Repeat(piece, 400)) + "</body></html>", address: null).Paragraphs);
}
