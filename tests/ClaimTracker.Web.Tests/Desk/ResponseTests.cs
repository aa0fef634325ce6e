using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What the person named writes stands on the claim's page as their response, if they let us and an editor prints it.</summary>
public sealed class ResponseTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "wrote to us by themselves on", "Response printed")]
    [InlineData("ar", "راسلنا من تلقاء نفسه في", "نشر رد")]
    public async Task Response_IsPrintedByAnEditor_Once_AndTheVerdictStands(string language, string unasked, string kind)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.PublishedAsync(checker, editor);
        var words = $"We counted ninety, and our register of {language} shows it.";
        var address = await WritesAsync(number, words, mayBePrinted: true, editor);

        var heading = (await room.ReadAsync(number, language)).Heading;
        var form = (await editor.Browser.GetAsync(address + "/response")).AssertOk().Form("Input.Reply.En");
        Assert.Equal(words, form["Input.Reply.En"]);
        var forbidden = await checker.PostsToAsync(address[8..] + "/response", ("Input.Reply.En", words));
        var printed = (await form.Fill("Input.Reply.Ar", "عددنا تسعين، وسجلنا يبيّن ذلك.").SubmitAsync()).AssertOk();
        var again = await form.SubmitAsync();

        forbidden.AssertStatus(HttpStatusCode.Forbidden);
        again.AssertStatus(HttpStatusCode.Conflict);
        Assert.NotEqual("", printed.Notice);
        var page = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Equal(heading, page.Heading);
        Assert.Contains(unasked, page.Words(".response"), StringComparison.Ordinal);
        Assert.Contains(language == "ar" ? "عددنا تسعين، وسجلنا يبيّن ذلك." : words, page.Words(".response blockquote"), StringComparison.Ordinal);
        Assert.Contains(kind, (await room.ReadAsync(number, language, "/history")).Words("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_NotAllowed_IsNotPrinted()
    {
        var editor = await room.JoinsAsync(Roles.Editor);
        var number = await room.PublishedAsync(await room.JoinsAsync(Roles.Checker), editor);
        var address = await WritesAsync(number, "Please do not print what I write to you here.", mayBePrinted: false, editor);

        Assert.Null((await editor.Browser.GetAsync(address)).AssertOk().Html.QuerySelector("a[href$='/response']"));
        (await editor.PostsToAsync(address[8..] + "/response", ("Input.Reply.En", "Please do not print what I write to you here."))).AssertStatus(HttpStatusCode.Conflict);
        Assert.DoesNotContain("do not print", (await room.ReadAsync(number)).Text, StringComparison.Ordinal);
    }

    private async Task<string> WritesAsync(int number, string words, bool mayBePrinted, DeskPerson editor)
    {
        var form = (await room.NewBrowser().GetAsync($"/en/report?claim={number}")).AssertOk().Form("Input.Text");
        form.Fill("Input.Kind", "PersonNamed").Fill("Input.Text", words).Fill("Input.Name", "Minister of Shipping").Check("Input.MayBePrinted", isChecked: mayBePrinted);
        (await form.SubmitAsync()).AssertOk();
        return (await editor.OpensAsync("/challenges")).AssertOk().Html.QuerySelectorAll(".work-item__title a").First(a => WebPage.Plain(a.TextContent) == words).GetAttribute("href") ?? "";
    }
}
