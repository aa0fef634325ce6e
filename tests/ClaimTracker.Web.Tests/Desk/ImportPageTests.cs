using System.Globalization;
using System.Net;
using System.Text;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Files that bring many records, without scripts: upload, columns, dry run, run by the program itself, undo.</summary>
public sealed class ImportPageTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Good = "key,statement en,claimant,url,title\r\n1,Ships left the harbour,Kim,https://example.org/{0}/1,First\r\n2,Ships came back,Kim,https://example.org/{0}/2,Second\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_FromUploadToUndo_GoesThroughThePagesWithoutScript()
    {
        var editor = await app.SignedInAsync(Roles.Editor);
        var file = string.Format(CultureInfo.InvariantCulture, Good, "whole") + "3,,Kim,https://example.org/whole/3,\"=HYPERLINK(\"\"x\"\")\"\r\n";

        var page = await UploadAsync(editor, "en", file);
        page.AssertOk();
        Assert.Equal("rows.csv", page.Heading);
        page = await CheckAsync(page, "Whole");
        page = await ImportProgress.UntilAsync(page, "Checked, ready");
        Assert.Contains(page.AllWords(".import-fault"), w => w == "Statement: fill this in.");

        // The same rows as a table, in which no cell is a formula.
        var bytes = await editor.Client.GetByteArrayAsync(page.Path + "?handler=Rows", Ct);
        var csv = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFRow,", csv, StringComparison.Ordinal);

        page = await page.Form("Import 2 new rows").SubmitAsync();
        page = await ImportProgress.UntilAsync(page, "Done");
        var numbers = page.AllWords("td .claim-number");
        Assert.Equal(2, numbers.Count);
        Assert.Contains("Ships left the harbour", (await editor.GetAsync($"/en/desk/claims/{numbers[0][3..]}")).Words("main"), StringComparison.Ordinal);

        page = await page.Form("Undo the import").SubmitAsync();
        page = await ImportProgress.UntilAsync(page, "Undone");
        (await editor.GetAsync($"/en/desk/claims/{numbers[0][3..]}")).AssertStatus(HttpStatusCode.NotFound);
        page = await page.Form("Discard the file").SubmitAsync();
        Assert.Equal("The file was discarded.", page.Notice);
    }

    [Fact]
    public async Task Faults_OnTheArabicPage_AreInArabicUnderTheColumn()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await UploadAsync(checker, "ar", "الادعاء;الرابط;التاريخ\r\nغادرت السفن;ليس رابطًا;أمس\r\n");
        page = await ImportProgress.UntilAsync(await CheckAsync(page, null, ("reason", "ورد في الملف")), "فُحص وليس جاهزًا: في الصفوف أخطاء");

        Assert.Contains(page.AllWords(".import-fault"), w => w.StartsWith("رابط المصدر: ", StringComparison.Ordinal));
        Assert.Contains(page.AllWords(".import-fault"), w => w == "تاريخ الادعاء: هذا ليس تاريخًا؛ مثال: 26/2/2024.");
    }

    [Fact]
    public async Task Checker_MayCheckButNotRun()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var page = await UploadAsync(checker, "en", string.Format(CultureInfo.InvariantCulture, Good, "checker"));
        page = await ImportProgress.UntilAsync(await CheckAsync(page, "Checker"), "Checked, ready");

        Assert.Contains("An editor can start it.", page.Words("#progress"), StringComparison.Ordinal);
        var token = page.Form("Check again with these settings")["__RequestVerificationToken"] ?? "";
        var refused = await checker.PostAsync(page.Path + "?handler=Run", [KeyValuePair.Create("__RequestVerificationToken", token)]);
        refused.AssertStatus(HttpStatusCode.Forbidden);

        // It waits where an editor begins the day, and nowhere for whoever cannot start it.
        var editor = await app.SignedInAsync(Roles.Editor);
        Assert.Contains((await editor.GetAsync("/en/desk")).Html.QuerySelectorAll(".work-item__title a"), a => a.GetAttribute("href") == page.Path);
        Assert.DoesNotContain((await checker.GetAsync("/en/desk")).Html.QuerySelectorAll(".work-item__title a"), a => a.GetAttribute("href") == page.Path);
        Assert.Equal(BulkState.Checked, await app.WithDbAsync(db => db.BulkImports.OrderByDescending(i => i.CreatedAt).Select(i => i.State).FirstAsync(Ct)));
    }

    [Theory]
    [InlineData("en", "Checked, not ready: rows have faults", "in no column yet", "What is wrong")]
    [InlineData("ar", "فُحص وليس جاهزًا: في الصفوف أخطاء", "ليس في أي عمود بعد", "الأخطاء في الصفوف")]
    public async Task Check_FileOfFaults_NamesWhatIsNeededAndGroupsTheRowsOfOneFault(string language, string state, string missing, string title)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var rows = string.Concat(Enumerable.Range(1, 6).Select(i => i == 3 ? ",https://example.org/f/3,Because\r\n" : $"Ships left {i},not an address,Because\r\n"));

        var page = await UploadAsync(checker, language, $"statement en,nothing {language},reason\r\n" + rows);
        Assert.Equal(3, page.AllWords(".import-needed li").Count);
        Assert.Contains(missing, page.AllWords(".import-needed li")[2], StringComparison.Ordinal);
        Assert.DoesNotContain(missing, page.AllWords(".import-needed li")[0], StringComparison.Ordinal);
        Assert.Contains(page.AllWords("#Input_Columns_0_ option"), o => o.EndsWith(" *", StringComparison.Ordinal));
        page = await ImportProgress.UntilAsync(await page.Form("Input.DataSetName").Fill("Input.Columns[1]", "address").SubmitAsync(), state);

        Assert.Equal(title, page.Words("#faults"));
        var groups = page.AllWords(".import-faults li");
        Assert.Contains(groups, g => g.Contains("1–2", StringComparison.Ordinal) && g.Contains("4–6", StringComparison.Ordinal));
        Assert.Contains(groups, g => g.EndsWith(" 3", StringComparison.Ordinal));
        Assert.Equal("ltr", page.Html.QuerySelector(".import-faults bdi")?.GetAttribute("dir"));
    }

    [Theory]
    [InlineData("en", "Only whoever brought this file in, or an editor, can discard it.")]
    [InlineData("ar", "لا يحذف هذا الملف إلا من رفعه أو محرر.")]
    public async Task Discard_UndoneWithEntriesLeft_IsForWhoBroughtItInAndForEditors(string language, string words)
    {
        var owner = await app.SignedInAsync(Roles.Checker);
        var page = await UploadAsync(owner, "en", string.Format(CultureInfo.InvariantCulture, Good, "left-" + language));
        page = await ImportProgress.UntilAsync(await CheckAsync(page, "Left " + language), "Checked, ready");
        var editor = await app.SignedInAsync(Roles.Editor);
        page = await ImportProgress.UntilAsync(await (await editor.GetAsync(page.Path)).Form("Import 2 new rows").SubmitAsync(), "Done");
        var number = page.AllWords("td .claim-number")[0][3..];
        (await (await editor.GetAsync($"/en/desk/claims/{number}")).Form("Take it on").SubmitAsync("Take it on")).AssertOk();
        page = await ImportProgress.UntilAsync(await (await editor.GetAsync(page.Path)).Form("Undo the import").SubmitAsync(), "Undone");
        Assert.Equal(1, await app.WithDbAsync(db => db.BulkImports.Where(i => i.State == BulkState.Undone).OrderByDescending(i => i.CreatedAt).Select(i => i.Left).FirstAsync(Ct)));

        var colleague = await app.SignedInAsync(Roles.Checker);
        var address = page.Path.Replace("/en/", $"/{language}/", StringComparison.Ordinal);
        var seen = (await colleague.GetAsync(address)).AssertOk();
        Assert.Null(seen.Html.QuerySelector("form[action$='handler=Discard']"));
        var token = (await colleague.GetAsync("/en/desk/import")).Form("Input.Kind")["__RequestVerificationToken"] ?? "";
        var refused = await colleague.PostAsync(address + "?handler=Discard", [KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Contains(words, refused.AssertStatus(HttpStatusCode.Forbidden).Refusal, StringComparison.Ordinal);

        Assert.Equal("The file was discarded.", (await (await owner.GetAsync(page.Path)).Form("Discard the file").SubmitAsync()).Notice);
    }

    [Theory]
    [InlineData(Roles.Observer)]
    [InlineData(Roles.Admin)]
    public async Task Pages_ForWhoeverBringsNothingIn_AreForbidden(Roles roles)
    {
        var browser = await app.SignedInAsync(roles);
        (await browser.GetAsync("/en/desk/import")).AssertStatus(HttpStatusCode.Forbidden);
        (await browser.GetAsync($"/en/desk/import/{Guid.NewGuid()}")).AssertStatus(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("", "Choose a file.")]
    [InlineData("a,b\r\n", "The file holds no rows.")]
    [InlineData("a,b\r\n1,2\r\n\"1\"x,2\r\n", "A quotation mark in row 2 is not closed, or not doubled inside its cell.")]
    public async Task Upload_NotATable_SaysWhyAtTheField(string text, string words)
    {
        var page = await UploadAsync(await app.SignedInAsync(Roles.Checker), "en", text);
        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(words, page.ErrorAt("Input.File"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_KeysWithoutADataSetOrAFieldTwice_IsRefusedWithWhatWasChosen()
    {
        var page = await UploadAsync(await app.SignedInAsync(Roles.Checker), "en", string.Format(CultureInfo.InvariantCulture, Good, "refused"));

        var refused = await page.Form("Check every row").Fill("Input.Constants[reason]", "Because").SubmitAsync("Check every row");
        refused.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(refused.Errors, e => e.Contains("Name the data set", StringComparison.Ordinal));
        Assert.Equal("Because", refused.Form("Check every row")["Input.Constants[reason]"]);

        var twice = await refused.Form("Check every row").Fill("Input.Columns[4]", "statementEn").Fill("Input.DataSetName", "Refused").SubmitAsync("Check every row");
        twice.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(twice.Errors, e => e.Contains("Two columns hold the same.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_TheSameFormTwice_IsOneImport()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var form = (await checker.GetAsync("/en/desk/import")).Form("Input.Kind");

        var first = await form.UploadAsync("Input.File", "rows.csv", "statement,url\r\nOnce only,https://example.org/once\r\n");
        var second = await form.UploadAsync("Input.File", "rows.csv", "statement,url\r\nOnce only,https://example.org/once\r\n");

        Assert.Equal(first.Path, second.Path);
    }

    private static async Task<WebPage> UploadAsync(Browser browser, string language, string text) =>
        await (await browser.GetAsync($"/{language}/desk/import")).Form("Input.Kind").UploadAsync("Input.File", "rows.csv", text);

    private static async Task<WebPage> CheckAsync(WebPage page, string? dataSet, params (string Field, string Value)[] constants)
    {
        var form = page.Form("Input.DataSetName").Fill("Input.DataSetName", dataSet).Fill("Input.Constants[reason]", "Came with the file");
        foreach (var (field, value) in constants)
        {
            form.Fill($"Input.Constants[{field}]", value);
        }

        return await form.SubmitAsync();
    }
}
