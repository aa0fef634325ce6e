using System.Net;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Account;

public sealed class SignInTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("en", "Sign in")]
    [InlineData("ar", "تسجيل الدخول")]
    public async Task Get_InEitherLanguage_ShowsTheForm(string language, string heading)
    {
        var page = await app.NewBrowser().GetAsync($"/{language}/account/sign-in");

        page.AssertOk();
        Assert.Equal(heading, page.Heading);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Post_RightPassword_GoesToTheDesk()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var browser = app.NewBrowser();
        await browser.SignInAsync(user);

        Assert.Equal("/en/account/manage/profile", (await browser.GetAsync("/en/account/manage/profile")).AssertOk().Path);
        Assert.Contains("account.sign-in", await ActionsOfAsync(user));
    }

    [Fact]
    public async Task Post_RightPassword_ComesBackToThePageThatAsked()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var browser = app.NewBrowser();
        var asked = await browser.GetAsync("/ar/account/manage/profile");
        Assert.StartsWith("/ar/account/sign-in?return=", asked.Path, StringComparison.Ordinal);

        var page = await asked.Form("Input.Email").Fill("Input.Email", user.Email).Fill("Input.Password", TestUser.Password).SubmitAsync();

        Assert.Equal("/ar/account/manage/profile", page.AssertOk().Path);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Post_ReturnAddressElsewhere_StaysHere(string elsewhere)
    {
        var user = await app.CreateUserAsync(Roles.None);
        var form = (await app.NewBrowser().GetAsync("/en/account/sign-in?return=" + Uri.EscapeDataString(elsewhere))).Form("Input.Email");

        var page = await form.Fill("Input.Email", user.Email).Fill("Input.Password", TestUser.Password).SubmitAsync();

        Assert.StartsWith("/en/", page.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "E-mail address: fill this in.", "Password: fill this in.")]
    [InlineData("ar", "البريد الإلكتروني: هذا الحقل مطلوب.", "كلمة المرور: هذا الحقل مطلوب.")]
    public async Task Post_Empty_SaysSoAtTheFields(string language, string email, string password)
    {
        var page = await (await app.NewBrowser().GetAsync($"/{language}/account/sign-in")).Form("Input.Email").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(email, page.ErrorAt("Input.Email"));
        Assert.Equal(password, page.ErrorAt("Input.Password"));
        Assert.Equal([email, password], page.Errors);
    }

    [Fact]
    public async Task Post_WrongPasswordOrNoAccount_AnswersAlike()
    {
        var user = await app.CreateUserAsync(Roles.Checker);

        var wrong = await app.NewBrowser().SignInAsync(user.Email, "not the password");
        var unknown = await app.NewBrowser().SignInAsync("nobody@example.org", "not the password");

        wrong.AssertStatus(HttpStatusCode.BadRequest);
        unknown.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Equal(user.Email, wrong.Form("Input.Email")["Input.Email"]);
        Assert.Equal("", wrong.Form("Input.Email")["Input.Password"]);
        Assert.Contains("account.sign-in-refused", await ActionsOfAsync(user));
    }

    [Fact]
    public async Task Post_AfterFiveFailures_RefusesTheRightPasswordToo()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var before = await VersionOfAsync(user);
        for (var i = 0; i < AccountRules.FailuresBeforeLockout; i++)
        {
            await app.NewBrowser().SignInAsync(user.Email, "not the password");
        }

        var page = await app.NewBrowser().SignInAsync(user);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(before, await VersionOfAsync(user));
    }

    [Fact]
    public async Task Post_Suspended_SaysSoOnlyToWhoKnowsThePassword()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        await app.WithAsync<UserAdministration, object>(async a => await a.SuspendAsync(user.Id, 1, new Actor(null, "test", Roles.Admin), TestContext.Current.CancellationToken));

        var right = await app.NewBrowser().SignInAsync(user);
        var wrong = await app.NewBrowser().SignInAsync(user.Email, "not the password");

        Assert.Equal(["This account is suspended. Please talk to an administrator."], right.Errors);
        Assert.NotEqual(right.Errors, wrong.Errors);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        var page = await app.NewBrowser().PostAsync("/ar/account/sign-in", [KeyValuePair.Create("Input.Email", "a@example.org")]);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("تعذرت قراءة الطلب", page.Heading);
    }

    [Fact]
    public async Task Post_TooOften_WaitsWithAPageInTheLanguage()
    {
        await using var strict = await WebApp.StartAsync(("Site:SignInsPerMinute", "3"));
        var browser = strict.NewBrowser();
        for (var i = 0; i < 3; i++)
        {
            (await browser.SignInAsync("nobody@example.org", "not the password", "ar")).AssertStatus(HttpStatusCode.BadRequest);
        }

        var page = await browser.SignInAsync("nobody@example.org", "not the password", "ar");

        page.AssertStatus(HttpStatusCode.TooManyRequests);
        Assert.Equal("محاولات كثيرة", page.Heading);
        Assert.InRange(page.Response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var browser = await app.SignedInAsync(Roles.Checker);
        var page = await browser.GetAsync("/en/account/manage/profile");

        var left = await page.Form("Sign out").SubmitAsync();
        Assert.Equal("/en", left.Path);

        Assert.StartsWith("/en/account/sign-in", (await browser.GetAsync("/en/account/manage/profile")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspending_EndsTheSessionWithinAMinute()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var browser = app.NewBrowser();
        await browser.SignInAsync(user);
        await app.WithAsync<UserAdministration, object>(async a => await a.SuspendAsync(user.Id, 1, new Actor(null, "test", Roles.Admin), TestContext.Current.CancellationToken));

        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/en/account/sign-in", (await browser.GetAsync("/en/account/manage/profile")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorUntil_EndsWithItsDay()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await app.WithAsync<UserAdministration, object>(async a =>
            await a.SetRolesAsync(user.Id, 1, Roles.Editor, today, new Actor(null, "test", Roles.Admin), TestContext.Current.CancellationToken));

        var stored = await app.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id, TestContext.Current.CancellationToken));

        Assert.Equal(Roles.Editor, stored.RolesOn(today));
        Assert.Equal(Roles.Checker, stored.RolesOn(today.AddDays(1)));
    }

    private Task<List<string>> ActionsOfAsync(TestUser user)
    {
        var stream = AppUser.StreamOf(user.Id);
        return app.WithDbAsync(db => db.AuditEntries.Where(e => e.Stream == stream && e.Kind == AuditKind.SignIn).Select(e => e.Action).ToListAsync(TestContext.Current.CancellationToken));
    }

    private Task<int> VersionOfAsync(TestUser user) =>
        app.WithDbAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.Version).SingleAsync(TestContext.Current.CancellationToken));
}
