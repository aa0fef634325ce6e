using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// Finds one page of every kind by following links, so that a new page is looked at without being listed anywhere: numbers and ids in an
/// address count as one kind.
/// </summary>
internal static partial class Shapes
{
    private const int MostPages = 120;

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, params string[] starts)
    {
        var language = starts[0][..4];
        var known = new Dictionary<string, string>();
        var open = new Queue<string>(starts);
        while (open.TryDequeue(out var path) && known.Count < MostPages)
        {
            if (!known.TryAdd(ShapeOf(path), path))
            {
                continue;
            }

            await page.GotoAsync(path);
            var links = await page.EvalOnSelectorAllAsync<string[]>("a[href]", "all => all.map(a => a.getAttribute('href'))");
            foreach (var link in links.Where(l => l.StartsWith(language, StringComparison.Ordinal) || l == language.TrimEnd('/')))
            {
                open.Enqueue(link.Split('#')[0]);
            }
        }

        return [.. known.Values];
    }

    /// <summary>The address without what differs between pages of one kind.</summary>
    private static string ShapeOf(string path) => Variable().Replace(path.Split('?')[0], "/*") + (path.Contains('?', StringComparison.Ordinal) ? "?" : "");

    [GeneratedRegex(@"/(\d+(/[^/]*[^\d/][^/]*$)?|[0-9a-f]{8}-[0-9a-f-]{27}(/[^/]+)?|(?<=topics/)[^/]+|(?<=history/).+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
