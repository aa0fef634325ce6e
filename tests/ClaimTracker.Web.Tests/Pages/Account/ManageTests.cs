using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Account;

public sealed class ManageTests(WebApp app) : IClassFixture<WebApp>
{
    private const string NewPassword = "another good password";

    [Fact]
    public async Task Profile_Saved_ShowsTheNewName()
    {
        var browser = await app.SignedInAsync(Roles.Checker);

        var page = await (await browser.GetAsync("/ar/account/manage/profile")).Form("Input.DisplayName").Fill("Input.DisplayName", "سارة").Fill("Input.Language", "en").SubmitAsync();

        Assert.Equal("حُفظت التغييرات.", page.AssertOk().Notice);
        Assert.Contains("سارة", page.Words(".desk-header"), StringComparison.Ordinal);
        Assert.Equal("en", page.Form("Input.DisplayName")["Input.Language"]);
    }

    [Fact]
    public async Task Profile_Stale_ShowsBothVersionsAndKeepsWhatWasTyped()
    {
        var browser = await app.SignedInAsync(Roles.Checker, "Start");
        var old = await browser.GetAsync("/en/account/manage/profile");
        await (await browser.GetAsync("/en/account/manage/profile")).Form("Input.DisplayName").Fill("Input.DisplayName", "Theirs").SubmitAsync();

        var page = await old.Form("Input.DisplayName").Fill("Input.DisplayName", "Mine").SubmitAsync();

        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal(["Start", "Theirs", "Mine"], page.AllWords(".conflict__text"));
        Assert.Equal("Mine", page.Form("Input.DisplayName")["Input.DisplayName"]);
        var settled = await page.Form("Input.DisplayName").SubmitAsync();
        Assert.Equal("Mine", settled.AssertOk().Form("Input.DisplayName")["Input.DisplayName"]);
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndTheOldOne()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var (here, there) = (app.NewBrowser(), app.NewBrowser());
        await here.SignInAsync(user);
        await there.SignInAsync(user);

        var page = await ChangeAsync(here, TestUser.Password, NewPassword);
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("The password was changed.", page.AssertOk().Notice, StringComparison.Ordinal);
        (await here.GetOnceAsync("/en/account/manage/profile")).AssertOk();
        (await there.GetOnceAsync("/en/account/manage/profile")).AssertStatus(HttpStatusCode.Redirect);
        (await app.NewBrowser().SignInAsync(user)).AssertStatus(HttpStatusCode.BadRequest);
        await app.NewBrowser().SignInAsync(user.Email, NewPassword);
    }

    [Fact]
    public async Task Password_WrongCurrentOne_IsRefusedAtTheField()
    {
        var page = await ChangeAsync(await app.SignedInAsync(Roles.Checker), "not the password", NewPassword);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("The current password is not right.", page.ErrorAt("Input.Current"));
    }

    [Fact]
    public async Task ResetLink_WorksOnce()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var admin = await app.SignedInAsync(Roles.Admin);
        var made = await (await admin.GetAsync($"/en/admin/users/{user.Id}")).Form("Create a link for a new password").SubmitAsync();
        var link = new Uri(made.AssertOk().Words("code.copyable")).PathAndQuery;
        var browser = app.NewBrowser();

        await (await browser.GetAsync(link)).AssertOk().Form("Input.Password").Fill("Input.Password", NewPassword).Fill("Input.Repeat", NewPassword).SubmitAsync();

        (await browser.GetOnceAsync("/en/account/manage/profile")).AssertOk();
        (await app.NewBrowser().GetAsync(link)).AssertStatus(HttpStatusCode.Gone);
        (await app.NewBrowser().GetAsync(link.Replace("token=", "token=x", StringComparison.Ordinal))).AssertStatus(HttpStatusCode.Gone);
        (await app.NewBrowser().SignInAsync(user)).AssertStatus(HttpStatusCode.BadRequest);
    }

    private static async Task<WebPage> ChangeAsync(Browser browser, string current, string wanted) =>
        await (await browser.GetAsync("/en/account/manage/password")).Form("Input.Current")
            .Fill("Input.Current", current).Fill("Input.Password", wanted).Fill("Input.Repeat", wanted).SubmitAsync();
}
