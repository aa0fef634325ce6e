using System.Net;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

[Collection(ReadOnlySite.Name)]
public sealed class ClaimListTests(PublicSite site)
{
    private const int SeedClaims = 176;

    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("/en/claims?q=6700")]
    [InlineData("/en/claims?q=6%2C700")]
    [InlineData("/ar/claims?q=%D9%A6%D9%A7%D9%A0%D9%A0")]
    [InlineData("/ar/claims?q=%D9%A6%D9%AC%D9%A7%D9%A0%D9%A0")]
    public async Task Search_ForANumberInAnyDigits_ListsTheContainerClaim(string address)
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");

        var page = (await reader.GetAsync(address)).AssertOk();

        Assert.Contains($"CT-{number}", page.AllWords(".claim-card__number"));
    }

    [Theory]
    [InlineData("en", "176 claims")]
    [InlineData("ar", "176 ادعاءً")]
    public async Task List_SaysHowManyClaimsThereAre(string language, string expected)
    {
        foreach (var address in new[] { $"/{language}", $"/{language}/claims" })
        {
            var page = (await reader.GetAsync(address)).AssertOk();

            Assert.Equal(expected, page.Words(".list-head__total"));
            Assert.Equal(20, page.AllWords(".claim-card").Count);
        }
    }

    [Theory]
    [InlineData("rating", "False")]
    [InlineData("rating", "NotRated")]
    [InlineData("kind", "Denial")]
    [InlineData("topic", "arms-transfers")]
    [InlineData("country", "KP")]
    [InlineData("lang", "ar")]
    [InlineData("contested", "1")]
    public async Task Filter_FindsAsManyAsItsCountSaid_AndHasAChipThatRemovesIt(string facet, string value)
    {
        var all = (await reader.GetAsync("/en/claims")).AssertOk();
        var count = Count(all, facet, value);

        var page = (await reader.GetAsync($"/en/claims?{facet}={value}")).AssertOk();

        Assert.Equal($"{count} {(count == 1 ? "claim" : "claims")}", page.Words(".list-head__total"));
        Assert.Equal(count, Count(page, facet, value));
        Assert.NotNull(page.Html.QuerySelector($"input[name={facet}][value='{value}'][checked]"));
        var chip = Assert.Single(page.Html.QuerySelectorAll("a.chip"));
        Assert.Equal("/en/claims", chip.GetAttribute("href"));
    }

    [Fact]
    public async Task Filters_OfOneKindWiden_OfTwoKindsNarrow()
    {
        var all = await reader.GetAsync("/en/claims");
        var either = Count(all, "rating", "False") + Count(all, "rating", "Misleading");

        var widened = await reader.GetAsync("/en/claims?rating=False&rating=Misleading");
        var narrowed = await reader.GetAsync("/en/claims?rating=False&rating=Misleading&topic=translation-errors");

        Assert.Equal($"{either} claims", widened.Words(".list-head__total"));
        Assert.Equal($"{Count(widened, "topic", "translation-errors")} claims", narrowed.Words(".list-head__total"));
        Assert.Equal(3, narrowed.Html.QuerySelectorAll("a.chip").Length);
        Assert.Contains(narrowed.Html.QuerySelectorAll("a.chip"), c => c.GetAttribute("href") == "/en/claims?rating=Misleading&topic=translation-errors");
    }

    [Fact]
    public async Task Filters_ForPeopleAndOutlets_AreNamedInTheLanguageOfThePage()
    {
        var page = await reader.GetAsync("/ar/claims");

        foreach (var facet in new[] { "claimant", "outlet" })
        {
            var labels = page.Html.QuerySelectorAll($"input[name={facet}]").Select(i => i.ParentElement?.QuerySelector("bdi")?.TextContent ?? "").ToList();
            Assert.NotEmpty(labels);
            Assert.All(labels, l => Assert.False(Guid.TryParse(l, out _), l));
        }
    }

    [Theory]
    [InlineData("en", "rating=Nonsense")]
    [InlineData("ar", "kind=Nonsense&country=ZZ")]
    [InlineData("en", "claimant=nobody&outlet=%00")]
    [InlineData("ar", "q=qwertyuiop")]
    [InlineData("en", "sort=nonsense&topic=none")]
    public async Task UnknownValues_FindNothing_AndAreNoError(string language, string query)
    {
        var page = (await reader.GetAsync($"/{language}/claims?{query}")).AssertOk();

        Assert.NotEqual("", page.Words(".empty__title"));
        Assert.Empty(page.AllWords(".claim-card"));
    }

    [Fact]
    public async Task Dates_OverlapWithWhenItWasSaid()
    {
        var before = await reader.GetAsync("/en/claims?to=2023");
        var after = await reader.GetAsync("/en/claims?from=1+January+2024");

        Assert.NotEqual(before.Words(".list-head__total"), after.Words(".list-head__total"));
        Assert.DoesNotContain(after.AllWords(".claim-card__facts"), f => f.Contains("September 2023", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "from=yesterday", "from")]
    [InlineData("ar", "to=31.2.2024", "to")]
    [InlineData("en", "from=2024&to=2023", "to")]
    public async Task WrongDate_IsSaidAtTheField_AndKept(string language, string query, string field)
    {
        var page = (await reader.GetAsync($"/{language}/claims?{query}")).AssertStatus(HttpStatusCode.BadRequest);

        Assert.NotNull(page.ErrorAt(field));
        Assert.NotEqual("", page.Html.GetElementById(field)?.GetAttribute("value"));
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task TooLongText_IsSaidAtTheField()
    {
        var page = (await reader.GetAsync("/ar/claims?q=" + new string('a', 300))).AssertStatus(HttpStatusCode.BadRequest);

        Assert.NotNull(page.ErrorAt("q"));
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("ar", "asserted")]
    [InlineData("en", "repeated")]
    public async Task Pages_ByCursor_HoldEveryClaimOnce(string language, string? sort)
    {
        var seen = new List<string>();
        var next = $"/{language}/claims" + (sort is null ? "" : $"?sort={sort}");
        while (next is not null)
        {
            var page = (await reader.GetAsync(next)).AssertOk();
            seen.AddRange(page.AllWords(".claim-card__number"));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(SeedClaims, seen.Count);
        Assert.Equal(SeedClaims, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("en", "after=nonsense")]
    [InlineData("ar", "after=x~y~z")]
    public async Task BrokenCursor_Is400_WithAWayBack(string language, string query)
    {
        var page = (await reader.GetAsync($"/{language}/claims?{query}")).AssertStatus(HttpStatusCode.BadRequest);

        Assert.NotEqual("", page.Heading);
        Assert.NotNull(page.Html.QuerySelector($"main a[href='/{language}/claims']"));
    }

    [Fact]
    public async Task CursorOfAnotherList_Is400()
    {
        var first = await reader.GetAsync("/en/claims");
        var next = first.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");

        (await reader.GetAsync(next + "&sort=asserted")).AssertStatus(HttpStatusCode.BadRequest);
        (await reader.GetAsync(next + "&rating=False")).AssertStatus(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en", "Imported, not reviewed by an editor", "Logged, check not started")]
    [InlineData("ar", "تقييم مستورد لم يراجعه محرر", "مسجّل، لم يبدأ التحقق منه")]
    public async Task Badges_SayWhatNobodyHereHasReviewed(string language, string imported, string logged)
    {
        var rated = await reader.GetAsync($"/{language}/claims?rating=True");
        var unrated = await reader.GetAsync($"/{language}/claims?rating=NotRated");

        Assert.All(rated.AllWords(".claim-card__verdict"), w => Assert.EndsWith(imported, w, StringComparison.Ordinal));
        Assert.All(unrated.AllWords(".claim-card__verdict"), w => Assert.Equal(logged, w));
        Assert.All(rated.Html.QuerySelectorAll(".claim-card .badge"), b => Assert.Contains("badge--hollow", b.ClassList));
        Assert.All(unrated.AllWords(".claim-card"), card => Assert.Contains(language == "ar" ? "حتى" : "as of", card, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Said (content: ")]
    [InlineData("ar", "قيل فعلًا (المضمون: ")]
    public async Task Saying_NeverStandsWithoutItsContent(string language, string expected)
    {
        var page = await reader.GetAsync($"/{language}/claims?rating=Said");

        Assert.All(page.AllWords(".claim-card .badge__words"), w => Assert.StartsWith(expected, w, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "False: mistranslated")]
    [InlineData("ar", "غير صحيح: خطأ ترجمة")]
    public async Task GarbledWording_IsNamedInTheBadge(string language, string expected)
    {
        var page = await reader.GetAsync($"/{language}/claims?rating=False");

        Assert.Contains(expected, page.AllWords(".claim-card .badge__words"));
    }

    [Fact]
    public async Task List_NeedsAsManyQueriesForTwentyRowsAsForOne()
    {
        var many = await site.CountQueriesAsync(() => reader.GetAsync("/en/claims?rating=Said&sort=repeated"));
        var one = await site.CountQueriesAsync(() => reader.GetAsync("/en/claims?rating=NotSaid&sort=repeated"));

        Assert.InRange(many, 1, 12);
        Assert.InRange(one, many - 1, many + 1);
    }

    private static int Count(WebPage page, string facet, string value) =>
        int.Parse(page.Html.QuerySelector($"input[name={facet}][value='{value}']")?.ParentElement?.QuerySelector(".facet__count")?.TextContent ?? "0");
}
