using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.History;
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
    public async Task PublicPage_ShowsAConfirmedErrorAtOnce_AndNothingOfTheStaff()
    {
        var source = await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.ExternalKey == "err-01").Select(e => e.SourceId).SingleAsync(Ct));
        var reader = app.NewBrowser();
        (await reader.GetAsync($"/en/sources/{source}")).AssertOk();
        var draft = await app.ClaimAsync(source, "a quote nobody may read yet");
        await app.ConfirmedErrorAsync(source, published: "Words of the error", claims: draft);
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

    [Theory]
    [InlineData("en", "waiting for a second look", "Confirm for readers", "Article errors to confirm")]
    [InlineData("ar", "ينتظر مراجعة ثانية", "اعتماد وإظهار للقراء", "أخطاء مقالات تنتظر الاعتماد")]
    public async Task ErrorOfOnePerson_IsForReadersOnlyOnceAnotherEditorConfirmedIt_AndAgainAfterAChange(string language, string waiting, string confirm, string tile)
    {
        var source = await PublicSourceAsync();
        var words = $"Words looked at twice {language}";
        var error = await app.ErrorAsync(source, published: words);
        var reader = app.NewBrowser();
        Assert.DoesNotContain(words, (await reader.GetAsync($"/en/sources/{source}")).AssertOk().Text, StringComparison.Ordinal);
        var checker = await app.SignedInAsync(Roles.Checker);
        var seen = (await checker.GetAsync($"/{language}/desk/sources/{source}")).AssertOk();
        Assert.Contains(waiting, seen.Words($"#error-{error}"), StringComparison.Ordinal);
        Assert.DoesNotContain(confirm, seen.Words($"#error-{error}"), StringComparison.Ordinal);

        var editor = await app.SignedInAsync(Roles.Editor);
        var work = (await editor.GetAsync($"/{language}/desk")).AssertOk();
        Assert.Contains(tile, work.Words(".tiles"), StringComparison.Ordinal);
        Assert.NotNull(work.Html.QuerySelector($"a[href$='#error-{error}']"));
        (await (await editor.GetAsync($"/{language}/desk/sources/{source}")).Form($"#error-{error} form").SubmitAsync(confirm)).AssertOk();
        Assert.Contains(words, (await reader.GetAsync($"/en/sources/{source}")).AssertOk().Text, StringComparison.Ordinal);
        Assert.Null((await editor.GetAsync($"/{language}/desk")).Html.QuerySelector($"a[href$='#error-{error}']"));
        Assert.Contains(await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Stream == $"source:{source}").Select(e => e.Action).ToListAsync(Ct)), a => a == "source.confirm-error");

        var form = (await editor.GetAsync($"/{language}/desk/sources/{source}/errors/{error}")).Form("Input.Harm");
        (await form.SubmitAsync(language == "ar" ? "حفظ" : "Save")).AssertOk();
        Assert.Contains(words, (await reader.GetAsync($"/en/sources/{source}")).AssertOk().Text, StringComparison.Ordinal);
        form = (await editor.GetAsync($"/{language}/desk/sources/{source}/errors/{error}")).Form("Input.Harm");
        (await form.Fill("Input.Harm", "Low").SubmitAsync(language == "ar" ? "حفظ" : "Save")).AssertOk();
        Assert.DoesNotContain(words, (await reader.GetAsync($"/en/sources/{source}")).AssertOk().Text, StringComparison.Ordinal);
        Assert.Null((await editor.GetAsync($"/{language}/desk/sources/{source}")).Html.QuerySelector($"#error-{error} form"));
    }

    [Fact]
    public async Task Confirm_ByACheckerByWhoWroteItOrOfWordsChangedSince_IsRefusedOnTheServer()
    {
        var source = await PublicSourceAsync();
        var editor = await app.SignedInAsync(Roles.Editor);
        var address = $"/en/desk/sources/{source}/errors";
        (await (await editor.GetAsync(address)).Form("Input.Harm").Fill("Input.Kind", "wrong-name").Fill("Input.Harm", "High").Fill("Input.Published.En", "An editor's own words").Check("Input.Basis", "internal").SubmitAsync("Save")).AssertOk();
        var error = await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.SourceId == source).OrderByDescending(e => e.Id).Select(e => e.Id).FirstAsync(Ct));

        (await ConfirmAsync(editor, $"{address}/{error}")).AssertStatus(HttpStatusCode.Forbidden);
        (await ConfirmAsync(await app.SignedInAsync(Roles.Checker), $"{address}/{error}")).AssertStatus(HttpStatusCode.Forbidden);
        var other = await app.SignedInAsync(Roles.Editor);
        var open = (await other.GetAsync($"/en/desk/sources/{source}")).Form($"#error-{error} form");
        (await (await editor.GetAsync($"{address}/{error}")).Form("Input.Harm").Fill("Input.Published.En", "Other words since").SubmitAsync("Save")).AssertOk();
        var refused = (await open.SubmitAsync("Confirm for readers")).AssertStatus(HttpStatusCode.Conflict);

        Assert.True(await app.WithDbAsync(db => db.ArticleErrors.AnyAsync(e => e.Id == error && e.ConfirmedAt == null, Ct)));
        Assert.Equal(3, await app.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Stream == $"source:{source}" && e.Action == "source.confirm-error" && e.Kind == AuditKind.Refusal, Ct)));
        Assert.Contains("Your own words", (await ConfirmAsync(editor, $"{address}/{error}")).Text, StringComparison.Ordinal);

        // From the page of the refusal one goes on, with what stands now.
        (await refused.Form("Input.Harm").Fill("Input.Harm", "Medium").SubmitAsync("Save")).AssertOk();
        (await ConfirmAsync(editor, $"{address}/{error}")).AssertStatus(HttpStatusCode.Forbidden);
        var third = await app.SignedInAsync(Roles.Editor);
        var late = (await third.GetAsync($"/en/desk/sources/{source}")).Form($"#error-{error} form");
        (await (await other.GetAsync($"{address}/{error}")).Form("Input.Harm").Fill("Input.Harm", "Low").SubmitAsync("Save")).AssertOk();
        var again = (await late.SubmitAsync("Confirm for readers")).AssertStatus(HttpStatusCode.Conflict);
        (await again.Form("#confirm").SubmitAsync("Confirm for readers")).AssertOk();
        Assert.True(await app.WithDbAsync(db => db.ArticleErrors.AnyAsync(e => e.Id == error && e.ConfirmedAt != null, Ct)));
    }

    [Fact]
    public async Task ImportedError_SavedAsItWas_StaysForReaders()
    {
        var (source, error) = await app.WithDbAsync(async db => await db.ArticleErrors.Where(e => e.ExternalKey == "err-01").Select(e => new ValueTuple<Guid, Guid>(e.SourceId, e.Id)).SingleAsync(Ct));
        var version = await app.WithDbAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct));
        var checker = await app.SignedInAsync(Roles.Checker);

        (await (await checker.GetAsync($"/en/desk/sources/{source}/errors/{error}")).Form("Input.Harm").SubmitAsync("Save")).AssertOk();

        Assert.Contains("fired the warning shots", (await app.NewBrowser().GetAsync($"/en/sources/{source}")).AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal(version, await app.WithDbAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct)));
    }

    private static async Task<WebPage> ConfirmAsync(Browser browser, string address)
    {
        var page = await browser.GetAsync(address);
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await browser.PostAsync($"{address}?handler=Confirm", [KeyValuePair.Create("Input.Version", page.Form("Input.Harm")["Input.Version"] ?? ""), KeyValuePair.Create("__RequestVerificationToken", token)]);
    }

    private Task<Guid> PublicSourceAsync() => app.WithDbAsync(db => db.ArticleErrors.Where(e => e.ExternalKey == "err-01").Select(e => e.SourceId).SingleAsync(Ct));
}
