using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Articles given by their address, where the operator has switched fetching on; the site they come from stands on loopback.</summary>
public sealed class FetchedArticleTests : IAsyncLifetime
{
    private const string Page = """
        <html lang="en"><head><title>Silos burn</title></head><body><article><h1>Silos burn in the north</h1><p>The ministry said 812 silos were destroyed last month.</p></article></body></html>
        """;

    private readonly HttpListener site = new();
    private readonly int port = FreePort();
    private WebApp? app;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private WebApp App => app ?? throw new InvalidOperationException("The application is not started.");

    public async ValueTask InitializeAsync()
    {
        site.Prefixes.Add(At("/"));
        site.Start();
        _ = ServeAsync();
        app = await WebApp.StartAsync(
            ("Capture:Fetch", "true"), ("Capture:AllowedNetworks", "127.0.0.0/8"), ("Capture:Ports", port.ToString(CultureInfo.InvariantCulture)));
    }

    public async ValueTask DisposeAsync()
    {
        site.Close();
        await App.DisposeAsync();
    }

    [Fact]
    public async Task Bring_AddressThatRedirects_KeepsThePageWithItsFinalAddress()
    {
        var checker = await App.SignedInAsync(Roles.Checker);

        var check = (await BringAsync(checker, At("/old"))).AssertOk();
        var form = check.Form("Input.Kind");
        Assert.Equal((At("/silos"), "Silos burn in the north"), (form["Input.Address"], form["Input.Title.En"]));
        Assert.Equal("The ministry said 812 silos were destroyed last month.", form["Text"]);
        (await form.SubmitAsync()).AssertOk();

        await using var db = App.Database.CreateContext();
        var capture = await db.Captures.SingleAsync(Ct);
        Assert.Equal((At("/silos"), "text/html"), (capture.FinalAddress, capture.MediaType));
        Assert.StartsWith("ClaimTracker/", capture.Tool, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/missing", "answered 404")]
    [InlineData("/picture", "image/png")]
    [InlineData("/private/page", "asks programs not to read")]
    public async Task Bring_AddressThatGivesNoArticle_SaysWhy(string path, string words)
    {
        var page = await BringAsync(await App.SignedInAsync(Roles.Checker), At(path));

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(words, page.Words(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bring_AddressOfTheCloudsMetadata_IsRefused()
    {
        var page = await BringAsync(await App.SignedInAsync(Roles.Checker), string.Create(CultureInfo.InvariantCulture, $"http://169.254.169.254:{port}/latest"));

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains("not public", page.Words(".error-summary"), StringComparison.Ordinal);
    }

    private static async Task<WebPage> BringAsync(Browser browser, string address) =>
        await (await browser.GetAsync("/en/desk/intake")).AssertOk().Form("Input.Address").Fill("Input.Address", address).SubmitAsync();

    private string At(string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}");

    private async Task ServeAsync()
    {
        while (site.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await site.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Answer(asked.Request.Url?.AbsolutePath ?? "", asked.Response);
        }
    }

    private static void Answer(string path, HttpListenerResponse response)
    {
        var (status, type, text) = path switch
        {
            "/robots.txt" => (200, "text/plain", "User-agent: *\nDisallow: /private/"),
            "/silos" => (200, "text/html; charset=utf-8", Page),
            "/old" => (301, "text/html", ""),
            "/picture" => (200, "image/png", "PNG"),
            _ => (404, "text/html", "nothing here"),
        };
        response.StatusCode = status;
        response.ContentType = type;
        if (status == 301)
        {
            response.RedirectLocation = "/silos";
        }

        response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
