using System.Globalization;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>How much may be asked in a minute; the minute is the clock's, and tests move it.</summary>
public sealed class ApiLimitTests(ApiLimitTests.FewRequests app) : IClassFixture<ApiLimitTests.FewRequests>
{
    public sealed class FewRequests : WebApp
    {
        public const int PerMinute = 4;

        public FewRequests()
        {
            Set("Site:ApiPerMinute", PerMinute.ToString(CultureInfo.InvariantCulture));
            Set("Site:ChecksPerMinute", "1");
        }
    }

    private readonly ApiClient api = new(app.NewBrowser());

    [Fact]
    public async Task TooMany_AreTurnedAway_UntilTheMinuteIsOver()
    {
        app.Clock.Advance(TimeSpan.FromSeconds(61 - app.Clock.GetUtcNow().Second));
        for (var left = FewRequests.PerMinute - 1; left >= 0; left--)
        {
            var reply = (await api.AskAsync("/api/v1/topics")).AssertOk();
            Assert.Equal(left, Header(reply, "RateLimit-Remaining"));
            Assert.Equal(FewRequests.PerMinute, Header(reply, "RateLimit-Limit"));
        }

        var refused = (await api.AskAsync("/api/v1/nonsense")).AssertProblem(429);
        Assert.InRange(Header(refused, "Retry-After"), 1, 60);
        Assert.Equal(Header(refused, "RateLimit-Reset"), Header(refused, "Retry-After"));
        (await api.AskAsync("/v1alpha1/claims:search?query=a")).AssertProblem(429);
        Assert.Equal(1, Header((await api.AskAsync("/api/v1/match?q=port")).AssertOk(), "RateLimit-Limit"));
        (await api.AskAsync("/api/v1/match?q=port")).AssertProblem(429);

        // A token has a measure of its own, whatever its address has used up.
        var token = await app.TokenAsync(await app.CreateUserAsync(Roles.Checker), TokenScopes.ReadDesk);
        for (var left = FewRequests.PerMinute - 1; left >= 0; left--)
        {
            Assert.Equal(left, Header((await api.SendAsync(token, HttpMethod.Get, "/api/v1/desk/claims/1", null)).AssertProblem(404), "RateLimit-Remaining"));
        }

        (await api.SendAsync(token, HttpMethod.Get, "/api/v1/desk/claims/1", null)).AssertProblem(429);
        (await api.SendAsync("ct_nonsense", HttpMethod.Get, "/api/v1/desk/claims/1", null)).AssertProblem(429);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await api.AskAsync("/api/v1/topics")).AssertOk();
    }

    /// <summary>Guesses cost a look at the database each, so an address has only so many; what is not even shaped like a token costs none.</summary>
    [Fact]
    public async Task TokensThatDoNotWork_AreLookedUpOnlySoOften()
    {
        const string claim = "/api/v1/desk/claims/1";
        app.Clock.Advance(TimeSpan.FromSeconds(61 - app.Clock.GetUtcNow().Second));
        var token = await app.TokenAsync(await app.CreateUserAsync(Roles.Checker), TokenScopes.ReadDesk);
        var guess = token[..^1] + (token[^1] == 'a' ? 'b' : 'a');
        for (var i = 0; i < FewRequests.PerMinute; i++)
        {
            (await api.SendAsync("ct_nonsense", HttpMethod.Get, claim, null)).AssertProblem(401);
        }

        (await api.SendAsync(token, HttpMethod.Get, claim, null)).AssertProblem(404);
        for (var i = 0; i < FewRequests.PerMinute; i++)
        {
            (await api.SendAsync(guess, HttpMethod.Get, claim, null)).AssertProblem(429);
        }

        var unread = (await api.SendAsync(token, HttpMethod.Get, claim, null)).AssertProblem(429);
        Assert.InRange(Header(unread, "Retry-After"), 1, 60);
        Assert.Equal(0, Header(unread, "RateLimit-Remaining"));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await api.SendAsync(guess, HttpMethod.Get, claim, null)).AssertProblem(401);
        (await api.SendAsync(token, HttpMethod.Get, claim, null)).AssertProblem(404);
    }

    private static int Header(ApiReply reply, string name) => int.Parse(reply.Response.Headers.GetValues(name).Single(), CultureInfo.InvariantCulture);
}
