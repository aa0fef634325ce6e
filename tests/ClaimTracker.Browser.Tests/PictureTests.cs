using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// Pictures of every page to look at, written where <c>CLAIMTRACKER_PICTURES</c> says; without it the test only opens the pages and
/// watches that no script or style was refused.
/// </summary>
public sealed partial class PictureTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("ar", 1280)]
    [InlineData("ar", 390)]
    [InlineData("en", 1280)]
    [InlineData("en", 390)]
    public async Task EveryPage_Opened_LogsNoErrorInTheBrowser(string language, int width)
    {
        var folder = Environment.GetEnvironmentVariable("CLAIMTRACKER_PICTURES");
        var page = await site.OpenAsync(width, signInAs: "editor");
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");

        foreach (var path in await Shapes.FindAsync(page, $"/{language}/", $"/{language}/desk"))
        {
            await page.GotoAsync(path);
            if (folder is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{FileName().Replace(path.Trim('/'), "-")}-{width}.png"), FullPage = true });
            }
        }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
