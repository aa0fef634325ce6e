using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
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

    [Fact]
    public async Task Withhold_TakesItsWordsOutOfSearch_AndItsOutletOutOfTheList()
    {
        var claim = await LoggedAsync();
        var held = await app.WithAsync<PublicStateService, Outcome>(s => s.ListAsync(claim.Number, claim.Version, LocalizedText.Of(("en", "We are looking")), null, claim.Editor, Ct));
        Assert.IsType<Outcome.Done>(held);
        var editor = await app.SignedInAsync(Roles.Editor);
        var reader = app.NewBrowser();
        string[] lists = ["/en/claims?q=quillwort", $"/en/claims?outlet={claim.OutletId}"];
        foreach (var list in lists)
        {
            Assert.True(await ShowsAsync(reader, list, claim.Number), list);
        }

        await ChangeVisibilityAsync(editor, claim.SourceId);

        foreach (var list in lists)
        {
            Assert.False(await ShowsAsync(reader, list, claim.Number), list);
        }

        Assert.True(await ShowsAsync(reader, "/en/claims?q=bulrush", claim.Number), "the claim itself is still found");
        await ChangeVisibilityAsync(editor, claim.SourceId);
        foreach (var list in lists)
        {
            Assert.True(await ShowsAsync(reader, list, claim.Number), list);
        }
    }

    [Fact]
    public async Task Observer_ReadsNothingOfAWithheldSource_NeitherOnTheClaimNorInItsHistoryNorInMyWork()
    {
        var claim = await LoggedAsync();
        var checker = await app.SignedInAsync(Roles.Checker);
        var observer = await app.SignedInAsync(Roles.Observer);
        await ChangeStatusAsync(claim);
        await RewordAsync(claim);
        await ChangeVisibilityAsync(await app.SignedInAsync(Roles.Editor), claim.SourceId);
        string[] secrets = ["quillwort", "sedgegrass", "Wording of the marsh", "marsh ledger", "Note of the marsh", "Title of the marsh", $"/sources/{claim.SourceId}"];

        foreach (var page in new[] { $"/en/desk/claims/{claim.Number}", $"/en/desk/claims/{claim.Number}/history", "/en/desk" })
        {
            var html = (await observer.GetAsync(page)).AssertOk().Text;
            foreach (var secret in secrets)
            {
                Assert.False(html.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{page}: {secret}");
            }

            Assert.Contains("withheld", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Title of the marsh", (await checker.GetAsync($"/en/desk/claims/{claim.Number}")).Text, StringComparison.Ordinal);
        }

        var history = (await checker.GetAsync($"/en/desk/claims/{claim.Number}/history")).AssertOk().Text;
        Assert.All(secrets[..^1], secret => Assert.Contains(secret, history, StringComparison.OrdinalIgnoreCase));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<bool> ShowsAsync(Browser reader, string list, int number) =>
        (await reader.GetAsync(list)).AssertOk().Html.QuerySelectorAll("main a[href]").Any(a => (a.GetAttribute("href") ?? "").StartsWith($"/en/claims/{number}/", StringComparison.Ordinal));

    private static async Task ChangeVisibilityAsync(Browser editor, Guid source) =>
        (await (await editor.GetAsync($"/en/desk/sources/{source}/visibility")).Form("Input.Reason").Fill("Input.Reason", "For the sake of the person who gave it").SubmitAsync()).AssertOk();

    /// <summary>A claim that stands in one source alone, and rests on it.</summary>
    private async Task<MarshClaim> LoggedAsync()
    {
        var user = await app.CreateUserAsync(Roles.Editor);
        var actor = new Actor(user.Id, user.DisplayName, user.Roles);
        var made = Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.CreateAsync(
            new NewSource
            {
                Kind = SourceKind.Article,
                Address = $"https://example.org/{Guid.NewGuid():N}",
                Title = LocalizedText.Of(("en", "Title of the marsh")),
                Language = "en",
                Outlet = new NewOutlet { Kind = OutletKind.Newspaper, Name = LocalizedText.Of(("en", $"The Marsh {Guid.NewGuid():N}")) },
            },
            Guid.CreateVersion7(),
            actor,
            Ct)));
        var id = made.Id;
        var claim = new NewClaim
        {
            Statement = LocalizedText.Of(("en", "Bulrush was shipped")),
            OriginalLanguage = "en",
            Kind = ClaimKind.Quantity,
            Aspect = RatedAspect.Content,
            SelectionReason = LocalizedText.Of(("en", "Widely repeated")),
            Appearances =
            [
                new AppearanceRow
                {
                    Source = id, Quote = "tons of quillwort", Prefix = "many sedgegrass", Strength = AppearanceStrength.Reported, WordingNote = TextEdit.Of(("en", "Wording of the marsh")),
                },
            ],
            Evidence =
            [
                new EvidenceRow { Source = id, Stance = Stance.Supports, Quote = "sedgegrass by ship" },
                new EvidenceRow { Source = id, Stance = Stance.Context, Quote = "more sedgegrass", Locator = "marsh ledger", Note = TextEdit.Of(("en", "Note of the marsh")) },
            ],
        };
        var number = Assert.IsType<Outcome.Done>(await app.WithAsync<ClaimService, Outcome>(s => s.LogAsync(claim, Guid.CreateVersion7(), actor, Ct))).Number;
        return await app.WithDbAsync(async db => new MarshClaim(
            number,
            (await db.Claims.SingleAsync(c => c.Number == number, Ct)).Version,
            id,
            (await db.Sources.SingleAsync(s => s.Id == id, Ct)).OutletId,
            (await db.Evidence.SingleAsync(e => e.ClaimNumber == number && e.Stance == Stance.Supports, Ct)).Id,
            actor));
    }

    private async Task ChangeStatusAsync(MarshClaim claim) =>
        Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.ChangeStatusAsync(claim.SourceId, 1, new SourceStatusChange(SourceStatus.Retracted, null, null), claim.Editor, Ct)));

    /// <summary>A piece of evidence is changed, then taken away: the history still tells of it.</summary>
    private async Task RewordAsync(MarshClaim claim)
    {
        var row = new EvidenceRow { Id = claim.EvidenceId, Stance = Stance.Supports, Quote = "sedgegrass by sea" };
        foreach (var (edit, version) in new[] { (row, claim.Version), (row with { Remove = true }, claim.Version + 1) })
        {
            Assert.IsType<Outcome.Done>(await app.WithAsync<ClaimService, Outcome>(s => s.ReviseAsync(claim.Number, version, new ClaimEdit { Evidence = [edit] }, claim.Editor, Ct)));
        }
    }

    private sealed record MarshClaim(int Number, int Version, Guid SourceId, Guid? OutletId, Guid EvidenceId, Actor Editor);
}
