using System.Globalization;
using System.Net;
using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>An article goes in and claims come out, at a browser without scripts.</summary>
public sealed class IntakeTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Sentence = "قالت وزارة الدفاع إن 4300 حاوية نُقلت من الميناء في فبراير.";

    private const string SpeakerKind = "Input.Claimants[0].Party.New.Kind";

    private const string TokenField = "__RequestVerificationToken";

    private static readonly string[] Paragraphs = [Sentence, "نفى المتحدث باسم الوزارة الخبر جملة وتفصيلا.", "كان الطقس جميلا."];

    private static int articles;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ar", "أُدخل المقال وحُفظت نسخته.")]
    [InlineData("en", "The article was taken in and its copy kept.")]
    public async Task Paste_PlainText_IsCheckedTakenInAndMarked(string language, string notice)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (address, text) = NewArticle();

        var check = (await BringAsync(checker, text, language)).AssertOk();
        var form = check.Form("Input.Kind");
        Assert.StartsWith("عنوان المقال", form["Input.Title.Ar"], StringComparison.Ordinal);
        Assert.Equal("ar", form["Input.Language"]);
        var read = (await form.Fill("Input.Address", address).Fill("Input.PublishedOn.From", "2024-03-01").SubmitAsync()).AssertOk();

        Assert.Equal(notice, read.Notice);
        Assert.Equal("rtl", read.Html.QuerySelector(".article")?.GetAttribute("dir"));
        Assert.Equal(["1", "2", "3", "4"], read.AllWords(".article__number"));
        Assert.Equal([Sentence, Paragraphs[1]], read.AllWords(".sentence--marked"));
        Assert.Contains(language == "ar" ? "رقم" : "a number", read.Words(".sentence-marks"), StringComparison.Ordinal);
        var source = await SourceAsync(address);
        Assert.Equal(SourceKind.Article, source.Kind);
        await using var db = app.Database.CreateContext();
        var capture = await db.Captures.SingleAsync(c => c.SourceId == source.Id, Ct);
        var kept = await db.CaptureContents.SingleAsync(c => c.Sha256 == capture.Sha256, Ct);
        Assert.Equal((text, "text/plain", "paste"), (Encoding.UTF8.GetString(kept.Bytes).ReplaceLineEndings("\n"), capture.MediaType, capture.Tool));
        Assert.Empty(await db.PendingArticles.Where(p => p.MadeById == capture.CapturedById).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("en", "ltr")]
    public async Task EmptyFields_BeginInThePagesDirection_FilledOnesInThatOfTheirText(string language, string direction)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await checker.GetAsync($"/{language}/desk/intake");
        Assert.Equal((direction, ""), (page.Html.QuerySelector("textarea[name='Input.Text']")?.GetAttribute("dir"), page.Html.QuerySelector("textarea[name='Input.Text']")?.GetAttribute("data-dir-auto")));
        page = await page.Form("Input.Text").Fill("Input.Text", "Words in English").Fill("Input.Address", "javascript:alert(1)").SubmitAsync();

        Assert.Equal(("auto", null), (page.Html.QuerySelector("textarea[name='Input.Text']")?.GetAttribute("dir"), page.Html.QuerySelector("textarea[name='Input.Text']")?.GetAttribute("data-dir-auto")));
    }

    [Fact]
    public async Task Upload_Page_IsReadAndKeptByteForByte()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (address, _) = NewArticle();
        var html = $"""<html lang="en"><head><title>Trains to the port</title><link rel="canonical" href="{address}"><meta property="og:site_name" content="The Port Gazette"></head><body><nav>Home Sport</nav><article><h1>Trains to the port</h1><p>The ministry said 4,300 containers left the port in February.</p><p>Read also: Ten facts</p></article></body></html>""";
        var bytes = Encoding.UTF8.GetBytes(html);

        var check = (await UploadAsync(checker, bytes, "C:\\pages\\port.html")).AssertOk();
        var form = check.Form("Input.Kind");
        Assert.Equal((address, "Trains to the port", "The Port Gazette"), (form["Input.Address"], form["Input.Title.En"], form["Input.Outlet.New.Name.En"]));
        Assert.Equal("The ministry said 4,300 containers left the port in February.", form["Text"]);
        (await form.Fill("Input.Outlet.New.Kind", "Newspaper").SubmitAsync()).AssertOk();

        await using var db = app.Database.CreateContext();
        var source = await SourceAsync(address);
        var capture = await db.Captures.SingleAsync(c => c.SourceId == source.Id, Ct);
        Assert.Equal(("text/html", "upload", "port.html", bytes.LongLength), (capture.MediaType, capture.Tool, capture.FileName, capture.ByteLength));
        Assert.Equal(bytes, (await db.CaptureContents.SingleAsync(c => c.Sha256 == capture.Sha256, Ct)).Bytes);
    }

    [Theory]
    [InlineData("", "", "ألصق نصًا أو اختر ملفًا أو أعطِ رابطًا.")]
    [InlineData("", "https://news.example.org/a", "جلب الصفحات معطّل هنا. ألصق النص أو الصفحة بدلًا من ذلك.")]
    [InlineData("نص", "javascript:alert(1)", "هذا ليس رابطًا صالحًا. يبدأ الرابط بـ")]
    public async Task Bring_NothingThatCanBeRead_SaysWhyAndKeepsNothing(string text, string address, string fault)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync("/ar/desk/intake")).Form("Input.Text").Fill("Input.Text", text).Fill("Input.Address", address).SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(fault, page.Words(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_FileThatIsNoText_IsRefused()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await UploadAsync(checker, [0x25, 0x50, 0x44, 0x46, 0, 1, 2], "scan.pdf");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains("holds no text", page.Words(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observer_MayNeitherBringInNorReadCopies()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var taken = await TakenInAsync(checker);
        var observer = await app.SignedInAsync(Roles.Observer);

        var page = (await observer.GetAsync("/en/desk/intake")).AssertOk();

        Assert.Null(page.Html.QuerySelector("form.bring"));
        Assert.Empty(page.AllWords(".work-item"));
        (await observer.PostAsync("/en/desk/intake", With(page, ("Input.Text", "A text.")))).AssertStatus(HttpStatusCode.Forbidden);
        (await observer.GetAsync($"/en/desk/intake/{taken}")).AssertStatus(HttpStatusCode.NotFound);
        (await observer.GetAsync($"/en/desk/intake/{taken}/claim?from=0&to=10")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Check_ArticleSomebodyElseBroughtIn_IsNotFound()
    {
        var (_, text) = NewArticle();
        var check = await BringAsync(await app.SignedInAsync(Roles.Checker), text, "en");

        (await (await app.SignedInAsync(Roles.Checker)).GetAsync(check.Path)).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Bring_AWeekAfterAnotherThatNobodyChecked_ForgetsThatOne()
    {
        await using var own = await WebApp.StartAsync();
        var (_, text) = NewArticle();
        (await BringAsync(await own.SignedInAsync(Roles.Checker), text, "en")).AssertOk();
        own.Clock.Advance(PendingArticle.MaxAge + TimeSpan.FromHours(1));

        (await BringAsync(await own.SignedInAsync(Roles.Checker), text, "en")).AssertOk();

        await using var db = own.Database.CreateContext();
        Assert.Equal(1, await db.PendingArticles.CountAsync(Ct));
    }

    [Fact]
    public async Task Bring_SameTextAgain_OffersTheSourceAndAddsACopy()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (address, text) = NewArticle();
        (await (await BringAsync(checker, text, "en")).Form("Input.Kind").Fill("Input.Address", address).SubmitAsync()).AssertOk();
        var source = await SourceAsync(address);

        var check = (await BringAsync(checker, text, "en")).AssertOk();
        Assert.Equal("This article is here already", check.Words("#like"));
        var read = (await check.Form("Input.Kind").SubmitAsync("Add as another copy of it")).AssertOk();

        Assert.Equal($"/en/desk/intake/{source.Id}", read.Path);
        await using var db = app.Database.CreateContext();
        Assert.Equal(2, await db.Captures.CountAsync(c => c.SourceId == source.Id, Ct));
        Assert.Equal(1, await db.CaptureContents.CountAsync(c => db.Captures.Any(k => k.SourceId == source.Id && k.Sha256 == c.Sha256), Ct));
    }

    [Fact]
    public async Task Bring_Reprint_IsOfferedAsOfTheSameOrigin()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (address, text) = NewArticle();
        (await (await BringAsync(checker, text, "en")).Form("Input.Kind").Fill("Input.Address", address).SubmitAsync()).AssertOk();
        var original = await SourceAsync(address);
        var (other, _) = NewArticle();
        var words = text.Split(' ');
        var reprint = string.Join(' ', words[..^30]) + " " + string.Join(' ', Enumerable.Range(0, 40).Select(i => "مختلف" + Arabic(90_000 + i)));

        var check = (await BringAsync(checker, reprint, "ar")).AssertOk();
        Assert.Equal(original.Id.ToString(), check.Html.QuerySelector("input[name=SameOrigin][checked]")?.GetAttribute("value"));
        (await check.Form("Input.Kind").Fill("Input.Address", other).SubmitAsync()).AssertOk();

        Assert.Equal(original.Id, (await SourceAsync(other)).OriginalId);
    }

    [Fact]
    public async Task TakeIn_FormSentTwice_MakesOneSource()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (address, text) = NewArticle();
        var form = (await BringAsync(checker, text, "en")).Form("Input.Kind").Fill("Input.Address", address);

        var first = (await form.SubmitAsync()).AssertOk();
        var second = (await form.SubmitAsync()).AssertOk();

        Assert.Equal(first.Path, second.Path);
        await using var db = app.Database.CreateContext();
        Assert.Equal(1, await db.Captures.CountAsync(c => c.SourceId == db.Sources.Single(s => s.Address == address).Id, Ct));
    }

    [Fact]
    public async Task TakeIn_WithoutAddressOrReason_SaysSoAndLosesNothing()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var (_, text) = NewArticle();

        var page = await (await BringAsync(checker, text, "ar")).Form("Input.Kind").Fill("Input.Author", "كاتبة").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("كاتبة", page.Form("Input.Kind")["Input.Author"]);
        Assert.Contains(Sentence, page.Form("Input.Kind")["Text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_FromAMarkedSentence_FillsTheFormAndAnchorsTheQuote()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var source = await TakenInAsync(checker);
        var read = await checker.GetAsync($"/ar/desk/intake/{source}");
        var link = read.Html.QuerySelector(".sentence-marks a[data-open]")?.GetAttribute("href") ?? "";

        var page = (await checker.GetAsync(link)).AssertOk();
        var form = page.Form("Input.Kind");
        Assert.Equal(Sentence, form["Input.Statement.Ar"]);
        Assert.Equal(("4300", "Quantity", "Reported", "1"), (form["Input.Figures[0].Value"], form["Input.Kind"], form["Input.Appearances[0].Strength"], form["Input.Appearances[0].ParagraphFrom"]));
        Assert.Equal("2024-02", form["Input.EventOn.From"]);
        Assert.Contains("رقم", form["Input.SelectionReason.Ar"], StringComparison.Ordinal);
        var flag = Glossary.Terms(Glossary.Flags)[0].Code;
        var logged = (await Described(form).Check("Input.Appearances[0].Flags", flag).Add("IsAnother", "true").SubmitAsync()).AssertOk();

        Assert.StartsWith($"/ar/desk/intake/{source}", logged.Path, StringComparison.Ordinal);
        Assert.Equal(Sentence, logged.Words(".sentence--logged mark"));
        Assert.Contains("أُنجز 1", logged.Words("[data-reading-status]"), StringComparison.Ordinal);
        await using var db = app.Database.CreateContext();
        var appearance = await db.Appearances.SingleAsync(a => a.SourceId == source, Ct);
        var text = await (await CurrentText.OfAsync(db, source, Ct))!.ReadAsync(db, Ct) ?? "";
        Assert.Equal(Sentence, string.Concat(text.EnumerateRunes().Skip(appearance.Start ?? -1).Take((appearance.End - appearance.Start) ?? 0)));
        Assert.Equal((Sentence, null), (appearance.Quote, appearance.Prefix));
        Assert.Equal([flag], appearance.Flags);
        Assert.StartsWith("\n\nنفى المتحدث", appearance.Suffix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_QuoteChangedToWordsThatAreNotInTheCopy_IsRefusedAtTheField()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var source = await TakenInAsync(checker);
        var form = (await checker.GetAsync($"/en/desk/intake/{source}/claim?from=0&to={Sentence.Length}")).Form("Input.Kind");

        var page = await Described(form).Fill("Input.Appearances[0].Quote", "كلمات ليست في المقال").Add("IsAnother", "true").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains("copy", page.Words(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_WordsOfAParagraphWithoutAScript_OpensTheFormForThem()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var source = await TakenInAsync(checker);
        var choose = (await checker.GetAsync($"/en/desk/intake/{source}/passage?paragraph=2")).AssertOk();
        var form = choose.Form("first");
        var words = Paragraphs[1].Split(' ');
        var start = Sentence.Length + 2 + words[0].Length + 1;

        var page = (await form.Fill("first", start.ToString(CultureInfo.InvariantCulture)).SubmitAsync()).AssertOk();

        Assert.Equal(Paragraphs[1][(words[0].Length + 1)..], page.Form("Input.Kind")["Input.Appearances[0].Quote"]);
        Assert.Equal("2", page.Form("Input.Kind")["Input.Appearances[0].ParagraphFrom"]);
    }

    [Theory]
    [InlineData("from=-5&to=10")]
    [InlineData("from=10&to=5")]
    [InlineData("from=0&to=999999")]
    [InlineData("from=x&to=y")]
    public async Task Passage_OutsideTheText_IsNotFound(string range)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var source = await TakenInAsync(checker);

        Assert.True((await checker.GetAsync($"/en/desk/intake/{source}/claim?{range}")).Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Skip_AndTakeBack_IsKeptForEverybody()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var source = await TakenInAsync(checker);
        var read = await checker.GetAsync($"/en/desk/intake/{source}");
        var skip = read.Form("sentence");

        await skip.SubmitAsync("Skip");
        (await skip.SubmitAsync("Skip")).AssertOk();
        var colleague = await app.SignedInAsync(Roles.Editor);
        var seen = (await colleague.GetAsync($"/en/desk/intake/{source}")).AssertOk();
        Assert.Equal(Sentence, seen.Words(".sentence--skipped"));
        Assert.Contains("Done: 1 of 2", seen.Words("[data-reading-status]"), StringComparison.Ordinal);
        var back = (await seen.Form("sentence").SubmitAsync("Take back")).AssertOk();

        Assert.Empty(back.AllWords(".sentence--skipped"));
        (await checker.PostAsync($"/en/desk/intake/{source}?handler=Skip", With(read, ("sentence", "no-key"), ("isSkipped", "true")))).AssertStatus(HttpStatusCode.BadRequest);
    }

    private static (string Address, string Text) NewArticle()
    {
        var number = Interlocked.Increment(ref articles);
        var own = string.Join(' ', Enumerable.Range(0, 40).Select(i => "كلمة" + Arabic((number * 1_000) + i)));
        return ($"https://news.example.org/intake/{number}", $"عنوان المقال {number}\n\n{string.Join("\n\n", Paragraphs)}\n\nهل {own}؟");
    }

    /// <summary>Letters only, so that each article has words of its own and no figures.</summary>
    private static string Arabic(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => "ابتثجحخدذر"[d - '0']));

    private static async Task<WebPage> BringAsync(Browser browser, string text, string language) =>
        await (await browser.GetAsync($"/{language}/desk/intake")).AssertOk().Form("Input.Text").Fill("Input.Text", text).SubmitAsync();

    private static async Task<WebPage> UploadAsync(Browser browser, byte[] bytes, string name)
    {
        var page = (await browser.GetAsync("/en/desk/intake")).AssertOk();
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Input.File", name } };
        foreach (var (key, value) in With(page))
        {
            content.Add(new StringContent(value), key);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/en/desk/intake") { Content = content });
    }

    /// <summary>Values as a script would send them, with the token of the page.</summary>
    private static List<KeyValuePair<string, string>> With(WebPage page, params (string Name, string Value)[] values) =>
    [
        KeyValuePair.Create(TokenField, page.Html.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value") ?? ""),
        .. values.Select(v => KeyValuePair.Create(v.Name, v.Value)),
    ];

    private async Task<Guid> TakenInAsync(Browser browser)
    {
        var (address, text) = NewArticle();
        (await (await BringAsync(browser, text, "en")).Form("Input.Kind").Fill("Input.Address", address).Fill("Input.PublishedOn.From", "2024-03-01").SubmitAsync()).AssertOk();
        return (await SourceAsync(address)).Id;
    }

    /// <summary>Whoever speaks has to be described, unless another test has done so.</summary>
    private static WebForm Described(WebForm form) =>
        form.Fields.Contains(SpeakerKind) ? form.Fill(SpeakerKind, "Ministry") : form;

    private async Task<Source> SourceAsync(string address)
    {
        await using var db = app.Database.CreateContext();
        return await db.Sources.AsNoTracking().SingleAsync(s => s.Address == address, Ct);
    }
}
