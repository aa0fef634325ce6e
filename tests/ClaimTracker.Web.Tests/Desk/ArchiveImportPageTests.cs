using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Our own archive through the pages: uploaded, mapped, made, signed by one editor, and read by readers as it was first published.</summary>
public sealed class ArchiveImportPageTests(ArchiveImportPageTests.App app) : IClassFixture<ArchiveImportPageTests.App>
{
    private const string File = "url;title;date published;byline;rating;headline;explanation;statement;claimant\r\n"
        + "https://www.checks.example/{0}/1;Did the lighthouse fall?;2019-03-05;Rana Haddad;زائف;لم تسقط المنارة;تُظهر الصور المنارة قائمة.;سقطت المنارة القديمة {0} في العاصفة;بلدية الميناء\r\n"
        + "https://checks.example/{0}/2;;2020-06-07;Rana Haddad;mostly true;The ferry was late;The log shows a delay.;The ferry never came on Sunday;Port office\r\n"
        + "https://elsewhere.example/{0}/3;;2020-06-07;Rana Haddad;true;It was late;The log shows a delay.;The train was late;Port office\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Editor_FromUploadToSignature_PublishesEntriesAsTheyWere()
    {
        var editor = await app.SignedInAsync(Roles.Editor, "Mona Editor");
        var reader = app.NewBrowser();

        var page = await CheckedAsync(editor, "en", "whole");
        Assert.Contains(page.AllWords(".import-fault"), w => w == "Address of our check: this page is not on a site of this newsroom. Its sites are set in Site__ArchiveHosts.");
        page = await ImportProgress.UntilAsync(await page.Form("Import 2 new rows").SubmitAsync(), "Made, waiting for a signature");
        var numbers = page.AllWords("td .claim-number").Select(n => n[3..]).ToList();

        // Readers see nothing, the desk sees what it waits for.
        (await reader.GetAsync($"/en/claims/{numbers[0]}")).AssertStatus(HttpStatusCode.NotFound);
        Assert.DoesNotContain("القديمة whole", (await reader.GetAsync("/ar/claims")).Words("main"), StringComparison.Ordinal);
        Assert.Contains("From our archive, waiting for a signature", (await editor.GetAsync($"/en/desk/claims/{numbers[0]}")).Words("main"), StringComparison.Ordinal);
        Assert.Equal(["mostly true", "زائف"], page.AllWords("#signing tbody th").Order(StringComparer.Ordinal));
        Assert.Contains("False", page.AllWords("#signing tbody .badge__words"));

        page = await ImportProgress.UntilAsync(await page.Form("Sign and publish 2 entries").Fill("SigningNote", "Looked through all of them.").SubmitAsync(), "Signed and published");
        Assert.Contains("Mona Editor", page.Words("#progress"), StringComparison.Ordinal);

        var shown = (await reader.GetAsync($"/ar/claims/{numbers[0]}")).AssertOk();
        Assert.Equal("https://www.checks.example/whole/1", shown.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Empty(shown.Html.QuerySelectorAll("link[rel=alternate][hreflang]"));
        Assert.Null(shown.Html.QuerySelector("script[type='application/ld+json']"));
        Assert.Null(shown.Html.QuerySelector("meta[name=robots]"));
        Assert.Equal("نُشر أصلًا بتقييم: زائف", shown.Words(".verdict__printed"));
        Assert.Contains("Rana Haddad", shown.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains("5 مارس 2019", shown.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains("وقّعه محرر في", shown.Words(".verdict"), StringComparison.Ordinal);
        Assert.Equal("https://www.checks.example/whole/1", shown.Html.QuerySelector(".verdict a[href^='https://www.checks']")?.GetAttribute("href"));
        Assert.DoesNotContain("Mona", shown.Text, StringComparison.Ordinal);
        Assert.Contains("لم يُسجَّل أين ورد هذا الادعاء.", shown.Words("main"), StringComparison.Ordinal);

        // The other is in English only: on the Arabic page its words stand once, in their own direction, also where it is cited.
        var english = (await reader.GetAsync($"/ar/claims/{numbers[1]}")).AssertOk();
        Assert.Single(english.Html.QuerySelectorAll(".claim-box, .claim-box__original"), e => e.TextContent.Contains("The ferry never came on Sunday", StringComparison.Ordinal));
        Assert.Equal(("en", "ltr"), (english.Html.QuerySelector("h1")?.GetAttribute("lang"), english.Html.QuerySelector("h1")?.GetAttribute("dir")));
        var cited = english.Html.QuerySelectorAll("#cite-text bdi");
        Assert.Contains(cited, b => b.TextContent == "The ferry was late" && b.GetAttribute("lang") == "en" && b.GetAttribute("dir") == "ltr");
        Assert.Contains(cited, b => b.TextContent == $"CT-{numbers[1]}" && b.GetAttribute("dir") == "ltr");
        Assert.Contains("«The ferry was late»\u200f، CT-", english.Html.QuerySelector("#cite-text")?.TextContent, StringComparison.Ordinal);

        // It is found, by its own words and by its rating, with the day it was first published.
        var found = await reader.GetAsync("/ar/claims?q=المنارة القديمة&rating=False");
        Assert.Contains("سقطت المنارة القديمة whole", found.Words(".browse__results"), StringComparison.Ordinal);
        Assert.Contains("5 مارس 2019", found.Words(".browse__results"), StringComparison.Ordinal);
        Assert.Equal((PublicState.Published, Stage.Settled), await app.WithDbAsync(db => db.Claims.Where(c => c.Number == int.Parse(numbers[1])).Select(c => ValueTuple.Create(c.PublicState, c.Stage)).SingleAsync(Ct)));
        (await editor.GetAsync($"/en/desk/claims/{numbers[0]}")).AssertOk();
        (await editor.GetAsync($"/en/desk/claims/{numbers[0]}/history")).AssertOk();
        (await reader.GetAsync($"/en/claims/{numbers[0]}/history")).AssertOk();
        (await reader.GetAsync($"/en/claims/{numbers[0]}/v/1")).AssertOk();
    }

    [Fact]
    public async Task Checker_WhoPostsTheSignature_Is403AndTheTrailSaysSo()
    {
        var editor = await app.SignedInAsync(Roles.Editor);
        var page = await CheckedAsync(editor, "en", "checker");
        page = await ImportProgress.UntilAsync(await page.Form("Import 2 new rows").SubmitAsync(), "Made, waiting for a signature");
        var checker = await app.SignedInAsync(Roles.Checker, "Karim Checker");
        var shown = await checker.GetAsync(page.Path);
        Assert.Contains("An editor signs it.", shown.Words("#signing"), StringComparison.Ordinal);

        var token = (await checker.GetAsync("/en/desk/import")).Form("Input.Kind")["__RequestVerificationToken"] ?? "";
        var refused = await checker.PostAsync(page.Path + "?handler=Sign", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("SubmissionId", Guid.NewGuid().ToString())]);

        refused.AssertStatus(HttpStatusCode.Forbidden);
        Assert.NotEqual("", refused.Refusal);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "import.sign" && e.Kind == AuditKind.Refusal && db.Users.Any(u => u.Id == e.ActorId && u.DisplayName == "Karim Checker"), Ct)));
        Assert.Equal(BulkState.Done, await app.WithDbAsync(db => db.BulkImports.OrderByDescending(i => i.CreatedAt).Select(i => i.State).FirstAsync(Ct)));
    }

    [Fact]
    public async Task Entry_ChangedBeforeTheSignature_IsNamedAndSignedOnItsOwnPage()
    {
        var editor = await app.SignedInAsync(Roles.Editor);
        var page = await CheckedAsync(editor, "ar", "changed");
        page = await ImportProgress.UntilAsync(await page.Form("استورد صفين جديدين").SubmitAsync(), "أُضيف وهو بانتظار التوقيع");
        var number = page.AllWords("td .claim-number")[1][3..];
        var colleague = await app.CreateUserAsync(Roles.Checker);
        (await (await editor.GetAsync($"/ar/desk/claims/{number}/act/assign")).Form("Input.AssigneeId").Fill("Input.AssigneeId", colleague.Id.ToString()).SubmitAsync()).AssertOk();

        page = await page.ReloadAsync();
        Assert.StartsWith("عُدّلت مادة واحدة", page.Words("#signing .notice--warning"), StringComparison.Ordinal);
        page = await ImportProgress.UntilAsync(await page.Form("وقّع مادة واحدة وانشرها").SubmitAsync(), "وُقّع ونُشر");

        Assert.Contains("لم يُوقَّع", page.Words("#progress"), StringComparison.Ordinal);
        Assert.Contains(page.AllWords("section[aria-labelledby=rows] tbody tr"), r => r.Contains("لم يُوقَّع", StringComparison.Ordinal) && r.Contains($"CT-{number}", StringComparison.Ordinal));
    }

    private async Task<WebPage> CheckedAsync(Browser browser, string language, string folder)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, File, folder);
        var page = await (await browser.GetAsync($"/{language}/desk/import")).Form("Input.Kind").Fill("Input.Kind", nameof(BulkKind.Archive)).UploadAsync("Input.File", "archive.csv", text);
        Assert.Contains("checks.example", page.Words("main"), StringComparison.Ordinal);
        return await ImportProgress.UntilAsync(await page.Form("Input.DataSetName").SubmitAsync(), language == "en" ? "Checked, ready" : "فُحص وهو جاهز");
    }

    /// <summary>The program of a newsroom that published on a site of its own before.</summary>
    public sealed class App : WebApp
    {
        public App() => Set("Site:ArchiveHosts", "checks.example");
    }
}
