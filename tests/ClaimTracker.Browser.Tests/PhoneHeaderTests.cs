using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The desk's header on a phone: as small in Arabic as in English, and with the item one is at in sight.</summary>
public sealed class PhoneHeaderTests(Site site) : IClassFixture<Site>
{
    private const int Phone = 390;

    [Fact]
    public async Task Header_InArabic_TakesNoRowMoreThanInEnglish()
    {
        var page = await site.OpenAsync(Phone, signInAs: "checker");

        Assert.InRange(await HeightAsync(page, "ar"), 1, await HeightAsync(page, "en") + 12);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Menu_TheItemOneIsAt_IsInSight(string language)
    {
        var page = await site.OpenAsync(Phone, signInAs: "checker");

        await page.GotoAsync($"/{language}/desk/parties");

        var item = await page.Locator(".desk-nav [aria-current]").BoundingBoxAsync();
        Assert.NotNull(item);
        Assert.InRange(item.X, 0, Phone);
        Assert.InRange(item.X + item.Width, 0, Phone);
    }

    [Fact]
    public async Task EmptyArabicField_HasItsCaretAtTheRight_AndEnglishTypedIntoItTurnsIt()
    {
        var page = await site.OpenAsync(Phone, signInAs: "checker");
        await page.GotoAsync("/ar/desk/intake");
        var field = page.Locator("textarea[name='Input.Text']");

        Assert.Equal("rtl", await DirectionAsync(field));
        await field.FillAsync("Words in English");
        Assert.Equal("ltr", await DirectionAsync(field));
        await field.FillAsync("");
        Assert.Equal("rtl", await DirectionAsync(field));
    }

    private static Task<string> DirectionAsync(ILocator field) => field.EvaluateAsync<string>("f => getComputedStyle(f).direction");

    private static async Task<float> HeightAsync(IPage page, string language)
    {
        await page.GotoAsync($"/{language}/desk");
        return (await page.Locator(".desk-header").BoundingBoxAsync())?.Height ?? 0;
    }
}
