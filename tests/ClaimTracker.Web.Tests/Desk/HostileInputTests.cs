using System.Net;
using System.Text;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Addresses, names and places made to break a page: each is answered, and none by an error.</summary>
public sealed class HostileInputTests(WebApp app) : IClassFixture<WebApp>
{
    private const string BadAddress = "https://\u200d.checks.example/y";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BadAddress)]
    [InlineData("https://xn--\u200d.checks.example/y")]
    public async Task NewSource_HostThatCannotBeWritten_IsAFaultAtItsField(string address)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync("/en/desk/sources/new")).Form("Input.Address").Fill("Input.Address", address).SubmitAsync("Save");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.ErrorAt("Input.Address") ?? "");
    }

    [Fact]
    public async Task Upload_PageWithSuchAnAddress_IsCheckedWithoutIt()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var check = (await UploadAsync(checker, Page($"<link rel=\"canonical\" href=\"{BadAddress}\">"), "page.html")).AssertOk();

        Assert.Equal("", check.Form("Input.Kind")["Input.Address"] ?? "");
    }

    [Fact]
    public async Task Upload_FileNameThatTurnsItsDirection_IsTakenInWithoutTheMark()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var check = (await UploadAsync(checker, Page(""), "gazette-\u202Elmth.\uFEFFhtml")).AssertOk();
        (await check.Form("Input.Kind").Fill("Input.Address", "https://news.example.org/turned").SubmitAsync()).AssertOk();

        await using var db = app.Database.CreateContext();
        Assert.Equal(1, await db.Captures.CountAsync(c => c.FileName == "gazette-lmth.html", Ct));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(-1, 5)]
    [InlineData(0, int.MaxValue)]
    public async Task Claim_PassageThatIsNoRange_IsNotFound(int from, int to)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var check = (await UploadAsync(checker, Page(""), "page.html")).AssertOk();
        var read = (await check.Form("Input.Kind").Fill("Input.Address", $"https://news.example.org/range/{from}/{to}").SubmitAsync()).AssertOk();

        (await checker.GetAsync($"{read.Path}/claim?from={from}&to={to}")).AssertStatus(HttpStatusCode.NotFound);
        (await checker.GetAsync($"{read.Path}/claim?from=0&to=20")).AssertOk();
    }

    private static byte[] Page(string head) => Encoding.UTF8.GetBytes(
        $"<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Trains to {Guid.NewGuid():N}</title>{head}</head><body><article><h1>Trains to the port</h1><p>The ministry of {Guid.NewGuid():N} said 4,300 containers left the port in February.</p></article></body></html>");

    private static async Task<WebPage> UploadAsync(Browser browser, byte[] bytes, string name)
    {
        var page = (await browser.GetAsync("/en/desk/intake")).AssertOk();
        var token = page.Html.QuerySelector("form.bring input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Input.File", name }, { new StringContent(token), "__RequestVerificationToken" } };
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/en/desk/intake") { Content = content });
    }
}
