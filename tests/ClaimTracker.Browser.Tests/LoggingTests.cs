using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The form for logging, when the claim that is typed is here already.</summary>
public sealed class LoggingTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("en", 1280, ColorScheme.Light)]
    [InlineData("ar", 1280, ColorScheme.Dark)]
    [InlineData("ar", 390, ColorScheme.Light)]
    public async Task ListWhileTyping_AndWarningOnSaving_InAxe_HaveNoFault(string language, int width, ColorScheme scheme)
    {
        var page = await site.OpenAsync(width, scheme, "checker");
        await page.GotoAsync($"/{language}/claims?q=CT-50");
        var statement = await page.Locator(".claim-card__statement").First.InnerTextAsync();
        await page.GotoAsync($"/{language}/desk/sources");
        await page.Locator("tbody a[href*='/desk/sources/']").First.ClickAsync();
        var source = await page.Locator("main a[href^='http'][href*='://']:not([href*='127.0.0.1'])").First.GetAttributeAsync("href") ?? "";
        await page.GotoAsync($"/{language}/desk/claims/new");

        await page.Locator($"[name='Input.Statement.{(language == "ar" ? "Ar" : "En")}']").FillAsync(statement);
        await Assertions.Expect(page.Locator("[data-like-list] .match--same").First).ToBeVisibleAsync();

        Assert.Empty(await AxeFaults.OfAsync(page, "main"));
        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));

        await page.Locator("[name='Input.Kind']").SelectOptionAsync("Quantity");
        await page.Locator("[name='Input.Aspect']").SelectOptionAsync("Content");
        await page.Locator("[name='Input.OriginalLanguage']").SelectOptionAsync("ar");
        await page.Locator("input[type=checkbox][name='Input.HasNoClaimant']").CheckAsync();
        await page.Locator("[name='Input.Appearances[0].Source.Find']").FillAsync(source);
        await page.Locator("[name='Input.Appearances[0].Quote']").FillAsync("6700 حاوية");
        await page.Locator("[name='Input.Appearances[0].Strength']").SelectOptionAsync("Reported");
        await page.Locator("[name='Input.SelectionReason.En']").FillAsync("Widely repeated");
        await page.Locator("form.logging .form__actions button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".likes-warning .match--same").First).ToBeVisibleAsync();

        Assert.Empty(await AxeFaults.OfAsync(page, "main"));
        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
    }
}
