using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What a reader reports goes through to an answer and to a correction, and its sender can follow it.</summary>
public sealed class ChallengeTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Words = "The second register is of April, not of March: see its first page.";

    [Theory]
    [InlineData("en", "Received", "Being looked at", "Upheld", "An editor", "A reader told us")]
    [InlineData("ar", "مستلَم", "قيد النظر", "مقبول", "محرر", "تنبيه من قارئ")]
    public async Task Report_GoesThroughToACorrection(string language, string received, string looking, string upheld, string owner, string cause)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var second = await room.JoinsAsync(Roles.Editor, language, $"Answering {language}");
        var number = await room.PublishedAsync(checker, editor);

        var form = (await (await room.ReadAsync(number, language)).FollowAsync(Link(language))).AssertOk().Form("Input.Text");
        var receipt = (await form.Fill("Input.Kind", "Error").Fill("Input.Text", Words).Fill("Input.Contact", "reader@example.org").SubmitAsync()).AssertOk();
        Assert.Matches("^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", receipt.Heading);
        Assert.Equal(received, receipt.Words(".receipt__state"));
        Assert.True(receipt.Response.Headers.CacheControl?.NoStore);
        Assert.NotNull(receipt.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.DoesNotContain("reader@example.org", receipt.Text, StringComparison.Ordinal);

        var item = Assert.Single((await second.OpensAsync()).Html.QuerySelectorAll("[aria-labelledby=challenges] a"), a => WebPage.Plain(a.TextContent) == Words);
        var report = (await second.Browser.GetAsync(item.GetAttribute("href") ?? "")).AssertOk();
        Assert.Contains("reader@example.org", report.Words("main"), StringComparison.Ordinal);
        report = (await report.Form(language == "ar" ? "آخذه أنا" : "I take it").SubmitAsync()).AssertOk();
        Assert.Equal(looking, (await receipt.ReloadAsync()).Words(".receipt__state"));
        Assert.Contains(owner, (await receipt.ReloadAsync()).Words(".facts"), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Name, (await receipt.ReloadAsync()).Text, StringComparison.Ordinal);

        var correct = report.Html.QuerySelector("a[href*='/correct?challenge=']")?.GetAttribute("href") ?? "";
        var shown = (await second.Browser.GetAsync(correct)).AssertOk();
        const string explanation = "Two registers list forty containers, one for March and one for April.";
        (string, string)[] notice = [("Verdict.Explanation.En", explanation), ("Correction.Kind", "Correction"), ("Correction.What.En", "One register is of April."), ("Correction.What.Ar", "أحد السجلين لشهر أبريل.")];
        report = (await DeskPerson.SendsAsync(shown, ClaimAction.Correct, notice)).AssertOk();
        Assert.Contains("/desk/challenges/", report.Path, StringComparison.Ordinal);
        Assert.Equal("", (await receipt.ReloadAsync()).Words(".banner--correction"));

        var answer = await report.Form("Input.Answer.En").Fill("Input.State", "Upheld").Fill("Input.Answer.En", "You are right, thank you.").Fill("Input.Answer.Ar", "معك حق، شكرًا لك.").SubmitAsync();
        Assert.NotEqual("", answer.AssertOk().Notice);
        await editor.MustAsync(number, ClaimAction.ApproveCorrection);

        receipt = await receipt.ReloadAsync();
        Assert.Equal(upheld, receipt.Words(".receipt__state"));
        Assert.Contains(language == "ar" ? "معك حق، شكرًا لك." : "You are right, thank you.", receipt.Words(".receipt__answer"), StringComparison.Ordinal);
        var claim = (await receipt.FollowAsync(WebPage.Plain(receipt.Html.QuerySelector(".banner--correction a")?.TextContent))).AssertOk();
        Assert.StartsWith($"/{language}/claims/{number}", claim.Path, StringComparison.Ordinal);
        Assert.Contains(language == "ar" ? "أحد السجلين لشهر أبريل." : "One register is of April.", claim.Words(".banner--correction"), StringComparison.Ordinal);
        Assert.Contains((await room.Reader.GetAsync($"/{language}/corrections")).AllWords(".timeline__item"), r => r.Contains($"CT-{number}", StringComparison.Ordinal) && r.Contains(cause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SameWords_AreOneReportWithACount_AndEachSenderHasAReceipt()
    {
        var editor = await room.JoinsAsync(Roles.Editor);
        var number = await room.PublishedAsync(await room.JoinsAsync(Roles.Checker), editor);
        const string words = "Forty containers, says the register of April as well.";

        var first = await ReportsAsync(number, words);
        var again = await ReportsAsync(number, words.ToUpperInvariant() + "!");
        var report = (await editor.Browser.GetAsync(await AddressOfAsync(editor, words))).AssertOk();
        await report.Form("Input.Answer.En").Fill("Input.State", "NotUpheld").Fill("Input.Answer.En", "It is of March.").SubmitAsync();

        Assert.NotEqual(first.Heading, again.Heading);
        Assert.Contains("Sent once more in the same words", report.Words("main"), StringComparison.Ordinal);
        Assert.Single((await editor.OpensAsync("/challenges?view=answered")).AllWords(".work-item__title"), t => t == words);
        Assert.All([await first.ReloadAsync(), await again.ReloadAsync()], receipt => Assert.Contains("It is of March.", receipt.Words(".receipt__answer"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Appeal_IsAnsweredByNobodyWhoWroteOrDecidedTheVerdict()
    {
        var checker = await room.JoinsAsync(Roles.Editor);
        var editor = await room.JoinsAsync(Roles.Editor);
        var other = await room.JoinsAsync(Roles.Editor);
        var number = await room.PublishedAsync(checker, editor);
        const string words = "Forty of ninety is not false, it is partly true.";
        await ReportsAsync(number, words, "Appeal");
        var address = await AddressOfAsync(other, words);

        foreach (var person in new[] { checker, editor })
        {
            var page = (await person.Browser.GetAsync(address)).AssertOk();
            Assert.Null(page.Html.QuerySelector("[name='Input.State']"));
            var forced = await person.PostsToAsync(address[8..] + "?handler=answer", ("Input.Version", "1"), ("Input.State", "NotUpheld"), ("Input.Answer.En", "No, it is false."));
            Assert.StartsWith("This is an appeal against a verdict that you wrote or decided.", forced.AssertStatus(HttpStatusCode.Forbidden).Refusal, StringComparison.Ordinal);
        }

        var given = await (await other.Browser.GetAsync(address)).Form("Input.OwnerId").Fill("Input.OwnerId", other.Id.ToString()).SubmitAsync();
        Assert.Contains(other.Name, given.AssertOk().Words("[aria-labelledby=owner]"), StringComparison.Ordinal);
        Assert.DoesNotContain(editor.Name, given.Words("#give"), StringComparison.Ordinal);
    }

    /// <summary>What follows from an appeal makes nobody an author of what was appealed against.</summary>
    [Fact]
    public async Task Appeal_ThatLedToACorrection_IsAnsweredByWhoeverCorrected()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var editor = await room.JoinsAsync(Roles.Editor);
        var other = await room.JoinsAsync(Roles.Editor);
        var number = await room.PublishedAsync(checker, editor);
        const string words = "The explanation leaves out the second register.";
        await ReportsAsync(number, words, "Appeal");
        var address = await AddressOfAsync(other, words);
        (await (await other.Browser.GetAsync(address)).Form("I take it").SubmitAsync()).AssertOk();

        (string, string)[] notice = [("Verdict.Explanation.En", "Two registers list forty containers."), ("Correction.Kind", "Correction"), ("Correction.What.En", "The second register was left out."), ("Correction.What.Ar", "أُغفل السجل الثاني.")];
        var correct = (await other.Browser.GetAsync(address)).Html.QuerySelector("a[href*='/correct?challenge=']")?.GetAttribute("href") ?? "";
        (await DeskPerson.SendsAsync((await other.Browser.GetAsync(correct)).AssertOk(), ClaimAction.Correct, notice)).AssertOk();
        await editor.MustAsync(number, ClaimAction.ApproveCorrection);
        var answer = await (await other.Browser.GetAsync(address)).Form("Input.Answer.En").Fill("Input.State", "Upheld").Fill("Input.Answer.En", "You are right.").SubmitAsync();

        Assert.NotEqual("", answer.AssertOk().Notice);
    }

    [Fact]
    public async Task SameWords_WithAnotherLink_AreAReportOfTheirOwn()
    {
        var editor = await room.JoinsAsync(Roles.Editor);
        const string words = "The number is wrong, see the address below.";

        foreach (var link in new[] { "https://one.example/register", "https://two.example/register" })
        {
            var form = (await room.NewBrowser().GetAsync("/en/report")).AssertOk().Form("Input.Text");
            (await form.Fill("Input.Kind", "Error").Fill("Input.Text", words).Fill("Input.Link", link).SubmitAsync()).AssertOk();
        }

        Assert.Equal(2, (await editor.OpensAsync("/challenges")).AllWords(".work-item__title").Count(t => t == words));
    }

    [Fact]
    public async Task Answer_FromAnOldPage_Is409WithBoth_AndCheckersOnlyRead()
    {
        var editor = await room.JoinsAsync(Roles.Editor);
        var checker = await room.JoinsAsync(Roles.Checker);
        const string words = "The address in the footer leads nowhere at all.";
        await ReportsAsync(null, words);
        var address = await AddressOfAsync(editor, words);
        var one = (await editor.Browser.GetAsync(address)).Form("Input.Answer.En");
        var two = (await editor.Browser.GetAsync(address)).Form("Input.Answer.En");

        (await one.Fill("Input.State", "Upheld").Fill("Input.Answer.En", "Mended, thank you.").SubmitAsync()).AssertOk();
        var conflict = (await two.Fill("Input.State", "NotUpheld").Fill("Input.Answer.En", "It works here.").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        var blank = await (await editor.Browser.GetAsync(address)).Form("Input.Answer.En").Fill("Input.Answer.En", " ").SubmitAsync();

        Assert.Contains("Mended, thank you.", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Equal("It works here.", conflict.Form("Input.Answer.En")["Input.Answer.En"]);
        Assert.NotNull(blank.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Answer.En"));
        Assert.Null((await checker.Browser.GetAsync(address)).AssertOk().Html.QuerySelector("[name='Input.State']"));
        (await checker.PostsToAsync(address[8..] + "?handler=assign", ("Input.Version", "2"))).AssertStatus(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Input.Kind", null)]
    [InlineData("Input.Text", "wrong")]
    [InlineData("Input.Link", "javascript:alert(1)")]
    [InlineData("Claim", "the one about ships")]
    [InlineData("Claim", "CT-99999")]
    [InlineData("Input.Website", "https://casino.example")]
    public async Task Report_ThatCannotBeTaken_Is400AtTheField_AndKeepsWhatWasTyped(string field, string? value)
    {
        var form = (await room.Reader.GetAsync("/en/report")).AssertOk().Form("Input.Text").Fill("Input.Text", Words).Fill("Input.Name", "Nour");
        form = field == "Input.Kind" ? form : form.Fill("Input.Kind", "Error").Fill(field, value);

        var page = (await form.SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);

        Assert.Single(page.Errors);
        Assert.Equal("Nour", page.Form("Input.Text")["Input.Name"]);
    }

    [Fact]
    public async Task PersonNamed_SaysWhoTheyAre_AndAFormSentTwiceIsOneReport()
    {
        const string words = "I never spoke of ninety containers, I spoke of nineteen.";
        var number = await room.PublishedAsync(await room.JoinsAsync(Roles.Checker), await room.JoinsAsync(Roles.Editor));
        var form = (await room.Reader.GetAsync("/en/report")).Form("Input.Text").Fill("Input.Kind", "PersonNamed").Fill("Input.Text", words);

        var aboutNothing = await form.Fill("Input.Name", "Minister of Shipping").SubmitAsync();
        var unnamed = (await form.Fill("Input.Name", "").Fill("Claim", $"CT-{number}").SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);
        var named = unnamed.Form("Input.Text").Fill("Input.Name", "Minister of Shipping");
        var first = (await named.SubmitAsync()).AssertOk();
        var twice = (await named.SubmitAsync()).AssertOk();

        Assert.NotNull(aboutNothing.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Claim"));
        Assert.NotNull(unnamed.ErrorAt("Input.Name"));
        Assert.Equal(first.Path, twice.Path);
        Assert.Equal(1, await room.WithDbAsync(db => db.Challenges.CountAsync(c => c.Text == words, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("r 7kqm 2xpd", HttpStatusCode.NotFound)]
    [InlineData("seven", HttpStatusCode.BadRequest)]
    public async Task ReceiptThatIsNone_IsAskedForAgain(string typed, HttpStatusCode status)
    {
        var page = await (await room.Reader.GetAsync("/en/receipt")).AssertOk().Form("Typed").Fill("Typed", typed).SubmitAsync();

        Assert.NotNull(page.AssertStatus(status).ErrorAt("Typed"));
    }

    private static string Link(string language) => language == "ar" ? "أبلغ عن خطأ، أو رُدّ بصفتك الشخص المذكور، أو تظلّم" : "Report an error, respond as the person named, or appeal";

    private async Task<WebPage> ReportsAsync(int? number, string words, string kind = "Error")
    {
        var page = (await room.NewBrowser().GetAsync("/en/report" + (number is null ? "" : $"?claim={number}"))).AssertOk();
        return (await page.Form("Input.Text").Fill("Input.Kind", kind).Fill("Input.Text", words).SubmitAsync()).AssertOk();
    }

    private static async Task<string> AddressOfAsync(DeskPerson person, string words) =>
        (await person.OpensAsync("/challenges")).AssertOk().Html.QuerySelectorAll(".work-item__title a").First(a => WebPage.Plain(a.TextContent) == words).GetAttribute("href") ?? "";
}
