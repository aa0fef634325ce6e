using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>Every page, in both languages, light and dark, wide and narrow, as axe sees it; and none wider than the screen.</summary>
public sealed class AccessibilityTests(Site site) : IClassFixture<Site>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData("ar", ColorScheme.Light, 1280)]
    [InlineData("ar", ColorScheme.Dark, 390)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("en", ColorScheme.Light, 390)]
    public async Task PublicPages_InAxe_HaveNoFault(string language, ColorScheme scheme, int width)
    {
        var page = await site.OpenAsync(width, scheme);
        var paths = await Shapes.FindAsync(page, $"/{language}/", $"/{language}/claims?q=6700", $"/{language}/claims?q=zzzz", $"/{language}/claims/999999", $"/{language}/account/sign-in");

        await AssertAsync(page, paths);
    }

    [Theory]
    [InlineData("ar", ColorScheme.Light, 1280, "editor")]
    [InlineData("ar", ColorScheme.Dark, 390, "admin")]
    [InlineData("en", ColorScheme.Dark, 1280, "admin")]
    [InlineData("en", ColorScheme.Light, 390, "editor")]
    public async Task DeskPages_InAxe_HaveNoFault(string language, ColorScheme scheme, int width, string who)
    {
        var page = await site.OpenAsync(width, scheme, signInAs: who);
        var start = who == "admin" ? $"/{language}/admin/users" : $"/{language}/desk";
        var paths = (await Shapes.FindAsync(page, start)).Where(p => p.Contains("/desk", StringComparison.Ordinal) || p.Contains("/admin", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(paths);
        await AssertAsync(page, paths);
    }

    private static async Task AssertAsync(IPage page, IEnumerable<string> paths)
    {
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe(Rules);
            faults.AddRange(result.Violations.Select(v => $"{path}: {v.Id}: {v.Nodes[0].Html}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
            {
                faults.Add($"{path}: {over} px wider than the screen");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
