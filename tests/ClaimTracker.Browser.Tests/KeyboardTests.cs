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

    [Fact]
    public async Task StatementTypedAgain_IsSeenBesideTheForm_AndThisIsItOpensTheClaim()
    {
        const string statement = "كوريا الشمالية أرسلت نحو ٦٧٠٠ حاوية إلى روسيا";
        var page = await site.OpenAsync(signInAs: "checker");
        await page.GotoAsync("/ar/desk/claims/new");
        await page.Locator("[name='Input.Statement.Ar']").FocusAsync();

        await page.Keyboard.TypeAsync(statement);
        await Assertions.Expect(page.Locator("[data-like-list] .match--same").First).ToContainTextAsync("CT-50");
        await Assertions.Expect(page.Locator("[data-like-status]")).ToContainTextAsync("شبيه");
        // Past the English statement and the link to the claim.
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Contains("هذا هو", await page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/ar/desk/claims/50/rows/appearances?handler=Typed");
        await Assertions.Expect(page.Locator("[name='Input.Appearances[0].WordingNote.Ar']")).ToHaveValueAsync(statement);
    }
}
