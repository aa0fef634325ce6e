using System.Globalization;
using AngleSharp.Dom;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>Searching as a reader does it: what is found and why, how the search was read, and what the box offers.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class SearchPageTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en", "Best match")]
    [InlineData("ar", "الأكثر مطابقة")]
    public async Task Sort_OfASearch_IsBestMatchFirst_AndGoesWithTheText(string language, string best)
    {
        var found = await SearchAsync(language, "6700");
        var unsearched = (await reader.GetAsync($"/{language}/claims?sort=relevance")).AssertOk();

        Assert.Equal(best, found.AllWords(".sorts a")[0]);
        Assert.Equal(best, found.Words(".sorts a[aria-current]"));
        Assert.Equal($"/{language}/claims", Assert.Single(found.Html.QuerySelectorAll("a.chip")).GetAttribute("href"));
        Assert.DoesNotContain(best, unsearched.AllWords(".sorts a"));
        Assert.Equal(3, unsearched.AllWords(".sorts a").Count);
    }

    [Fact]
    public async Task Sort_ChosenForASearch_StaysWhenTheTextGoes()
    {
        var page = (await reader.GetAsync("/en/claims?q=containers&sort=asserted")).AssertOk();

        Assert.Equal("/en/claims?sort=asserted", Assert.Single(page.Html.QuerySelectorAll("a.chip")).GetAttribute("href"));
        Assert.Equal("asserted", page.Form("q")["sort"]);
    }

    [Theory]
    [InlineData("en", "north korea containers")]
    [InlineData("ar", "الحاويات")]
    [InlineData("en", "حاوية")]
    [InlineData("ar", "satellite")]
    [InlineData("en", "Reuters")]
    [InlineData("en", "3 million shells")]
    [InlineData("ar", "صواريخ بوتين")]
    [InlineData("en", "artill*")]
    [InlineData("ar", "\"كوريا الشمالية\"")]
    public async Task EveryRow_ShowsWhyItWasFound(string language, string text)
    {
        var page = await SearchAsync(language, text);

        Assert.NotEmpty(page.AllWords(".claim-card"));
        Assert.All(page.Html.QuerySelectorAll(".claim-card"), card => Assert.True(card.QuerySelector("mark") is not null, $"Why was this found for {text}? {WebPage.Plain(card.TextContent)}"));
    }

    [Theory]
    [InlineData("en", "raiting:false containers", "rating:false containers")]
    [InlineData("en", "containers rating:flase", "containers rating:False")]
    [InlineData("ar", "التقيم:مضلل", "التقييم:مضلل")]
    [InlineData("ar", "التقييم:مظلل", "التقييم:مضلل")]
    [InlineData("en", "rating:\"mosty true\"", "rating:\"Mostly true\"")]
    public async Task Filter_WithSlips_IsOfferedAsItWasMeant(string language, string typed, string meant)
    {
        var page = await SearchAsync(language, typed);

        Assert.Equal(meant, page.Words(".search-note--meant bdi"));
        Assert.Empty((await SearchAsync(language, meant)).AllWords(".search-hints li"));
    }

    [Theory]
    [InlineData("ra\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301itng:false")]
    [InlineData("colour:blue")]
    public async Task Filter_NearNothing_IsOnlySaidToBeUnknown(string typed)
    {
        var page = await SearchAsync("en", typed);

        Assert.NotEmpty(page.AllWords(".search-hints li"));
        Assert.DoesNotContain(':', page.Words(".search-note--meant bdi"));
    }

    [Fact]
    public async Task Marks_StandOnTheTextAsWritten_WhateverTheSpellingOfTheQuery()
    {
        var arabic = await SearchAsync("ar", "كيم جونج اون");
        var english = await SearchAsync("en", "CONTAINER");

        Assert.Contains("كيم جونغ أون", arabic.AllWords(".claim-card__statement mark"));
        Assert.Contains("containers", english.AllWords(".claim-card__statement mark"));
    }

    [Fact]
    public async Task Excerpt_SaysWhereTheWordsStand_InTheirOwnLanguage()
    {
        var page = await SearchAsync("en", "حاوية");

        var excerpt = page.Html.QuerySelectorAll(".claim-card__excerpt").First(e => e.QuerySelector("[lang=ar]") is not null);
        Assert.Equal("rtl", excerpt.QuerySelector("[lang=ar]")?.GetAttribute("dir"));
        Assert.StartsWith("Also worded:", WebPage.Plain(excerpt.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "\"containers", "containers", "has no partner")]
    [InlineData("ar", "\"حاويات", "حاويات", "بلا نظير")]
    [InlineData("en", "colour:red containers", "colour:red", "is not a filter here")]
    [InlineData("ar", "اللون:أحمر حاويات", "اللون:أحمر", "لا خيار تصفية هنا")]
    [InlineData("en", "rating:nonsense", "nonsense", "Nothing here goes by")]
    [InlineData("ar", "التقييم:هراء", "هراء", "لا شيء هنا بهذا الاسم")]
    [InlineData("en", "containers after:someday", "after:someday", "no date we can read")]
    [InlineData("ar", "حاويات بعد:يوما", "بعد:يوما", "لا تاريخ مفهومًا")]
    [InlineData("en", "containers number>many", "number>many", "no number we can read")]
    [InlineData("ar", "حاويات العدد>كثير", "العدد>كثير", "لا رقم مفهومًا")]
    [InlineData("en", "containers OR", "OR", "nothing stands beside")]
    public async Task WhatDoesNotFit_IsSearchedAsWords_AndSaidSo(string language, string text, string piece, string words)
    {
        var page = await SearchAsync(language, text);

        var hint = Assert.Single(page.Html.QuerySelectorAll(".search-hints li"));
        Assert.Contains(words, WebPage.Plain(hint.TextContent), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(piece, hint.QuerySelector("bdi")?.TextContent ?? "", StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Costly => new()
    {
        { "en", Alternatives("number>", 1, "|"), "too many alternatives" },
        { "ar", Alternatives("عدد>", 1, "|"), "بدائل أكثر مما ينبغي" },
        { "en", "-(" + Alternatives("containers number>", 1, "|", 8) + ")", "too many alternatives" },
        { "en", "claimant:" + Alternatives("", 11, ","), "too many alternatives" },
        { "ar", "المنفذ:" + Alternatives("", 11, ","), "بدائل أكثر مما ينبغي" },
        { "en", Alternatives("topic:", 11, " "), "too many filters" },
        { "ar", Alternatives("صاحب:", 11, " "), "خيارات التصفية أكثر مما ينبغي" },
    };

    [Theory, MemberData(nameof(Costly))]
    public async Task ManyAlternatives_AskTheDatabaseNoMoreThanAFew_AndThePageSaysSo(string language, string text, string words)
    {
        WebPage? page = null;

        var queries = await site.CountQueriesAsync(async () => page = await SearchAsync(language, text));

        Assert.Contains(words, page?.Words(".search-hints"), StringComparison.Ordinal);
        Assert.InRange(queries, 1, 60);
    }

    [Fact]
    public async Task NonsenseOfManyWords_IsNotSpelledAnew()
    {
        var queries = await site.CountQueriesAsync(() => SearchAsync("en", "bxqa cxqb dxqc fxqd gxqe hxqf jxqg kxqh lxqi mxqj nxqk pxql qxqm rxqn sxqo txqp vxqr"));

        Assert.InRange(queries, 1, 25);
    }

    /// <summary>As many as a search has room for.</summary>
    private static string Alternatives(string before, int from, string between, int count = int.MaxValue)
    {
        var text = "";
        for (var n = from; n - from < count && text.Length + between.Length + before.Length + 3 < 190; n++)
        {
            text += (text.Length == 0 ? "" : between) + before + n.ToString(CultureInfo.InvariantCulture);
        }

        return text;
    }

    [Theory]
    [InlineData("en", "( ( \" ' OR AND NOT -")]
    [InlineData("ar", "؟؟؟")]
    [InlineData("en", "'; DROP TABLE \"Claims\"; --")]
    [InlineData("en", "NEAR(a b) * : ^ {x} !")]
    [InlineData("ar", "<script>alert(1)</script> حاويات")]
    public async Task AnySearch_IsAPage_AndWhatWasTypedStaysText(string language, string text)
    {
        var page = await SearchAsync(language, text);

        Assert.Equal(text, page.Form("q")["q"]);
        Assert.DoesNotContain(page.Html.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "every claim is listed")]
    [InlineData("ar", "تُعرض الادعاءات كلها")]
    public async Task NothingToSearchFor_ListsEverything_AndSaysSo(string language, string words)
    {
        var page = await SearchAsync(language, "...");

        Assert.Equal(20, page.AllWords(".claim-card").Count);
        Assert.Contains(words, page.Words(".search-hints"), StringComparison.Ordinal);
        Assert.Equal("...", page.Words(".search-hints bdi"));
    }

    [Theory]
    [InlineData("en", "containrs", "containers")]
    [InlineData("ar", "الحاوايت", "حاوي")]
    public async Task DidYouMean_IsALinkThatKeepsTheFilters(string language, string typed, string meant)
    {
        var page = (await reader.GetAsync($"/{language}/claims?q={Uri.EscapeDataString(typed)}&topic=arms-transfers")).AssertOk();

        var link = Assert.Single(page.Html.QuerySelectorAll(".search-note--meant a"));
        Assert.Contains(meant, link.TextContent, StringComparison.Ordinal);
        Assert.Contains("topic=arms-transfers", link.GetAttribute("href") ?? "", StringComparison.Ordinal);
        Assert.NotEmpty((await reader.GetAsync(link.GetAttribute("href") ?? "")).AssertOk().AllWords(".claim-card"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Help_ShowsExamplesThatFindClaims(string language)
    {
        var examples = (await reader.GetAsync($"/{language}/claims")).AssertOk().Html.QuerySelectorAll(".search-help dt a");

        Assert.InRange(examples.Length, 10, 20);
        foreach (var example in examples)
        {
            var page = (await reader.GetAsync(example.GetAttribute("href") ?? "")).AssertOk();

            Assert.True(page.AllWords(".claim-card").Count > 0, $"{example.TextContent} finds nothing.");
            Assert.Empty(page.AllWords(".search-hints li"));
            Assert.Equal(example.TextContent, page.Form("q")["q"]);
        }
    }

    [Theory]
    [InlineData("en", "kim jong", "Kim Jong Un")]
    [InlineData("en", "كيم جونج", "Kim Jong Un")]
    [InlineData("ar", "kim jong", "كيم جونغ أون")]
    [InlineData("ar", "كيم ج", "كيم جونغ أون")]
    public async Task Suggestions_ForANameInEitherScript_LeadToThePerson(string language, string typed, string name)
    {
        var page = await SuggestAsync(language, typed);

        var offer = page.Html.QuerySelectorAll("[role=option]").First(o => WebPage.Plain(o.QuerySelector(".suggestions__text")?.TextContent) == name);
        var address = offer.GetAttribute("data-href") ?? "";
        Assert.StartsWith($"/{language}/claimants/", address, StringComparison.Ordinal);
        (await reader.GetAsync(address)).AssertOk();
        Assert.InRange(page.Html.QuerySelectorAll("[data-href*='/claims/']").Length, 1, 5);
        Assert.All(page.Html.QuerySelectorAll("[data-href*='/claims/']"), o => Assert.NotEqual("", WebPage.Plain(o.QuerySelector(".suggestions__aside")?.TextContent)));
    }

    [Theory]
    [InlineData("en", "arms tr", "arms-transfers")]
    [InlineData("ar", "نقل الأسل", "arms-transfers")]
    public async Task Suggestions_ForATopic_LeadToIt(string language, string typed, string slug)
    {
        var page = await SuggestAsync(language, typed);

        Assert.Contains(page.Html.QuerySelectorAll("[role=option]"), o => o.GetAttribute("data-href") == $"/{language}/topics/{slug}");
    }

    [Theory]
    [InlineData("en", "q", "No suggestions")]
    [InlineData("ar", "", "لا اقتراحات")]
    [InlineData("en", "zzzzzz", "No suggestions")]
    public async Task Suggestions_ForNothing_SaySo_AndAreNotIndexed(string language, string typed, string words)
    {
        var page = await SuggestAsync(language, typed);

        Assert.Empty(page.Html.QuerySelectorAll("[role=option]"));
        Assert.Equal(words, page.Html.QuerySelector("[data-suggest-words]")?.GetAttribute("data-suggest-words"));
        Assert.Equal("noindex", Assert.Single(page.Response.Headers.GetValues("X-Robots-Tag")));
    }

    private async Task<WebPage> SearchAsync(string language, string text) => (await reader.GetAsync($"/{language}/claims?q={Uri.EscapeDataString(text)}")).AssertOk();

    private async Task<WebPage> SuggestAsync(string language, string text) => (await reader.GetAsync($"/{language}/claims/suggestions?q={Uri.EscapeDataString(text)}")).AssertOk();
}
