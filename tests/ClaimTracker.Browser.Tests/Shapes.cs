using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <param name="Html">As the server sends it.</param>
internal sealed record SeenPage(string Path, int Status, string Html);

/// <summary>
/// Finds one address of every page by following links, so that a new page is looked at without being listed anywhere. Addresses that
/// the same route answers are one page; with and without a query they are two.
/// </summary>
internal sealed partial class Shapes(EndpointDataSource endpoints)
{
    private sealed record Route(string Pattern, TemplateMatcher Matcher, string? Page);

    private readonly List<Route> routes =
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is not null).OrderBy(e => e.RoutePattern.Parameters.Count)
            .Select(e => new Route(e.RoutePattern.RawText ?? "", new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText ?? ""), []), e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)),
    ];

    /// <summary>Every page of the program, by its place under <c>Pages</c>.</summary>
    public IReadOnlyList<string> Pages => [.. routes.Select(r => r.Page).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Addresses under a folder that the person signed in to the page's window meets.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IPage page, string under, params IEnumerable<string> starts) =>
        [.. (await ReadAsync(page, under, starts)).Select(s => s.Path)];

    /// <summary>The same, with what stands there.</summary>
    public async Task<IReadOnlyList<SeenPage>> ReadAsync(IPage page, string under, params IEnumerable<string> starts)
    {
        var found = new Dictionary<string, SeenPage?>();
        var open = new Queue<string>(starts);
        while (open.TryDequeue(out var path))
        {
            if (!found.TryAdd(ShapeOf(path), null))
            {
                continue;
            }

            var answer = await page.Context.APIRequest.GetAsync(path);
            if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
            {
                // A file is no page.
                found.Remove(ShapeOf(path));
                continue;
            }

            var html = await answer.TextAsync();
            found[ShapeOf(path)] = new SeenPage(path, answer.Status, html);
            foreach (Match link in Link().Matches(html))
            {
                var address = WebUtility.HtmlDecode(link.Groups["to"].Value).Split('#')[0];
                if (address == under || address.StartsWith(under + "/", StringComparison.Ordinal))
                {
                    open.Enqueue(address);
                }
            }
        }

        return [.. found.Values.OfType<SeenPage>()];
    }

    /// <summary>The page that answers at an address; null: none does.</summary>
    public string? PageAt(string path) => RouteOf(path)?.Page;

    private string ShapeOf(string path)
    {
        var parts = path.Split('?');
        var shape = RouteOf(path)?.Pattern ?? parts[0];
        return parts.Length > 1 ? $"{shape}?" : shape;
    }

    private Route? RouteOf(string path)
    {
        var asked = Uri.UnescapeDataString(path.Split('?')[0]);
        return routes.Find(r => r.Matcher.TryMatch(asked, []));
    }

    [GeneratedRegex("<a (?![^>]*\\sdownload[\\s>=])[^>]*href=\"(?<to>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
