using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>From a pasted article to a logged claim whose anchor is right, in under two minutes: by keyboard alone, by mouse, on a narrow screen.</summary>
public sealed class IntakeTests(Site site) : IClassFixture<Site>
{
    private const string Claim = "أعلنت وزارة الزراعة أن 812 صومعة دُمرت في الشهر الماضي.";

    /// <summary>Not like what the other tests log: a claim like it would be offered first.</summary>
    private const string Other = "قال رئيس البلدية إن 1350 مخبزا أُغلقت منذ يناير.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string Article = $"""
        وزارة الزراعة تتحدث عن صوامع القمح

        كان الصباح هادئا في المدينة.

        {Claim} ولم يرد أحد على أسئلتنا.

        نفى المتحدث باسم البلدية أن تكون أي صومعة قد دُمرت.
        """;

    [Fact]
    public async Task Keyboard_FromPastedArticleToLoggedClaim_IsAnchoredInUnderTwoMinutes()
    {
        var page = await site.OpenAsync(signInAs: "checker");
        var clock = Stopwatch.StartNew();
        await page.GotoAsync("/ar/desk/intake");
        // The text field has the focus.
        await Assertions.Expect(page.Locator("form.bring textarea:focus")).ToHaveCountAsync(1);
        await page.Keyboard.InsertTextAsync(Article.Replace(Claim, Other, StringComparison.Ordinal));
        await TabToAsync(page, "form.bring button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await ArrivesAsync(page, "/check/");
        await TabToAsync(page, "[name='Input.Address']");
        await page.Keyboard.TypeAsync("https://news.example.org/keyboard");
        await page.Keyboard.PressAsync("Enter");
        await ArrivesAsync(page, ".article");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".sentence.is-current")).ToHaveTextAsync(Other);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='Input.Figures[0].Value']")).ToHaveValueAsync("1350");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("[data-logged]")).ToBeVisibleAsync();
        Assert.True(clock.Elapsed < Limit);
        await Assertions.Expect(page.Locator(".sentence--logged mark")).ToHaveTextAsync(Other);
        // On to the next one, which is let go with one key.
        await Assertions.Expect(page.Locator(".sentence.is-current")).ToContainTextAsync("نفى المتحدث");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".sentence--skipped")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-reading-status]")).ToContainTextAsync("أُنجز 2");
        await AssertAnchoredAsync(page, Other);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Mouse_SelectedWords_AreLoggedWithTheirAnchor(int width)
    {
        const string words = "812 صومعة دُمرت في الشهر الماضي";
        var page = await site.OpenAsync(width, signInAs: "checker");
        var clock = Stopwatch.StartNew();
        await TakeInAsync(page, string.Create(CultureInfo.InvariantCulture, $"https://news.example.org/mouse-{width}"));

        // As a mouse or a finger leaves it; a drag over wrapped lines would test Chromium, not us.
        await page.EvaluateAsync(
            """
            words => {
              for (const sentence of document.querySelectorAll("[data-sentence]")) {
                const node = [...sentence.childNodes].find((n) => n.nodeType === 3 && n.data.includes(words));
                if (node) { getSelection().setBaseAndExtent(node, node.data.indexOf(words), node, node.data.indexOf(words) + words.length); return; }
              }
            }
            """, words);
        await page.Locator(".reading__offer").ClickAsync();
        await Assertions.Expect(page.Locator("[name='Input.Statement.Ar']")).ToHaveValueAsync(words);
        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
        Assert.Empty(await AxeFaults.OfAsync(page, "main"));
        await page.Locator("[name='Input.Statement.Ar']").FillAsync($"دُمرت 812 صومعة كما شوهد على شاشة عرضها {width}");
        await page.Locator(".reading__panel form.logging .form__actions .button--primary").ClickAsync();
        await page.Locator(".reading__panel [name=IsAnother], .reading__panel [data-logged]").First.WaitForAsync();
        if (await page.Locator(".reading__panel [name=IsAnother]").CountAsync() > 0)
        {
            await page.Locator(".reading__panel [name=IsAnother]").ClickAsync();
        }

        await Assertions.Expect(page.Locator("[data-logged]")).ToBeVisibleAsync();
        Assert.True(clock.Elapsed < Limit);
        await AssertAnchoredAsync(page, words);
    }

    [Theory]
    [InlineData("ar", 1280, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task PagesOfIntake_InAxe_HaveNoFault(string language, int width, ColorScheme scheme)
    {
        var page = await site.OpenAsync(width, scheme, "checker");
        await page.GotoAsync($"/{language}/desk/intake");
        await AssertCleanAsync(page);

        await page.Locator("[name='Input.Text']").FillAsync(Article);
        await page.Locator("form.bring button[type=submit]").ClickAsync();
        await ArrivesAsync(page, "/check/");
        await AssertCleanAsync(page);

        await page.Locator("[name='Input.Address']").FillAsync($"https://news.example.org/axe-{language}-{width}");
        await page.Locator(".form__actions .button--primary").ClickAsync();
        await ArrivesAsync(page, ".article");
        await AssertCleanAsync(page);

        await page.Locator(".article__number").First.ClickAsync();
        await AssertCleanAsync(page);
        await page.Locator(".form__actions .button--primary").ClickAsync();
        await page.Locator("form.logging").WaitForAsync();
        await AssertCleanAsync(page);
    }

    /// <summary>Asked for again and again: an event that came before one listens would be waited for in vain.</summary>
    private static async Task ArrivesAsync(IPage page, string sign) =>
        await page.WaitForFunctionAsync("sign => sign.startsWith('/') ? location.pathname.includes(sign) : document.querySelector(sign) !== null", sign);

    private static async Task AssertCleanAsync(IPage page)
    {
        Assert.Empty(await AxeFaults.OfAsync(page, "main"));
        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
    }

    private static async Task TakeInAsync(IPage page, string address)
    {
        await page.GotoAsync("/ar/desk/intake");
        await page.Locator("[name='Input.Text']").FillAsync(Article);
        await page.Locator("form.bring button[type=submit]").ClickAsync();
        await ArrivesAsync(page, "/check/");
        await page.Locator("[name='Input.Address']").FillAsync(address);
        await page.Locator(".form__actions .button--primary").ClickAsync();
        await ArrivesAsync(page, ".article");
    }

    /// <summary>The page made anew marks exactly these words as the claim's.</summary>
    private static async Task AssertAnchoredAsync(IPage page, string words)
    {
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".sentence mark[data-claim]:not(.is-unsure)")).ToHaveTextAsync(words);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }
}
