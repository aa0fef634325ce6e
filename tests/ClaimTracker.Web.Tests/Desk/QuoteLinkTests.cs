using AngleSharp.Dom;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Quotes lead staff to their place in our copy.</summary>
public sealed class QuoteLinkTests(SeededWebApp app) : IClassFixture<SeededWebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workbench_SourceWithACopy_LeadsStaffToThePassage()
    {
        var checker = await app.CreateUserAsync(Roles.Checker);
        var (id, number, source, quote) = await app.WithDbAsync(async db =>
        {
            var a = await db.Appearances.Where(x => x.Quote != null).OrderBy(x => x.ClaimNumber).ThenBy(x => x.Id).FirstAsync(Ct);
            return (a.Id, a.ClaimNumber, a.SourceId, a.Quote ?? "");
        });
        var editor = await app.SignedInAsync(Roles.Editor);
        Assert.Empty(await PassagesAsync(editor, number));
        var capture = new NewCapture { Bytes = [1], MediaType = "text/html", Tool = "test", WorkingText = $"{quote}\n" };
        Assert.IsType<Outcome.Done>(await app.WithAsync<CaptureService, Outcome>(s => s.AddAsync(source, capture, Guid.NewGuid(), new Actor(checker.Id, checker.DisplayName, checker.Roles), Ct)));

        Assert.Contains($"/en/desk/intake/{source}#a-{id}", await PassagesAsync(editor, number));
        Assert.Empty(await PassagesAsync(await app.SignedInAsync(Roles.Observer), number));
        Assert.DoesNotContain("/desk/", string.Concat((await app.NewBrowser().GetAsync($"/en/claims/{number}")).AssertOk().Html.QuerySelectorAll(".quote-links a").Select(Href)), StringComparison.Ordinal);
    }

    private static async Task<List<string>> PassagesAsync(Browser staff, int number) =>
        [.. (await staff.GetAsync($"/en/desk/claims/{number}")).AssertOk().Html.QuerySelectorAll(".quote-links a").Select(Href).Where(h => h.Contains("/desk/intake/", StringComparison.Ordinal))];

    private static string Href(IElement link) => link.GetAttribute("href") ?? "";
}
