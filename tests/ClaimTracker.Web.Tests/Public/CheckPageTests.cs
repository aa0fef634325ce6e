using System.Net;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>A reader pastes a text and is told what was checked of it, without a verdict of a machine.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class CheckPageTests(PublicSite site)
{
    private const string Reworded = "North Korea has shipped some 6,700 containers to Russia, according to the South Korean defence ministry";

    private readonly Browser reader = site.NewBrowser();

    [Fact]
    public Task PastedTexts_AreAnsweredByBand() => AnswersAsync(reader);

    [Fact]
    public async Task Page_CarriesATokenAndIsKeptNowhere()
    {
        var first = (await reader.GetAsync("/en/check")).AssertOk();
        var second = (await site.NewBrowser().GetAsync("/en/check")).AssertOk();

        Assert.True(first.Response.Headers.CacheControl?.NoStore);
        Assert.Null(second.Response.Headers.Age);
        Assert.NotEqual(Token(first), Token(second));
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostAsync("/en/check", [KeyValuePair.Create("Text", Reworded)])).Status);
    }

    [Fact]
    public async Task TextThatIsMissingOrTooLong_IsRefusedAtTheField()
    {
        var page = (await reader.GetAsync("/en/check")).AssertOk();

        var blank = await page.Form("Text").Fill("Text", " \u200F\n ").SubmitAsync();
        var longest = await page.Form("Text").Fill("Text", new string('a', CheckModel.TextMaxLength)).SubmitAsync();
        var longer = await page.Form("Text").Fill("Text", new string('a', CheckModel.TextMaxLength + 1)).SubmitAsync();
        var blankLink = await reader.GetAsync("/ar/check?text=");

        blank.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("Paste a text first.", blank.ErrorAt("Text"));
        longest.AssertOk();
        longer.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains("5001", longer.ErrorAt("Text"), StringComparison.Ordinal);
        blankLink.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("ألصق نصًا أولًا.", blankLink.ErrorAt("Text"));
    }

    [Fact]
    public async Task ShortText_HasALinkToItsAnswer_AndALongOneNone()
    {
        var page = (await reader.GetAsync("/en/check")).AssertOk();

        var posted = (await page.Form("Text").Fill("Text", Reworded + "\u0007").SubmitAsync()).AssertOk();
        var linked = (await posted.FollowAsync("Link to this answer")).AssertOk();
        var longer = (await page.Form("Text").Fill("Text", Reworded + new string('.', CheckModel.LinkMaxLength)).SubmitAsync()).AssertOk();

        Assert.Equal(posted.AllWords(".claim-card__number"), linked.AllWords(".claim-card__number"));
        Assert.Equal(Reworded, linked.Form("Text")["Text"]);
        Assert.StartsWith("/ar/check?text=", posted.Html.QuerySelector(".language-switch")?.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("Link to this answer", longer.Text, StringComparison.Ordinal);
        Assert.Equal("/ar/check", longer.Html.QuerySelector(".language-switch")?.GetAttribute("href"));
    }

    [Fact]
    public async Task MarkupInTheText_StaysText()
    {
        var page = (await reader.GetAsync("/en/check?text=" + Uri.EscapeDataString("<b>Shoigu</b> {0} sent 1,000 <i>containers</i> to Russia, North Korea's ministry said"))).AssertOk();

        Assert.Empty(page.Html.QuerySelectorAll("main b, main i"));
    }

    [Fact]
    public async Task SearchThatFindsNothing_OffersTheWholeText()
    {
        var page = (await reader.GetAsync("/en/claims?q=zzzzqq")).AssertOk();

        Assert.Equal("/en/check", (await page.FollowAsync("Paste the whole text instead")).AssertOk().Path);
    }

    [Fact]
    public async Task TooManyTexts_AreToldToWait_InTheReadersLanguage()
    {
        await using var strict = await WebApp.StartAsync(("Site:ChecksPerMinute", "2"));
        var hurried = strict.NewBrowser();
        var page = (await hurried.GetAsync("/ar/check")).AssertOk();
        (await hurried.GetAsync("/ar/check?text=moon")).AssertOk();
        (await page.Form("Text").Fill("Text", "moon").SubmitAsync()).AssertOk();

        var answer = await page.Form("Text").Fill("Text", "moon").SubmitAsync();

        answer.AssertStatus(HttpStatusCode.TooManyRequests);
        Assert.Equal("ar", answer.Html.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        (await hurried.GetAsync("/ar/check")).AssertOk();
    }

    [Fact]
    public async Task Limit_CountsANetworkOfIpv6AsOneReader_AndEveryAddressOfIpv4()
    {
        await using var strict = await WebApp.StartAsync(("Site:ChecksPerMinute", "2"));

        HttpStatusCode[] oneNetwork = [await FromAsync(strict, "2001:db8:1:2::1"), await FromAsync(strict, "2001:db8:1:2::2"), await FromAsync(strict, "2001:db8:1:2:aaaa:bbbb:cccc:dddd")];
        HttpStatusCode[] others = [await FromAsync(strict, "2001:db8:1:3::1"), await FromAsync(strict, "192.0.2.1"), await FromAsync(strict, "192.0.2.2"), await FromAsync(strict, "192.0.2.3")];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], oneNetwork);
        Assert.All(others, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private static async Task<HttpStatusCode> FromAsync(WebApp app, string address)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/check?text=moon");
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>On whichever database.</summary>
    internal static async Task AnswersAsync(Browser reader)
    {
        var same = await AskAsync(reader, "en", Reworded);
        Assert.Equal("CT-50", In(same, "same")[0].Number);
        Assert.NotEmpty(same.AllWords("[aria-labelledby=same] .badge"));
        Assert.Contains("says nothing about what is true", same.Words("main"), StringComparison.Ordinal);

        var arabic = await AskAsync(reader, "ar", "كوريا الشمالية أرسلت نحو ٦٬٧٠٠ حاوية إلى روسيا، بحسب وزارة الدفاع الكورية الجنوبية");
        Assert.Equal("CT-50", In(arabic, "same")[0].Number);

        var otherNumber = await AskAsync(reader, "en", Reworded.Replace("6,700", "1,000", StringComparison.Ordinal));
        Assert.DoesNotContain(In(otherNumber, "same"), f => f.Number == "CT-50");
        Assert.Contains(In(otherNumber, "related"), f => f.Number == "CT-50" && f.Words.Contains("Says 6700; this text says 1000 containers.", StringComparison.Ordinal));

        var inArabic = await AskAsync(reader, "ar", "كوريا الشمالية أرسلت 1000 حاوية إلى روسيا، بحسب وزارة الدفاع الكورية الجنوبية");
        Assert.Contains(In(inArabic, "related"), f => f.Number == "CT-50" && f.Words.Contains("يذكر 6700، وهذا النص يذكر 1000 حاوية.", StringComparison.Ordinal));

        var nothing = await AskAsync(reader, "en", "The moon is made of green cheese");
        Assert.Equal("Nothing like it among our checks", nothing.Words(".empty__title"));
        Assert.Empty(nothing.AllWords(".claim-card"));
    }

    private static async Task<WebPage> AskAsync(Browser reader, string language, string text) =>
        (await (await reader.GetAsync($"/{language}/check")).AssertOk().Form("Text").Fill("Text", text).SubmitAsync()).AssertOk();

    private static List<(string Number, string Words)> In(WebPage page, string band) =>
    [
        .. page.Html.QuerySelectorAll($"[aria-labelledby={band}] .match")
            .Select(m => (WebPage.Plain(m.QuerySelector(".claim-card__number")?.TextContent) ?? "", WebPage.Plain(m.QuerySelector(".match__words")?.TextContent) ?? "")),
    ];

    private static string? Token(WebPage page) => page.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
}
