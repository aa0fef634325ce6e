using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The site without a mouse: where the focus goes, and that it is seen.</summary>
public sealed class KeyboardTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/ar/")]
    [InlineData("/en/claims?q=6700")]
    public async Task Tab_FromTheTop_ReachesTheSkipLinkFirstAndShowsTheFocus(string path)
    {
        var page = await site.OpenAsync();
        await page.GotoAsync(path);

        await page.Keyboard.PressAsync("Tab");

        var href = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        var outline = await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
        Assert.Equal("#content", href);
        Assert.NotEqual("none", outline);
    }

    [Fact]
    public async Task Search_TypedWithTheWrongHamzaAndEnter_FindsTheClaim()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/ar/");

        await page.Locator("main input[name=q], header input[name=q]").First.FillAsync("اكثر من ٦٧٠٠ حاويه");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/claims?**");
        await page.Locator("input[name=q]").First.FillAsync("٦٬٧٠٠ حاويه");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("6700").First).ToBeVisibleAsync();
    }
}
