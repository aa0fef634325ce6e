using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// Every page in both languages as axe sees it, light and dark, wide and on a phone: no fault, nothing wider than the screen, and no
/// error in the browser's console. With <c>CLAIMTRACKER_PICTURES</c> naming a folder, pictures of all of them are left there.
/// </summary>
public sealed partial class AccessibilityTests(Site site) : IClassFixture<Site>
{
    private const int Wide = 1280;
    private const int Phone = 390;

    private const string AllRules = """{ "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"] }""";

    /// <summary>What other colours can change.</summary>
    private const string Contrast = """{ "runOnly": { "type": "rule", "values": ["color-contrast", "link-in-text-block"] }, "resultTypes": ["violations"] }""";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> faults = [];

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task PublicPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync();
        var paths = await site.Shapes.FindAsync(
            page, $"/{language}", $"/{language}", $"/{language}/claims/50", $"/{language}/claims?q=zzzz",
            $"/{language}/check?text=North%20Korea%20has%20sent%201000%20containers%20of%20munitions%20to%20Russia", $"/{language}/nowhere", $"/{language}/account/sign-in");

        await LookAtAsync(page, paths, 15);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task SearchWithoutABlank_OnAPhone_StaysInsideTheScreen(string language)
    {
        var page = await OpenAsync();
        await page.SetViewportSizeAsync(Phone, 900);

        await page.GotoAsync($"/{language}/claims?q={string.Join('|', Enumerable.Repeat("number%3E1000", 12))}");

        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task DeskPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync("editor");
        var paths = await site.Shapes.FindAsync(page, $"/{language}/desk", $"/{language}/desk", $"/{language}/desk/claims/51");

        await LookAtAsync(page, paths, 15);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task AdminPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync("admin");
        var paths = await site.Shapes.FindAsync(page, $"/{language}/admin", $"/{language}/admin/users");

        await LookAtAsync(page, paths, 6);
    }

    [Fact]
    public async Task AccountPages_InAxe_HaveNoFault()
    {
        var page = await OpenAsync("checker");
        var invitation = await site.InviteAsync();

        await LookAtAsync(page, InBothLanguages("account/manage/profile", "account/manage/password", $"account/invitation/{invitation}", "account/invitation/unknown"), 8);
    }

    /// <summary>A check settled by a panel and then withdrawn, a claim that was removed, and what the desk shows of both.</summary>
    [Fact]
    public async Task PagesOfWhatWasTakenAway_InAxe_HaveNoFault()
    {
        var page = await OpenAsync("editor");
        var (withdrawn, removed) = await site.TakeAwayAsync();

        await LookAtAsync(
            page,
            InBothLanguages($"claims/{withdrawn}", $"claims/{withdrawn}/history", $"claims/{withdrawn}/v/1", $"claims/{removed}", $"desk/claims/{withdrawn}", $"desk/claims/{removed}", "desk/review"),
            14);
    }

    private static List<string> InBothLanguages(params string[] paths) => [.. paths.SelectMany(p => new[] { $"/ar/{p}", $"/en/{p}" })];

    private async Task<IPage> OpenAsync(string? signInAs = null)
    {
        var page = await site.OpenAsync(Wide, signInAs: signInAs);
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // The browser itself reports a page that answers 404 or 409 as it should.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        return page;
    }

    private async Task LookAtAsync(IPage page, IReadOnlyList<string> paths, int atLeast)
    {
        Assert.True(paths.Count >= atLeast, $"Only {paths.Count} pages were found: {string.Join(' ', paths)}");
        foreach (var path in paths)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(Wide, 900);
            await page.GotoAsync(path);
            await page.EvaluateAsync(Axe);
            await CheckAsync(page, path, "light", AllRules);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CheckAsync(page, path, "dark", Contrast);
            await page.SetViewportSizeAsync(Phone, 900);
            await CheckAsync(page, path, "phone, dark", AllRules);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await CheckAsync(page, path, "phone", Contrast);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task CheckAsync(IPage page, string path, string seen, string rules)
    {
        var violations = await page.EvaluateAsync<string[]>(
            "async rules => (await axe.run(document, JSON.parse(rules))).violations.map(v => `${v.id}: ${v.nodes[0].html}`)", rules);
        faults.AddRange(violations.Select(v => $"{path} ({seen}): {v}"));
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
        {
            faults.Add($"{path} ({seen}): {over} px wider than the screen");
        }

        if (Environment.GetEnvironmentVariable("CLAIMTRACKER_PICTURES") is { } folder)
        {
            var name = NotInNames().Replace(Uri.UnescapeDataString(path).Trim('/'), "-");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name[..Math.Min(name.Length, 60)]}-{NotInNames().Replace(seen, "-")}.png"), FullPage = true });
        }
    }

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInNames();
}
