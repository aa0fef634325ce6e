using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A newsroom that has the claims of the five articles.</summary>
public sealed class SeededNewsroom : Newsroom
{
    protected override bool LoadsSeed => true;
}

/// <summary>The desk's list: filters, order, pages, and assigning many at once.</summary>
public sealed class DeskListTests(SeededNewsroom room) : IClassFixture<SeededNewsroom>
{
    [Theory]
    [InlineData("en", "q=6700", 1, 40)]
    [InlineData("ar", "q=%D9%A6%D9%A7%D9%A0%D9%A0", 1, 40)]
    [InlineData("en", "kind=denial", 1, 40)]
    [InlineData("ar", "aspect=saying&kind=quantity", 1, 100)]
    [InlineData("en", "claimant=unknown", 1, 100)]
    [InlineData("en", "stage=contested", 0, 0)]
    [InlineData("ar", "set=own", 0, 60)]
    public async Task Filter_NarrowsTheList_AndStaysInTheForm(string language, string filter, int least, int most)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var all = (await checker.OpensAsync("/claims")).AssertOk();

        var page = (await checker.OpensAsync("/claims?" + filter)).AssertOk();

        var found = TotalOf(page);
        Assert.InRange(found, least, most);
        Assert.True(found < TotalOf(all));
        var (name, value) = filter.Split('&')[0].Split('=') is [var n, var v] ? (n, Uri.UnescapeDataString(v)) : ("", "");
        Assert.Equal(value, page.Form("q")[name]);
    }

    [Fact]
    public async Task Order_AndPages()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var newest = (await checker.OpensAsync("/claims")).AssertOk();
        var oldest = (await checker.OpensAsync("/claims?sort=oldest")).AssertOk();
        var second = (await checker.OpensAsync("/claims?sort=oldest&p=2")).AssertOk();
        var beyond = (await checker.OpensAsync("/claims?sort=oldest&p=9999")).AssertOk();

        Assert.Equal("CT-1", Numbers(oldest)[0]);
        Assert.DoesNotContain("CT-1", Numbers(newest));
        Assert.Equal(25, Numbers(oldest).Count);
        Assert.Empty(Numbers(oldest).Intersect(Numbers(second)));
        Assert.NotEmpty(Numbers(beyond));
        Assert.Contains("sort=oldest", oldest.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "One claim was assigned, the others not.", "The claim is at a stage that does not allow this.")]
    [InlineData("ar", "أُسند ادعاء واحد، ولم تُسند البقية.", "المرحلة التي بلغها الادعاء لا تسمح بذلك.")]
    public async Task BulkAssign_SaysForEachClaimWhatBecameOfIt(string language, string some, string why)
    {
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var free = await editor.LogsAsync(room.NewStory());
        var closed = await editor.LogsAsync(room.NewStory());
        await editor.MustAsync(closed, ClaimAction.Close, ("Input.Code", "OutOfScope"));

        var form = (await editor.OpensAsync("/claims?set=own")).AssertOk().Form("AssignTo").Fill("AssignTo", checker.Id.ToString());
        var page = (await form.Check("Numbers", $"{free}").Check("Numbers", $"{closed}").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        Assert.StartsWith($"CT-{closed} {why}", Assert.Single(page.AllWords("[aria-labelledby=not-assigned] li")), StringComparison.Ordinal);
        Assert.Contains(some, page.Refusal, StringComparison.Ordinal);
        Assert.Equal([$"CT-{free}"], Numbers((await checker.OpensAsync("/claims?assignee=me")).AssertOk()));
    }

    [Theory]
    [InlineData("en", "One claim assigned.")]
    [InlineData("ar", "أُسند ادعاء واحد.")]
    public async Task BulkAssign_IsForEditors_AndNeedsAPersonAndAClaim(string language, string done)
    {
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var number = await editor.LogsAsync(room.NewStory());
        var list = (await editor.OpensAsync("/claims?set=own")).AssertOk();

        Assert.NotEmpty((await list.Form("AssignTo").Fill("AssignTo", checker.Id.ToString()).SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest).Errors);
        var nobody = (await list.Form("AssignTo").Fill("AssignTo", "").Check("Numbers", $"{number}").SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEmpty(nobody.Errors);
        Assert.True(nobody.Html.QuerySelector($"input[name=Numbers][value='{number}']")?.HasAttribute("checked"));
        var sent = (await list.Form("AssignTo").Fill("AssignTo", checker.Id.ToString()).Check("Numbers", $"{number}").SubmitAsync()).AssertOk();

        Assert.Contains(done, sent.Notice, StringComparison.Ordinal);
        Assert.Contains("set=own", sent.Path, StringComparison.Ordinal);
        Assert.Null((await checker.OpensAsync("/claims")).AssertOk().Html.QuerySelector("[name=AssignTo]"));
        (await checker.PostsToAsync("/claims?handler=assign", ("Numbers", $"{number}"), ("AssignTo", checker.Id.ToString()))).AssertStatus(HttpStatusCode.Forbidden);
    }

    private static int TotalOf(WebPage page) => int.TryParse(new string([.. page.Words(".page-head__lead").Where(char.IsAsciiDigit)]), out var total) ? total : Numbers(page).Count;

    private static List<string> Numbers(WebPage page) => [.. page.AllWords("tbody .claim-number")];
}
