using System.Net;
using AngleSharp.Dom;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

[Collection(ReadOnlySite.Name)]
public sealed class ClaimPageTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en", "was it said?", "Government of Russia", "Government of North Korea", "denied")]
    [InlineData("ar", "هل قيل ذلك؟", "حكومة روسيا", "حكومة كوريا الشمالية", "نفي")]
    public async Task ContainerClaim_ShowsAspectDenialsOtherCountsAndSources(string language, string aspect, string moscow, string pyongyang, string denied)
    {
        var page = await OpenAsync("sk-6700-containers-shipped", language);

        Assert.Equal(aspect, page.Words(".aspect__question"));
        Assert.Contains("6700", page.Words(".figure__number"), StringComparison.Ordinal);
        var denial = page.Words(".denials");
        Assert.Contains(moscow, denial, StringComparison.Ordinal);
        Assert.Contains(pyongyang, denial, StringComparison.Ordinal);
        Assert.Contains(page.Html.QuerySelectorAll(".denials .chain__step"), s => s.TextContent.Contains(denied, StringComparison.Ordinal));
        var counts = page.Words(".figures table");
        Assert.All(new[] { "1000", "5000", "7000", "10,000", "11,000", "13,000", "20,000" }, n => Assert.Contains(n, counts, StringComparison.Ordinal));
        Assert.Equal(5, page.Html.QuerySelectorAll(".source").Length);
        Assert.All(page.Html.QuerySelectorAll(".cite-mark"), c => Assert.NotNull(page.Html.QuerySelector(c.GetAttribute("href") ?? "")));
    }

    [Theory]
    [InlineData("sk-capacity-3m-152mm", "en", "or", "3,000,000", "500,000")]
    [InlineData("sk-capacity-3m-152mm", "ar", "أو", "3,000,000", "500,000")]
    [InlineData("sk-capacity-500k-122mm", "en", "or", "500,000", "3,000,000")]
    [InlineData("sk-capacity-500k-122mm", "ar", "أو", "500,000", "3,000,000")]
    [InlineData("sk-5000-containers-dec-2023", "ar", "أو", "2,000,000", "400,000")]
    public async Task CapacityClaims_ShowBothFiguresAsEitherOr(string key, string language, string or, string own, string other)
    {
        var page = await OpenAsync(key, language);

        var choice = Assert.Single(page.Html.QuerySelectorAll(".figure-choice--either"));
        var numbers = choice.QuerySelectorAll(".figure__number").Select(n => n.TextContent).ToList();
        Assert.Collection(numbers, n => Assert.Contains(own, n, StringComparison.Ordinal), n => Assert.Contains(other, n, StringComparison.Ordinal));
        Assert.Equal(or, choice.QuerySelector(".figure-choice__or")?.TextContent.Trim());
        Assert.Equal(2, choice.QuerySelectorAll(".figure__kind--capacity").Length);
    }

    [Fact]
    public async Task Address_HasOneSpelling_TheOthersLeadThere()
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");

        var bare = await reader.GetOnceAsync($"/en/claims/{number}");
        var wrong = await reader.GetOnceAsync($"/ar/claims/{number}/something-else");

        Assert.Equal(HttpStatusCode.MovedPermanently, bare.Status);
        Assert.Equal(HttpStatusCode.MovedPermanently, wrong.Status);
        Assert.StartsWith($"/en/claims/{number}/south-korea", bare.Response.Headers.Location?.ToString(), StringComparison.Ordinal);
        (await reader.GetAsync($"/ar/claims/{number}/something-else")).AssertOk();
    }

    [Theory]
    [InlineData("en/claims/99999")]
    [InlineData("ar/claims/0")]
    [InlineData("en/claims/-1")]
    [InlineData("ar/claims/99999999999999")]
    [InlineData("en/claims/1/v/77")]
    [InlineData("ar/claims/99999/history")]
    public async Task UnknownNumber_Is404_InTheLanguageOfTheAddress(string path)
    {
        var page = (await reader.GetAsync("/" + path)).AssertStatus(HttpStatusCode.NotFound);

        Assert.Equal(path[..2], page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("en", "False: mistranslated", "large stand")]
    [InlineData("ar", "غير صحيح: خطأ ترجمة", "منصة")]
    public async Task GarbledClaim_ShowsWhatWasPublishedAndWhatWasMeant(string language, string badge, string meant)
    {
        var page = await OpenAsync("huge-stadium-kim-il-sung-square", language);

        Assert.Equal(badge, page.Words(".verdict .badge__words"));
        Assert.Contains(meant, page.Words(".published-meant div:nth-child(2) dd"), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector(".published-meant a[href^='/" + language + "/claims/']"));
    }

    [Fact]
    public async Task ImportedClaim_StaysOutOfSearchEngines_AndItsTitleCarriesTheFinding()
    {
        var page = await OpenAsync("kim-called-south-korean-leader", "en");

        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        var title = page.Html.QuerySelector("meta[property='og:title']")?.GetAttribute("content");
        Assert.Equal(page.Heading, title);
        Assert.NotEqual(page.Words(".claim-box__statement"), title);
        Assert.Contains("badge--hollow", page.Html.QuerySelector(".verdict .badge")?.ClassList ?? throw new InvalidOperationException("No badge."));
        Assert.Contains("CC BY 4.0", page.Words(".data-set"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfOthers_CarryTheirLanguageAndDirection()
    {
        var page = await OpenAsync("sk-6700-containers-shipped", "en");

        Assert.All(page.Html.QuerySelectorAll("q").Where(IsArabic), q =>
        {
            Assert.Equal("ar", q.Closest("[lang]")?.GetAttribute("lang"));
            Assert.Equal("rtl", q.Closest("[dir]")?.GetAttribute("dir"));
        });
        Assert.Contains(page.Html.QuerySelectorAll("q"), IsArabic);
        Assert.Equal("ar", page.Html.QuerySelector(".claim-box__original [lang]")?.GetAttribute("lang"));
    }

    [Fact]
    public async Task Chain_DiffersPerSource_AndNamesMistakenSourcesAsSuch()
    {
        var denial = await OpenAsync("moscow-pyongyang-deny-arms-transfers", "en");
        var stadium = await OpenAsync("huge-stadium-kim-il-sung-square", "en");

        Assert.Equal(2, denial.Html.QuerySelectorAll(".chains .chain").Length);
        Assert.Equal(2, denial.Html.QuerySelectorAll(".chains .chain__scope").Length);
        Assert.Contains("CNN", Assert.Single(stadium.Html.QuerySelectorAll(".chain__step--mistaken")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denial_NamesTheRatingOfWhatItDenies()
    {
        var page = await OpenAsync("moscow-pyongyang-deny-arms-transfers", "en");

        Assert.Equal("Said (content: Mostly true)", page.Words(".verdict .badge__words"));
        Assert.NotNull(page.Html.QuerySelector(".aspect__content a"));
    }

    [Fact]
    public async Task Page_NamesItsTwinInTheOtherLanguage()
    {
        var page = await OpenAsync("sk-6700-containers-shipped", "ar");

        var twin = page.Html.QuerySelector("link[rel=alternate][hreflang=en]")?.GetAttribute("href");
        Assert.Contains("/en/claims/", twin, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetOnceAsync(new Uri(twin ?? "").PathAndQuery)).Status);
        var switched = await page.FollowAsync("English");
        Assert.Equal("en", switched.AssertOk().Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Page_NeedsAConstantNumberOfQueries()
    {
        var numbers = new List<int>();
        foreach (var key in new[] { "sk-6700-containers-shipped", "moscow-pyongyang-deny-arms-transfers", "vostochny-summit-2023-09-13", "huge-stadium-kim-il-sung-square" })
        {
            var canonical = (await OpenAsync(key, "en")).Path;
            numbers.Add(await site.CountQueriesAsync(() => reader.GetAsync(canonical + "?fresh=1")));
        }

        Assert.All(numbers, n => Assert.InRange(n, 5, 18));
    }

    [Theory]
    [InlineData("en", "version 1")]
    [InlineData("ar", "النسخة 1")]
    public async Task Version_HasAnAddressOfItsOwn_AndAHistory(string language, string words)
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");

        var version = (await reader.GetAsync($"/{language}/claims/{number}/v/1")).AssertOk();
        var history = (await reader.GetAsync($"/{language}/claims/{number}/history")).AssertOk();

        Assert.NotEqual("", version.Words(".banner--version"));
        Assert.Equal("noindex", version.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Contains(words, history.AllWords("tbody th"));
        Assert.All(history.AllWords("tbody code"), hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    private async Task<WebPage> OpenAsync(string key, string language) =>
        (await reader.GetAsync($"/{language}/claims/{await site.NumberOfAsync(key)}")).AssertOk();

    private static bool IsArabic(IElement element) => element.TextContent.Any(c => c is >= '\u0600' and <= '\u06FF');
}
