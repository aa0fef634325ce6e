using System.Net;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>Languages in the path, pages that are not there, headers.</summary>
public sealed class AddressTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("ar-EG,en;q=0.5", "/ar")]
    [InlineData("en-GB", "/en")]
    [InlineData("fr,ar;q=0.3,en;q=0.2", "/ar")]
    [InlineData("fr", "/en")]
    [InlineData("ar;q=0.1,en;q=0.9", "/en")]
    [InlineData("*", "/en")]
    public async Task Root_LeadsToTheReadersLanguage(string accepts, string expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepts);

        var page = await app.NewBrowser().SendAsync(request, follow: false);

        page.AssertStatus(HttpStatusCode.Redirect);
        Assert.Equal(expected, page.Response.Headers.Location?.OriginalString);
        Assert.Contains("Accept-Language", page.Response.Headers.Vary);
    }

    [Theory]
    [InlineData("/ar/nothing/here", "ar", "rtl", "لا توجد صفحة بهذا العنوان")]
    [InlineData("/en/nothing/here", "en", "ltr", "There is nothing at this address")]
    [InlineData("/fr/claims", "en", "ltr", "There is nothing at this address")]
    [InlineData("/nothing", "en", "ltr", "There is nothing at this address")]
    [InlineData("/error/500", "en", "ltr", "There is nothing at this address")]
    [InlineData("/arx/desk", "en", "ltr", "There is nothing at this address")]
    public async Task Unknown_IsNotFoundInTheLanguageOfThePath(string address, string language, string direction, string heading)
    {
        var page = await app.NewBrowser().GetAsync(address);

        page.AssertStatus(HttpStatusCode.NotFound);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.Html.DocumentElement.GetAttribute("dir"));
        Assert.Equal(heading, page.Heading);
    }

    [Fact]
    public async Task Unknown_WithoutLanguage_UsesTheReaders()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.TryAddWithoutValidation("Accept-Language", "ar");

        Assert.Equal("لا توجد صفحة بهذا العنوان", (await app.NewBrowser().SendAsync(request)).AssertStatus(HttpStatusCode.NotFound).Heading);
    }

    [Theory]
    [InlineData("/en/account/sign-in?return=%2Fen%2Fdesk", "/ar/account/sign-in?return=%2Fen%2Fdesk")]
    [InlineData("/ar/account/sign-in", "/en/account/sign-in")]
    [InlineData("/en/nothing?q=1", "/ar/nothing?q=1")]
    [InlineData("/nothing", "/ar")]
    public async Task LanguageSwitch_LeadsToTheSamePage(string address, string expected)
    {
        var page = await app.NewBrowser().GetAsync(address);

        Assert.Equal(expected, page.Html.QuerySelector("a.language-switch")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/en/account/sign-in")]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/healthz/live")]
    public async Task EveryAnswer_CarriesTheHeaders(string address)
    {
        var headers = (await app.NewBrowser().GetOnceAsync(address)).Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Single(headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Account_IsKeptByNoCache() =>
        Assert.True((await app.NewBrowser().GetAsync("/en/account/sign-in")).Response.Headers.CacheControl?.NoStore);

    [Fact]
    public async Task Cookies_OnHttps_AreSecureAndHidden()
    {
        await using var site = await WebApp.StartAsync(("Site:PublicUrl", "https://claims.example.org"));

        var cookie = Assert.Single((await site.NewBrowser().GetAsync("https://localhost/en/account/sign-in")).Response.Headers.GetValues("Set-Cookie"));

        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AbsoluteLinks_NeverComeFromTheHostHeader()
    {
        await using var site = await WebApp.StartAsync(("Site:PublicUrl", "https://claims.example.org"), ("AllowedHosts", "other.example"));
        var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/en/account/sign-in") { Headers = { Host = "other.example" } };

        var page = await site.NewBrowser().SendAsync(request);

        Assert.DoesNotContain("other.example", page.AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal("https://claims.example.org/ar/account/sign-in", page.Html.QuerySelector("link[hreflang=ar]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Post_WithANullCharacter_IsABadRequestWithAPage()
    {
        var browser = app.NewBrowser();
        var form = (await browser.GetAsync("/en/account/sign-in")).Form("Input.Email");

        var page = await form.Add("Input.Email", "a\0b").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("400", page.Words(".message-page__code"));
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Health_IsOpen(string address) => Assert.Equal("Healthy", (await app.NewBrowser().GetAsync(address)).AssertOk().Text);
}
