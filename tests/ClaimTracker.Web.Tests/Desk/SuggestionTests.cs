using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What readers ask us to check: taken in, compared with what is here, and decided; its sender can follow it.</summary>
public sealed class SuggestionTests(Newsroom room) : IClassFixture<Newsroom>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    [Theory]
    [InlineData("en", "Received", "Taken up")]
    [InlineData("ar", "مستلَم", "أُخذ به")]
    public async Task Suggestion_BecomesAClaim_AndItsReceiptSaysSo(string language, string received, string taken)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var story = room.NewStory();
        var words = language == "ar" ? story.StatementAr : story.StatementEn;
        var receipt = await SuggestsAsync(language, ("Input.Text", words), ("Input.Link", story.Article));
        Assert.StartsWith("S-", receipt.Heading, StringComparison.Ordinal);
        Assert.Equal(received, receipt.Words(".receipt__state"));

        var suggestion = (await checker.Browser.GetAsync(await AddressOfAsync(checker, words))).AssertOk();
        var form = (await checker.Browser.GetAsync(suggestion.Html.QuerySelector("a[href*='suggestion=']")?.GetAttribute("href") ?? "")).AssertOk().Form("Input.Kind");
        Assert.Equal((words, story.Article), (form[language == "ar" ? "Input.Statement.Ar" : "Input.Statement.En"], form["Input.Appearances[0].Source.Find"]));
        var logged = (await DeskPerson.Filled(form, story.Fields()).Add("IsAnother", "true").SubmitAsync()).AssertOk();
        Assert.Matches("/desk/claims/[0-9]+$", logged.Path);

        receipt = await receipt.ReloadAsync();
        Assert.Equal(taken, receipt.Words(".receipt__state"));
        Assert.Null(receipt.Html.QuerySelector(".receipt a[href*='/claims/']"));
    }

    [Fact]
    public async Task Suggestion_OfAClaimThatIsHere_IsFound_AndItsSendersAreLedThere()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await room.PublishedAsync(checker, await room.JoinsAsync(Roles.Editor), story);
        var first = await SuggestsAsync("en", ("Input.Text", story.StatementEn));
        var again = await SuggestsAsync("en", ("Input.Text", story.StatementEn.ToUpperInvariant()));

        var list = (await checker.OpensAsync("/suggestions")).AssertOk();
        Assert.Contains("2 times", list.Words(".work-list"), StringComparison.Ordinal);
        var suggestion = await checker.Browser.GetAsync(await AddressOfAsync(checker, story.StatementEn));
        Assert.Equal($"CT-{number}", suggestion.AllWords(".match .claim-number")[0]);
        (await suggestion.Form($"This is it (CT-{number})").SubmitAsync()).AssertOk();

        foreach (var receipt in new[] { await first.ReloadAsync(), await again.ReloadAsync() })
        {
            Assert.Equal("We have it already", receipt.Words(".receipt__state"));
            Assert.NotNull(receipt.Html.QuerySelector($".receipt a[href='/en/claims/{number}']"));
        }
    }

    [Fact]
    public async Task Suggestion_Declined_SaysWhy_AndOnlyOnceFromAnOldPage()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        const string words = "Somebody will win the next election by a landslide.";
        var receipt = await SuggestsAsync("en", ("Input.Text", words));
        var address = await AddressOfAsync(checker, words);
        var one = (await checker.Browser.GetAsync(address)).AssertOk();
        var two = (await checker.Browser.GetAsync(address)).AssertOk();

        var blank = await one.Form("Input.Reason").SubmitAsync();
        (await one.Form("Input.Reason").Fill("Input.Reason", "NotCheckable").SubmitAsync()).AssertOk();
        var stale = await two.Form("Input.Reason").Fill("Input.Reason", "LowReach").SubmitAsync();
        var observer = await (await room.JoinsAsync(Roles.Observer)).Browser.GetAsync(address);

        Assert.NotNull(blank.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Reason"));
        stale.AssertStatus(HttpStatusCode.Conflict);
        observer.AssertStatus(HttpStatusCode.Forbidden);
        Assert.Equal("Not taken up", (await receipt.ReloadAsync()).Words(".receipt__state"));
    }

    [Fact]
    public async Task Picture_IsTakenByItsBytes_AndForStaffOnly()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var named = await UploadsAsync("holiday.png", "not a picture at all"u8.ToArray());
        var large = await UploadsAsync("large.png", [.. Png, .. new byte[Suggestion.PictureMaxBytes]]);
        var taken = (await UploadsAsync("whatever.txt", Png)).AssertOk();
        var list = (await checker.OpensAsync("/suggestions")).AssertOk();
        var address = list.Html.QuerySelectorAll(".work-item__title a").First(a => WebPage.Plain(a.TextContent) == "A picture a reader sent").GetAttribute("href") ?? "";
        var source = (await checker.Browser.GetAsync(address)).AssertOk().Html.QuerySelector(".suggestion-picture")?.GetAttribute("src") ?? "";

        Assert.NotNull(named.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Picture"));
        Assert.NotNull(large.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Picture"));
        Assert.StartsWith("S-", taken.Heading, StringComparison.Ordinal);
        using var picture = await checker.Browser.Client.GetAsync(source, TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("/account/sign-in", (await room.Reader.GetAsync(source)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingSuggested_Is400AtTheField()
    {
        var page = await (await room.Reader.GetAsync("/en/suggest")).AssertOk().Form("Input.Text").Fill("Input.Contact", "me@example.org").SubmitAsync();

        Assert.NotNull(page.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        Assert.Equal("me@example.org", page.Form("Input.Text")["Input.Contact"]);
    }

    private async Task<WebPage> SuggestsAsync(string language, params (string Field, string Value)[] fields) =>
        (await DeskPerson.Filled((await room.NewBrowser().GetAsync($"/{language}/suggest")).AssertOk().Form("Input.Text"), fields).SubmitAsync()).AssertOk();

    private async Task<WebPage> UploadsAsync(string fileName, byte[] bytes)
    {
        var browser = room.NewBrowser();
        var page = (await browser.GetAsync("/en/suggest")).AssertOk();
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Input.Picture", fileName } };
        foreach (var field in new[] { "__RequestVerificationToken", "SubmissionId" })
        {
            content.Add(new StringContent(page.Form("Input.Text")[field] ?? ""), field);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/en/suggest") { Content = content });
    }

    private static async Task<string> AddressOfAsync(DeskPerson person, string words) =>
        (await person.OpensAsync("/suggestions")).AssertOk().Html.QuerySelectorAll(".work-item__title a").First(a => WebPage.Plain(a.TextContent) == words).GetAttribute("href") ?? "";
}
