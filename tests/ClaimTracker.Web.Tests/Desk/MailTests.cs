using System.Globalization;
using System.Net;
using System.Text;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A newsroom whose mail goes to a server on this machine, encrypted and signed in.</summary>
public sealed class MailingNewsroom : Newsroom
{
    public MailingNewsroom()
    {
        Set("Mail:Host", "localhost");
        Set("Mail:Port", MailServer.Port.ToString(CultureInfo.InvariantCulture));
        Set("Mail:User", "newsroom");
        Set("Mail:Password", "a good password");
        Set("Mail:From", "Claims <claims@example.org>");
    }

    public MailServer MailServer { get; } = new()
    {
        Certificate = TestCertificates.MakeTrusted("localhost"),
        Account = new NetworkCredential("newsroom", "a good password"),
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await MailServer.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What colleagues and readers find in their mail, from the work that causes it.</summary>
public sealed class MailTests(MailingNewsroom room) : IClassFixture<MailingNewsroom>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "[ClaimTracker] CT-{0}: Waits for review", "Waits for review, by \u2068{1}\u2069,", "The shipping ministry says ninety containers", "Choose here what is mailed to you")]
    [InlineData("ar", "\u200F[متتبّع الادعاءات] CT-{0}: ينتظر المراجعة", "ينتظر المراجعة، من \u2068{1}\u2069،", "وزارة النقل البحري تقول إن تسعين حاوية", "اختر ما يصلك بالبريد من هنا")]
    public async Task Proposing_IsMailedToAnEditorWhoChoseIt_InTheirLanguage(string language, string subject, string happened, string statement, string settings)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        await SpeaksAsync(editor);
        var page = (await editor.Browser.GetAsync($"/{language}/account/manage/notifications")).AssertOk();
        Assert.Empty(page.AllWords(".notice"));
        Assert.Equal("Daily", page.Form("Mail[Proposed]")["Mail[Proposed]"]);
        var saved = (await page.Form("Mail[Proposed]").Fill("Mail[Proposed]", "AtOnce").SubmitAsync()).AssertOk();
        Assert.NotEqual("", saved.Notice);
        Assert.Equal("AtOnce", saved.Form("Mail[Proposed]")["Mail[Proposed]"]);

        var number = await room.ProposedAsync(checker);

        var mail = await MailToAsync(editor, 1);
        Assert.Equal((true, "newsroom"), (mail.IsEncrypted, mail.SignedInAs));
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, subject, number), mail.Subject);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, happened, number, checker.Name), mail.Text, StringComparison.Ordinal);
        Assert.Contains(statement, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/{language}/desk/claims/{number}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(settings, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/{language}/account/manage/notifications", mail.Text, StringComparison.Ordinal);

        // What is no kind or no choice is refused; nothing else is changed.
        await editor.PostsToAsync("/notifications?handler=read", ("until", long.MaxValue.ToString(CultureInfo.InvariantCulture)));
        var forced = await saved.Form("Mail[Proposed]").Add("Mail[Proposed]", "7").Add("Mail[Everything]", "AtOnce").SubmitAsync();
        Assert.NotEmpty(forced.AssertStatus(HttpStatusCode.BadRequest).Errors);
    }

    [Theory]
    [InlineData("en", "[ClaimTracker] Our answer to your report {0}", "Upheld.", "You are right, thank you.")]
    [InlineData("ar", "\u200F[متتبّع الادعاءات] جوابنا عن بلاغك {0}", "مقبول.", "معك حق، شكرًا لك.")]
    public async Task Report_TellsEditors_AndItsAnswerIsMailedToWhoeverLeftAnAddress(string language, string subject, string state, string words)
    {
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var owner = await room.JoinsAsync(Roles.Editor, language);
        var reader = $"reader.{language}@example.net";
        var text = $"There is a mistake on the page about us, {language}.";
        var receipts = new List<WebPage>();
        foreach (var contact in new[] { $"Nour <{reader}>", "+49 30 1234567", "" })
        {
            var form = (await room.NewBrowser().GetAsync($"/{language}/report")).AssertOk().Form("Input.Text");
            receipts.Add((await form.Fill("Input.Kind", "Error").Fill("Input.Text", text).Fill("Input.Contact", contact).SubmitAsync()).AssertOk());
        }

        var told = (await editor.OpensAsync("/notifications")).AssertOk();
        var row = Assert.Single(told.AllWords(".notification--unread"), w => w.Contains(language == "ar" ? "3 بلاغات" : "3 reports", StringComparison.Ordinal));
        Assert.DoesNotContain(reader, row, StringComparison.Ordinal);
        var list = (await editor.Browser.GetAsync(told.Html.QuerySelector(".notification--unread p a")?.GetAttribute("href") ?? "")).AssertOk();
        var address = list.Html.QuerySelectorAll(".work-item__title a").Single(a => WebPage.Plain(a.TextContent) == text).GetAttribute("href") ?? "";
        (await (await editor.Browser.GetAsync(address)).Form("Input.OwnerId").Fill("Input.OwnerId", owner.Id.ToString()).SubmitAsync()).AssertOk();
        var given = (await owner.OpensAsync("/notifications")).AssertOk();
        Assert.Contains(given.Html.QuerySelectorAll(".notification--unread a"), a => a.GetAttribute("href") == address);

        var before = room.MailServer.Taken.Count(m => m.To.EndsWith("@example.net", StringComparison.Ordinal));
        var answer = (await owner.Browser.GetAsync(address)).Form("Input.Answer.En").Fill("Input.State", "Upheld").Fill("Input.Answer.En", "You are right, thank you.").Fill("Input.Answer.Ar", "معك حق، شكرًا لك.");
        (await answer.SubmitAsync()).AssertOk();

        var mail = await MailToAsync(reader, 1);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, subject, receipts[0].Heading), mail.Subject);
        Assert.Contains(state, mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, mail.Text, StringComparison.Ordinal);
        var receipt = mail.Text.Split('\n').Single(l => l.Contains("/receipt/", StringComparison.Ordinal));
        Assert.Contains(words, (await room.NewBrowser().GetAsync(new Uri(receipt).PathAndQuery)).AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, room.MailServer.Taken.Count(m => m.To.EndsWith("@example.net", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WatchedSearch_TellsItsOwnerOnce_OfWhatIsLoggedSince()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        await checker.LogsAsync(room.NewStory());
        var list = (await checker.OpensAsync("/claims?kind=quantity&stage=logged")).AssertOk();
        (await list.Form("Save.Name").Fill("Save.Name", "Numbers").SubmitAsync()).AssertOk();
        var saved = (await checker.OpensAsync("/searches")).AssertOk();
        var address = saved.Html.QuerySelector(".work-item__facts a")?.GetAttribute("href") ?? "";
        var watched = await (await checker.Browser.GetAsync(address)).Form("watched").Check("watched", "true").SubmitAsync();
        Assert.Contains("You are told of what it finds anew", watched.AssertOk().Words(".work-item"), StringComparison.Ordinal);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await checker.LogsAsync(room.NewStory());
        await checker.LogsAsync(room.NewStory());

        room.Clock.Advance(TimeSpan.FromMinutes(11));
        var told = await UntilAsync(async () => await checker.OpensAsync("/notifications"), p => p.Html.QuerySelector(".bell__count") is not null);

        Assert.Contains("A saved search found something new", told.Words(".notification--unread"), StringComparison.Ordinal);
        Assert.Contains("2 claims", told.Words(".notification--unread"), StringComparison.Ordinal);
        Assert.Equal(address, told.Html.QuerySelector(".notification--unread a")?.GetAttribute("href"));
        Assert.Equal(2, await room.WithDbAsync(db => db.SearchWatchTold.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("en", "Waiting", "Reports from readers")]
    [InlineData("ar", "في الانتظار", "بلاغات القراء")]
    public async Task Administration_ShowsWhatWaits_AndTheDeskWhatReadersSent(string language, string waiting, string reports)
    {
        const string error = "The SMTP server requires a secure connection or the client was not authenticated.";
        var admin = await room.JoinsAsync(Roles.Admin, language);
        await room.WithDbAsync(async db =>
        {
            var mail = new OutboxMail { Id = Guid.CreateVersion7(), UserId = admin.Id, CreatedAt = db.Now, DueAt = db.Now.AddDays(20) };
            mail.NotReached(error, mail.DueAt);
            db.OutboxMails.Add(mail);
            return await db.SaveChangesAsync(Ct);
        });

        var facts = (await admin.Browser.GetAsync($"/{language}/admin/mail")).AssertOk().Words(".facts");
        Assert.Contains(waiting, facts, StringComparison.Ordinal);
        Assert.Contains(error, facts, StringComparison.Ordinal);
        Assert.Contains((await admin.OpensAsync("/statistics")).AssertOk().AllWords("tbody th"), t => t == reports);
    }

    private static async Task SpeaksAsync(DeskPerson person) =>
        (await (await person.Browser.GetAsync($"/{person.Language}/account/manage/profile")).Form("Input.Language").Fill("Input.Language", person.Language).SubmitAsync()).AssertOk();

    private async Task<TakenMail> MailToAsync(DeskPerson person, int count) =>
        await MailToAsync(await room.WithDbAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.Email ?? "").SingleAsync(Ct)), count);

    private async Task<TakenMail> MailToAsync(string address, int count) =>
        (await UntilAsync(() => Task.FromResult(room.MailServer.Taken.Where(m => m.To == address).ToList()), m => m.Count >= count))[^1];

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isDone)
    {
        for (var waited = 0; waited < 300; waited++)
        {
            if (await look() is { } seen && isDone(seen))
            {
                return seen;
            }

            await Task.Delay(100, Ct);
        }

        throw new TimeoutException("It did not come.");
    }
}

