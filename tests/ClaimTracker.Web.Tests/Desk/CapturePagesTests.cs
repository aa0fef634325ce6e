using System.Net;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Our copies on the desk's page of a source.</summary>
public sealed class CapturePagesTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Verify", "as it was kept")]
    [InlineData("ar", "التحقق من السلامة", "النسخة كما حُفظت")]
    public async Task Panel_ShowsTheCopyAndItsCustody_AndVerifies(string language, string button, string said)
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var stored = await app.WithDbAsync(db => db.Captures.AsNoTracking().SingleAsync(c => c.Id == capture, Ct));

        var page = (await checker.GetAsync($"/{language}/desk/sources/{source}")).AssertOk();
        foreach (var shown in new[] { stored.Sha256, "text/html", "Tool/1.0", "https://example.org/final" })
        {
            Assert.Contains(shown, page.Words("#captures"), StringComparison.Ordinal);
        }

        Assert.NotNull(page.Html.QuerySelector($"#captures a[href='/{language}/desk/intake/{source}']"));
        var verified = await page.Form(button).SubmitAsync();

        Assert.Contains(said, verified.AssertOk().Notice, StringComparison.Ordinal);
        Assert.Equal(2, verified.Html.QuerySelectorAll("#captures .history__entry").Length);
    }

    [Theory]
    [InlineData("en", "not as it was kept", "hashes do not match")]
    [InlineData("ar", "ليست كما حُفظت", "البصمات غير متطابقة")]
    public async Task Verify_DamagedCopy_IsSaidAndStaysSaid(string language, string said, string stays)
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source, $"Damaged {Guid.NewGuid()}");
        await app.WithDbAsync(async db =>
        {
            var hash = await db.Captures.Where(c => c.Id == capture).Select(c => c.Sha256).SingleAsync(Ct);
#pragma warning disable RS0030 // tampering, as only an operator could
            return await db.CaptureContents.Where(c => c.Sha256 == hash).ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, new byte[] { 1 }), Ct);
