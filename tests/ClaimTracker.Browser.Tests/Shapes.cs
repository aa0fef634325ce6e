using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// Finds one address of every page by following links, so that a new page is looked at without being listed anywhere. Addresses that
/// the same route answers are one page; with and without a query they are two.
/// </summary>
internal sealed partial class Shapes(EndpointDataSource endpoints)
{
    private readonly List<(string Pattern, TemplateMatcher Matcher)> routes =
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().OrderBy(e => e.RoutePattern.Parameters.Count).Select(e => e.RoutePattern.RawText).OfType<string>()
            .Select(p => (p, new TemplateMatcher(TemplateParser.Parse(p), []))),
    ];

    /// <summary>Addresses under a folder that the person signed in to the page's window meets.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IPage page, string under, params string[] starts)
    {
        var found = new Dictionary<string, string>();
        var open = new Queue<string>(starts);
        while (open.TryDequeue(out var path))
        {
            if (!found.TryAdd(ShapeOf(path), path))
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

            foreach (Match link in Link().Matches(await answer.TextAsync()))
            {
                var address = WebUtility.HtmlDecode(link.Groups["to"].Value).Split('#')[0];
                if (address == under || address.StartsWith(under + "/", StringComparison.Ordinal))
                {
                    open.Enqueue(address);
                }
            }
        }

        return [.. found.Values];
    }

    private string ShapeOf(string path)
    {
        var parts = path.Split('?');
        var shape = routes.Find(r => r.Matcher.TryMatch(Uri.UnescapeDataString(parts[0]), [])).Pattern ?? parts[0];
        return parts.Length > 1 ? $"{shape}?" : shape;
    }

    [GeneratedRegex("<a (?![^>]*\\sdownload[\\s>=])[^>]*href=\"(?<to>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