/// <summary>Without a server, and with a folder instead of one.</summary>
public sealed class MailFolderTests
{
    [Fact]
    public async Task Folder_HoldsEachMailAsAFile()
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-mail-");
        await using var app = await WebApp.StartAsync(("Mail:Folder", folder.FullName));
        var admin = await app.SignedInAsync(Roles.Admin | Roles.Editor, "Ada");
        var form = (await app.NewBrowser().GetAsync("/ar/report")).AssertOk().Form("Input.Text");
        (await form.Fill("Input.Kind", "Error").Fill("Input.Text", "في الصفحة خطأ في العدد المذكور").Fill("Input.Contact", "qari@example.net").SubmitAsync()).AssertOk();
        var list = (await admin.GetAsync("/ar/desk/challenges")).AssertOk();
        var address = list.Html.QuerySelector(".work-item__title a")?.GetAttribute("href") ?? "";
        (await (await admin.GetAsync(address)).Form("Input.Answer.Ar").Fill("Input.State", "NotUpheld").Fill("Input.Answer.Ar", "العدد صحيح.").SubmitAsync()).AssertOk();

        for (var waited = 0; folder.GetFiles("*.eml").Length == 0 && waited < 300; waited++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        var mail = TakenMail.OfFile(await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName, Encoding.UTF8, TestContext.Current.CancellationToken));
        Assert.Equal("qari@example.net", mail.To);
        Assert.StartsWith("\u200F[متتبّع الادعاءات] جوابنا عن بلاغك R-", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("العدد صحيح.", mail.Text, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("en", "This site sends no mail at present.")]
    [InlineData("ar", "لا يرسل هذا الموقع بريدًا حاليًا.")]
    public async Task WithoutAServer_ThePageSaysSo(string language, string words)
    {
        await using var app = await WebApp.StartAsync();
        var checker = await app.SignedInAsync(Roles.Checker);

        Assert.StartsWith(words, (await checker.GetAsync($"/{language}/account/manage/notifications")).AssertOk().Words(".notice"), StringComparison.Ordinal);
    }
}
