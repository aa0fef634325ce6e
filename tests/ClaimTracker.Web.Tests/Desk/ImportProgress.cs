using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The page of an import, looked at again until the work behind it is done.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<WebPage> UntilAsync(WebPage page, string state)
    {
        for (var waited = TimeSpan.Zero; page.Words("#progress-title") != state; waited += Step)
        {
            Assert.True(waited < Patience, $"It never came to “{state}” but stayed “{page.Words("#progress-title")}”. {page.Words("main")}");
            await Task.Delay(Step, TestContext.Current.CancellationToken);
            page = await page.ReloadAsync();
        }

        return page;
    }
}
