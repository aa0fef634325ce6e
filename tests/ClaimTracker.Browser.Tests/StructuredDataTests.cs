using System.Net.Http.Json;
using System.Text.Json;
using ClaimTracker.TestKit;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// What others' readers make of the data in our pages: the JSON-LD processor <c>jsonld</c> and <c>structured-data-testing-tool</c>, over every claim that editors
/// approved; and of the feed of all reviews, which a second processor reads beside the first. Their packages come by <c>npm ci</c> from the lock file in <c>structured-data</c>.
/// </summary>
public sealed class StructuredDataTests(Site site) : IClassFixture<Site>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "structured-data");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private sealed record FeedReport(IReadOnlyList<string> Differences, IReadOnlyList<string> Pages);

    private sealed record Report(string Address, IReadOnlyList<string> Faults, bool HasReview);

    [Fact]
    public async Task EveryApprovedClaim_InBothLanguages_ExpandsAndPasses_AndIsInTheFeedAsTwoProcessorsReadIt()
    {
        TestKit.Requirement.Check(Node.WhyMissing);
        TestKit.Requirement.Check(Chromium.WhyMissing); // The site is not started without it.
        var approved = await site.ApproveAllAsync();
        Assert.InRange(approved.Count, 150, 200);
        await Node.InstallAsync(Folder);

        var addresses = approved.SelectMany(n => new[] { "ar", "en" }.Select(l => $"{site.Address}/{l}/claims/{n}"));
        using var client = new HttpClient();
        var feed = await client.GetFromJsonAsync<JsonElement>(site.Address + "/feeds/claimreview.json", TestContext.Current.CancellationToken);
        var inFeed = feed.GetProperty("dataFeedElement").EnumerateArray().Select(e => e.GetProperty("url").GetString() ?? "").ToList();

        var lines = await Node.RunAsync(Folder, "node", ["check.mjs"], string.Join('\n', addresses));
        var reports = lines.Select(l => JsonSerializer.Deserialize<Report>(l, Web)).OfType<Report>().ToList();

        Assert.Equal(2 * approved.Count, reports.Count);
        Assert.Empty(reports.SelectMany(r => r.Faults.Select(f => $"{r.Address}: {f}")));
        Assert.Equal(inFeed.Order(StringComparer.Ordinal), reports.Where(r => r.HasReview).Select(r => r.Address).Order(StringComparer.Ordinal));
        var read = JsonSerializer.Deserialize<FeedReport>(string.Concat(await Node.RunAsync(Folder, "node", ["feed.mjs", site.Address + "/feeds/claimreview.json"])), Web);
        Assert.Empty(read?.Differences ?? ["Nothing was read."]);
        Assert.Equal(inFeed.Order(StringComparer.Ordinal), read?.Pages.Order(StringComparer.Ordinal));
        // Those without one are not checkable, or nobody is known to have made them.
        Assert.InRange(inFeed.Count, 2 * approved.Count * 9 / 10, (2 * approved.Count) - 2);
    }

    /// <summary>The policy that allows no inline script has nothing against data, which are never run.</summary>
    [Fact]
    public async Task Browser_FindsNothingWrongWithTheData()
    {
        var page = await site.OpenAsync();
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);

        await page.GotoAsync("/en");

        Assert.Equal(1, await page.Locator("script[type='application/ld+json']").CountAsync());
        Assert.Empty(messages);
    }
}
