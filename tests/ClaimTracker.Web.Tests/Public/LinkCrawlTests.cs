using AngleSharp.Dom;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>Every link on every page leads somewhere, in the same language; nothing asks for a script, and no id stands twice.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class LinkCrawlTests(PublicSite site)
{
    private static readonly string[] Posted = ["check", "report", "suggest"];

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task EveryLink_LeadsToAPage_InTheSameLanguage(string language)
    {
        var reader = site.NewBrowser();
        var faults = new List<string>();
        var from = new Dictionary<string, string>(StringComparer.Ordinal) { ["/" + language] = "" };
        var waiting = new Queue<string>(from.Keys);
        while (waiting.TryDequeue(out var address) && faults.Count < 20)
        {
            var page = await reader.GetAsync(address);
            if ((int)page.Status != 200)
            {
                faults.Add($"{(int)page.Status} {address} from {from[address]}");
                continue;
            }

            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue; // A file to take along.
            }

            Check(page, language, address, faults);
            foreach (var next in page.Html.QuerySelectorAll("a[href]").Where(a => IsPage(a)).Select(PathOf).OfType<string>())
            {
                if (IsWorthOpening(next) && from.TryAdd(next, address))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(from.Count > 900, $"Only {from.Count} pages were found.");
    }

    private static void Check(WebPage page, string language, string address, List<string> faults)
    {
        if (page.Html.DocumentElement.GetAttribute("lang") != language || page.Html.DocumentElement.GetAttribute("dir") != (language == "ar" ? "rtl" : "ltr"))
        {
            faults.Add($"{address} is not in {language}");
        }

        var ids = page.Html.QuerySelectorAll("[id]").Select(e => e.Id ?? "").ToList();
        faults.AddRange(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"{address}: id {g.Key} stands twice"));
        faults.AddRange(page.Html.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href") ?? "").Where(h => !ids.Contains(h[1..])).Select(h => $"{address}: nothing at {h}"));
        faults.AddRange(page.Html.QuerySelectorAll("a[href]").Where(a => IsPage(a)).Select(PathOf).OfType<string>()
            .Where(p => p != "/" + language && !p.StartsWith($"/{language}/", StringComparison.Ordinal) && !(p.StartsWith("/embed/", StringComparison.Ordinal) && p.EndsWith($"lang={language}", StringComparison.Ordinal))).Select(p => $"{address}: {p} leaves the language"));
        // What readers send us, and a pasted text, which is too long for an address: the public pages that are posted, and kept nowhere.
        var posts = Posted.Any(p => address == $"/{language}/{p}") ? "" : ", form[method=post]";
        faults.AddRange(page.Html.QuerySelectorAll("[style], [onclick], script:not([src]):not([type='application/ld+json'])" + posts).Select(e => $"{address}: {e.TagName} has no place on a public page"));
    }

    /// <summary>Not the other language, nor a file.</summary>
    private static bool IsPage(IElement link) => !link.HasAttribute("hreflang") && !link.HasAttribute("type") && !link.HasAttribute("download");

    /// <summary>Path and query of a link to a page of the site; what is taken along, and feeds, are no pages.</summary>
    private static string? PathOf(IElement link) =>
        link.GetAttribute("href") is { } href && href.StartsWith('/') && !href.StartsWith("/feeds/", StringComparison.Ordinal) ? href.Split('#')[0] : null;

    /// <summary>One filter at a time: their combinations are without end, and made by the same code.</summary>
    private static bool IsWorthOpening(string address) =>
        !address.Contains("/account/", StringComparison.Ordinal) && address.Count(c => c == '=') < 2
        && !address.Contains("/report?", StringComparison.Ordinal) && !address.EndsWith("/text", StringComparison.Ordinal) && !address.EndsWith("/cite.bib", StringComparison.Ordinal);
}
