using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The search box with its suggestions, by keyboard, in both directions.</summary>
public sealed class SuggestionTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/en", "kim", "ltr", null)]
    [InlineData("/ar/claims", "حاوي", "rtl", null)]
    [InlineData("/ar/desk/claims", "kim", "rtl", "checker")]
    public async Task Typing_OffersWhatTheArrowsChooseAndEnterOpens(string path, string typed, string direction, string? signInAs)
    {
        var page = await site.OpenAsync(signInAs: signInAs);
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.Contains("/suggestions", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync(path);
        var box = page.Locator("#q");

        Assert.Equal(0, asked);
        await Assertions.Expect(box).ToHaveAttributeAsync("role", "combobox");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await box.FocusAsync();
        await page.Keyboard.TypeAsync(typed, new() { Delay = 20 });

        var list = page.Locator("[role=listbox]");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator(".suggest [role=status]")).Not.ToBeEmptyAsync();
        Assert.Equal(1, asked);
        Assert.Equal(direction, await list.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        var chosen = page.Locator("[role=option][aria-selected=true]");
        await Assertions.Expect(chosen).ToHaveCountAsync(1);
        Assert.Equal(await chosen.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(await chosen.GetAttributeAsync("id"), await page.Locator("[role=option]").First.GetAttributeAsync("id"));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(box).ToHaveValueAsync(typed);
        await page.Keyboard.PressAsync("ArrowDown");
        var address = await chosen.GetAttributeAsync("data-href") ?? "";
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(site.Address.TrimEnd('/') + address);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_WithNothingChosen_Searches()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/ar");

        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("بوتين", new() { Delay = 20 });
        await Assertions.Expect(page.Locator("[role=listbox]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/ar/claims?q=*");
        await Assertions.Expect(page.Locator(".claim-card").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RefusedAnswer_TakesTheOffersForTheTextBeforeAway()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/en");
        var (box, list) = (page.Locator("#q"), page.Locator("[role=listbox]"));
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("kim", new() { Delay = 20 });
        await Assertions.Expect(list).ToBeVisibleAsync();
        await page.RouteAsync("**/suggestions*", route => route.FulfillAsync(new() { Status = 429, Body = "Too many" }));

        await page.Keyboard.TypeAsync("chi");

        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(list).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/en", ColorScheme.Light)]
    [InlineData("/ar", ColorScheme.Dark)]
    public async Task OpenList_InAxe_HasNoFault_AndFitsAPhone(string path, ColorScheme scheme)
    {
        var page = await site.OpenAsync(390, scheme);
        await page.GotoAsync(path);
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("kim", new() { Delay = 20 });
        await Assertions.Expect(page.Locator("[role=listbox]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        Assert.Empty(await AxeFaults.OfAsync(page, ".suggest"));
        var over = await AxeFaults.WidthOverAsync(page);

        Assert.Equal(0, over);
    }

    [Theory]
    [InlineData("/en/claims?q=container", ColorScheme.Light, null)]
    [InlineData("/ar/claims?q=container", ColorScheme.Dark, null)]
    [InlineData("/ar/desk/claims?q=foo:1 حاوية", ColorScheme.Light, "checker")]
    [InlineData("/en/desk/claims?q=container", ColorScheme.Dark, "checker")]
    public async Task WhatWasFound_MarkedAndWithTheHelpOpen_InAxe_HasNoFault(string path, ColorScheme scheme, string? signInAs)
    {
        var page = await site.OpenAsync(1280, scheme, signInAs);
        await page.GotoAsync(path);

        await page.Locator(".search-help summary").ClickAsync();

        Assert.Empty(await AxeFaults.OfAsync(page, "main"));
        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
    }
}
