namespace ClaimTracker.Browser.Tests;

/// <summary>Pages of the desk and of administration, in both languages; apart from readers' pages, so that both are looked at at once.</summary>
public sealed class DeskAccessibilityTests(Site site) : PagesInAxe(site), IClassFixture<Site>
{
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task DeskPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync("editor");
        var paths = await Site.Shapes.FindAsync(page, $"/{language}/desk", PageStarts.Desk(language));

        await LookAtAsync(page, paths, 15);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task AdminPages_InAxe_HaveNoFault(string language)
    {
        var page = await OpenAsync("admin");
        var paths = await Site.Shapes.FindAsync(page, $"/{language}/admin", PageStarts.Admin(language));

        await LookAtAsync(page, paths, 6);
    }
}
