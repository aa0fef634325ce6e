using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>Public pages are kept, and never shown once something changed (rule 12).</summary>
public sealed class PublicPageCacheTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Page = "/en/methodology";

    [Fact]
    public async Task Page_AskedForTwice_IsKeptForReadersOnly()
    {
        await app.NewBrowser().GetAsync(Page);

        Assert.NotNull((await app.NewBrowser().GetAsync(Page)).AssertOk().Response.Headers.Age);
        Assert.Null((await (await app.SignedInAsync(Roles.Checker)).GetAsync(Page)).AssertOk().Response.Headers.Age);
        Assert.Contains("صحيح إجمالًا", (await app.NewBrowser().GetAsync("/ar/methodology")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ChangedInThisProcess_IsNewAtOnce()
    {
        await app.NewBrowser().GetAsync(Page);

        await app.WithDbAsync(db => RenameAsync(db, "At once"));

        Assert.Contains("At once", (await app.NewBrowser().GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ChangedByAnotherProcess_IsNewWithinTwoSeconds()
    {
        await app.NewBrowser().GetAsync(Page);
        await using (var other = app.Database.CreateContext())
        {
            await RenameAsync(other, "From elsewhere");
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Contains("From elsewhere", (await app.NewBrowser().GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    public async Task Page_AskedForInAnEncoding_IsKeptInIt(string accepted, string? expected)
    {
        await AskAsync(app.NewBrowser(), Page, accepted);

        var kept = await AskAsync(app.NewBrowser(), Page, accepted);

        Assert.NotNull(kept.Headers.Age);
        Assert.Equal(expected, kept.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task PageWithAForm_IsNeverCompressed_AndFilesAre()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        Assert.Empty((await AskAsync(checker, "/en/desk/claims/new", "br")).Content.Headers.ContentEncoding);
        Assert.Empty((await AskAsync(checker, "/en/check", "br")).Content.Headers.ContentEncoding);
        Assert.Equal(["br"], (await AskAsync(checker, "/css/site.css", "br")).Content.Headers.ContentEncoding);
    }

    private static async Task<HttpResponseMessage> AskAsync(Browser browser, string address, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return answer;
    }

    [Fact]
    public void OnlyPublicPages_AreKept()
    {
        var kept = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<OutputCacheAttribute>() is not null)
            .Select(e => e.RoutePattern.RawText ?? "")
            .ToList();

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, p => p.Contains("/desk", StringComparison.Ordinal) || p.Contains("/admin", StringComparison.Ordinal) || p.Contains("/account", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar/claims")]
    [InlineData("/en/methodology")]
    [InlineData("/ar/corrections")]
    [InlineData("/en/about")]
    public async Task KeptPage_HoldsNoPostForm(string address)
    {
        var page = await app.NewBrowser().GetAsync(address);

        Assert.Empty(page.AssertOk().Html.QuerySelectorAll("form[method=post]"));
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }

    private static async Task<int> RenameAsync(ClaimDbContext db, string label)
    {
        var ct = TestContext.Current.CancellationToken;
        var rating = await db.Ratings.SingleAsync(r => r.Code == Core.Review.RatingCodes.Misleading, ct);
        rating.Label = rating.Label.With("en", label);
        await db.SaveAsync(new ChangeContext(Actor.System, "test"), ct);
        return rating.Version;
    }
}
