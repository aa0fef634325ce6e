using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Admin;

/// <summary>Policy pages where two write at once, or where something would be lost.</summary>
public sealed class PolicyConflictTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Save_OfTwoWhoTakeAwayALanguageEach_LeavesATextToRead()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        await SaveAsync(admin, "funding", ar: "تمويل", en: "Funding");
        async Task<WebForm> OpenAsync() => (await admin.GetAsync("/en/admin/policies/funding")).AssertOk().Form("Input.Text.En");
        var (first, second) = (await OpenAsync(), await OpenAsync());

        (await first.Fill("Input.Text.En", "").Fill("Input.Change.En", "Arabic only.").SubmitAsync()).AssertOk();
        var empty = await second.Fill("Input.Text.Ar", "").Fill("Input.Change.En", "English only.").SubmitAsync();

        Assert.NotNull(empty.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        Assert.Equal("تمويل", (await OpenAsync())["Input.Text.Ar"]);
    }

    [Fact]
    public async Task Preview_OfAConflict_ShowsWhatWasChosen()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        await SaveAsync(admin, "complaints", ar: "اكتبوا إلينا", en: "Write to us");
        async Task<WebForm> OpenAsync() => (await admin.GetAsync("/en/admin/policies/complaints")).AssertOk().Form("Input.Text.En");
        var (first, second) = (await OpenAsync(), await OpenAsync());
        (await first.Fill("Input.Text.En", "Their words").Fill("Input.Change.En", "Theirs.").SubmitAsync()).AssertOk();
        var conflict = (await second.Fill("Input.Text.En", "Our words").Fill("Input.Change.En", "Ours.").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        var preview = await conflict.Form("Input.Text.En").Fill($"{EditConflicts.ChoicePrefix}0", conflict.Html.QuerySelector(".conflict__side--theirs input")?.GetAttribute("value")).SubmitAsync("Preview");

        Assert.Equal(["اكتبوا إلينا", "Their words"], preview.AssertOk().AllWords(".notice .prose"));
        Assert.Equal("Their words", preview.Form("Input.Text.En")["Input.Text.En"]);
    }

    [Fact]
    public async Task Conflict_SettledForTheOtherText_IsDone_AndNothingIsSaved()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        await SaveAsync(admin, "team", ar: "فريق", en: "A team");
        async Task<WebForm> OpenAsync() => (await admin.GetAsync("/en/admin/policies/team")).AssertOk().Form("Input.Text.En");
        var (first, second) = (await OpenAsync(), await OpenAsync());
        (await first.Fill("Input.Text.En", "Their team").Fill("Input.Change.En", "Theirs.").SubmitAsync()).AssertOk();
        var conflict = (await second.Fill("Input.Text.En", "Our team").Fill("Input.Change.En", "Ours.").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        var settled = await conflict.Form("Input.Text.En").Fill($"{EditConflicts.ChoicePrefix}0", conflict.Html.QuerySelector(".conflict__side--theirs input")?.GetAttribute("value")).SubmitAsync();

        Assert.Equal("The other text stands, as you chose. Nothing needed saving.", settled.AssertOk().Notice);
        var form = await OpenAsync();
        Assert.Equal(("Their team", "2"), (form["Input.Text.En"], form["Input.Version"]));
    }

    [Fact]
    public async Task Methodology_WithoutWhatOtherPagesLeadTo_IsRefusedAtItsField()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        var form = (await admin.GetAsync("/en/admin/policies/methodology")).AssertOk().Form("Input.Text.En");

        var page = await form.Fill("Input.Text.En", form["Input.Text.En"]?.Replace("{#imported}", "", StringComparison.Ordinal)).Fill("Input.Change.En", "Shorter.").SubmitAsync();

        Assert.Contains("{#imported}", page.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text.En"), StringComparison.Ordinal);
        Assert.Null(page.ErrorAt("Input.Text.Ar"));
    }

    private static async Task SaveAsync(Browser admin, string slug, string ar, string en) =>
        (await (await admin.GetAsync($"/en/admin/policies/{slug}")).AssertOk().Form("Input.Text.En").Fill("Input.Text.Ar", ar).Fill("Input.Text.En", en).SubmitAsync()).AssertOk();
}
