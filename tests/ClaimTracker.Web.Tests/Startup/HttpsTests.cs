using System.Net;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>Plain http is taken from this machine only.</summary>
public sealed class HttpsTests : IAsyncLifetime
{
    private WebApp app = null!; // set before each test

    public async ValueTask InitializeAsync() => app = await WebApp.StartAsync(("Site:PublicUrl", "https://claims.example.org"));

    [Theory]
    [InlineData("GET", "http", "10.0.0.7", "/en/desk", StatusCodes.Status302Found)]
    [InlineData("POST", "http", "10.0.0.7", "/en/account/sign-in", StatusCodes.Status400BadRequest)]
    [InlineData("GET", "https", "10.0.0.7", "/en/desk", StatusCodes.Status204NoContent)]
    [InlineData("GET", "http", "127.0.0.1", "/en/desk", StatusCodes.Status204NoContent)]
    [InlineData("GET", "http", "::1", "/en/desk", StatusCodes.Status204NoContent)]
    [InlineData("GET", "http", "10.0.0.7", "/healthz/ready", StatusCodes.Status204NoContent)]
    public async Task Request_FromThere_GetsThat(string method, string scheme, string from, string path, int expected)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = method;
        context.Request.Scheme = scheme;
        context.Request.Path = path;
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        var pipeline = new ApplicationBuilder(app.Services);
        pipeline.UseHttpsBeyondLoopback();
        pipeline.Run(c =>
        {
            c.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });

        await pipeline.Build()(context);

        Assert.Equal(expected, context.Response.StatusCode);
        if (expected == StatusCodes.Status302Found)
        {
            Assert.Equal("https://claims.example.org/en/desk", context.Response.Headers.Location.ToString());
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
