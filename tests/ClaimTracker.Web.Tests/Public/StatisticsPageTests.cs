using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Statistics;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What a reader sees of the statistics; that they are right is <c>StatisticsTests</c>' matter.</summary>
public sealed class StatisticsPageTests(PublicSite site) : IClassFixture<PublicSite>
{
    private readonly Browser reader = site.NewBrowser();

    [Fact]
    public async Task Statistics_CountChecksOfOurOwn_AndSayHowManyImportedAreNot()
    {
        var before = (await reader.GetAsync("/en/statistics")).AssertOk();
        Assert.Contains("No check of our own has been published yet.", before.Text, StringComparison.Ordinal);
        var imported = before.Words(".note");
        var number = await site.NumberOfAsync("huge-stadium-kim-il-sung-square");

        await site.PublishAsync(number, PublicationKind.Verdict, d => d with { State = PublicState.Published, Verdict = (d.Verdict ?? throw new InvalidOperationException("Imported with one.")) with { IsImported = false } });

        foreach (var (language, heading) in new[] { ("en", "Statistics"), ("ar", "إحصاءات") })
        {
            var page = (await reader.GetAsync($"/{language}/statistics")).AssertOk();
            Assert.Equal(heading, page.Heading);
            Assert.Equal("1", page.Words(".tile dd"));
            Assert.Single(page.Html.QuerySelectorAll(".month-bars rect"));
            Assert.Equal(language == "ar", page.Html.QuerySelector(".month-bars svg")?.GetAttribute("direction") == "rtl");
        }

        var after = await reader.GetAsync("/en/statistics");
        Assert.NotEqual(imported, after.Words(".note"));
        Assert.Contains("2020", (await reader.GetAsync("/en/statistics?to=2020")).Html.QuerySelector("#to")?.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("No check was published in this period.", (await reader.GetAsync("/en/statistics?to=2020")).Text, StringComparison.Ordinal);
        var file = await reader.Client.GetAsync(new Uri("/en/statistics.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("checks,,Checks published,1,,", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=31.2.2024", "to")]
    [InlineData("from=2024&to=2023", "to")]
    public async Task Statistics_OfDatesThatAreNone_SayWhatIsWrong_AndKeepWhatWasTyped(string query, string field)
    {
        var page = (await reader.GetAsync($"/en/statistics?{query}")).AssertStatus(HttpStatusCode.BadRequest);

        Assert.NotNull(page.ErrorAt(field));
        Assert.All(query.Split('&'), typed => Assert.Equal(typed.Split('=')[1], page.Html.GetElementById(typed.Split('=')[0])?.GetAttribute("value")));
        (await reader.GetAsync($"/en/statistics.csv?{query}")).AssertStatus(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(70)]
    [InlineData(2_000)]
    public void MonthColumns_StandInTheBox_WithoutTouching_InTheReadingDirection(int count)
    {
        var months = Enumerable.Range(0, count).Select(i => (new DateOnly(1900, 1, 1).AddMonths(i), i % 7)).ToList();
        foreach (var isRightToLeft in new[] { false, true })
        {
            var chart = MonthBars.Of(months, isRightToLeft);

            Assert.Equal(count, chart.Bars.Count);
            Assert.All(chart.Bars, b => Assert.True(b.X >= 0 && b.X + b.Width <= MonthBars.Width && b.Y >= MonthBars.Top - 0.001 && b.Y + b.Height <= MonthBars.Base + 0.001));
            Assert.All(chart.Bars.Zip(chart.Bars.Skip(1)), p => Assert.True(isRightToLeft ? p.Second.X + p.Second.Width < p.First.X : p.First.X + p.First.Width < p.Second.X));
            Assert.All(chart.Years.Zip(chart.Years.Skip(1)), p => Assert.True(Math.Abs(p.First.X - p.Second.X) > 30));
        }
    }
}
