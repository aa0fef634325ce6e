using System.Net;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The desk's pages of parties and outlets.</summary>
public sealed class NamePagesTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Party_EveryField_IsKeptAndShown_AndFoundByAWrongSpelling()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var ministry = Name("Ministry");
        await NewPartyAsync(checker, ministry, "Ministry");

        var page = await (await checker.GetAsync("/ar/desk/parties/new")).Form("Input.Kind")
            .Fill("Input.Name.Ar", "شين وون سيك").Fill("Input.Name.En", "Shin Won-sik").Fill("Input.Kind", "Person").Fill("Input.Country", "KR").Fill("Input.Role.Ar", "وزير الدفاع")
            .Fill("Input.MemberOf.Find", ministry).Fill("Input.Variants[0].Text", "شين وونسك").Fill("Input.Variants[0].Language", "ar").Check("Input.Variants[0].IsWrong").SubmitAsync("حفظ");

        Assert.Equal("شين وون سيك", page.AssertOk().Heading);
        foreach (var shown in new[] { "Shin Won-sik", "كوريا الجنوبية", "وزير الدفاع", ministry })
        {
            Assert.Contains(shown, page.Words(".facts"), StringComparison.Ordinal);
        }

        Assert.Contains("شين وونسك", page.Words("aside"), StringComparison.Ordinal);
        Assert.Contains("خاطئة", page.Words("aside"), StringComparison.Ordinal);
        Assert.Contains("شين وون سيك", (await checker.GetAsync("/ar/desk/parties?q=شين وونسك&kind=person&country=KR")).AssertOk().Words("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Party_SentTwice_IsMadeOnce()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var name = Name("Somebody");
        var form = (await checker.GetAsync("/en/desk/parties/new")).Form("Input.Kind").Fill("Input.Name.En", name).Fill("Input.Kind", "Group");

        var (first, second) = (await form.SubmitAsync("Save"), await form.SubmitAsync("Save"));

        Assert.Equal(first.AssertOk().Path, second.AssertOk().Path);
    }

    [Fact]
    public async Task Party_Faults_StandAtTheirFields()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var form = (await checker.GetAsync("/en/desk/parties/new")).Form("Input.Kind");

        var unread = await form.Fill("Input.MemberOf.Find", "Nobody of this name").SubmitAsync("Save");
        var refused = await form.Fill("Input.MemberOf.Find", "").Fill("Input.Kind", "Person").Fill("Input.Name.En", new string('a', Party.NameMaxLength + 1))
            .Fill("Input.Variants[0].Text", "A spelling").SubmitAsync("Save");

        Assert.NotNull(unread.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Kind"));
        Assert.NotNull(unread.ErrorAt("Input.MemberOf.Find"));
        Assert.NotNull(refused.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Name.En"));
        Assert.NotNull(refused.ErrorAt("Input.Variants[0].Language"));
    }

    [Fact]
    public async Task Party_MemberOfItself_IsSaidAtTheField()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var name = Name("Body");
        var id = await NewPartyAsync(checker, name, "Group");

        var page = await (await checker.GetAsync($"/en/desk/parties/{id}/edit")).Form("Input.Kind").Fill("Input.MemberOf.Find", name).SubmitAsync("Save");

        Assert.NotNull(page.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.MemberOf.Find"));
    }

    [Fact]
    public async Task Party_Overtaken_KeepsWhatOnlyOthersChanged_AndLetsOneChoose()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await NewPartyAsync(checker, Name("Person"), "Person");
        var edit = $"/en/desk/parties/{id}/edit";
        var stale = await checker.GetAsync(edit);
        await (await checker.GetAsync(edit)).Form("Input.Kind").Fill("Input.Role.En", "Minister").Fill("Input.Country", "KR")
            .Fill("Input.Variants[0].Text", "Another spelling").Fill("Input.Variants[0].Language", "en").SubmitAsync("Save");

        var conflict = await stale.Form("Input.Kind").Fill("Input.Role.En", "Envoy").SubmitAsync("Save");

        conflict.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal("Office (English)", conflict.Words(".conflict__name"));
        Assert.Contains("Minister", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Equal(("Envoy", "KR"), (conflict.Form("Input.Kind")["Input.Role.En"], conflict.Form("Input.Kind")["Input.Country"]));
        (await conflict.Form("Input.Kind").SubmitAsync("Save")).AssertOk();
        var stored = await PartyAsync(id);
        Assert.Equal(("Envoy", "KR", "Another spelling"), (stored.Role["en"], stored.Country, Assert.Single(stored.Variants).Text));
    }

    [Fact]
    public async Task Party_SpellingEmptied_IsTakenAway()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await NewPartyAsync(checker, Name("Person"), "Person");
        var edit = $"/en/desk/parties/{id}/edit";
        await (await checker.GetAsync(edit)).Form("Input.Kind").Fill("Input.Variants[0].Text", "A spelling").Fill("Input.Variants[0].Language", "en").SubmitAsync("Save");
        var added = (await PartyAsync(id)).Variants.Count;

        (await (await checker.GetAsync(edit)).Form("Input.Kind").Fill("Input.Variants[0].Text", "").SubmitAsync("Save")).AssertOk();

        Assert.Equal((1, 0), (added, (await PartyAsync(id)).Variants.Count));
    }

    [Fact]
    public async Task Outlet_IsMadeOnceChangedAndListed_AndAStaleEditShowsBoth()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var name = Name("Daily");
        var form = (await checker.GetAsync("/en/desk/outlets/new")).Form("Input.Kind").Fill("Input.Name.En", name).Fill("Input.Kind", "Newspaper").Fill("Input.Country", "EG");
        var page = await form.SubmitAsync("Save");
        await form.SubmitAsync("Save");
        var edit = page.AssertOk().Path + "/edit";
        var stale = await checker.GetAsync(edit);
        await (await checker.GetAsync(edit)).Form("Input.Kind").Fill("Input.Name.Ar", "اليومية").SubmitAsync("Save");

        var merged = await stale.Form("Input.Kind").Fill("Input.Country", "KR").SubmitAsync("Save");
        var conflict = await stale.Form("Input.Kind").Fill("Input.Country", "JP").SubmitAsync("Save");

        Assert.Contains("اليومية", merged.AssertOk().Words(".facts"), StringComparison.Ordinal);
        Assert.Contains("South Korea", merged.Words(".facts"), StringComparison.Ordinal);
        Assert.Equal("Country", conflict.AssertStatus(HttpStatusCode.Conflict).Words(".conflict__name"));
        Assert.Contains("South Korea", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Single((await checker.GetAsync($"/en/desk/outlets?q={name}")).AssertOk().AllWords("tbody tr"));
    }

    [Theory]
    [InlineData("parties/new")]
    [InlineData("outlets/new")]
    public async Task Observer_AddsNobody(string form)
    {
        var observer = await app.SignedInAsync(Roles.Observer);

        Assert.Equal("هذه الصفحة غير متاحة لك", (await observer.GetAsync($"/ar/desk/{form}")).AssertStatus(HttpStatusCode.Forbidden).Heading);
    }

    private static string Name(string kind) => $"{kind} {Guid.NewGuid():N}";

    private static async Task<Guid> NewPartyAsync(Browser browser, string name, string kind)
    {
        var page = await (await browser.GetAsync("/en/desk/parties/new")).Form("Input.Kind").Fill("Input.Name.En", name).Fill("Input.Kind", kind).SubmitAsync("Save");
        return Guid.Parse(page.AssertOk().Path.Split('/')[^1]);
    }

    private Task<Party> PartyAsync(Guid id) => app.WithDbAsync(db => db.Parties.AsNoTracking().Include(p => p.Variants).SingleAsync(p => p.Id == id, Ct));
}
