using System.Text.Json;
using ClaimTracker.TestKit;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// What Lighthouse says of readers' pages on its mobile profile: a slow phone on a slow network. Its packages come by <c>npm ci</c>
/// from the lock file in <c>lighthouse</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class LighthouseTests(Site site) : IClassFixture<Site>
{
    private const int AtLeast = 95;

    /// <summary>The speed of one load depends on what else the machine does: the best of so many counts.</summary>
    private const int Tries = 5;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "lighthouse");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private sealed record Report(string Address, Dictionary<string, int> Scores, IReadOnlyList<string> Faults);

    [Fact]
    public async Task ReadersPages_OnASlowPhone_ScoreAtLeast95()
    {
        Requirement.Check(Chromium.WhyMissing);
        await Node.InstallAsync(Folder);
        var left = await AddressesAsync();

        var faults = new Dictionary<string, string>();
        for (var i = 0; i < Tries && left.Count > 0; i++)
        {
            var lines = await Node.RunAsync(Folder, "node", ["run.mjs", Chromium.ExecutablePath, .. left]);
            var reports = lines.Select(l => JsonSerializer.Deserialize<Report>(l, Web)).OfType<Report>().ToDictionary(r => r.Address);
            Assert.Equal(left.Order(), reports.Keys.Order());
            left.RemoveAll(a => reports[a].Scores.Values.All(s => s >= AtLeast));
            faults = left.ToDictionary(a => a, a => $"{a}: {JsonSerializer.Serialize(reports[a].Scores)} {string.Join("; ", reports[a].Faults)}");
        }

        Assert.Empty(faults.Values);
    }

    /// <summary>In both languages: the list, a claim that was decided here, the figures, a claimant.</summary>
    private async Task<List<string>> AddressesAsync()
    {
        var page = await site.OpenAsync();
        var number = await site.DecideAsync();
        var addresses = new List<string>();
        foreach (var language in new[] { "ar", "en" })
        {
            await page.GotoAsync($"/{language}/claims/{number}");
            addresses.Add(page.Url);
            addresses.Add(new Uri(new Uri(page.Url), await page.Locator(".claim-box a[href*='/claimants/']").First.GetAttributeAsync("href")).AbsoluteUri);
            addresses.Add($"{site.Address}/{language}/claims");
            addresses.Add($"{site.Address}/{language}/figures");
        }

        return addresses;
    }
}

/// <summary>Tests that measure time run while no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
