using System.Text.Json;
using ClaimTracker.Web.Tests.Public;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>The API says what the pages say.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class ApiReadingTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    private readonly ApiClient api = new(site.NewBrowser());

    [Theory]
    [InlineData("")]
    [InlineData("q=containers")]
    [InlineData("q=%D9%A6%D9%A7%D9%A0%D9%A0")]
    [InlineData("q=shells&sort=asserted")]
    [InlineData("topic=arms-transfers&rating=Said&rating=Unproven&from=2023&sort=repeated")]
    [InlineData("kind=Quantity&lang=ar&sort=asserted")]
    [InlineData("country=RU&to=2023-12")]
    [InlineData("contested=1")]
    public async Task Claims_AreThoseOfThePage_InItsOrder(string query)
    {
        var page = (await reader.GetAsync("/en/claims?" + query)).AssertOk();
        var list = await api.GetAsync("/api/v1/claims?" + query);

        Assert.Equal(page.AllWords(".claim-card__number"), list.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("reference").GetString()));
        Assert.Equal(page.Html.QuerySelector("a[rel=next]") is not null, list.GetProperty("next").ValueKind is JsonValueKind.String);
    }

    [Fact]
    public async Task Lists_ByCursor_HoldEveryEntryOnce_WhateverThePagesHold()
    {
        var whole = await api.AllAsync("/api/v1/claims?limit=100");
        var parts = await api.AllAsync("/api/v1/claims?limit=37&sort=asserted");
        var claimants = await api.AllAsync("/api/v1/claimants?limit=25");
        var sources = await api.AllAsync("/api/v1/sources?limit=10");

        Assert.Equal((await api.GetAsync("/api/v1/claims?limit=1")).GetProperty("total").GetInt32(), whole.Count);
        Assert.Equal(Numbers(whole).Order(), Numbers(parts).Order());
        Assert.Equal(whole.Count, Numbers(whole).Distinct().Count());
        Assert.Equal((await reader.GetAsync("/en/claimants")).AssertOk().AllWords(".directory li a").Count, claimants.Count);
        Assert.Equal(sources.Count, sources.Select(s => s.GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains("rel=\"next\"", (await api.AskAsync("/api/v1/sources?limit=1")).Response.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_ComeInAllLanguages_OrInTheOneAskedFor_WithTheirOwnNamed()
    {
        var all = (await api.GetAsync("/api/v1/claims/50")).GetProperty("statement");
        var arabic = (await api.GetAsync("/api/v1/claims/50?lang=ar")).GetProperty("statement");
        var english = (await api.AskAsync("/api/v1/claims?limit=1", null, ("Accept-Language", "en-GB"))).AssertOk().Items[0].GetProperty("statement");
        var named = (await api.AskAsync("/api/v1/claims?limit=1&textLang=ar", null, ("Accept-Language", "en-GB"))).AssertOk().Items[0].GetProperty("statement");

        Assert.Equal(all.GetProperty("ar").GetString(), arabic.GetProperty("text").GetString());
        Assert.Equal(("ar", false), (arabic.GetProperty("language").GetString(), arabic.GetProperty("isFallback").GetBoolean()));
        Assert.Equal("en", english.GetProperty("language").GetString());
        Assert.Equal("ar", named.GetProperty("language").GetString());
    }

    [Fact]
    public async Task Fields_SelectFromEntriesAndRecords()
    {
        var list = (await api.GetAsync("/api/v1/claims?limit=2&fields=number,rating")).GetProperty("items")[0];
        var one = await api.GetAsync("/api/v1/claims/50?fields=statement");

        Assert.Equal(["number", "rating"], list.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["statement"], one.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task ImportedVerdicts_AreMarked_AndASayingNeverGoesWithoutItsContent()
    {
        var rated = (await api.AllAsync("/api/v1/claims?limit=100")).Select(c => c.GetProperty("rating")).Where(r => r.ValueKind is JsonValueKind.Object).ToList();

        Assert.NotEmpty(rated);
        Assert.All(rated, r => Assert.False(r.GetProperty("isReviewedHere").GetBoolean()));
        var sayings = rated.Where(r => r.GetProperty("aspect").GetString() == "Saying").ToList();
        Assert.NotEmpty(sayings);
        Assert.All(sayings, r => Assert.Contains("(content: ", r.GetProperty("words").GetProperty("en").GetString(), StringComparison.Ordinal));
        Assert.All(sayings, r => Assert.Contains("(المضمون: ", r.GetProperty("words").GetProperty("ar").GetString(), StringComparison.Ordinal));
        Assert.Empty((await api.GetAsync("/v1alpha1/claims:search?query=containers")).EnumerateObject());
    }

    [Fact]
    public async Task Claim_ItsVersionsAndHistory_HoldTheSameHashes()
    {
        var claim = (await api.GetAsync("/api/v1/claims/50")).GetProperty("publication").GetProperty("hash").GetString();
        var version = (await api.GetAsync("/api/v1/claims/50/versions/1")).GetProperty("publication").GetProperty("hash").GetString();
        var versions = (await api.GetAsync("/api/v1/claims/50/versions")).GetProperty("items")[0].GetProperty("hash").GetString();
        var history = (await api.GetAsync("/api/v1/claims/50/history")).GetProperty("items")[0];

        Assert.Equal((claim, claim), (version, versions));
        Assert.Equal(claim, history.GetProperty("hash").GetString());
        Assert.Contains(claim ?? "?", (await reader.GetAsync("/en/claims/50/history")).AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal("Imported", history.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Match_FindsWhatTheCheckPageFinds_AndNothingKeepsTheText()
    {
        const string text = "North Korea shipped 6,700 containers to Russia";
        var reply = (await api.AskAsync("/api/v1/match?q=" + Uri.EscapeDataString(text))).AssertOk();
        var page = (await reader.GetAsync("/en/check?text=" + Uri.EscapeDataString(text))).AssertOk();

        Assert.Equal("no-store", reply.Response.Headers.CacheControl?.ToString());
        Assert.Equal(page.AllWords(".claim-card__number").Order(), reply.Items.EnumerateArray().Select(m => m.GetProperty("claim").GetProperty("reference").GetString()).Order());
        Assert.NotEmpty(reply.Items.EnumerateArray());
    }

    [Fact]
    public async Task ScriptsOfOtherSites_MayReadWhatIsOpen_AndNothingElse()
    {
        foreach (var address in new[] { "/api/v1/claims/50", "/v1alpha1/claims:search?query=a", "/openapi/v1.json", "/feeds/corrections.en.json" })
        {
            var allowed = await api.AskAsync(address, HttpMethod.Options, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
            var read = (await api.AskAsync(address, null, ("Origin", "https://example.org"))).AssertOk();
            Assert.Equal(204, allowed.Status);
            Assert.Equal("GET, HEAD", allowed.Response.Headers.GetValues("Access-Control-Allow-Methods").Single());
            Assert.NotNull(read.Response.Headers.ETag);
            Assert.Equal("*", read.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Contains("ETag", read.Response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        }

        Assert.False((await api.AskAsync("/en/claims/50", null, ("Origin", "https://example.org"))).Response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task PageForPeople_LeadsOn_AndItsAddressesAnswer(string language)
    {
        var page = (await reader.GetAsync($"/{language}/api")).AssertOk();

        var addresses = page.AllWords("pre code").SelectMany(c => c.Split('\'', '"')).Where(c => c.StartsWith("http", StringComparison.Ordinal)).Select(c => new Uri(c))
            .Where(a => !a.Host.EndsWith(".example.org", StringComparison.Ordinal) && !a.AbsolutePath.StartsWith("/api/v1/desk/", StringComparison.Ordinal)) // sent as a source's; and those ask for a token
            .Select(a => a.PathAndQuery).ToList();
        Assert.InRange(addresses.Count, 5, 30);
        foreach (var address in addresses)
        {
            (await api.AskAsync(address)).AssertOk();
        }

        Assert.Equal(Web.Api.ApiProblem.Names.Values.Order(), page.Html.QuerySelectorAll("[data-problem]").Select(e => e.Id ?? "").Order());
        Assert.Equal($"/{language}/api#removed", (await api.AskAsync("/api/problems/removed", null, ("Accept-Language", language))).Response.Headers.Location?.OriginalString);
    }

    private static IEnumerable<int> Numbers(IEnumerable<JsonElement> claims) => claims.Select(c => c.GetProperty("number").GetInt32());
}
