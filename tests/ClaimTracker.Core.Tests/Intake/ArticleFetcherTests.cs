using System.IO.Compression;
using System.Net;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class ArticleFetcherTests
{
    private const string Address = "https://news.example.com/story?id=7";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fetch_WhileSwitchedOff_LooksNothingUp()
    {
        await using var internet = await OpenAsync();
        using var fetcher = internet.Fetcher(FetchSettings.Off);

        Assert.Equal(FetchRefusal.SwitchedOff, await RefusalAsync(fetcher));
        Assert.Empty(internet.LookedUp);
    }

    [Fact]
    public async Task Fetch_APage_KeepsItsBytesAndSaysWhoWeAre()
    {
        await using var internet = await OpenAsync();
        var bytes = Encoding.UTF8.GetBytes("<p>نص</p>");
        internet.Page = async context =>
        {
            context.Response.ContentType = "Text/HTML; charset=\"UTF-8\"";
            context.Response.Headers.ContentLanguage = "ar";
            context.Response.Headers.Link = "<https://news.example.com/story>; rel=\"canonical\"";
            context.Response.Headers.SetCookie = "who=you";
            await context.Response.Body.WriteAsync(bytes, Ct);
        };
        using var fetcher = internet.Fetcher(FakeInternet.Settings with { ContactAddress = new Uri("https://claims.example.org/") });

        var page = await PageAsync(fetcher);
        await PageAsync(fetcher);

        Assert.Equal(bytes, page.Bytes);
        Assert.Equal((Address, Address, "text/html"), (page.RequestedAddress, page.FinalAddress, page.MediaType));
        Assert.Equal(new PageHeaders("UTF-8", "ar", "https://news.example.com/story"), page.Headers);
        Assert.Equal("ClaimTracker/1.0 (+https://claims.example.org/)", page.Tool);
        Assert.All(internet.Requests, r => Assert.Equal(page.Tool, r.Headers["User-Agent"]));
        Assert.All(internet.Requests, r => Assert.DoesNotContain("Cookie", r.Headers.Keys));
    }

    [Fact]
    public async Task Fetch_ACompressedPage_KeepsWhatWasCompressed()
    {
        await using var internet = await OpenAsync();
        internet.Page = context => WriteAsync(context, "br", Brotli("<p>text</p>"u8));
        using var fetcher = internet.Fetcher();

        Assert.Equal("<p>text</p>", Encoding.UTF8.GetString((await PageAsync(fetcher)).Bytes));
    }

    [Theory]
    [InlineData("gzip", FetchRefusal.NotReached)]
    [InlineData("compress", FetchRefusal.WrongType)]
    [InlineData("br, br", FetchRefusal.WrongType)]
    public async Task Fetch_ABodyThatCannotBeUnpacked_IsRefused(string encoding, FetchRefusal expected)
    {
        await using var internet = await OpenAsync();
        internet.Page = context => WriteAsync(context, encoding, Brotli(Brotli("<p>text</p>"u8)));
        using var fetcher = internet.Fetcher();

        Assert.Equal(expected, await RefusalAsync(fetcher));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /story", true)]
    [InlineData("User-agent: ClaimTracker\nDisallow: /", true)]
    [InlineData("User-agent: claimtracker/2\nAllow: /\n\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /private", false)]
    public async Task Fetch_HonoursRobots(string robots, bool isRefused)
    {
        await using var internet = await OpenAsync();
        internet.Robots = context => context.Response.WriteAsync(robots);
        using var fetcher = internet.Fetcher();

        var outcome = await fetcher.FetchAsync(Address, Ct);

        Assert.Equal(isRefused, outcome is FetchOutcome.Refused { Code: FetchRefusal.Robots });
        Assert.Equal(isRefused, internet.Requests.Count == 0);
    }

    [Fact]
    public async Task Fetch_WhileRobotsCannotBeHad_ReadsNothing()
    {
        await using var internet = await OpenAsync();
        internet.Robots = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        using var fetcher = internet.Fetcher();

        Assert.Equal(FetchRefusal.Robots, await RefusalAsync(fetcher));
    }

    [Fact]
    public async Task Fetch_RobotsThatLeadIntoTheIntranet_IsRefused()
    {
        await using var internet = await OpenAsync();
        internet.Robots = context =>
        {
            context.Response.Redirect("http://10.0.0.1/robots.txt");
            return Task.CompletedTask;
        };
        using var fetcher = internet.Fetcher();

        var refused = Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(Address, Ct));
        Assert.Equal((FetchRefusal.NotPublic, AddressKind.Private), (refused.Code, refused.Kind));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Fetch_FollowsRedirectsUpToTheLimit(int redirects, bool isRefused)
    {
        await using var internet = await OpenAsync();
        internet.Page = async context =>
        {
            var at = context.Request.Path.Value is ['/', >= '0' and <= '9', ..] path ? int.Parse(path[1..]) : 0;
            if (at < redirects)
            {
                context.Response.Redirect($"/{at + 1}");
                return;
            }

            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("text", Ct);
        };
        using var fetcher = internet.Fetcher();

        var outcome = await fetcher.FetchAsync("https://news.example.com/0", Ct);

        Assert.Equal(isRefused, outcome is FetchOutcome.Refused { Code: FetchRefusal.TooManyRedirects });
    }

    [Fact]
    public async Task Fetch_AnotherStatus_IsNamed()
    {
        await using var internet = await OpenAsync();
        internet.Page = FakeInternet.NotFoundAsync;
        using var fetcher = internet.Fetcher();

        var refused = Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(Address, Ct));
        Assert.Equal((FetchRefusal.Status, 404), (refused.Code, refused.Status));
    }

    [Fact]
    public async Task Fetch_FromAnAllowedNetwork_Works_ButTheCloudsSecretsStayClosed()
    {
        await using var internet = await OpenAsync();
        internet.Page = context => WriteAsync(context, null, "<p>text</p>"u8.ToArray());
        internet.Name("wiki.intranet.example", ["127.0.0.1"]);
        internet.Name("metadata.intranet.example", ["169.254.169.254"]);
        using var fetcher = internet.Fetcher(FakeInternet.Settings with { Ports = [internet.HttpPort], AllowedNetworks = [IPNetwork.Parse("0.0.0.0/0")] });

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync($"http://wiki.intranet.example:{internet.HttpPort}/a", Ct));
        var refused = Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync($"http://metadata.intranet.example:{internet.HttpPort}/", Ct));
        Assert.Equal(AddressKind.Metadata, refused.Kind);
    }

    [Fact]
    public async Task Fetch_WithACertificateNobodyVouchesFor_IsRefused()
    {
        await using var internet = await OpenAsync();
        using var fetcher = new ArticleFetcher(FakeInternet.Settings, TimeProvider.System, internet.Network with { Certificates = null });

        Assert.Equal(FetchRefusal.NotReached, await RefusalAsync(fetcher));
    }

    [Fact]
    public async Task Fetch_CalledOff_Throws()
    {
        await using var internet = await OpenAsync();
        using var fetcher = internet.Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Address, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Settings_AreOffUntilSwitchedOn_AndRefuseWhatTheyCannotRead()
    {
        Assert.False(Read().IsOn);
        var read = Read(("Capture:Fetch", "true"), ("Capture:AllowedNetworks", "10.20.0.0/16, fd00::/8"), ("Capture:Ports", "443"));
        Assert.True(read.IsOn);
        Assert.Equal([443], read.Ports);
        Assert.Equal([IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("fd00::/8")], read.AllowedNetworks);
        foreach (var (key, value) in new[] { ("Fetch", "perhaps"), ("AllowedNetworks", "intranet"), ("Ports", "99999"), ("MaxMegabytes", "500"), ("TimeLimitSeconds", "0") })
        {
            Assert.Contains($"Capture__{key}", Assert.Throws<StartRefusedException>(() => Read(($"Capture:{key}", value))).Message);
        }
    }

    private static FetchSettings Read(params (string Key, string Value)[] values) =>
        FetchSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), null);

    private static async Task<FakeInternet> OpenAsync()
    {
        var internet = await FakeInternet.StartAsync();
        internet.Name("news.example.com", [FakeInternet.PublicAddress]);
        return internet;
    }

    private static async Task<FetchedPage> PageAsync(ArticleFetcher fetcher) => Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(Address, Ct)).Page;

    private static async Task<FetchRefusal> RefusalAsync(ArticleFetcher fetcher) => Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(Address, Ct)).Code;

    private static async Task WriteAsync(HttpContext context, string? encoding, byte[] bytes)
    {
        context.Response.ContentType = "text/html";
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        await context.Response.Body.WriteAsync(bytes, Ct);
    }

    private static byte[] Brotli(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            brotli.Write(plain);
        }

        return packed.ToArray();
    }
}
