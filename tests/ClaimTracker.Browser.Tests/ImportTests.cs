using System.Text;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>A file of claims from its upload to its undoing, as an editor sees each step, wide and on a phone.</summary>
public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    private const string Rows = """
        key,statement en,claimant,url,reason,language
        1,A first bridge was closed,Speaker of the imported file,https://import.example.org/1,From a list,en
        2,A second bridge was closed,Speaker of the imported file,not an address,From a list,en
        """;

    private static readonly int[] Widths = [1280, 390];

    /// <summary>In milliseconds: rows are written by and by, on a busy machine slowly, and the page asks how far it is.</summary>
    private const int Written = 30_000;

    [Theory]
    [InlineData("ar", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task PagesOfAnImport_FromUploadToUndo_HaveNoFaultInAxe(string language, ColorScheme scheme)
    {
        var page = await site.OpenAsync(1280, scheme, "editor");
        await page.GotoAsync($"/{language}/desk/import");
        await AssertFaultlessAsync(page);
        await page.SetInputFilesAsync("[name='Input.File']", new FilePayload { Name = $"bridges-{language}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Rows.Replace("/1", $"/{language}", StringComparison.Ordinal)) });
        await page.ClickAsync("form[enctype] button[type=submit]");
        await Assertions.Expect(page.Locator("#mapping")).ToBeVisibleAsync();
        await AssertFaultlessAsync(page);

        await page.FillAsync("[name='Input.DataSetName']", $"Bridges {language}");
        await page.ClickAsync("form[action$='handler=Check'] button[type=submit]");
        await Assertions.Expect(page.Locator("form[action$='handler=Run'] button")).ToBeVisibleAsync();
        await AssertFaultlessAsync(page);

        await page.ClickAsync("form[action$='handler=Run'] button");
        await Assertions.Expect(page.Locator("form[action$='handler=Undo']")).ToHaveCountAsync(1, new() { Timeout = Written });
        await Assertions.Expect(page.Locator("a[href*='/desk/claims/']").First).ToBeVisibleAsync();
        await AssertFaultlessAsync(page);

        await page.ClickAsync("details:has(form[action$='handler=Undo']) > summary");
        await page.ClickAsync("form[action$='handler=Undo'] button");
        await Assertions.Expect(page.Locator("form[action$='handler=Discard']")).ToHaveCountAsync(1, new() { Timeout = Written });
        await AssertFaultlessAsync(page);
    }

    /// <summary>A page that loads itself again for ever takes a person's place and focus away every two seconds.</summary>
    [Fact]
    public async Task PageOfAnImport_WithNothingToWaitFor_StaysAsItIs()
    {
        var page = await site.OpenAsync(1280, ColorScheme.Light, "editor");
        await page.GotoAsync("/en/desk/import");
        await page.SetInputFilesAsync("[name='Input.File']", new FilePayload { Name = "bridges-still.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Rows.Replace("/1", "/still", StringComparison.Ordinal)) });
        await page.ClickAsync("form[enctype] button[type=submit]");
        await page.FillAsync("[name='Input.DataSetName']", "Bridges still");
        await page.ClickAsync("form[action$='handler=Check'] button[type=submit]");
        await Assertions.Expect(page.Locator("form[action$='handler=Run'] button")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.isSamePage = true; }");

        await page.WaitForTimeoutAsync(3000);

        Assert.True(await page.EvaluateAsync<bool>("() => window.isSamePage === true"));
    }

    private static async Task AssertFaultlessAsync(IPage page)
    {
        // While there is something to wait for, the page loads itself again.
        await Assertions.Expect(page.Locator("[data-poll]:not([data-poll=''])")).ToHaveCountAsync(0, new() { Timeout = Written });
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Empty(await AxeFaults.OfAsync(page, "main"));
            Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
        }
    }
}
