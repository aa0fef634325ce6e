using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>What axe finds wrong with a part of a page as it is now, and whether the page has grown wider than the screen.</summary>
internal static class AxeFaults
{
    public static async Task<string[]> OfAsync(IPage page, string within)
    {
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        return await page.EvaluateAsync<string[]>("async within => (await axe.run(within)).violations.map(v => `${v.id}: ${v.nodes[0].html}`)", within);
    }

    public static Task<int> WidthOverAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
