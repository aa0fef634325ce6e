using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>What the keys do with sentences that are done, on the page an article is worked through on.</summary>
public sealed class ReadingKeysTests(Site site) : IClassFixture<Site>
{
    private const string First = "قال رئيس البلدية إن 1350 مخبزا أُغلقت منذ يناير.";

    private const string Second = "أعلنت وزارة الزراعة أن 812 صومعة دُمرت في الشهر الماضي.";

    [Theory]
    [InlineData("ar", "متخطّاة سلفًا", "لم تبقَ جملة معلَّمة أخرى", "أُنجزت كل الجمل المعلَّمة")]
    [InlineData("en", "skipped already", "No other marked sentence is open", "All marked sentences are done")]
    public async Task SkipAndNext_OnSentencesThatAreDone_SayItAndUndoNothing(string language, string skipped, string last, string done)
    {
        var page = await site.OpenAsync(signInAs: "checker");
        await page.GotoAsync($"/{language}/desk/intake");
        await page.Locator("[name='Input.Text']").FillAsync($"مخابز وصوامع {language}\n\n{First}\n\nكان الصباح هادئا.\n\n{Second}");
        await page.Locator("form.bring button[type=submit]").ClickAsync();
        await page.WaitForFunctionAsync("() => location.pathname.includes('/check/')");
        await page.Locator("[name='Input.Address']").FillAsync($"https://news.example.org/keys-{language}");
        await page.Locator(".form__actions .button--primary").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.article') !== null");
        var status = page.Locator("[data-reading-status]");
        var current = page.Locator(".sentence.is-current");
        var skips = page.Locator(".sentence--skipped");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(current).ToHaveTextAsync(First);
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(current).ToHaveTextAsync(Second);
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(status).ToContainTextAsync(last);
        await Assertions.Expect(current).ToHaveTextAsync(Second);

        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(current).ToHaveTextAsync(First);
        await Assertions.Expect(status).Not.ToContainTextAsync(last);
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(status).ToContainTextAsync(skipped);
        await Assertions.Expect(skips).ToHaveTextAsync([First]);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(current).ToHaveTextAsync(Second);
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(skips).ToHaveCountAsync(2);
        await Assertions.Expect(status).ToContainTextAsync(done);
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(status).ToContainTextAsync(done);
        await Assertions.Expect(current).ToHaveTextAsync(First);

        // The button still takes a skip back, and it stays so on the server.
        await page.Locator(".sentence--skipped").First.HoverAsync();
        await page.Locator(".sentence--skipped + .sentence-marks [data-skip] button").First.ClickAsync();
        await Assertions.Expect(skips).ToHaveTextAsync([Second]);
        await page.ReloadAsync();
        await Assertions.Expect(skips).ToHaveTextAsync([Second]);
    }
}
