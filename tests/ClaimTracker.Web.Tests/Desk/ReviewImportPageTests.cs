using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Others' fact-checks through the pages: uploaded, tried, made, found by readers as others' work, and published nowhere as ours.</summary>
public abstract class ReviewImportPageTests(WebApp app)
{
    private const string Feed = """
        {"@type":"DataFeed","dataFeedElement":[
        {"item":[{"@type":"ClaimReview","url":"https://check.example/grain","claimReviewed":"<p>Forty thousand tonnes of grain&nbsp;rotted in the northern silos</p>","inLanguage":"ar",
          "author":{"@type":"Organization","name":"Check House"},"datePublished":"Wed, 13 Sep 2023 10:00:00 GMT","itemReviewed":[{"author":[{"name":"Port office"}]}],
          "reviewRating":[{"alternateName":"False","ratingValue":"1","bestRating":5,"worstRating":1,"ratingExplanation":"The silos held <b>nothing</b>."}]}]},
        {"item":{"@type":"ClaimReview","url":"https://www.verify.example/ar/2","claimReviewed":"استوردت الوزارة سبعين حافلة كهربائية للمدارس","author":null,
          "datePublished":"13 سبتمبر 2023","reviewRating":{"alternateName":"أربع أنوف"}}},
        {"item":{"@type":"ClaimReview","url":"https://check.example/fr","claimReviewed":"Le pont de la rivière est fermé depuis mars","inLanguage":"fr","author":"Vérif","reviewRating":{"alternateName":"Faux"}}},
        {"item":{"@type":"ClaimReview","url":"not an address","claimReviewed":"Something","author":"X","reviewRating":{"alternateName":"True"}}},
        {"item":[]}]}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_FromUploadToReaders_IsOthersWorkWhereverItIsShown()
    {
        var editor = await app.SignedInAsync(Roles.Editor);
        var reader = app.NewBrowser();

        var page = await CheckedAsync(editor, Feed, "Checked, ready");
        Assert.Contains(page.AllWords(".import-fault"), w => w.StartsWith("Address of the source: ", StringComparison.Ordinal));
        page = await ImportProgress.UntilAsync(await page.Form("Import 3 new rows").SubmitAsync(), "Done");
        var numbers = page.AllWords("td .claim-number").Select(n => n[3..]).ToList();

        var found = await (await reader.GetAsync("/en/check")).Form("Text").Fill("Text", "Forty thousand tonnes of grain rotted in the northern silos").SubmitAsync();
        Assert.Equal("Rated by Check House: False", found.Words(".claim-card .outside-rating"));
        Assert.Equal("https://check.example/grain", found.Html.QuerySelector(".claim-card .outside-rating a")?.GetAttribute("href"));
        Assert.Contains("badge--hollow", found.Html.QuerySelector(".claim-card .badge")?.ClassName, StringComparison.Ordinal);

        var shown = (await reader.GetAsync($"/en/claims/{numbers[0]}")).AssertOk();
        Assert.Equal("Rated by Check House: False", shown.Words(".verdict .outside-rating"));
        Assert.Contains("The silos held nothing.", shown.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains("No editor of ours has reviewed it.", shown.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains("noindex", shown.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Null(shown.Html.QuerySelector("script[type='application/ld+json']"));
        var arabic = (await reader.GetAsync($"/ar/claims/{numbers[1]}")).AssertOk();
        Assert.Equal("تقييم verify.example: أربع أنوف", arabic.Words(".verdict .outside-rating"));
        Assert.Contains("قيّمته جهة أخرى", arabic.Words(".verdict .badge"), StringComparison.Ordinal);
        Assert.Equal("fr", (await reader.GetAsync($"/ar/claims/{numbers[2]}")).AssertOk().Html.QuerySelector("h1")?.GetAttribute("lang"));

        // Wherever it is named without its page, it is named as theirs.
        Assert.StartsWith("Rated by Check House: “False”. ", Meta(shown, "og:title"), StringComparison.Ordinal);
        Assert.Equal("The check is the work of Check House. No editor here has reviewed it.", Meta(shown, "og:description"));
        Assert.EndsWith("/cards/imported.en.png", Meta(shown, "og:image"), StringComparison.Ordinal);
        Assert.EndsWith("/cards/imported.ar.png", Meta(arabic, "og:image"), StringComparison.Ordinal);
        Assert.Empty(arabic.AllWords(".banner--language"));
        foreach (var address in (string[])[$"/embed/claims/{numbers[0]}?lang=en", $"/embed/claims/{numbers[0]}.svg?lang=en", $"/en/claims/{numbers[0]}/v/1/text", $"/en/claims/{numbers[0]}/v/1/cite.bib", $"/api/v1/claims/{numbers[0]}", "/api/v1/claims?q=northern%20silos"])
        {
            Assert.Contains("Check House", await reader.Client.GetStringAsync(address, Ct), StringComparison.Ordinal);
        }

        // As nothing of ours, to no machine.
        foreach (var address in (string[])["/feeds/claims.en.atom", "/feeds/claims.en.json", "/feeds/claimreview.json", "/sitemap.xml", "/v1alpha1/claims:search?query=northern%20silos%20grain&languageCode=en"])
        {
            Assert.DoesNotContain("northern silos", await reader.Client.GetStringAsync(address, Ct), StringComparison.Ordinal);
        }

        // Mapped or not, each counts as imported and as nothing else.
        Assert.Single(await app.WithDbAsync(db => db.PublicClaims.Select(c => c.Tally).Distinct().ToListAsync(Ct)));
        page = await CheckedAsync(editor, Feed.Replace("أربع أنوف", "ثلاث أنوف", StringComparison.Ordinal), "Checked, not ready: rows have faults");
        Assert.Single(page.AllWords(".import-fault"), w => w == "Its publisher has changed it since; what is here stays as it was.");
    }

    private static string? Meta(WebPage page, string property) => page.Html.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static async Task<WebPage> CheckedAsync(Browser browser, string text, string state)
    {
        var page = await (await browser.GetAsync("/en/desk/import")).Form("Input.Kind").Fill("Input.Kind", nameof(BulkKind.Reviews)).UploadAsync("Input.File", "feed.json", text);
        var refused = await page.Form("Input.DataSetName").SubmitAsync();
        refused.AssertStatus(HttpStatusCode.BadRequest);
        return await ImportProgress.UntilAsync(await refused.Form("Input.DataSetName").Fill("Input.DataSetName", "A feed of checks").Fill("Input.Constants[licence]", "CC BY 4.0").SubmitAsync(), state);
    }
}

/// <inheritdoc/>
public sealed class ReviewImportOnSqliteTests(WebApp app) : ReviewImportPageTests(app), IClassFixture<WebApp>;

/// <inheritdoc/>
public sealed class ReviewImportOnPostgresTests(ReviewImportOnPostgresTests.App app) : ReviewImportPageTests(app), IClassFixture<ReviewImportOnPostgresTests.App>
{
    public sealed class App : WebApp
    {
        protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
    }
}
