using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>Quotes lead readers to their place on the live page and to the archive, from what is published.</summary>
public sealed class QuotePlaceTests(PublicSite site) : IClassFixture<PublicSite>
{
    private const string Page = "https://example.org/a";
    private const string Archived = "https://web.archive.org/web/20240101000000/https://example.org/a";

    private readonly Browser reader = site.NewBrowser();

    [Fact]
    public async Task Claim_QuoteOfASourceOnTheWeb_LeadsToItsWordsThePageAndTheArchive_AndNowhereWhenWithheld()
    {
        var number = await site.NumberOfAsync("sk-6700-containers-shipped");
        await site.PublishAsync(number, PublicationKind.Verdict, d => d with
        {
            Appearances = [d.Appearances[0] with { Quote = "6700 containers", Prefix = "He said that ", Suffix = " were shipped\nNext" }],
            Sources = [.. d.Sources.Select(s => s with { Address = Page, ArchiveLinks = [new ArchiveLink(Archived, new DateOnly(2024, 1, 1))] })],
        });

        foreach (var (language, words, page) in new[] { ("en", "These words on the page", "The page"), ("ar", "هذه الكلمات في الصفحة", "الصفحة") })
        {
            var links = await LinksAsync(language, number);
            Assert.Equal([$"{Page}#:~:text=said%20that-,6700%20containers,-were%20shipped", Page, Archived], links.Select(l => l.Address));
            Assert.Equal([words, page], links.Take(2).Select(l => l.Words));
        }

        await site.PublishAsync(number, PublicationKind.Verdict, d => d with { Sources = [.. d.Sources.Select(s => s with { IsWithheld = true })] });

        Assert.Empty(await LinksAsync("en", number));
    }

    private async Task<List<(string Address, string Words)>> LinksAsync(string language, int number) =>
        [.. (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk().Html.QuerySelectorAll(".timeline .quote-links a").Select(l => (l.GetAttribute("href") ?? "", l.TextContent.Trim()))];
}
