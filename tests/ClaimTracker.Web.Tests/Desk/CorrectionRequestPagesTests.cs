using System.Net;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Asking a publisher for a correction, from the log of an article's errors.</summary>
public sealed class CorrectionRequestPagesTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "ar", "ما نُشر: زعيم كوريا الجنوبية", "اسم خاطئ (الفقرة 11)")]
    [InlineData("ar", "en", "What was published: South Korea's leader", "Wrong name (paragraph 11)")]
    [InlineData("ar", "ko", "What was meant: North Korea's leader", "Wrong name (paragraph 11)")]
    public async Task Draft_IsWrittenInThePublishersLanguage(string page, string publisher, string line, string heading)
    {
        var address = SourceScene.Address();
        var source = await app.SourceAsync(s => s with { Language = publisher, Address = address });
        await app.ConfirmedErrorAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);

        var form = (await checker.GetAsync($"/{page}/desk/sources/{source}/corrections")).AssertOk().Form("Input.Text");

        Assert.Equal(publisher == "ar" ? "ar" : "en", form["Input.Language"]);
        var text = form["Input.Text"] ?? "";
        Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.Contains(heading, text, StringComparison.Ordinal);
        Assert.Contains(address, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1 error of this article is left out: it waits for an editor to confirm it", "those of this article still wait for an editor")]
    [InlineData("ar", "استُبعد خطأ واحد من أخطاء المقال لأنه ينتظر تأكيد محرر", "وأخطاء هذا المقال ما زالت تنتظر تأكيد محرر")]
    public async Task Letter_LeavesOutErrorsThatWaitForAnEditor_AndSaysSo(string language, string left, string none)
    {
        var source = await app.SourceAsync();
        var waiting = await app.ErrorAsync(source, "number-garbled", "6 containers", "6700 containers", 2);
        var checker = await app.SignedInAsync(Roles.Checker);
        var root = $"/{language}/desk/sources/{source}";
        var requests = (await checker.GetAsync(root)).AssertOk();
        Assert.Contains(none, requests.Words("#requests"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{root}/corrections", requests.Text, StringComparison.Ordinal);
        await app.ConfirmedErrorAsync(source);

        var page = (await checker.GetAsync(root + "/corrections")).AssertOk();

        Assert.StartsWith(left, page.Words("#waiting-errors"), StringComparison.Ordinal);
        Assert.DoesNotContain("6 containers", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.ToString(), page.Text, StringComparison.Ordinal);
        var refused = await page.Form("Input.Text").Add("Input.Errors", waiting.ToString()).SubmitAsync(language == "ar" ? "حفظ" : "Save");
        refused.AssertStatus(HttpStatusCode.BadRequest);
        Assert.False(await app.WithDbAsync(db => db.CorrectionRequests.AnyAsync(r => r.SourceId == source, Ct)));
    }

    [Fact]
    public async Task WriteAnew_TakesTheChosenErrorsAndLanguage_AndSavesNothing()
    {
        var source = await app.SourceAsync();
        var first = await app.ConfirmedErrorAsync(source);
        await app.ConfirmedErrorAsync(source, "number-garbled", "6 containers", "6700 containers", 2);
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync($"/en/desk/sources/{source}/corrections")).Form("Input.Text")
            .Check("Input.Errors", first.ToString(), isChecked: false).Fill("Input.Language", "ar").Fill("Input.SentTo", "desk@example.org").SubmitAsync("Write the text anew");

        var form = page.AssertOk().Form("Input.Text");
        Assert.Contains("رقم مشوه", form["Input.Text"], StringComparison.Ordinal);
        Assert.DoesNotContain("اسم خاطئ", form["Input.Text"], StringComparison.Ordinal);
        Assert.Equal("desk@example.org", form["Input.SentTo"]);
        Assert.False(await app.WithDbAsync(db => db.CorrectionRequests.AnyAsync(r => r.SourceId == source, Ct)));
    }

    [Theory]
    [InlineData("en", "Save", "Mark the article as corrected", "Draft, not sent")]
    [InlineData("ar", "حفظ", "تسجيل المقال مصحَّحًا", "مسودة لم تُرسل")]
    public async Task Request_FromDraftToCorrectedArticle(string language, string save, string mark, string draft)
    {
        var source = await app.SourceAsync();
        await app.ConfirmedErrorAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var root = $"/{language}/desk/sources/{source}";
        var form = (await checker.GetAsync(root + "/corrections")).Form("Input.Text").Fill("Input.Text", "Please correct it.\n\nThank you.");

        Assert.Contains(draft, (await form.SubmitAsync(save)).AssertOk().Words("#requests"), StringComparison.Ordinal);
        await form.SubmitAsync(save);
        var request = await app.WithDbAsync(db => db.CorrectionRequests.AsNoTracking().SingleAsync(r => r.SourceId == source, Ct));
        Assert.Equal("Please correct it.\n\nThank you.", request.Text);

        var today = app.Clock.GetUtcNow().UtcDateTime.Date;
        var sent = await (await checker.GetAsync($"{root}/corrections/{request.Id}")).Form("Input.Text").Fill("Input.Channel", "Email").Fill("Input.SentTo", "desk@example.org")
            .Fill("Input.SentAt.Day", $"{today.AddDays(-2):yyyy-MM-dd}").Fill("Input.SentAt.Time", "09:30").SubmitAsync(save);
        Assert.Contains("desk@example.org", sent.AssertOk().Words("#requests"), StringComparison.Ordinal);

        var answer = await (await checker.GetAsync($"{root}/corrections/{request.Id}")).AssertOk().Form("Input.Outcome")
            .Fill("Input.Outcome", "Corrected").Fill("Input.On", $"{today.AddDays(-1):yyyy-MM-dd}").Fill("Input.Note", "They corrected the name").SubmitAsync(save);
        Assert.Contains("They corrected the name", answer.AssertOk().Words("#requests"), StringComparison.Ordinal);

        var status = (await answer.FollowAsync(mark)).AssertOk().Form("Input.Status");
        Assert.Equal("Corrected", status["Input.Status"]);
        var marked = await status.SubmitAsync(save);
        Assert.DoesNotContain(mark, marked.AssertOk().Words("#requests"), StringComparison.Ordinal);
        var stored = await app.WithDbAsync(db => db.Sources.AsNoTracking().SingleAsync(s => s.Id == source, Ct));
        Assert.Equal((SourceStatus.Corrected, DateOnly.FromDateTime(today.AddDays(-1))), (stored.Status, stored.StatusOn));
    }

    [Theory]
    [InlineData("en", "Save")]
    [InlineData("ar", "حفظ")]
    public async Task Draft_Stale_ShowsBothAndKeepsWhatWasTyped(string language, string save)
    {
        var source = await app.SourceAsync();
        await app.ConfirmedErrorAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        await (await checker.GetAsync($"/{language}/desk/sources/{source}/corrections")).Form("Input.Text").SubmitAsync(save);
        var id = await app.WithDbAsync(db => db.CorrectionRequests.Where(r => r.SourceId == source).Select(r => r.Id).SingleAsync(Ct));
        var address = $"/{language}/desk/sources/{source}/corrections/{id}";
        var second = await checker.GetAsync(address);
        await (await checker.GetAsync(address)).Form("Input.Text").Fill("Input.Text", "Theirs").SubmitAsync(save);

        var page = await second.Form("Input.Text").Fill("Input.Text", "Mine").SubmitAsync(save);

        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains("Theirs", page.Words(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Mine", page.Form("Input.Text")["Input.Text"]?.Trim());
        (await page.Form("Input.Text").SubmitAsync(save)).AssertOk();
        Assert.Equal("Mine", await app.WithDbAsync(db => db.CorrectionRequests.Where(r => r.Id == id).Select(r => r.Text).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData("Input.Text", "")]
    [InlineData("Input.SentAt.Day", "2099-01-01")]
    [InlineData("Input.SentAt.Time", "99:99")]
    public async Task Draft_WhatCannotBeKept_IsSaidAtTheField(string field, string value)
    {
        var source = await app.SourceAsync();
        await app.ConfirmedErrorAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync($"/ar/desk/sources/{source}/corrections")).Form("Input.Text").Fill("Input.Channel", "Email").Fill(field, value).SubmitAsync("حفظ");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt(field));
        Assert.False(await app.WithDbAsync(db => db.CorrectionRequests.AnyAsync(r => r.SourceId == source, Ct)));
    }

    [Fact]
    public async Task Request_OfAnotherSource_IsNotFound()
    {
        var (source, other) = (await app.SourceAsync(), await app.SourceAsync());
        await app.ConfirmedErrorAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        await (await checker.GetAsync($"/en/desk/sources/{source}/corrections")).Form("Input.Text").SubmitAsync("Save");
        var id = await app.WithDbAsync(db => db.CorrectionRequests.Where(r => r.SourceId == source).Select(r => r.Id).SingleAsync(Ct));

        (await checker.GetAsync($"/en/desk/sources/{other}/corrections/{id}")).AssertStatus(HttpStatusCode.NotFound);
        (await checker.GetAsync($"/en/desk/sources/{other}/corrections/{id}/answer")).AssertStatus(HttpStatusCode.NotFound);
    }
}
