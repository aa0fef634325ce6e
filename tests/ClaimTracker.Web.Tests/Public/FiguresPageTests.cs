using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

[Collection(ReadOnlySite.Name)]
public sealed class FiguresPageTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en", "Containers North Korea shipped to Russia", "more than 20,000 containers")]
    [InlineData("ar", "حاويات أرسلتها كوريا الشمالية إلى روسيا", "أكثر من 20,000 حاوية")]
    public async Task Figures_HaveEveryMeasure_WithItsEnds(string language, string containers, string most)
    {
        var page = (await reader.GetAsync($"/{language}/figures")).AssertOk();

        Assert.Contains(page.AllWords(".measure"), m => m.StartsWith(containers, StringComparison.Ordinal) && m.Contains(most, StringComparison.Ordinal));
        // A single figure makes no picture.
        Assert.NotEmpty(All(page, ".measure .spark"));
        Assert.DoesNotContain(All(page, ".measure .spark"), s => s.QuerySelectorAll(".spark__dot").Length < 2);
    }

    [Theory]
    [InlineData("en", "more than 20,000")]
    [InlineData("ar", "أكثر من 20,000")]
    public async Task Containers_ChartTableCsvAndSeries_SayTheSame(string language, string most)
    {
        var page = (await reader.GetAsync($"/{language}/figures/containers-shipped")).AssertOk();
        var csv = (await reader.GetAsync($"/{language}/figures/containers-shipped.csv")).AssertOk();
        using var series = JsonDocument.Parse((await reader.GetAsync("/api/v1/figures/containers-shipped")).AssertOk().Text);

        var ordered = series.RootElement.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("claim").GetProperty("number").GetInt32()).ToList();
        Assert.True(ordered.Count >= 9);
        Assert.Equal(ordered.Count, All(page, ".figure-table tbody tr").Count);
        // Every mark stands in the picture for wide pages and in the one for phones.
        Assert.Equal(ordered.Order(), ClaimsOf(page, ".chart__wide a.mk[class*=badge]").Order());
        Assert.Equal(ordered, ClaimsOf(page, ".chart__narrow a.mk[class*=badge]"));
        Assert.Equal(ordered, ClaimsOf(page, ".figure-table tbody td:last-child a"));
        // On a phone, where the head of the table is away, each cell says what it is; an empty one is left out.
        Assert.All(All(page, ".figure-table tbody td:not(.table__number)"), c => Assert.Equal(string.IsNullOrWhiteSpace(c.TextContent), string.IsNullOrEmpty(c.GetAttribute("data-label"))));
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ordered.Select(n => $"CT-{n}"), lines.Skip(1).Select(l => l.Split(',')[1]));
        Assert.False(csv.Text.StartsWith('\uFEFF'));
        Assert.Contains(most, page.Words(".chart-lead"), StringComparison.Ordinal);
        Assert.Equal(2, All(page, ".chart__wide a.mk:not([class*=badge])").Count);
        Assert.Equal(2, series.RootElement.GetProperty("denials").GetArrayLength());
    }

    [Fact]
    public async Task Shells_AreCapacities_WithTheirAlternativeNamedAndNotAdded()
    {
        var page = (await reader.GetAsync("/en/figures/artillery-rounds-152mm")).AssertOk();

        Assert.Contains("Capacity, not a count", Assert.Single(page.AllWords(".chart-section h2")), StringComparison.Ordinal);
        Assert.Contains(page.AllWords(".chart__wide .mk__words--orelse"), w => w.Contains("or more than 500,000 rockets of 122 mm", StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".figure-table__or a"), w => w == "more than 500,000 rockets of 122 mm");
    }

    [Fact]
    public async Task Loan_FiftyDollarsOrFiftyBillion_StandOnATenfoldScale_AndTheUndatedLast()
    {
        var page = (await reader.GetAsync("/en/figures/loan-to-ukraine")).AssertOk();

        Assert.Contains("powers of ten", page.Words(".chart__wide .note"), StringComparison.Ordinal);
        Assert.Contains("not known", page.AllWords(".figure-table tbody tr")[^1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Key_SaysWhatEachRatingMeans_AndThatNobodyHereReviewedIt()
    {
        var page = (await reader.GetAsync("/en/figures/rockets-122mm")).AssertOk();

        Assert.Contains(page.AllWords(".chart-key li"), w => w.Contains("the wording in circulation changes its meaning", StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".chart__narrow .mk__words--number"), w => w == "reported as more than 500,000");
        Assert.Contains(page.AllWords(".figure-table td"), w => w.Contains("“more than” came in retelling", StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".chart-notes > .note"), w => w.Contains("no editor here has reviewed them", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DenialOfNoKnownDay_IsSaidOnOrBeforeOne_OnChartAndInTable()
    {
        var page = (await reader.GetAsync("/en/figures/containers-shipped")).AssertOk();

        Assert.Contains(page.AllWords(".chart__narrow text"), w => w == "on or before 18 June 2024");
        Assert.Contains(page.AllWords(".chart__narrow text"), w => w.Contains("Denied the claim of “", StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".figure-table td"), w => w.Contains("North Korea on or before 18 June 2024", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Series_OfTwoMeasures_HasTheNewestOfEach()
    {
        string[] measures = ["containers-shipped", "talks-duration"];
        var series = await site.WithAsync<PublicReader, FigureSeries>(r => new PublicFigures(r).SeriesAsync(measures, 2, null, TestContext.Current.CancellationToken));

        Assert.Equal(measures.SelectMany(m => new[] { m, m }), series.Figures.Select(f => f.Figure.Measure?.Code).Order(StringComparer.Ordinal));
        Assert.Contains(series.Figures, f => f.Figure.Value == 20_000);
    }

    [Theory]
    [InlineData("/en/figures/nobody-counts-this")]
    [InlineData("/en/figures/nobody-counts-this.csv")]
    [InlineData("/api/v1/figures/nobody-counts-this")]
    [InlineData("/en/figures/containers-shipped?part=2")]
    public async Task UnknownMeasure_IsNotFound(string address) => Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).Status);

    [Fact]
    public async Task Sort_NewestAndLargest_ReorderTheTableOnly()
    {
        var oldest = ClaimsOf((await reader.GetAsync("/en/figures/containers-shipped")).AssertOk(), ".figure-table tbody td:last-child a");
        var newest = (await reader.GetAsync("/en/figures/containers-shipped?sort=newest")).AssertOk();
        var largest = (await reader.GetAsync("/en/figures/containers-shipped?sort=largest")).AssertOk();

        Assert.Equal(oldest.AsEnumerable().Reverse(), ClaimsOf(newest, ".figure-table tbody td:last-child a"));
        Assert.StartsWith("more than 20,000", largest.AllWords(".figure-table__number")[0], StringComparison.Ordinal);
        Assert.Equal(oldest, ClaimsOf(newest, ".chart__narrow a.mk[class*=badge]"));
    }

    private static IReadOnlyList<IElement> All(WebPage page, string selector) => [.. page.Html.QuerySelectorAll(selector)];

    private static List<int> ClaimsOf(WebPage page, string selector) =>
        [.. All(page, selector).Select(a => int.Parse((a.GetAttribute("href") ?? "").Split('/')[3], CultureInfo.InvariantCulture))];
}
