using System.Net;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>The policies at length, each in both languages, with ways to report and to what was corrected.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class PolicyPagesTests(PublicSite site)
{
    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en", "sources", "Sources, named and unnamed", "Unnamed sources")]
    [InlineData("ar", "sources", "المصادر، ما سُمّي منها وما لم يُسمَّ", "المصادر التي لم تُسمَّ")]
    [InlineData("en", "corrections", "How we correct", "Report an error")]
    [InlineData("ar", "corrections", "كيف نصوّب", "الإبلاغ عن خطأ")]
    public async Task Policy_IsInThePagesLanguage_AndLeadsToTheReport(string language, string slug, string title, string section)
    {
        var page = await (await reader.GetAsync($"/{language}/methodology")).AssertOk().FollowAsync(title);

        Assert.Equal($"/{language}/policies/{slug}", page.AssertOk().Path);
        Assert.Equal(title, page.Heading);
        Assert.Contains(section, page.AllWords(".prose h2"));
        Assert.NotNull(page.Html.QuerySelector($".prose a[href='/{language}/report']"));
        Assert.Empty(page.Html.QuerySelectorAll(".prose a[href='']"));
    }

    [Fact]
    public async Task Policy_NobodyKnows_IsNotFound() => (await reader.GetAsync("/en/policies/nothing")).AssertStatus(HttpStatusCode.NotFound);
}
