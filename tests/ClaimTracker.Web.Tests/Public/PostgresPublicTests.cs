using System.Text.Json;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Feeds;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>Every query of the public site once on PostgreSQL, which compares ids, texts and times in its own way.</summary>
public sealed class PostgresPublicTests(PostgresPublicSite site) : IClassFixture<PostgresPublicSite>
{
    private readonly Browser reader = site.NewBrowser();

    [Fact]
    public async Task List_FiltersSearchesAndPages()
    {
        var found = (await reader.GetAsync("/ar/claims?q=%D9%A6%D9%A7%D9%A0%D9%A0&topic=arms-transfers&rating=Said&rating=Unproven&from=2024&sort=repeated")).AssertOk();
        Assert.Equal("3 ادعاءات", found.Words(".list-head__total"));

        foreach (var sort in new[] { "reviewed", "asserted", "repeated" })
        {
            var first = (await reader.GetAsync($"/en/claims?sort={sort}")).AssertOk();
            var next = (await reader.GetAsync(first.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "")).AssertOk();
            Assert.Equal(20, next.AllWords(".claim-card").Count);
            Assert.Empty(first.AllWords(".claim-card__number").Intersect(next.AllWords(".claim-card__number")));
        }
    }

    [Fact]
    public async Task Names_OfPeopleAndOutlets_AreFound()
    {
        var page = (await reader.GetAsync("/en/claims")).AssertOk();

        var labels = page.Html.QuerySelectorAll("input[name=claimant], input[name=outlet]").Select(i => i.ParentElement?.QuerySelector("bdi")?.TextContent ?? "").ToList();
        Assert.NotEmpty(labels);
        Assert.All(labels, l => Assert.False(Guid.TryParse(l, out _), l));
    }

    [Fact]
    public async Task Pages_OfClaimClaimantSourceTopicAndVersions_Open()
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        var claim = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();

        Assert.Contains("20,000", claim.Words(".figures table"), StringComparison.Ordinal);
        foreach (var start in new[] { "/en/claimants/", "/en/sources/", "/en/topics/", $"/en/claims/{number}/v/", $"/en/claims/{number}/history" })
        {
            var link = claim.Html.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href") ?? "").First(h => h.StartsWith(start, StringComparison.Ordinal));
            (await reader.GetAsync(link)).AssertOk();
        }

        (await reader.GetAsync("/ar/claimants")).AssertOk();
        (await reader.GetAsync("/ar/corrections?kind=Typo")).AssertOk();
    }

    [Fact]
    public async Task EveryPageOfATopicSourceOutletClaimantAndMeasure_Opens()
    {
        var pages = new List<string> { "/ar/statistics", "/en/statistics.csv", "/ar/report", "/ar/suggest", "/en/receipt", "/ar/policies/corrections", "/feeds/corrections.en.atom" };
        foreach (var (list, links) in new[] { ("/en/claimants", "/en/claimants/"), ("/en/figures", "/en/figures/") })
        {
            pages.AddRange(LinksOf((await reader.GetAsync(list)).AssertOk(), links));
        }

        for (var number = 1; number <= 60; number++)
        {
            var claim = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();
            pages.AddRange([.. LinksOf(claim, "/en/sources/"), .. LinksOf(claim, "/en/outlets/"), .. LinksOf(claim, "/en/topics/")]);
        }

        foreach (var page in pages.Distinct())
        {
            (await reader.GetAsync(page)).AssertOk();
        }

        Assert.InRange(pages.Distinct().Count(), 40, 200);
    }

    [Fact]
    public async Task EveryAddressOfTheApi_Answers()
    {
        foreach (var address in new[]
        {
            "claims?q=containers&topic=arms-transfers&sort=asserted&limit=3", "claims/50", "claims/50/versions", "claims/50/versions/1", "claims/50/history", "topics", "topics/arms-transfers", "ratings",
            "figures", "figures/containers-shipped", "corrections?from=2001", "statistics?from=2024", "match?q=6700%20containers%20shipped",
        })
        {
            (await reader.GetAsync($"/api/v1/{address}")).AssertOk();
        }

        foreach (var list in new[] { "claimants", "sources" })
        {
            var seen = new List<string>();
            for (var next = $"/api/v1/{list}?limit=40"; next is not null;)
            {
                using var page = JsonDocument.Parse((await reader.GetAsync(next)).AssertOk().Text);
                seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString() ?? ""));
                next = page.RootElement.GetProperty("next").GetString() is { } whole ? new Uri(whole).PathAndQuery : null;
            }

            Assert.InRange(seen.Count, 20, 500);
            Assert.Equal(seen.Count, seen.Distinct().Count());
            (await reader.GetAsync($"/api/v1/{list}/{seen[0]}")).AssertOk();
        }

        Assert.Equal("{}", (await reader.GetAsync("/v1alpha1/claims:search?query=containers&maxAgeDays=30")).AssertOk().Text);
    }

    [Fact]
    public async Task Corrections_PageByCursor()
    {
        for (var number = 1; number <= 22; number++)
        {
            await site.PublishAsync(number, PublicationKind.Correction, d => d with { Corrections = [PublicStatesTests.Notice(Core.Review.CorrectionKind.Update, version: 2)] });
        }

        var first = (await reader.GetAsync("/en/corrections?kind=Update")).AssertOk();
        var second = (await reader.GetAsync(first.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "")).AssertOk();

        Assert.Equal(22, first.AllWords(".timeline__source bdi").Concat(second.AllWords(".timeline__source bdi")).Distinct().Count());
    }

    [Fact]
    public async Task ClaimReviewFeed_BringsWhatEditorsReviewed()
    {
        var number = await site.NumberOfAsync("moscow-pyongyang-deny-arms-transfers");
        await site.ReviewAsync(number);

        using var feed = JsonDocument.Parse((await reader.GetAsync(ClaimReviewFeed.Address)).AssertOk().Text);

        var pages = feed.RootElement.GetProperty("dataFeedElement").EnumerateArray().Select(e => e.GetProperty("url").GetString() ?? "").ToList();
        Assert.Equal(2, pages.Count);
        Assert.Contains(pages, p => p.Contains($"/ar/claims/{number}/", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains($"/en/claims/{number}/", StringComparison.Ordinal));
        Assert.True(feed.RootElement.TryGetProperty("dateModified", out _));
    }

    [Fact]
    public Task PastedTexts_AreAnsweredByBand() => CheckPageTests.AnswersAsync(reader);

    private static IEnumerable<string> LinksOf(WebPage page, string start) =>
        page.Html.QuerySelectorAll("main a[href]").Select(a => (a.GetAttribute("href") ?? "").Split('?', '#')[0]).Where(h => h.StartsWith(start, StringComparison.Ordinal));
}
