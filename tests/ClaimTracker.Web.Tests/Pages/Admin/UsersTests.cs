using System.Net;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Admin;

public sealed class UsersTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Invite_ShowsALinkOnceThatMakesAnAccountWithThoseRoles()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        var form = (await admin.GetAsync("/ar/admin/users/invite")).Form("Input.Email");

        var page = await form.Fill("Input.Email", "new@example.org").Check("Input.Roles", "Checker").Check("Input.Roles", "Admin").SubmitAsync();

        var link = new Uri(page.AssertOk().Words("code.copyable")).PathAndQuery;
        Assert.Contains("new@example.org", (await admin.GetAsync("/ar/admin/users")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], (await admin.GetAsync("/ar/admin/users")).Text, StringComparison.Ordinal);
        var invited = await app.NewBrowser().GetAsync(link);
        Assert.Equal("new@example.org", invited.AssertOk().Form("Input.Email")["Input.Email"]);
        Assert.Equal("دُعيت إلى غرفة التحرير بصفة: مدقق ومدير.", invited.Words(".lead"));
    }

    [Fact]
    public async Task Invite_WithoutRole_SaysSo()
    {
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = await (await admin.GetAsync("/en/admin/users/invite")).Form("Input.Email").Fill("Input.Email", "kept@example.org").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("Roles: fill this in.", page.ErrorAt("Input.Roles"));
        Assert.Equal("kept@example.org", page.Form("Input.Email")["Input.Email"]);
    }

    [Theory]
    [InlineData("2020-01-01", "Editor until the end of this day: this day is past.")]
    [InlineData("soon", "Editor until the end of this day: write a date, such as 26 February 2024 or 2024-02-26.")]
    public async Task Invite_BadDate_SaysSoAndKeepsIt(string typed, string error)
    {
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = await (await admin.GetAsync("/en/admin/users/invite")).Form("Input.Email").Check("Input.Roles", "Editor").Fill("Input.EditorUntil", typed).SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(error, page.ErrorAt("Input.EditorUntil"));
        Assert.Equal(typed, page.Form("Input.Email")["Input.EditorUntil"]);
    }

    [Fact]
    public async Task Revoke_KillsTheLink()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        var made = await (await admin.GetAsync("/en/admin/users/invite")).Form("Input.Email").Fill("Input.Email", "gone@example.org").Check("Input.Roles", "Observer").SubmitAsync();
        var link = new Uri(made.Words("code.copyable")).PathAndQuery;
        var row = (await admin.GetAsync("/en/admin/users")).Html.QuerySelectorAll("tr").First(r => r.TextContent.Contains("gone@example.org", StringComparison.Ordinal));
        var id = row.QuerySelector("input[name=id]")?.GetAttribute("value") ?? "";

        var page = await (await admin.GetAsync("/en/admin/users")).Form($"form:has(input[value='{id}'])").SubmitAsync();

        Assert.Equal("The invitation was taken back.", page.AssertOk().Notice);
        (await app.NewBrowser().GetAsync(link)).AssertStatus(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Roles_Set_HoldWithinAMinute()
    {
        var user = await app.CreateUserAsync(Roles.None);
        var browser = app.NewBrowser();
        await browser.SignInAsync(user);
        var admin = await app.SignedInAsync(Roles.Admin);
        (await browser.GetOnceAsync("/en/admin/users")).AssertStatus(HttpStatusCode.Forbidden);

        var page = await (await admin.GetAsync($"/en/admin/users/{user.Id}")).Form("Input.Roles").Check("Input.Roles", "Admin").SubmitAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("Saved.", page.AssertOk().Notice);
        (await browser.GetOnceAsync("/en/admin/users")).AssertOk();
    }

    [Fact]
    public async Task Roles_OwnAdministration_CannotBeTakenAwayAndTheRefusalIsRecorded()
    {
        var user = await app.CreateUserAsync(Roles.Admin);
        var admin = app.NewBrowser();
        await admin.SignInAsync(user);

        var page = await (await admin.GetAsync($"/ar/admin/users/{user.Id}")).Form("Input.Roles").Check("Input.Roles", "Admin", false).SubmitAsync();

        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal("لا يمكنك سحب صلاحية الإدارة من حسابك. اطلب ذلك من مدير آخر.", page.Refusal);
        var stream = AppUser.StreamOf(user.Id);
        Assert.True(await app.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Stream == stream && e.Kind == AuditKind.Refusal, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Suspend_Stale_MergesWithWhatOthersChanged()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var admin = await app.SignedInAsync(Roles.Admin);
        var old = await admin.GetAsync($"/en/admin/users/{user.Id}");
        await (await admin.GetAsync($"/en/admin/users/{user.Id}")).Form("Input.Roles").Check("Input.Roles", "Observer").SubmitAsync();

        var page = await old.Form("Suspend").SubmitAsync();

        Assert.Equal("The account is suspended.", page.AssertOk().Notice);
        var stored = await app.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id, TestContext.Current.CancellationToken));
        Assert.True(stored.IsSuspended);
        Assert.Equal(Roles.Checker | Roles.Observer, stored.Roles);
        Assert.Equal("The account is active again.", (await page.Form("Resume").SubmitAsync()).Notice);
    }

    [Fact]
    public async Task Roles_Stale_ShowsBothVersions()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var admin = await app.SignedInAsync(Roles.Admin);
        var old = await admin.GetAsync($"/en/admin/users/{user.Id}");
        await (await admin.GetAsync($"/en/admin/users/{user.Id}")).Form("Input.Roles").Check("Input.Roles", "Observer").SubmitAsync();

        var page = await old.Form("Input.Roles").Check("Input.Roles", "Editor").SubmitAsync();

        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal(["Checker", "Observer and Checker", "Checker and Editor"], page.AllWords(".conflict__text"));
    }

    [Fact]
    public async Task Post_ByAChecker_ChangesNothingAndIsRecorded()
    {
        var user = await app.CreateUserAsync(Roles.Observer);
        var checker = await app.SignedInAsync(Roles.Checker);
        var token = (await checker.GetAsync("/en/account/manage/profile")).Form("Input.DisplayName")["__RequestVerificationToken"] ?? "";

        var page = await checker.PostAsync($"/en/admin/users/{user.Id}", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Input.Roles", "Admin")]);

        page.AssertStatus(HttpStatusCode.Forbidden);
        Assert.Equal("This page is not open to you", page.Heading);
        Assert.Equal(Roles.Observer, await app.WithDbAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.Roles).SingleAsync(TestContext.Current.CancellationToken)));
        Assert.True(await app.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "page.refused" && e.Kind == AuditKind.Refusal, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Get_UnknownAccount_IsNotFound() =>
        (await (await app.SignedInAsync(Roles.Admin)).GetAsync($"/en/admin/users/{Guid.NewGuid()}")).AssertStatus(HttpStatusCode.NotFound);
}
