using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Saving a search of the desk's list, opening it again, sharing it, and what is new in it.</summary>
public sealed class SavedSearchTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "Search saved.", "Kind: Quantity", "1 claim", "1 new since it was saved", "1 new since you last looked")]
    [InlineData("ar", "حُفظ البحث", "النوع: كمية", "ادعاء واحد", "ادعاء جديد منذ حفظه", "ادعاء جديد منذ آخر اطلاع")]
    public async Task Save_ThenOpen_SaysWhatIsNew(string language, string saved, string filter, string one, string newSinceSaved, string newSinceLooked)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var name = $"Mine {language}";
        await SavesAsync(checker, $"/claims?kind=quantity&assignee=me&sort=due", name, saved);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        var number = await checker.LogsAsync(room.NewStory());
        await checker.MustAsync(number, Core.Review.ClaimAction.Take);

        var list = (await checker.OpensAsync("/searches")).AssertOk();
        var card = CardOf(list, name);
        Assert.Contains(filter, card, StringComparison.Ordinal);
        Assert.Contains(one, card, StringComparison.Ordinal);
        Assert.Contains(newSinceSaved, card, StringComparison.Ordinal);
        Assert.Contains(name, (await checker.OpensAsync()).AssertOk().Words("[aria-labelledby=searches]"), StringComparison.Ordinal);

        room.Clock.Advance(TimeSpan.FromMinutes(1));
        var opened = (await list.Form(name).SubmitAsync()).AssertOk();
        Assert.Equal($"/{language}/desk/claims?assignee=me&kind=quantity&sort=due", opened.Path);
        Assert.Equal([$"CT-{number}"], opened.AllWords("tbody .claim-number"));
        Assert.DoesNotContain(newSinceLooked, CardOf((await checker.OpensAsync("/searches")).AssertOk(), name), StringComparison.Ordinal);

        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await checker.MustAsync(await checker.LogsAsync(room.NewStory()), Core.Review.ClaimAction.Take);
        Assert.Contains(newSinceLooked, CardOf((await checker.OpensAsync("/searches")).AssertOk(), name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByLink_WritesNothing()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        await SavesAsync(checker, "/claims?stage=logged", "Looked at by post only");
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await checker.LogsAsync(room.NewStory());
        var id = IdOf((await checker.OpensAsync("/searches")).AssertOk(), "Looked at by post only");

        (await checker.OpensAsync($"/searches/{id}")).AssertOk();
        (await checker.OpensAsync($"/searches/{id}?handler=open")).AssertOk();

        Assert.Contains("new since it was saved", CardOf((await checker.OpensAsync("/searches")).AssertOk(), "Looked at by post only"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NoFilters_IsNotOffered_NorTaken()
    {
        var checker = await room.JoinsAsync(Roles.Checker);

        Assert.Null((await checker.OpensAsync("/claims")).AssertOk().Html.QuerySelector("[name='Save.Name']"));
        Assert.Null((await checker.OpensAsync("/claims?sort=due")).AssertOk().Html.QuerySelector("[name='Save.Name']"));
        (await checker.PostsToAsync("/claims?handler=save", ("Save.Name", "Everything"), ("SubmissionId", $"{Guid.NewGuid()}"))).AssertStatus(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en", "Name of the search")]
    [InlineData("ar", "اسم البحث")]
    public async Task Save_WithoutAName_SaysSoAtTheField(string language, string name)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);

        var page = (await (await checker.OpensAsync("/claims?stage=logged")).AssertOk().Form("Save.Name").Fill("Save.Name", " ").SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);

        Assert.Contains(name, page.ErrorAt("Save.Name"), StringComparison.Ordinal);
        Assert.True(page.Html.QuerySelector("details.action")?.HasAttribute("open"));
        Assert.Equal("logged", page.Form("q")["stage"]);
    }

    [Theory]
    [InlineData("en", "Only the person who saved it can change it.")]
    [InlineData("ar", "لا يغيّره إلا من حفظه.")]
    public async Task Shared_IsOpenedByAll_AndChangedByItsOwner(string language, string refusal)
    {
        var owner = await room.JoinsAsync(Roles.Checker, language, $"Owner {language}");
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var observer = await room.JoinsAsync(Roles.Observer, language);
        var name = $"Everybody's {language}";
        await SavesAsync(owner, "/claims?stage=logged", name, share: true);

        var list = (await editor.OpensAsync("/searches")).AssertOk();
        Assert.Contains(owner.Name, CardOf(list, name), StringComparison.Ordinal);
        Assert.DoesNotContain(owner.Name, CardOf((await observer.OpensAsync("/searches")).AssertOk(), name), StringComparison.Ordinal);
        Assert.StartsWith($"/{language}/desk/claims?stage=logged", (await list.Form(name).SubmitAsync()).AssertOk().Path, StringComparison.Ordinal);

        var id = IdOf(list, name);
        Assert.Null((await editor.OpensAsync($"/searches/{id}")).AssertOk().Html.QuerySelector("[name='Input.Name']"));
        var refused = (await editor.PostsToAsync($"/searches/{id}", ("Input.Version", "1"), ("Input.Name", "Mine now"))).AssertStatus(HttpStatusCode.Forbidden);
        Assert.Contains(refusal, refused.Refusal, StringComparison.Ordinal);
        (await editor.PostsToAsync($"/searches/{id}?handler=delete")).AssertStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Private_IsNobodyElses()
    {
        var owner = await room.JoinsAsync(Roles.Observer);
        var editor = await room.JoinsAsync(Roles.Editor);
        await SavesAsync(owner, "/claims?stage=settled", "For me alone");
        var id = IdOf((await owner.OpensAsync("/searches")).AssertOk(), "For me alone");

        Assert.Equal("", CardOf((await editor.OpensAsync("/searches")).AssertOk(), "For me alone"));
        (await editor.OpensAsync($"/searches/{id}")).AssertStatus(HttpStatusCode.NotFound);
        (await editor.PostsToAsync($"/searches/{id}?handler=open")).AssertStatus(HttpStatusCode.NotFound);
        (await editor.PostsToAsync($"/searches/{id}?handler=delete")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Observer_IsNotOfferedToShare_NorCan()
    {
        var observer = await room.JoinsAsync(Roles.Observer);
        var form = (await observer.OpensAsync("/claims?stage=settled")).AssertOk().Form("Save.Name");

        Assert.DoesNotContain("Save.IsShared", form.Fields);
        (await form.Fill("Save.Name", "Shared all the same").Add("Save.IsShared", "true").SubmitAsync()).AssertStatus(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Change_RenamesSharesAndDeletes_AndSaysWhenOvertaken(string language)
    {
        var owner = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        await SavesAsync(owner, "/claims?q=%D8%AD%D8%A7%D9%88%D9%8A%D8%A9", $"First {language}");
        var id = IdOf((await owner.OpensAsync("/searches")).AssertOk(), $"First {language}");
        var open = (await owner.OpensAsync($"/searches/{id}")).AssertOk();
        var before = open.Form("Input.Name");

        var saved = (await (await owner.OpensAsync($"/searches/{id}")).Form("Input.Name").Fill("Input.Name", $"Second {language}").Check("Input.IsShared", "true").SubmitAsync()).AssertOk();
        Assert.NotEqual("", saved.Notice);
        Assert.Contains("حاوية", CardOf((await editor.OpensAsync("/searches")).AssertOk(), $"Second {language}"), StringComparison.Ordinal);
        var stale = (await before.Fill("Input.Name", $"Third {language}").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains($"Second {language}", stale.Words(".conflict"), StringComparison.Ordinal);

        var deleted = (await owner.PostsToAsync($"/searches/{id}?handler=delete")).AssertOk();
        Assert.NotEqual("", deleted.Notice);
        Assert.Equal("", CardOf((await editor.OpensAsync("/searches")).AssertOk(), $"Second {language}"));
    }

    private static async Task SavesAsync(DeskPerson person, string list, string name, string notice = "", bool share = false)
    {
        var form = (await person.OpensAsync(list)).AssertOk().Form("Save.Name").Fill("Save.Name", name);
        var page = (await (share ? form.Check("Save.IsShared", "true") : form).SubmitAsync()).AssertOk();
        Assert.NotEqual("", page.Notice);
        Assert.Contains(notice, page.Notice, StringComparison.Ordinal);
        Assert.Contains("?", page.Path, StringComparison.Ordinal);
    }

    private static string CardOf(WebPage page, string name) => page.AllWords(".work-item").FirstOrDefault(w => w.StartsWith(name, StringComparison.Ordinal)) ?? "";

    private static string IdOf(WebPage page, string name) =>
        page.Html.QuerySelectorAll(".work-item form").First(f => WebPage.Plain(f.TextContent) == name).GetAttribute("action")?.Split('/')[^1].Split('?')[0] ?? "";
}
