using System.Text.Json;
using ClaimTracker.TestKit;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// What others wrote works against us unchanged: a linter of OpenAPI, and Google's own client of its Fact Check Tools API. Their packages come by
/// <c>npm ci</c> from the lock file in <c>openapi</c>; nothing else of the network is asked.
/// </summary>
public sealed class OtherPeoplesClientsTests(Site site) : IClassFixture<Site>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "openapi");

    [Fact]
    public async Task Redocly_FindsNoErrorInTheDescription()
    {
        await Node.InstallAsync(Folder);

        await Node.RunAsync(
            Folder, "node", ["node_modules/@redocly/cli/bin/cli.js", "lint", "openapi.v1.json", "--format=stylish", "--max-problems=50"],
            environment: [("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")]);
    }

    [Fact]
    public async Task GooglesClient_SearchesHere_WithAnotherRootAddress()
    {
        await Node.InstallAsync(Folder);
        await site.OpenAsync();
        var number = await site.DecideAsync();

        using var client = new HttpClient();
        using var asked = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{site.Address}/api/v1/claims/{number}"), TestContext.Current.CancellationToken));
        var statement = asked.RootElement.GetProperty("statement").GetProperty("ar").GetString() ?? "";
        using var answer = JsonDocument.Parse(string.Concat(await Node.RunAsync(Folder, "node", ["factcheck.mjs", site.Address, statement])));

        var root = answer.RootElement;
        Assert.Equal(200, root.GetProperty("status").GetInt32());
        var claim = Assert.Single(root.GetProperty("claims").EnumerateArray());
        var review = Assert.Single(claim.GetProperty("claimReview").EnumerateArray());
        Assert.Contains($"/ar/claims/{number}/", review.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("روايات متضاربة", review.GetProperty("textualRating").GetString());
        Assert.Empty(root.GetProperty("rest").EnumerateArray());
        Assert.Empty(root.GetProperty("none").EnumerateArray());
        Assert.Equal(400, root.GetProperty("refusedWith").GetInt32());
        Assert.Contains("query", root.GetProperty("refusedBecause").GetString(), StringComparison.Ordinal);
    }
}
