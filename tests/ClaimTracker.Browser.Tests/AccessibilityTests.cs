namespace ClaimTracker.Browser.Tests;

/// <summary>Readers' pages and those of one's own account, in both languages, and what became of claims that were taken away.</summary>
public sealed class AccessibilityTests(Site site) : PagesInAxe(site), IClassFixture<Site>
{
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task PublicPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync();
        var paths = await Site.Shapes.FindAsync(page, $"/{language}", PageStarts.Readers(language));

        await LookAtAsync(page, paths, 15);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task SearchWithoutABlank_OnAPhone_StaysInsideTheScreen(string language)
    {
        var page = await OpenAsync();
        await page.SetViewportSizeAsync(Phone, 900);

        await page.GotoAsync($"/{language}/claims?q={string.Join('|', Enumerable.Repeat("number%3E1000", 12))}");

        Assert.Equal(0, await AxeFaults.WidthOverAsync(page));
    }

    [Fact]
    public async Task AccountPages_InAxe_HaveNoFault()
    {
        var page = await OpenAsync("checker");
        var invitation = await Site.InviteAsync();

        await LookAtAsync(page, PageStarts.Account(invitation), 10);
    }

    /// <summary>A check settled by a panel and then withdrawn, a claim that was removed, and what the desk shows of both.</summary>
    [Fact]
    public async Task PagesOfWhatWasTakenAway_InAxe_HaveNoFault()
    {
        var page = await OpenAsync("editor");
        var (withdrawn, removed) = await Site.TakeAwayAsync();

        await LookAtAsync(page, PageStarts.TakenAway(withdrawn, removed), 14);
    }
}
