using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Withholding acts on what readers see, at once.</summary>
public sealed class WithheldSourceTests(SeededWebApp app) : IClassFixture<SeededWebApp>
{
    [Fact]
    public async Task Withhold_TakesTheAddressFromPublicPagesAtOnce_AndUnwithholdBringsItBack()
    {
        var ct = TestContext.Current.CancellationToken;
        var editor = await app.SignedInAsync(Roles.Editor);
        var (number, id, address) = await app.WithDbAsync(async db => await (
            from evidence in db.Evidence
            join source in db.Sources on evidence.SourceId equals source.Id
            join claim in db.Claims on evidence.ClaimNumber equals claim.Number
            where source.Address != null && claim.PublicState == PublicState.Imported
            orderby claim.Number, source.Id
            select new ValueTuple<int, Guid, string>(claim.Number, source.Id, source.Address ?? "")).FirstAsync(ct));
        var reader = app.NewBrowser();
        Assert.Contains(address, WebUtility.HtmlDecode((await reader.GetAsync($"/en/claims/{number}")).AssertOk().Text), StringComparison.Ordinal);
        (await reader.GetAsync($"/en/sources/{id}")).AssertOk();

        await (await editor.GetAsync($"/en/desk/sources/{id}/visibility")).Form("Input.Reason").Fill("Input.Reason", "The person who gave it is at risk").SubmitAsync();

        Assert.DoesNotContain(address, WebUtility.HtmlDecode((await reader.GetAsync($"/en/claims/{number}")).AssertOk().Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/en/sources/{id}")).Status);
        var observer = await app.SignedInAsync(Roles.Observer);
        Assert.DoesNotContain(address, WebUtility.HtmlDecode((await observer.GetAsync($"/en/desk/claims/{number}")).AssertOk().Text), StringComparison.Ordinal);
        Assert.Contains(address, WebUtility.HtmlDecode((await editor.GetAsync($"/en/desk/claims/{number}")).AssertOk().Text), StringComparison.Ordinal);

        await (await editor.GetAsync($"/en/desk/sources/{id}/visibility")).Form("Input.Reason").Fill("Input.Reason", "The person agreed").SubmitAsync();

        Assert.Contains(address, WebUtility.HtmlDecode((await reader.GetAsync($"/en/claims/{number}")).AssertOk().Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourcesPartiesAndOutlets_OpenInBothLanguages()
    {
        var ct = TestContext.Current.CancellationToken;
        var observer = await app.SignedInAsync(Roles.Observer);
        var pages = await app.WithDbAsync(async db => new List<string>(
        [
            .. (await db.Sources.OrderBy(s => s.OriginalId == null).ThenBy(s => s.Id).Select(s => s.Id).Take(12).ToListAsync(ct)).Select(id => $"sources/{id}"),
            .. (await db.Parties.OrderBy(p => p.Id).Select(p => p.Id).Take(12).ToListAsync(ct)).Select(id => $"parties/{id}"),
            .. (await db.Outlets.OrderBy(o => o.Id).Select(o => o.Id).Take(6).ToListAsync(ct)).Select(id => $"outlets/{id}"),
            "sources", "sources?sort=used&p=2", "sources?sort=changed", "parties", "parties?sort=used", "outlets", "outlets?sort=used",
        ]));
        foreach (var page in pages.SelectMany(p => new[] { $"/ar/desk/{p}", $"/en/desk/{p}" }))
        {
            var shown = (await observer.GetAsync(page)).AssertOk();
            Assert.NotEqual("", shown.Heading);
        }
    }

    [Fact]
    public async Task Workbench_LeadsToTheDeskPages()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var page = (await checker.GetAsync("/en/desk/claims/1")).AssertOk();
        var links = page.Html.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href") ?? "").Where(h => h.Contains("/sources/", StringComparison.Ordinal) || h.Contains("/parties/", StringComparison.Ordinal) || h.Contains("/claimants/", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.StartsWith("/en/desk/", link, StringComparison.Ordinal);
            (await checker.GetAsync(link)).AssertOk();
        }
    }
}
