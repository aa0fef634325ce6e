using System.Globalization;
using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Searching at the desk: the same language as readers have, over everything the desk works on.</summary>
public sealed class DeskSearchTests(SeededNewsroom room) : IClassFixture<SeededNewsroom>
{
    [Theory]
    [InlineData("en", "Best match")]
    [InlineData("ar", "الأكثر مطابقة")]
    public async Task Search_IsBestMatchFirst_UnlessAnotherOrderIsChosen(string language, string best)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var ranked = await SearchAsync(checker, "ثلاثة ملايين قذيفة");
        var newest = (await checker.OpensAsync("/claims?sort=newest&q=containers")).AssertOk();
        var all = (await checker.OpensAsync("/claims")).AssertOk();

        Assert.Equal(best, ranked.Words("#sort option[selected]"));
        Assert.NotEmpty(ranked.AllWords("tbody mark"));
        Assert.Equal("newest", newest.Form("q")["sort"]);
        Assert.Equal(Numbers(newest).OrderDescending(), Numbers(newest));
        Assert.DoesNotContain(best, all.AllWords("#sort option"));
    }

    [Theory]
    [InlineData("CT-51")]
    [InlineData("ct ٥١")]
    public async Task NumberOfAClaim_InAnyDigits_IsThatClaimAlone(string text)
    {
        var page = await SearchAsync(await room.JoinsAsync(Roles.Checker), text);

        Assert.Equal([51], Numbers(page));
        Assert.Empty(page.AllWords(".search-hints li"));
    }

    [Fact]
    public async Task Note_IsFoundAtTheDesk_AndByNoReader()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var note = (await checker.OpensAsync(51, "notes")).AssertOk().Form("Input.Body").Fill("Input.Body", "Ring the lighthouse keeper before noon");
        (await note.SubmitAsync()).AssertOk();

        var found = await SearchAsync(checker, "lighthouses");
        var read = (await room.Reader.GetAsync("/en/claims?q=lighthouse")).AssertOk();

        Assert.Equal([51], Numbers(found));
        Assert.Empty(read.AllWords(".claim-card"));
    }

    [Theory]
    [InlineData("en", "rating:nonsense containers", "Nothing here goes by", "containers")]
    [InlineData("ar", "\"حاويات", "بلا نظير", "حاويات")]
    public async Task WhatDoesNotFit_IsSaid(string language, string text, string words, string piece)
    {
        var page = await SearchAsync(await room.JoinsAsync(Roles.Checker, language), text);

        Assert.Contains(words, page.Words(".search-hints"), StringComparison.Ordinal);
        Assert.NotEmpty(piece);
    }

    [Fact]
    public async Task DidYouMean_KeepsTheFilters()
    {
        var checker = await room.JoinsAsync(Roles.Checker);

        var page = (await checker.OpensAsync("/claims?q=containrs&kind=quantity")).AssertOk();

        var address = page.Html.QuerySelector(".search-note--meant a")?.GetAttribute("href") ?? "";
        Assert.Contains("q=containers", address, StringComparison.Ordinal);
        Assert.Contains("kind=quantity", address, StringComparison.Ordinal);
        Assert.NotEmpty(Numbers((await checker.Browser.GetAsync(address)).AssertOk()));
    }

    [Fact]
    public async Task Filters_NarrowWhatIsFound()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var all = Numbers(await SearchAsync(checker, "حاويات"));

        var quantities = Numbers((await checker.OpensAsync("/claims?q=حاويات&kind=quantity")).AssertOk());

        Assert.NotEmpty(quantities);
        Assert.True(quantities.Count < all.Count);
        Assert.Equal(all.Where(quantities.Contains), quantities);
    }

    [Theory]
    [InlineData("en", "logged")]
    [InlineData("ar", "مسجَّل")]
    public async Task Suggestions_OfferWhatReadersDoNotHave_WithNumberAndStage(string language, string stage)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);
        var typed = Uri.EscapeDataString($"ninety contain {story.Key}");

        var offered = (await checker.OpensAsync($"/claims/suggestions?q={typed}")).AssertOk();
        var read = (await room.Reader.GetAsync($"/{language}/claims/suggestions?q={typed}")).AssertOk();

        var offer = offered.Html.QuerySelector($"[role=option][data-href='/{language}/desk/claims/{number}']");
        Assert.Contains($"CT-{number} · {stage}", WebPage.Plain(offer?.TextContent), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(read.AllWords("[role=option]"));
    }

    [Fact]
    public async Task Suggestions_OfNames_NarrowTheList()
    {
        var checker = await room.JoinsAsync(Roles.Checker);

        var offered = (await checker.OpensAsync("/claims/suggestions?q=putin")).AssertOk();

        var address = offered.Html.QuerySelector("[role=option][data-href*='claimant=']")?.GetAttribute("data-href") ?? "";
        Assert.NotEmpty(Numbers((await checker.Browser.GetAsync(address)).AssertOk()));
    }

    [Fact]
    public async Task Suggestions_OfTheDesk_AreForTheDesk()
    {
        var answer = await room.NewBrowser().GetOnceAsync("/en/desk/claims/suggestions?q=putin");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Empty(answer.AllWords("[role=option]"));
    }

    private static async Task<WebPage> SearchAsync(DeskPerson person, string text) => (await person.OpensAsync($"/claims?q={Uri.EscapeDataString(text)}")).AssertOk();

    private static List<int> Numbers(WebPage page) => page.AllWords("tbody .claim-number").Select(n => int.Parse(n[3..], CultureInfo.InvariantCulture)).ToList();
}
