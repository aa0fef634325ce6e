using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Tests.Public;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>What a newsroom decided and corrected, as machines have it: ours, and Google's.</summary>
public sealed class ApiNewsroomTests(CorrectedNewsroom room) : IClassFixture<CorrectedNewsroom>
{
    private const string Search = "/v1alpha1/claims:search";

    private readonly ApiClient api = new(room.NewBrowser());

    [Fact]
    public async Task Corrections_AreThoseOfThePage_AndStandInTheHistoryOfTheirClaim()
    {
        var (clarified, _) = await room.CorrectedAsync();
        var page = (await room.Reader.GetAsync($"/en/corrections?claim=CT-{clarified}")).AssertOk();
        var entry = Assert.Single(await api.AllAsync($"/api/v1/corrections?claim=CT-{clarified}&lang=en"));
        var history = (await api.GetAsync($"/api/v1/claims/{clarified}/history")).GetProperty("items")[0];

        Assert.Contains(entry.GetProperty("what").GetProperty("text").GetString() ?? "?", Assert.Single(page.AllWords(".timeline__item")), StringComparison.Ordinal);
        Assert.Equal("Clarification", entry.GetProperty("kind").GetString());
        Assert.Equal(entry.GetProperty("id").GetString(), Assert.Single(history.GetProperty("corrections").EnumerateArray()).GetProperty("id").GetString());
        Assert.True((await api.GetAsync($"/api/v1/claims/{clarified}")).GetProperty("verdict").GetProperty("rating").GetProperty("isReviewedHere").GetBoolean());
        Assert.Contains((await api.AllAsync("/api/v1/corrections?limit=1")).Select(e => e.GetProperty("id").GetString()), id => id == entry.GetProperty("id").GetString());
        Assert.InRange((await api.GetAsync("/api/v1/statistics")).GetProperty("checks").GetInt32(), 2, 100);
    }

    [Fact]
    public async Task Googles_AnswerIsInItsShape_WithOneReviewForEachLanguage()
    {
        var (number, _) = await room.CorrectedAsync();
        var port = await PortAsync(number);
        var claim = Assert.Single((await api.GetAsync($"{Search}?query=port+{port}&key=ignored&languageCode=en-US")).GetProperty("claims").EnumerateArray());
        var both = (await api.GetAsync($"{Search}?query=port+{port}")).GetProperty("claims")[0].GetProperty("claimReview");

        Assert.StartsWith("The shipping ministry says ninety containers", claim.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Ministry of Shipping", claim.GetProperty("claimant").GetString(), StringComparison.Ordinal);
        var review = Assert.Single(claim.GetProperty("claimReview").EnumerateArray());
        Assert.Equal("False", review.GetProperty("textualRating").GetString());
        Assert.Equal("en", review.GetProperty("languageCode").GetString());
        Assert.Equal("localhost", review.GetProperty("publisher").GetProperty("site").GetString());
        Assert.EndsWith("Z", review.GetProperty("reviewDate").GetString(), StringComparison.Ordinal);
        (await room.Reader.GetAsync(new Uri(review.GetProperty("url").GetString() ?? "").PathAndQuery)).AssertOk();
        Assert.Equal(["ar", "en"], both.EnumerateArray().Select(r => r.GetProperty("languageCode").GetString()).Order());
        Assert.Equal("غير صحيح", both.EnumerateArray().Single(r => r.GetProperty("languageCode").GetString() == "ar").GetProperty("textualRating").GetString());
    }

    [Fact]
    public async Task Googles_PagesAndFilters_HoldEveryCheckOnce()
    {
        await room.CorrectedAsync();
        await room.CorrectedAsync();
        var all = Texts(await api.GetAsync($"{Search}?query=containers&pageSize=100"));
        var seen = new List<string?>();
        for (var token = ""; token is not null;)
        {
            var page = await api.GetAsync($"{Search}?query=containers&pageSize=1&pageToken={token}");
            seen.AddRange(Texts(page));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }

        Assert.True(all.Count >= 4);
        Assert.Equal(all, seen);
        Assert.Equal(all[1..], Texts(await api.GetAsync($"{Search}?query=containers&offset=1&pageSize=100")));
        Assert.Equal(all.Count, Texts(await api.GetAsync($"{Search}?reviewPublisherSiteFilter=www.localhost&pageSize=100")).Count);
        Assert.Equal(all.Count, Texts(await api.GetAsync($"{Search}?query=containers&maxAgeDays=2&pageSize=100")).Count);
        Assert.Empty((await api.GetAsync($"{Search}?reviewPublisherSiteFilter=example.org")).EnumerateObject());
        Assert.Empty((await api.GetAsync($"{Search}?query=containers&languageCode=fr")).EnumerateObject());
        Assert.NotEmpty(Texts(await api.GetAsync($"{Search}?query={Uri.EscapeDataString("Ministry says that ninety big containers have left the port this March")}")));
    }

    [Fact]
    public async Task WhatIsTakenAway_LeavesEverything()
    {
        var (withdrawn, removed) = await room.CorrectedAsync();
        var (ports, ct) = ((await PortAsync(withdrawn), await PortAsync(removed)), TestContext.Current.CancellationToken);
        var before = (await api.AskAsync($"/api/v1/claims/{withdrawn}")).AssertOk();
        await room.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await new Publisher(db).RepublishAsync(withdrawn, PublicationKind.Withdrawn, d => d with { State = Core.Claims.PublicState.Withdrawn, Notice = Core.Claims.LocalizedText.Of(("en", "A register was false.")) }, ct);
            await new Publisher(db).RepublishAsync(removed, PublicationKind.Removed, d => d with { State = Core.Claims.PublicState.Removed, RemovalReason = Core.Review.RemovalReason.CourtOrder }, ct);
            await transaction.CommitAsync(ct);
            return true;
        });

        var after = (await api.AskAsync($"/api/v1/claims/{withdrawn}", null, ("If-None-Match", before.Response.Headers.ETag?.ToString() ?? ""))).AssertOk();
        Assert.Equal(("Withdrawn", JsonValueKind.Null), (after.Json.GetProperty("state").GetString(), after.Json.GetProperty("verdict").ValueKind));
        Assert.Equal("A register was false.", after.Json.GetProperty("notice").GetProperty("en").GetString());
        foreach (var rest in new[] { "", "/versions", "/versions/1", "/history" })
        {
            (await api.AskAsync($"/api/v1/claims/{removed}{rest}")).AssertProblem(451);
        }

        foreach (var port in new[] { ports.Item1, ports.Item2 })
        {
            Assert.Empty((await api.GetAsync($"{Search}?query=port+{port}")).EnumerateObject());
            Assert.Empty((await api.GetAsync($"/api/v1/claims?q=port+{port}")).GetProperty("items").EnumerateArray());
        }

        Assert.DoesNotContain((await api.AllAsync("/api/v1/corrections")).Select(c => c.GetProperty("claim").GetProperty("number").GetInt32()), n => n == removed);
    }

    private static List<string?> Texts(JsonElement answer) =>
        answer.TryGetProperty("claims", out var claims) ? [.. claims.EnumerateArray().Select(c => c.GetProperty("text").GetString())] : [];

    /// <summary>Each story of this newsroom has a port of its own.</summary>
    private async Task<string> PortAsync(int number)
    {
        var statement = (await api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/claims/{number}?lang=en"))).GetProperty("statement").GetProperty("text").GetString() ?? "";
        return statement.Split("port ")[1].Split(' ')[0];
    }
}
