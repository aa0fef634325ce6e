using System.Net;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Admin;

/// <summary>What a session may still do when the account behind it has changed.</summary>
public sealed class OldSessionTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Suspended_WithTheOldCookie_CannotReinstateThemselves()
    {
        var (boss, suspended, user) = (await app.SignedInAsync(Roles.Admin), app.NewBrowser(), await app.CreateUserAsync(Roles.Admin));
        await suspended.SignInAsync(user);
        var other = await app.CreateUserAsync(Roles.Observer);
        var token = (await suspended.GetAsync($"/en/admin/users/{other.Id}")).Form("Input.Roles")["__RequestVerificationToken"] ?? "";
        var page = await boss.GetAsync($"/en/admin/users/{user.Id}");
        (await page.Form("Suspend").SubmitAsync("Suspend")).AssertOk();

        var answer = await suspended.PostAsync($"/en/admin/users/{user.Id}?handler=resume", [KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.DoesNotContain("/admin/", answer.Path, StringComparison.Ordinal);
        Assert.True(await app.WithDbAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.IsSuspended).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Demoted_WithTheOldCookie_WritesNothing()
    {
        var (boss, demoted, user) = (await app.SignedInAsync(Roles.Admin), app.NewBrowser(), await app.CreateUserAsync(Roles.Admin));
        await demoted.SignInAsync(user);
        var other = await app.CreateUserAsync(Roles.Checker);
        var open = (await demoted.GetAsync($"/en/admin/users/{other.Id}")).Form("Input.Roles").Check("Input.Roles", "Editor");
        var form = (await boss.GetAsync($"/en/admin/users/{user.Id}")).Form("Input.Roles");
        (await form.Check("Input.Roles", "Observer").Check("Input.Roles", "Admin", isChecked: false).SubmitAsync()).AssertOk();

        (await open.SubmitAsync()).AssertStatus(HttpStatusCode.Forbidden);

        Assert.Equal(Roles.Checker, await app.WithDbAsync(db => db.Users.Where(u => u.Id == other.Id).Select(u => u.Roles).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Administrators_DemotingEachOtherAtOnce_LeaveOne()
    {
        await using var room = await WebApp.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            await room.WithDbAsync(async db =>
            {
                await foreach (var user in db.Users.AsAsyncEnumerable())
                {
                    user.Roles = Roles.Observer;
                }

                await db.SaveAsync(new ChangeContext(Actor.System, "test.demote"), Ct);
                return true;
            });
            var (a, b) = (await room.CreateUserAsync(Roles.Admin), await room.CreateUserAsync(Roles.Admin));
            var forms = new[] { await DemotionAsync(room, a, b), await DemotionAsync(room, b, a) };

            await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

            Assert.Equal(1, await room.WithDbAsync(db => db.Users.CountAsync(u => (u.Roles & Roles.Admin) != Roles.None, Ct)));
        }
    }

    private static async Task<WebForm> DemotionAsync(WebApp room, TestUser by, TestUser of)
    {
        var browser = room.NewBrowser();
        await browser.SignInAsync(by);
        return (await browser.GetAsync($"/en/admin/users/{of.Id}")).Form("Input.Roles").Check("Input.Roles", "Observer").Check("Input.Roles", "Admin", isChecked: false);
    }
}
