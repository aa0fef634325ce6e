using System.Globalization;
using System.Net;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Feeds;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What machines read of reviewed claims: once, on the claim's own page in each language, and in the feed of all.</summary>
[Collection(ChangedSite.Name)]
public sealed class ClaimReviewPageTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Fact]
    public async Task ReviewedClaim_HasItOnItsPageAlone_AsThePageSaysIt()
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        Assert.Null(DataOn((await reader.GetAsync($"/en/claims/{number}")).AssertOk()));
        await site.ReviewAsync(number);

        foreach (var language in new[] { "ar", "en" })
        {
            var page = (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk();
            var review = DataOn(page) ?? throw new InvalidOperationException("There is no ClaimReview.");
            Assert.Equal("ClaimReview", review.GetProperty("@type").GetString());
            Assert.Equal(language, review.GetProperty("inLanguage").GetString());
            Assert.Equal(page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), review.GetProperty("url").GetString());
            Assert.Equal(page.Words(".verdict .badge__words"), review.GetProperty("reviewRating").GetProperty("alternateName").GetString());
            Assert.Equal(page.Words(".verdict p.verdict__explanation"), review.GetProperty("reviewRating").GetProperty("ratingExplanation").GetString());
            Assert.EndsWith($"/{language}/policies/corrections", review.GetProperty("author").GetProperty("correctionsPolicy").GetString(), StringComparison.Ordinal);
            foreach (var other in new[] { "/v/1", "/v/2", "/history" })
            {
                Assert.Null(DataOn((await reader.GetAsync($"/{language}/claims/{number}{other}")).AssertOk()));
            }

            Assert.Null(DataOn((await reader.GetAsync($"/{language}/claims")).AssertOk()));
        }
    }

    [Fact]
    public async Task WithdrawnOrInTheOtherLanguageOnly_HasNone()
    {
        var withdrawn = await site.NumberOfAsync("handshake-about-40-seconds");
        await site.ReviewAsync(withdrawn);
        await site.PublishAsync(withdrawn, PublicationKind.Withdrawn, d => d with { State = PublicState.Withdrawn });
        var arabic = await site.NumberOfAsync("leaders-toured-angara-soyuz2");
        await site.ReviewAsync(arabic, d => d.InLanguages(["ar"]));

        Assert.Null(DataOn((await reader.GetAsync($"/en/claims/{withdrawn}")).AssertOk()));
        Assert.Null(DataOn((await reader.GetAsync($"/en/claims/{arabic}")).AssertOk()));
        Assert.NotNull(DataOn((await reader.GetAsync($"/ar/claims/{arabic}")).AssertOk()));
    }

    /// <summary>An unreviewed rating does not get out through the badge of a denial that was reviewed.</summary>
    [Fact]
    public async Task ReviewedSaying_NamesItsContentsRating_OnceThatIsReviewedToo()
    {
        var saying = await site.NumberOfAsync("moscow-pyongyang-deny-arms-transfers");
        var imported = (await reader.GetAsync($"/en/claims/{saying}")).AssertOk();
        var content = int.Parse(imported.Html.QuerySelector(".aspect__content a")?.GetAttribute("href")?.Split('/')[3] ?? "", CultureInfo.InvariantCulture);
        Assert.Equal("Said (content: Mostly true)", imported.Words(".verdict .badge__words"));

        await site.ReviewAsync(saying);
        var before = (await reader.GetAsync($"/en/claims/{saying}")).AssertOk();
        await site.ReviewAsync(content);
        var after = (await reader.GetAsync($"/en/claims/{saying}")).AssertOk();

        foreach (var (page, words) in new[] { (before, "Said (content: not rated)"), (after, "Said (content: Mostly true)") })
        {
            Assert.Equal(words, page.Words(".verdict .badge__words"));
            Assert.Equal(words, DataOn(page)?.GetProperty("reviewRating").GetProperty("alternateName").GetString());
        }
    }

    [Fact]
    public async Task TextsThatAreMarkup_StayInsideTheirElement()
    {
        const string Attack = "</script><script>alert(1)</script><!-- & ' \" > \u2028 end";
        var number = await site.NumberOfAsync("vostochny-most-modern-site");
        await site.ReviewAsync(number, d => d with { Verdict = d.Verdict! with { Explanation = LocalizedText.Of(("en", Attack)), Headline = LocalizedText.Of(("en", "A headline")) }, Languages = ["en"] }); // rated in the seed

        var page = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();

        Assert.Equal(Attack, DataOn(page)?.GetProperty("reviewRating").GetProperty("ratingExplanation").GetString());
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Contains("<script type=\"application/ld+json\">", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organization_WithItsPolicies_StandsOnAboutAndOnTheFrontPage()
    {
        foreach (var path in new[] { "/ar/about", "/en/about", "/ar", "/en" })
        {
            var page = (await reader.GetAsync(path)).AssertOk();
            var data = DataOn(page) ?? throw new InvalidOperationException($"There is nothing on {path}.");
            Assert.Contains("Organization", data.GetProperty("@type").EnumerateArray().Select(t => t.GetString()));
            var policies = new[] { "publishingPrinciples", "verificationFactCheckingPolicy", "correctionsPolicy", "unnamedSourcesPolicy" }.Select(p => data.GetProperty(p).GetString() ?? "").ToList();
            Assert.All(policies, p => Assert.Contains(path[..3] + "/", p, StringComparison.Ordinal));
            Assert.False(data.TryGetProperty("masthead", out _));
            foreach (var policy in policies)
            {
                (await reader.GetAsync(new Uri(policy).AbsolutePath)).AssertOk();
            }
        }
    }

    [Fact]
    public async Task Feed_HoldsWhatThePagesHold_GoesOnWhereItWasCut_AndIs304UntilSomethingChanges()
    {
        var (first, second) = (await site.NumberOfAsync("kim-first-trip-abroad-since-covid"), await site.NumberOfAsync("vostochny-near-china-border"));
        await site.ReviewAsync(first);
        await site.ReviewAsync(second);
        var answer = (await reader.GetAsync(ClaimReviewFeed.Address)).AssertOk();
        using var feed = JsonDocument.Parse(answer.Text);

        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("https://schema.org", "DataFeed"), (feed.RootElement.GetProperty("@context").GetString(), feed.RootElement.GetProperty("@type").GetString()));
        Assert.Equal(answer.Response.Content.Headers.LastModified?.UtcDateTime, feed.RootElement.GetProperty("dateModified").GetDateTime());
        var elements = feed.RootElement.GetProperty("dataFeedElement").EnumerateArray().ToDictionary(e => e.GetProperty("url").GetString() ?? "");
        Assert.All(elements.Values, e => Assert.Equal("DataFeedItem", e.GetProperty("@type").GetString()));
        foreach (var (language, number) in new[] { ("ar", first), ("en", first), ("ar", second), ("en", second) })
        {
            var page = (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk();
            var inFeed = Assert.Single(elements[page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? ""].GetProperty("item").EnumerateArray());
            var onPage = DataOn(page) ?? throw new InvalidOperationException("There is no ClaimReview.");
            Assert.Equal(onPage.EnumerateObject().Select(p => p.Name).Where(n => n != "@context"), inFeed.EnumerateObject().Select(p => p.Name));
            Assert.All(inFeed.EnumerateObject(), p => Assert.True(JsonElement.DeepEquals(p.Value, onPage.GetProperty(p.Name)), p.Name));
        }

        var rest = (await reader.GetAsync($"{ClaimReviewFeed.Address}?after={Math.Min(first, second)}")).AssertOk().Text;
        Assert.Contains($"/en/claims/{Math.Max(first, second)}/", rest, StringComparison.Ordinal);
        Assert.DoesNotContain($"/en/claims/{Math.Min(first, second)}/", rest, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync(ClaimReviewFeed.Address + "?after=-1")).Status);
        Assert.Equal("", (await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, ClaimReviewFeed.Address))).AssertOk().Text);

        var byTag = ("If-None-Match", answer.Response.Headers.ETag?.ToString() ?? "");
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(byTag)).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(("If-Modified-Since", answer.Response.Content.Headers.LastModified?.ToString("R") ?? ""))).Status);
        await site.PublishAsync(first, PublicationKind.Withdrawn, d => d with { State = PublicState.Withdrawn });
        Assert.DoesNotContain($"/en/claims/{first}/", (await AskAsync(byTag)).AssertOk().Text, StringComparison.Ordinal);
    }

    /// <summary>The only data block of a page, read; null: it has none.</summary>
    private static JsonElement? DataOn(WebPage page) =>
        page.Html.QuerySelectorAll("script[type='application/ld+json']") switch
        {
            { Length: 0 } => null,
            var blocks => JsonDocument.Parse(Assert.Single(blocks).TextContent).RootElement,
        };

    private Task<WebPage> AskAsync((string Name, string Value) header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ClaimReviewFeed.Address);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return reader.SendAsync(request);
    }
}
