using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The desk's page of a claim says what became of a quote when the text of our copy was corrected.</summary>
public abstract class QuoteDoubtTests(WebApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "The minister said 9100 crates were sold.\n\nThe ministry denied it.", "other words stand where this quote stood")]
    [InlineData("ar", "The minister said 9100 crates were sold.\n\nThe ministry denied it.", "كلمات أخرى في موضع هذا الاقتباس")]
    [InlineData("en", "Nothing of it is here any more; rain fell on the hills.", "not found in our present text")]
    [InlineData("ar", "Nothing of it is here any more; rain fell on the hills.", "لم يُعثر على هذا الاقتباس")]
    [InlineData("en", "6700 containers were shipped.\n\n6700 containers were shipped.", "not clear where this quote stands")]
    [InlineData("ar", "6700 containers were shipped.\n\n6700 containers were shipped.", "ليس واضحًا أين يقع")]
    public async Task Workbench_QuoteNoLongerInOurText_SaysSoAndClaimsNoPlace(string language, string corrected, string said)
    {
        var (source, capture, number) = await SceneAsync();
        var checker = await app.SignedInAsync(Roles.Checker);
        var before = (await checker.GetAsync($"/{language}/desk/claims/{number}")).AssertOk();
        Assert.Single(before.Html.QuerySelectorAll("#appearances a[href*=':~:text=']"));
        Assert.Empty(before.AllWords("#appearances .quote-doubt"));

        await CorrectAsync(checker, source, capture, corrected);
        var page = (await checker.GetAsync($"/{language}/desk/claims/{number}")).AssertOk();

        Assert.Contains(said, Assert.Single(page.AllWords("#appearances .quote-doubt")), StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("#appearances a[href*=':~:text=']"));
        Assert.NotNull(page.Html.QuerySelector($"#appearances .quote-links a[href^='/{language}/desk/intake/{source}#a-']"));
        // The page itself stays, for whoever wants to see for themselves.
        Assert.NotNull(page.Html.QuerySelector("#appearances .quote-links a[href^='https://example.org/']"));
        Assert.Empty((await (await app.SignedInAsync(Roles.Observer)).GetAsync($"/{language}/desk/claims/{number}")).AssertOk().AllWords(".quote-doubt"));
    }

    [Theory]
    [InlineData("A new first line.\n\nThe minister said 6700 containers were shipped.\n\nThe ministry denied it.", 0)]
    [InlineData("The minister said 6700 containers  wére shipped.\n\nThe ministry denied it.", 1)]
    public async Task Workbench_QuoteMovedOrSpelledOtherwise_KeepsItsLink(string corrected, int doubts)
    {
        var (source, capture, number) = await SceneAsync();
        var checker = await app.SignedInAsync(Roles.Checker);

        await CorrectAsync(checker, source, capture, corrected);
        var page = (await checker.GetAsync($"/en/desk/claims/{number}")).AssertOk();

        Assert.Single(page.Html.QuerySelectorAll("#appearances a[href*=':~:text=']"));
        Assert.Equal(doubts, page.AllWords("#appearances .quote-doubt").Count);
    }

    [Fact]
    public async Task Workbench_NewerCopy_CountsOverTheCorrectedOne()
    {
        var (source, capture, number) = await SceneAsync();
        var checker = await app.SignedInAsync(Roles.Checker);
        await CorrectAsync(checker, source, capture, "Nothing of it is here any more; rain fell on the hills.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.CaptureAsync(source);

        Assert.Empty((await checker.GetAsync($"/en/desk/claims/{number}")).AssertOk().AllWords(".quote-doubt"));
    }

    private async Task<(Guid Source, Guid Capture, int Number)> SceneAsync()
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var number = await app.ClaimAsync(source);
        Assert.NotNull(await app.WithDbAsync(db => db.Appearances.Where(a => a.ClaimNumber == number).Select(a => a.TextSha256).SingleAsync(Ct)));
        return (source, capture, number);
    }

    private static async Task CorrectAsync(Browser checker, Guid source, Guid capture, string text) =>
        (await (await checker.GetAsync($"/en/desk/sources/{source}/captures/{capture}/text")).AssertOk().Form("Input.Text").Fill("Input.Text", text).SubmitAsync("Save")).AssertOk();
}

/// <inheritdoc/>
public sealed class SqliteQuoteDoubtTests(WebApp app) : QuoteDoubtTests(app), IClassFixture<WebApp>;

/// <inheritdoc/>
public sealed class PostgresQuoteDoubtTests(PostgresDesk app) : QuoteDoubtTests(app), IClassFixture<PostgresDesk>;
