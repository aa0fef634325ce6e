using System.Net;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What readers take along from a claim's page: links to pass on, a citation, plain text.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class TakingAlongTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en", "6,700 containers", "SHA-256")]
    [InlineData("ar", "6700 حاوية", "SHA-256")]
    public async Task PlainText_LeadsWithTheFinding_AndNamesSourcesVersionAndHash(string language, string figure, string hash)
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        var page = (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk();

        var text = (await reader.GetAsync(Href(page, ".share a[data-copy-from]"))).AssertOk();

        Assert.Equal("text/plain", text.Response.Content.Headers.ContentType?.MediaType);
        var lines = text.Text.Split('\n');
        Assert.Equal(page.Heading, lines[0]);
        Assert.Contains(figure, text.Text, StringComparison.Ordinal);
        Assert.Equal(page.Html.QuerySelectorAll(".source").Length, lines.Count(l => l.StartsWith('[')));
        Assert.Contains($"/{language}/claims/{number}/v/1", text.Text, StringComparison.Ordinal);
        Assert.Contains($"{hash} \u2066{page.Words(".cite__hash code")}", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "langid = {english}")]
    [InlineData("ar", "langid = {arabic}")]
    public async Task BibTex_OnThePageAndAsFile_IsTheSameEntryOfThisVersion(string language, string expected)
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        var page = (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk();

        var file = (await reader.GetAsync(Href(page, ".cite a[download]"))).AssertOk();

        Assert.StartsWith($"@online{{ct{number}v1,", file.Text, StringComparison.Ordinal);
        Assert.Contains(expected, file.Text, StringComparison.Ordinal);
        Assert.Contains($"/{language}/claims/{number}/v/1}}", file.Text, StringComparison.Ordinal);
        Assert.Equal(file.Text, page.Html.QuerySelector("#cite-bibtex")?.TextContent);
    }

    [Fact]
    public async Task ShareLinks_CarryTheFinding_NeverTheBareStatement()
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        var page = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();

        var links = page.Html.QuerySelectorAll(".share a[rel~=nofollow]").Select(a => a.GetAttribute("href") ?? "").Where(a => !a.StartsWith('/')).ToList();

        Assert.Equal(5, links.Count);
        Assert.All(links, l => Assert.Contains(Uri.EscapeDataString($"/en/claims/{number}/"), l, StringComparison.Ordinal));
        Assert.All(links.Where(l => !l.Contains("facebook", StringComparison.Ordinal)), l => Assert.Contains(Uri.EscapeDataString(page.Heading), l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("cite.bib")]
    [InlineData("anything")]
    public async Task File_OfAVersionNobodyKnows_IsNotFound(string file)
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");

        (await reader.GetAsync($"/en/claims/{number}/v/99/{file}")).AssertStatus(HttpStatusCode.NotFound);
        (await reader.GetAsync($"/en/claims/{number}/v/1/anything")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("100 % of A&B", @"100 \% of A\&B")]
    [InlineData(@"{a_b} $5 #1 ~x ^2 \", @"\{a\_b\} \$5 \#1 \textasciitilde{}x \textasciicircum{}2 \textbackslash{}")]
    [InlineData("«حاوية» 6700", "«حاوية» 6700")]
    public void BibTex_OfSignsThatCommandTex_PrintsThemAsTheyAre(string text, string expected) => Assert.Equal(expected, BibTex.Escaped(text));

    private static string Href(WebPage page, string selector) => page.Html.QuerySelector(selector)?.GetAttribute("href") ?? throw new InvalidOperationException($"No {selector} here.");
}
