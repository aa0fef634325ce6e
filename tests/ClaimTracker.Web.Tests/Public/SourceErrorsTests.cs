using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What readers are shown of an article's errors, and what never.</summary>
public sealed class SourceErrorsTests(SeededWebApp app) : IClassFixture<SeededWebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "paragraph 11", "Shown by the public record", "fired the warning shots")]
    [InlineData("ar", "الفقرة 11", "تُظهره المصادر المعلنة", "أطلقوا الطلقات التحذيرية")]
    public async Task PublicPage_ShowsPlaceKindWordsBasisAndClaims(string language, string place, string basis, string published)
    {
        var source = await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.ExternalKey == "err-01").Select(e => e.SourceId).SingleAsync(Ct));

        var page = (await app.NewBrowser().GetAsync($"/{language}/sources/{source}")).AssertOk();

        var fault = page.AllWords("section[aria-labelledby=faults] .timeline__item").First(f => f.Contains(published, StringComparison.Ordinal));
        Assert.Contains(place, fault, StringComparison.Ordinal);
        Assert.Contains(basis, fault, StringComparison.Ordinal);
        Assert.NotEmpty(page.Html.QuerySelectorAll($"section[aria-labelledby=faults] a[href^='/{language}/claims/']"));
        Assert.NotEmpty(page.Html.QuerySelectorAll("section[aria-labelledby=claims] a"));
    }

    [Fact]
    public async Task PublicPage_ShowsAnErrorAtOnce_AndNothingOfTheStaff()
    {
        var source = await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.ExternalKey == "err-01").Select(e => e.SourceId).SingleAsync(Ct));
        var reader = app.NewBrowser();
        (await reader.GetAsync($"/en/sources/{source}")).AssertOk();
        var draft = await app.ClaimAsync(source, "a quote nobody may read yet");
        await app.ErrorAsync(source, published: "Words of the error", claims: draft);
        await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        await (await checker.GetAsync($"/en/desk/sources/{source}/corrections")).Form("Input.Text").Fill("Input.Text", "A letter to the publisher").Fill("Input.SentTo", "their-desk@example.org").SubmitAsync("Save");

        var page = (await reader.GetAsync($"/en/sources/{source}")).AssertOk();

        Assert.Contains("Words of the error", page.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { $"/claims/{draft}", $"CT-{draft}", "a quote nobody", "Containers were shipped", "A letter to the publisher", "their-desk@example.org", "Tool/1.0", "https://example.org/final" })
        {
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        }

        Assert.Empty(page.Html.QuerySelectorAll("form[method=post]"));
    }

    [Fact]
    public async Task ErrorsOfASourceNobodyPublished_OrWithheld_StayUnseen()
    {
        var unpublished = await app.SourceAsync();
        await app.ErrorAsync(unpublished);
        var withheld = await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.ExternalKey != "err-01").OrderBy(e => e.ExternalKey)
            .Select(e => e.SourceId).FirstAsync(id => db.ArticleErrors.All(x => x.SourceId != id || x.ExternalKey != "err-01"), Ct));
        var version = await app.WithDbAsync(db => db.Sources.Where(s => s.Id == withheld).Select(s => s.Version).SingleAsync(Ct));
        var editor = await app.CreateUserAsync(Roles.Editor);
        Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.WithholdAsync(withheld, version, "At risk", new Actor(editor.Id, editor.DisplayName, editor.Roles), Ct)));

        foreach (var id in new[] { unpublished, withheld })
        {
            (await app.NewBrowser().GetAsync($"/en/sources/{id}")).AssertStatus(HttpStatusCode.NotFound);
        }
    }
}
