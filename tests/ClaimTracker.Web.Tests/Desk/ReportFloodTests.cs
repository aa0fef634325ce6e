using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Ten thousand reports from one address: the desk sees one, and everybody else is served as before.</summary>
public sealed class ReportFloodTests(FloodedNewsroom room) : IClassFixture<FloodedNewsroom>
{
    private const int Reports = 10_000;

    [Fact]
    public async Task Flood_FromOneAddress_CostsTheDeskOneRow_AndOtherReadersNothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var form = (await room.NewBrowser().GetAsync("/en/report")).AssertOk();
        using var client = room.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var cookie = form.Response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var token = form.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

        var answers = new int[600];
        string? retry = null;
        await Parallel.ForAsync(0, Reports, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (_, stop) =>
        {
            using var request = Post("203.0.113.7", "Everything on this site is a lie, all of it.", cookie, token);
            using var answer = await client.SendAsync(request, stop);
            Interlocked.Increment(ref answers[(int)answer.StatusCode]);
            retry = answer.Headers.RetryAfter?.ToString() ?? retry;
        });
        using var last = await client.SendAsync(Post("203.0.113.7", "One more word that has to stay in the form.", cookie, token), ct);
        using var other = await client.SendAsync(Post("203.0.113.8", "The figure of CT-1 is that of another port.", cookie, token), ct);

        Assert.Equal((FloodedNewsroom.Limit, Reports - FloodedNewsroom.Limit), (answers[(int)HttpStatusCode.Redirect], answers[(int)HttpStatusCode.TooManyRequests]));
        Assert.InRange(int.Parse(retry ?? "", System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        Assert.Contains("One more word that has to stay in the form.", await last.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Equal(FloodedNewsroom.Limit + 1, await room.WithDbAsync(db => db.Challenges.CountAsync(ct)));
        var editor = await room.JoinsAsync(Roles.Editor);
        var desk = (await editor.OpensAsync("/challenges")).AssertOk();
        Assert.Equal(2, desk.AllWords(".work-item__title").Count);
        Assert.Contains($"{FloodedNewsroom.Limit} times", desk.Words(".work-list"), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Post(string address, string words, string cookie, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/en/report")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["SubmissionId"] = Guid.NewGuid().ToString(),
                ["Input.Kind"] = "Error",
                ["Input.Text"] = words,
            }),
        };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return request;
    }
}

/// <summary>A newsroom with the limit people have.</summary>
public sealed class FloodedNewsroom : Newsroom
{
    public const int Limit = 20;

    public FloodedNewsroom() => Set("Site:ReportsPerHour", "20");
}