#pragma warning restore RS0030
        });
        var editor = await app.SignedInAsync(Roles.Editor);

        var page = await (await editor.GetAsync($"/{language}/desk/sources/{source}/captures")).AssertOk().Form("#captures form[action$='Verify']").SubmitAsync();

        Assert.Contains(said, page.AssertOk().Notice, StringComparison.Ordinal);
        Assert.Contains(stays, (await editor.GetAsync($"/{language}/desk/sources/{source}")).Words("#captures .is-grave"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_GivesTheBytesWhereNothingRuns_AndIsRecorded()
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);

        var answer = await (await checker.GetAsync($"/en/desk/sources/{source}")).Form("captureId").SubmitAsync();

        Assert.StartsWith("<script>", answer.AssertOk().Text, StringComparison.Ordinal);
        var headers = answer.Response;
        Assert.Equal("attachment", headers.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith(".html", headers.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal("application/octet-stream", headers.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(headers.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(headers.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(CustodyKind.Downloaded, await app.WithDbAsync(db => db.CustodyEvents.Where(e => e.CaptureId == capture).OrderByDescending(e => e.Id).Select(e => e.Kind).FirstAsync(Ct)));

        // A copy is found under its own source alone.
        var other = await app.SourceAsync();
        await app.CaptureAsync(other, "Another");
        (await (await checker.GetAsync($"/en/desk/sources/{other}")).Form("captureId").Fill("captureId", capture.ToString()).SubmitAsync()).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en", "Save", "1 of 1 quotes is not found")]
    [InlineData("ar", "حفظ", "اقتباس واحد من أصل 1")]
    public async Task CorrectText_NamesQuotesThatAreNotFoundForSure(string language, string save, string said)
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var number = await app.ClaimAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = $"/{language}/desk/sources/{source}/captures/{capture}/text";
        var form = (await checker.GetAsync(address)).AssertOk();
        Assert.Equal(SourceScene.Text, form.Form("Input.Text")["Input.Text"]?.ReplaceLineEndings("\n").Trim());
        Assert.Empty(form.Html.QuerySelectorAll(".notice--warning"));

        var page = await form.Form("Input.Text").Fill("Input.Text", "Nothing of it is here any more, and what there is speaks of rain.").SubmitAsync(save);

        Assert.Contains(said, page.AssertOk().Words(".notice--warning"), StringComparison.Ordinal);
        Assert.Contains($"CT-{number}", page.Words(".notice--warning"), StringComparison.Ordinal);
        var stored = await app.WithDbAsync(db => db.WorkingTexts.Where(t => t.CaptureId == capture).OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(Ct));
        Assert.Equal([1, 2], stored);
    }

    [Theory]
    [InlineData("en", "Save")]
    [InlineData("ar", "حفظ")]
    public async Task CorrectText_Stale_Is409AndKeepsWhatWasTyped(string language, string save)
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = $"/{language}/desk/sources/{source}/captures/{capture}/text";
        var (first, second) = (await checker.GetAsync(address), await checker.GetAsync(address));
        await first.Form("Input.Text").Fill("Input.Text", "What somebody else saved").SubmitAsync(save);

        var stale = await second.Form("Input.Text").Fill("Input.Text", "What I typed").SubmitAsync(save);

        stale.AssertStatus(HttpStatusCode.Conflict);
        Assert.NotEqual("", stale.Refusal);
        Assert.Equal("What I typed", stale.Form("Input.Text")["Input.Text"]?.Trim());
        Assert.Contains("What somebody else saved", stale.Words(".letter"), StringComparison.Ordinal);
        (await stale.Form("Input.Text").SubmitAsync(save)).AssertOk();
        Assert.Equal("What I typed", await app.WithAsync<CaptureService, string?>(s => s.TextAsync(capture, Ct)));
    }

    [Fact]
    public async Task CorrectText_EmptyOrLong_IsSaidAtTheField()
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var form = (await checker.GetAsync($"/en/desk/sources/{source}/captures/{capture}/text")).Form("Input.Text");

        Assert.NotNull((await form.Fill("Input.Text", "").SubmitAsync("Save")).AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        Assert.NotNull((await form.Fill("Input.Text", new string('a', WorkingText.MaxLength + 1)).SubmitAsync("Save")).AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        // An article may be long.
        (await form.Fill("Input.Text", string.Concat(Enumerable.Repeat("خبر ", 90_000))).SubmitAsync("Save")).AssertOk();
    }

    [Fact]
    public async Task Administrator_SeesAndVerifies_AndCorrectsNothing()
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = (await admin.GetAsync($"/en/desk/sources/{source}/captures/{capture}/text")).AssertOk();
        Assert.Null(page.Html.QuerySelector("textarea"));
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var sent = await admin.PostAsync($"/en/desk/sources/{source}/captures/{capture}/text", [KeyValuePair.Create("Input.Number", "1"), KeyValuePair.Create("Input.Text", "Mine"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        sent.AssertStatus(HttpStatusCode.Forbidden);
        Assert.Equal(SourceScene.Text, await app.WithAsync<CaptureService, string?>(s => s.TextAsync(capture, Ct)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Observer_SeesNothingOfIt(string language)
    {
        var source = await app.SourceAsync();
        var capture = await app.CaptureAsync(source);
        var sha = await app.WithDbAsync(db => db.Captures.Where(c => c.Id == capture).Select(c => c.Sha256).SingleAsync(Ct));
        var observer = await app.SignedInAsync(Roles.Observer);

        var page = (await observer.GetAsync($"/{language}/desk/sources/{source}")).AssertOk();
        Assert.Null(page.Html.QuerySelector("#captures"));
        Assert.Null(page.Html.QuerySelector("#requests"));
        Assert.DoesNotContain(sha, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tool/1.0", page.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "captures", $"captures/{capture}/text", "corrections", "archive" })
        {
            (await observer.GetAsync($"/{language}/desk/sources/{source}/{address}")).AssertStatus(HttpStatusCode.Forbidden);
        }
    }
}
