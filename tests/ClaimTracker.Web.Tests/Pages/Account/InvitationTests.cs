using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Account;

public sealed class InvitationTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly Actor Inviter = new(null, "test", Roles.Admin);

    [Fact]
    public async Task Post_MakesTheAccountOnceAndSignsIn()
    {
        var token = await InviteAsync(Roles.Checker);
        var browser = app.NewBrowser();

        await AcceptAsync(await browser.GetAsync($"/en/account/invitation/{token}"), "once@example.org");
        var second = await app.NewBrowser().GetAsync($"/ar/account/invitation/{token}");

        Assert.Contains("once@example.org", (await browser.GetAsync("/en/account/manage/profile")).AssertOk().Text, StringComparison.Ordinal);
        second.AssertStatus(HttpStatusCode.Gone);
        Assert.Equal("لم يعد هذا الرابط صالحًا", second.Heading);
        var user = await app.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "once@example.org", TestContext.Current.CancellationToken));
        Assert.Equal(Roles.Checker, user.Roles);
    }

    [Fact]
    public async Task Post_SecondPersonWithTheFormOpen_IsTurnedAway()
    {
        var token = await InviteAsync(Roles.Checker);
        var first = await app.NewBrowser().GetAsync($"/en/account/invitation/{token}");
        var second = await app.NewBrowser().GetAsync($"/en/account/invitation/{token}");

        await AcceptAsync(first, "first@example.org");
        var late = await AcceptAsync(second, "second@example.org");

        late.AssertStatus(HttpStatusCode.Gone);
        Assert.False(await app.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == "second@example.org", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Post_ManyAtTheSameMoment_MakeOneAccount()
    {
        var token = await InviteAsync(Roles.Checker);
        var forms = new List<WebPage>();
        for (var i = 0; i < 4; i++)
        {
            forms.Add(await app.NewBrowser().GetAsync($"/en/account/invitation/{token}"));
        }

        await Task.WhenAll(forms.Select((form, i) => AcceptAsync(form, $"race{i}@example.org")));

        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync(u => u.Email!.StartsWith("race"), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("short", "short", "New password: at least 12 characters, with several different signs among them.", null)]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "New password: at least 12 characters, with several different signs among them.", null)]
    [InlineData("x weak@example.org x", "x weak@example.org x", "New password: it must not contain your e-mail address.", null)]
    [InlineData("long enough words", "other long words", null, "The same password again: the two passwords are not the same.")]
    public async Task Post_BadPassword_SaysWhyAndKeepsTheRest(string password, string repeat, string? error, string? repeatError)
    {
        var token = await InviteAsync(Roles.Checker);
        var form = (await app.NewBrowser().GetAsync($"/en/account/invitation/{token}")).Form("Input.Password");

        var page = await form.Fill("Input.DisplayName", "Weak").Fill("Input.Email", "weak@example.org").Fill("Input.Password", password).Fill("Input.Repeat", repeat).SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(error, page.ErrorAt("Input.Password"));
        Assert.Equal(repeatError, page.ErrorAt("Input.Repeat"));
        Assert.Equal("Weak", page.Form("Input.Password")["Input.DisplayName"]);
        (await app.NewBrowser().GetAsync($"/en/account/invitation/{token}")).AssertOk();
    }

    [Fact]
    public async Task Post_AddressTaken_SaysSoInArabic()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var token = await InviteAsync(Roles.Checker);

        var page = await AcceptAsync(await app.NewBrowser().GetAsync($"/ar/account/invitation/{token}"), user.Email.ToUpperInvariant());

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("البريد الإلكتروني: يوجد حساب بهذا البريد من قبل.", page.ErrorAt("Input.Email"));
    }

    [Fact]
    public async Task Post_NameOfControlCharacters_IsStoredClean()
    {
        var token = await InviteAsync(Roles.Checker);

        var page = await AcceptAsync(await app.NewBrowser().GetAsync($"/en/account/invitation/{token}"), "clean@example.org", " Sa\u0001ra\u202E\u0007 ");
        Assert.Equal("/en/desk", page.Path);

        var user = await app.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "clean@example.org", TestContext.Current.CancellationToken));
        Assert.Equal("Sara", user.DisplayName);
    }

    [Fact]
    public async Task Get_Expired_IsGone()
    {
        await using var later = await WebApp.StartAsync();
        var issued = await later.WithAsync<Invitations, IssuedInvitation>(i => i.CreateAsync(new NewInvitation(Roles.Checker), Inviter, TestContext.Current.CancellationToken));
        later.Clock.Advance(TimeSpan.FromDays(Invitation.LifetimeDays) + TimeSpan.FromMinutes(1));

        (await later.NewBrowser().GetAsync($"/en/account/invitation/{issued.Token}")).AssertStatus(HttpStatusCode.Gone);
    }

    private static Task<WebPage> AcceptAsync(WebPage page, string email, string name = "Some Body") => page.Form("Input.Password")
        .Fill("Input.DisplayName", name).Fill("Input.Email", email).Fill("Input.Password", TestUser.Password).Fill("Input.Repeat", TestUser.Password).SubmitAsync();

    private async Task<string> InviteAsync(Roles roles)
    {
        var issued = await app.WithAsync<Invitations, IssuedInvitation>(i => i.CreateAsync(new NewInvitation(roles), Inviter, TestContext.Current.CancellationToken));
        return issued.Token ?? "";
    }
}
