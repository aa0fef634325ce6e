using System.Globalization;
using System.Net;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>What a running site says to readers: each claim, its versions and its history in both languages, and what searches find.</summary>
internal sealed record PublicAnswers(IReadOnlyDictionary<string, string> Pages, IReadOnlyDictionary<string, IReadOnlyList<int>> Searches)
{
    /// <summary>In the order of the numbers, until one is not there.</summary>
    private const int MaxClaims = 400;

    private const string ClaimAddress = "/en/claims/";

    /// <summary>The marks and isolates of Unicode's bidirectional algorithm; invisible.</summary>
    private const string DirectionSigns = "\u200e\u200f\u2066\u2067\u2068\u2069";

    /// <summary>
    /// What may be shown otherwise from version to version: ways to pass a claim on, to cite it and to answer it, its story, and pictures of what stands elsewhere
    /// on the page or on pages of its own. Its figures themselves are compared.
    /// </summary>
    private const string ShownOtherwise = "article .share, article .cite, article .claim-page__report, article .story-section, article .linked, article .chains, article .figures > :not(.figure-choice)";

    private static readonly string[] Queries =
        ["container", "حاوية", "6700", "٦٧٠٠", "Shoigu", "شويغو", "Wagner", "فاغنر", "Peskov", "2270", "BRICS", "فيتنام", "handshake", "مصافحة", "armoured train", "القطار", "CT-52"];

    public static async Task<PublicAnswers> ReadAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var browser = new Browser(client);
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var number = 1; number <= MaxClaims && await KeepAsync(browser, pages, $"/en/claims/{number}") != HttpStatusCode.NotFound; number++)
        {
            await KeepAsync(browser, pages, $"/ar/claims/{number}");
            await KeepAsync(browser, pages, $"/en/claims/{number}/history");
            for (var version = 1; await KeepAsync(browser, pages, $"/{(version % 2 == 0 ? "en" : "ar")}/claims/{number}/v/{version}") != HttpStatusCode.NotFound; version++)
            {
            }
        }

        var searches = new Dictionary<string, IReadOnlyList<int>>();
        foreach (var query in Queries)
        {
            searches[query] = await FoundAsync(browser, query);
        }

        return new PublicAnswers(pages, searches);
    }

    private static async Task<HttpStatusCode> KeepAsync(Browser browser, SortedDictionary<string, string> pages, string path)
    {
        var page = await browser.GetAsync(path);
        foreach (var part in page.Html.QuerySelectorAll(ShownOtherwise).ToList())
        {
            part.Remove();
        }

        // What stands around the claim's own page may change from version to version; so may the port it was asked on, and the signs
        // that say which way a text runs.
        var words = page.Words("article").Replace(browser.Client.BaseAddress!.Authority, "", StringComparison.Ordinal); // set above
        pages[path] = $"{(int)page.Status} {string.Concat(words.Where(c => !DirectionSigns.Contains(c)))}";
        return page.Status;
    }

    private static async Task<IReadOnlyList<int>> FoundAsync(Browser browser, string query)
    {
        var page = await browser.GetAsync("/en/claims?q=" + Uri.EscapeDataString(query));
        return [.. page.AssertOk().Html.QuerySelectorAll("main a[href]").Select(a => NumberIn(a.GetAttribute("href"))).OfType<int>().Distinct()];
    }

    private static int? NumberIn(string? address) =>
        address is not null && address.StartsWith(ClaimAddress, StringComparison.Ordinal) && int.TryParse(address[ClaimAddress.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
