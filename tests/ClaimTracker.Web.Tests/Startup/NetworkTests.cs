using System.Net;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>Under which names the site answers, and whose word on who asks is taken.</summary>
public sealed class NetworkTests : IAsyncLifetime
{
    private WebApp app = null!; // set before each test

    public async ValueTask InitializeAsync() =>
        app = await WebApp.StartAsync(("Site:PublicUrl", "https://claims.example.org"), ("Site:Proxies", "10.0.0.0/24, 192.0.2.10"), ("AllowedHosts", "probe.example"));

    [Theory]
    [InlineData("claims.example.org", HttpStatusCode.OK)]
    [InlineData("claims.example.org:8443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("probe.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("claims.example.org.evil.example", HttpStatusCode.BadRequest)]
    public async Task Request_ForThatHost_IsAnsweredOnlyWhenItIsOurs(string host, HttpStatusCode expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/en/claims") { Headers = { Host = host } };

        (await app.NewBrowser().SendAsync(request, follow: false)).AssertStatus(expected);
    }

    [Theory]
    [InlineData("10.0.0.7", "203.0.113.9", "203.0.113.9")]
    [InlineData("192.0.2.10", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.7", "203.0.113.9, 192.0.2.10", "203.0.113.9")]
    [InlineData("10.0.0.7", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.1.7", "203.0.113.9", "10.0.1.7")]
    [InlineData("198.51.100.1", "127.0.0.1", "198.51.100.1")]
    public async Task ForwardedAddress_IsBelievedOnlyFromANamedProxy(string from, string forwarded, string expected)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        var pipeline = new ApplicationBuilder(app.Services);
        pipeline.UseForwardedHeaders();
        pipeline.Run(_ => Task.CompletedTask);

        await pipeline.Build()(context);

        Assert.Equal(IPAddress.Parse(expected), context.Connection.RemoteIpAddress);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
