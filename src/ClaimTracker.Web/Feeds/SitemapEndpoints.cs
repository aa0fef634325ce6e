using System.Runtime.CompilerServices;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Feeds;

/// <summary>What search engines are told of: <c>/sitemap.xml</c>, the list of <c>/sitemaps/pages.xml</c> and of the claims decided here, in parts.</summary>
public static class SitemapEndpoints
{
    /// <summary>The list of parts, and the pages.</summary>
    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/sitemap.xml", FeedEndpoints.Reading, IndexAsync);
        routes.MapMethods("/sitemaps/pages.xml", FeedEndpoints.Reading, (HttpContext context, CancellationToken ct) => Answer(PagesAsync(context.RequestServices, ct)));
    }

    /// <summary>Apart from the others: so long that no cache should keep it.</summary>
    public static void MapSitemapOfClaims(this IEndpointRouteBuilder routes) => routes.MapMethods("/sitemaps/claims-{part:int:min(1)}.xml", FeedEndpoints.Reading, ClaimsAsync);

    private static async Task<IResult> IndexAsync(PublicReader reader, SiteAddress site, CancellationToken ct)
    {
        var parts = await new PublicSitemap(reader).PartsAsync(ct);
        var addresses = parts.Select(p => site.Absolute($"/sitemaps/claims-{Links.Number(p)}.xml")).Prepend(site.Absolute("/sitemaps/pages.xml"));
        return Results.Stream(stream => SitemapWriter.WriteIndexAsync(stream, addresses), SitemapWriter.MediaType);
    }

    private static async Task<IResult> ClaimsAsync(int part, PublicReader reader, SiteAddress site, CancellationToken ct) =>
        await new PublicSitemap(reader).HasPartAsync(part, ct) ? Answer(ClaimPagesAsync(part, reader, site, ct)) : Results.NotFound();

    private static IResult Answer(IAsyncEnumerable<SitemapPage> pages) => Results.Stream(stream => SitemapWriter.WriteAsync(stream, pages), SitemapWriter.MediaType);

    private static async IAsyncEnumerable<SitemapPage> ClaimPagesAsync(int part, PublicReader reader, SiteAddress site, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var claim in new PublicSitemap(reader).ClaimsAsync(part, ct))
        {
            var card = PublicCard.FromJson(claim.Card);
            // A language the check is not written in shows the other's words, which stand at the other's address.
            yield return new SitemapPage(
                [.. card.Languages.Where(Cultures.IsKnown).Select(l => (l, site.Absolute($"/{l}/{Links.Join("claims", Links.Number(claim.Number), card.Slug(l))}")))], claim.ReviewedAt);
        }
    }

    private static async IAsyncEnumerable<SitemapPage> PagesAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        var (links, reader) = (services.GetRequiredService<Links>(), services.GetRequiredService<PublicReader>());
        var policies = await services.GetRequiredService<WrittenPolicies>().GetAsync(ct);
        var topics = await reader.Topics.OrderBy(t => t.Slug).Select(t => t.Slug).ToListAsync(ct);
        var measures = (await new PublicFigures(reader).MeasuresAsync(0, null, ct)).Measures;
        IEnumerable<string> addresses =
        [
            links.Home(), links.Claims(), links.Claimants(), links.Figures(), links.Corrections(), links.Statistics(), links.Data(), links.About(), links.Methodology(),
            .. policies.Select(links.Policy), .. topics.Select(links.Topic), .. measures.Select(m => links.FiguresOf(m.Measure.Code)),
        ];
        foreach (var address in addresses.Distinct())
        {
            yield return new SitemapPage([.. Cultures.All.Select(l => (l, links.Absolute(Links.In(l, address))))]);
        }
    }
}
