using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Api;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Account;

/// <summary>Tokens as people make, see and revoke them, and how they end.</summary>
public sealed class TokenPagesTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Own = "/en/account/manage/tokens";
    private const string Claim = "/api/v1/desk/claims/1";

    private readonly ApiClient api = new(app.NewBrowser());

    [Fact]
    public async Task Token_Made_IsShownOnceAndStoredHashed_AndWorksUntilItsOwnerRevokesIt()
    {
        var ct = TestContext.Current.CancellationToken;
        var user = await app.CreateUserAsync(Roles.Checker);
        var browser = app.NewBrowser();
        await browser.SignInAsync(user);

        var made = (await MakeAsync(browser)).AssertOk();
        var token = made.Words("code.copyable");
        Assert.StartsWith("ct_", token, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var listed = (await browser.GetAsync(Own)).AssertOk();
        Assert.DoesNotContain(token, listed.Text, StringComparison.Ordinal);
        Assert.Contains("Script", listed.Text, StringComparison.Ordinal);
        var stored = await app.WithDbAsync(db => db.ApiTokens.AsNoTracking().SingleAsync(t => t.OwnerId == user.Id, ct));
        Assert.Equal((SecretToken.HashOf(token), TokenScopes.ReadDesk), (stored.Hash, stored.Scopes));
        var entries = await app.WithDbAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Stream == $"user:{user.Id}").Select(e => e.Action + e.Values + e.Canonical).ToListAsync(ct));
        Assert.Contains(entries, e => e.StartsWith("token.create", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Contains(stored.Hash, StringComparison.Ordinal) || e.Contains(token, StringComparison.Ordinal));

        // It works on the API, and there alone; the session works on pages, and there alone.
        (await AskAsync(token)).AssertProblem(404);
        Assert.Equal(app.Clock.GetUtcNow().Day, (await app.WithDbAsync(db => db.ApiTokens.Where(t => t.Id == stored.Id).Select(t => t.LastUsedOn).SingleAsync(ct)))?.Day);
        Assert.Equal(302, (await api.SendAsync(token, HttpMethod.Get, "/en/desk", null)).Status);
        (await new ApiClient(browser).SendAsync(null, HttpMethod.Get, Claim, null)).AssertProblem(401);

        var revoked = await listed.Form("Revoke Script").SubmitAsync();
        Assert.Equal("The token was revoked. It no longer works.", revoked.AssertOk().Notice);
        (await AskAsync(token)).AssertProblem(401);
    }

    [Fact]
    public async Task Token_OfTheWrongPassword_IsNotMade()
    {
        var browser = await app.SignedInAsync(Roles.Checker);

        var page = await MakeAsync(browser, "not the password");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("The current password is not right.", page.ErrorAt("Input.Password"));
        Assert.Equal("Script", page.Form("Input.Name")["Input.Name"]);
        (await (await browser.GetAsync(Own)).Form("Input.Name").SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Token_EndsWithItsDay_ThePassword_AndTheAccount()
    {
        var ct = TestContext.Current.CancellationToken;
        var (first, second, third) = (await app.CreateUserAsync(Roles.Checker), await app.CreateUserAsync(Roles.Checker), await app.CreateUserAsync(Roles.Checker));
        var (password, suspended, expired) = (await app.TokenAsync(first, TokenScopes.ReadDesk), await app.TokenAsync(second, TokenScopes.ReadDesk), await app.TokenAsync(third, TokenScopes.ReadDesk));
        foreach (var token in new[] { password, suspended, expired })
        {
            (await AskAsync(token)).AssertProblem(404);
        }

        await app.WithAsync((AccountService accounts) => accounts.ChangePasswordAsync(new Actor(first.Id, first.DisplayName, first.Roles), TestUser.Password, "another good password", ct));
        await app.WithAsync((UserAdministration users) => users.SuspendAsync(second.Id, 1, new Actor(third.Id, "test", Roles.Admin), ct));
        await app.WithAsync((UserAdministration users) => users.ResumeAsync(second.Id, 2, new Actor(third.Id, "test", Roles.Admin), ct));
        var refused = (await AskAsync(password)).AssertProblem(401);
        Assert.Equal(refused.Text, (await AskAsync(suspended)).AssertProblem(401).Text);
        (await AskAsync(expired)).AssertProblem(404);
        app.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(refused.Text, (await AskAsync(expired)).AssertProblem(401).Text);
    }

    [Fact]
    public async Task Administrator_SeesAndRevokesEverybodysTokens_AndNobodyElse()
    {
        var user = await app.CreateUserAsync(Roles.Checker, "Owner of tokens");
        var token = await app.TokenAsync(user, TokenScopes.ReadDesk, "Old robot");
        var admin = await app.SignedInAsync(Roles.Admin);
        var other = await app.SignedInAsync(Roles.Editor);

        (await other.GetAsync("/en/admin/tokens")).AssertStatus(HttpStatusCode.Forbidden);
        var id = await app.WithDbAsync(db => db.ApiTokens.Where(t => t.OwnerId == user.Id).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));
        var form = (await other.GetAsync(Own)).Form("Input.Name")["__RequestVerificationToken"] ?? "";
        (await other.PostAsync($"{Own}?handler=Revoke", [KeyValuePair.Create("id", id.ToString()), KeyValuePair.Create("__RequestVerificationToken", form)])).AssertStatus(HttpStatusCode.Forbidden);
        (await AskAsync(token)).AssertProblem(404);

        var page = (await admin.GetAsync("/ar/admin/tokens")).AssertOk();
        Assert.Contains("Owner of tokens", page.Text, StringComparison.Ordinal);
        (await page.Form("إلغاء Old robot").SubmitAsync()).AssertOk();
        (await AskAsync(token)).AssertProblem(401);
    }

    private Task<ApiReply> AskAsync(string token) => api.SendAsync(token, HttpMethod.Get, Claim, null);

    private static async Task<WebPage> MakeAsync(Browser browser, string password = TestUser.Password) =>
        await (await browser.GetAsync(Own)).Form("Input.Name").Fill("Input.Name", "Script").Check("Input.Scopes", "ReadDesk").Fill("Input.Days", "30").Fill("Input.Password", password).SubmitAsync();
}
