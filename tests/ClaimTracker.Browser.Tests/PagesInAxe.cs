using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// Pages as axe sees them, light on a wide screen or dark on a phone: no fault, nothing wider than the screen either way, and no error in
/// the browser's console. With <c>CLAIMTRACKER_PICTURES</c> naming a folder, pictures of all of them are left there.
/// </summary>
public abstract partial class PagesInAxe(Site site)
{
    protected const int Phone = 390;

    private const int Wide = 1280;

    private const string AllRules = """{ "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"] }""";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> faults = [];

    protected Site Site => site;

    protected async Task<IPage> OpenAsync(string? signInAs = null)
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

    protected async Task LookAtAsync(IPage page, IReadOnlyList<string> paths, int atLeast)
    {
        Assert.True(paths.Count >= atLeast, $"Only {paths.Count} pages were found: {string.Join(' ', paths)}");
        foreach (var path in paths)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(Wide, 900);
            await page.GotoAsync(path);
            await page.EvaluateAsync(Axe);
            await CheckAsync(page, path, "light", IsForAxe(path, isWide: true));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.SetViewportSizeAsync(Phone, 900);
            await CheckAsync(page, path, "phone, dark", IsForAxe(path, isWide: false));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Axe takes most of the time: the two languages share both looks at a page, half of the pages either way.</summary>
    private static bool IsForAxe(string path, bool isWide) => (path.Skip("/en".Length).Sum(c => c) % 2 == 0) == (isWide == path.StartsWith("/en", StringComparison.Ordinal));

    private async Task CheckAsync(IPage page, string path, string seen, bool isForAxe)
    {
        if (isForAxe)
        {
            var violations = await page.EvaluateAsync<string[]>(
                "async rules => (await axe.run(document, JSON.parse(rules))).violations.map(v => `${v.id}: ${v.nodes[0].html}`)", AllRules);
            faults.AddRange(violations.Select(v => $"{path} ({seen}): {v}"));
        }

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
