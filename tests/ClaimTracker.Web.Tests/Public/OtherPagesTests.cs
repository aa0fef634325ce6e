using System.Net;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

[Collection(ReadOnlySite.Name)]
public sealed class OtherPagesTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Claimants_StandInAlphabeticalOrder_OfThePage(string language)
    {
        var page = (await reader.GetAsync($"/{language}/claimants")).AssertOk();

        var keys = page.AllWords(".directory li a").Select(TextFold.SortKey).ToList();
        Assert.NotEmpty(keys);
        bool IsLatin(string key) => char.IsAsciiLetterOrDigit(key[0]);
        Assert.Equal(keys.OrderBy(k => IsLatin(k) == (language == "en") ? 0 : 1).ThenBy(k => k, StringComparer.Ordinal), keys);
        Assert.Equal(language == "en", IsLatin(keys[0]));
    }

    [Fact]
    public async Task Claimant_HasTheClaimsTheyMake_WithSayingAndContentApart()
    {
        var id = await PartyAsync("vladimir-putin");

        var page = (await reader.GetAsync($"/en/claimants/{id}")).AssertOk();

        Assert.Equal("Vladimir Putin", page.Heading);
        Assert.Contains("Was it said?", page.AllWords(".columns h3"));
        Assert.NotEmpty(page.AllWords(".claim-card"));
        var wrong = await reader.GetOnceAsync($"/en/claimants/{id}/somebody-else");
        Assert.Equal(HttpStatusCode.MovedPermanently, wrong.Status);
    }

    [Theory]
    [InlineData("en", "Imported", "So few say little")]
    [InlineData("ar", "مستوردة", "لا يقول الكثير")]
    public async Task Claimant_WithFewClaims_CountsThemByRatingAndYear_AndSaysHowLittleThatSays(string language, string imported, string little)
    {
        var page = (await reader.GetAsync($"/{language}/claimants/{await PartyAsync("shin-won-sik")}")).AssertOk();

        Assert.Contains(page.AllWords(".note"), n => n.Contains(little, StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".tally__table th"), h => h is "2023" or "2024");
        var shown = page.AllWords(".tally__table td:last-child").Sum(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(page.AllWords(".claim-card").Count, shown);
        Assert.NotEmpty(page.Html.QuerySelectorAll(".bars[role=img] title"));
        Assert.Equal(page.Html.QuerySelector(".tally__table .badge--hollow:not(.badge--not-rated)") is not null, page.Html.Body?.TextContent.Contains(imported, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("en", "errors were found")]
    [InlineData("ar", "عُثر على")]
    public async Task Outlet_HasWhatItCarriedByRating_AndHowOftenWordingsWereBent(string language, string found)
    {
        var id = await site.WithDbAsync(db => db.Sources.Where(s => s.ExternalKey == "putin-arrives-pyongyang").Select(s => s.OutletId).SingleAsync(TestContext.Current.CancellationToken));

        var page = (await reader.GetAsync($"/{language}/outlets/{id}")).AssertOk();

        Assert.Contains(found, page.Words("#bending + p"), StringComparison.Ordinal);
        Assert.NotEmpty(page.AllWords(".kind-bars__line"));
        Assert.NotEmpty(page.AllWords(".claim-card"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/{language}/outlets/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task SourceNamedByMistake_IsNotAClaimant()
    {
        var stadium = await site.NumberOfAsync("huge-stadium-kim-il-sung-square");
        var id = await PartyAsync("cnn");

        var page = (await reader.GetAsync($"/en/claimants/{id}")).AssertOk();

        Assert.DoesNotContain($"CT-{stadium}", page.AllWords(".claim-card__number"));
        Assert.Contains(page.AllWords(".record"), r => r.Contains("by mistake", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "grandstand")]
    [InlineData("ar", "منصة")]
    public async Task Source_HasItsClaimsAndItsErrors(string language, string meant)
    {
        var id = await SourceAsync("putin-arrives-pyongyang");

        var page = (await reader.GetAsync($"/{language}/sources/{id}")).AssertOk();

        Assert.NotEmpty(page.AllWords(".claim-card"));
        Assert.Contains(page.AllWords(".published-meant dd"), w => w.Contains(meant, StringComparison.Ordinal));
        // Notes on the translation name records by key and are for staff.
        Assert.DoesNotContain("cnn-2024", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_ThatRepeatsAnother_LeadsToIt()
    {
        var ct = TestContext.Current.CancellationToken;
        var (copy, original) = await site.WithAsync<PublicReader, (Guid, Guid)>(async readers =>
        {
            var known = await readers.Sources.Select(s => s.Id).ToListAsync(ct);
            var found = await readers.Sources.Where(s => s.OriginalId != null && known.Contains(s.OriginalId.Value)).OrderBy(s => s.Id).FirstAsync(ct);
            return (found.Id, found.OriginalId ?? Guid.Empty);
        });

        var page = (await reader.GetAsync($"/en/sources/{copy}")).AssertOk();

        Assert.NotNull(page.Html.QuerySelector($".source-profile a[href='/en/sources/{original}']"));
        Assert.NotNull((await reader.GetAsync($"/ar/sources/{original}")).AssertOk().Html.QuerySelector($".source-profile a[href='/ar/sources/{copy}']"));
    }

    [Theory]
    [InlineData("en", "Arms transfers to Russia")]
    [InlineData("ar", "نقل الأسلحة إلى روسيا")]
    public async Task Topic_HasItsClaims(string language, string name)
    {
        var page = (await reader.GetAsync($"/{language}/topics/arms-transfers")).AssertOk();

        Assert.Equal(name, page.Heading);
        Assert.Equal(20, page.AllWords(".claim-card").Count);
        (await reader.GetAsync(page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "")).AssertOk();
    }

    [Theory]
    [InlineData("en", "Mostly true", "Said differently")]
    [InlineData("ar", "صحيح إجمالًا", "قيل بصيغة مختلفة")]
    public async Task Methodology_DefinesBothScales(string language, string content, string saying)
    {
        var page = (await reader.GetAsync($"/{language}/methodology")).AssertOk();

        Assert.Equal(2, page.Html.QuerySelectorAll(".scale").Length);
        Assert.Contains(content, page.AllWords(".scale dt"));
        Assert.Contains(saying, page.AllWords(".scale dt"));
        Assert.NotNull(page.Html.GetElementById("imported"));
        Assert.NotNull(page.Html.GetElementById("archive"));
        Assert.NotNull(page.Html.GetElementById("corrections"));
    }

    [Theory]
    [InlineData("/en/claimants/0197a000-0000-7000-8000-000000000000")]
    [InlineData("/ar/sources/0197a000-0000-7000-8000-000000000000")]
    [InlineData("/en/topics/nothing")]
    [InlineData("/ar/topics/%01")]
    [InlineData("/en/nowhere")]
    public async Task UnknownThings_Are404(string address) => (await reader.GetAsync(address)).AssertStatus(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/en/topics/arms-transfers?after=x")]
    [InlineData("/ar/topics/arms-transfers?after=x~y~z")]
    public async Task BrokenCursors_Are400(string address) => (await reader.GetAsync(address)).AssertStatus(HttpStatusCode.BadRequest);

    private Task<Guid> PartyAsync(string key) =>
        site.WithDbAsync(db => db.Parties.Where(p => p.ExternalKey == key).Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken));

    private Task<Guid> SourceAsync(string key) =>
        site.WithDbAsync(db => db.Sources.Where(s => s.ExternalKey == key).Select(s => s.Id).SingleAsync(TestContext.Current.CancellationToken));
}
