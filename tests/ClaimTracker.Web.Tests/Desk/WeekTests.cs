using System.Diagnostics;
using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A week in the newsroom: what happens between a claim's first note to readers and its corrections.</summary>
public sealed class WeekTests(Newsroom room) : IClassFixture<Newsroom>
{
    public static readonly TheoryData<string> Languages = ["en", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task BreakingClaim_IsListedWithAHoldingNote_AndTakenOffAgain(string language)
    {
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await editor.LogsAsync(room.NewStory());
        (string, string)[] note = [("Input.Notice.En", "We are looking for the port's own register."), ("Input.Notice.Ar", "نبحث عن سجل الميناء نفسه."), ("Input.AsOf", "2026-04-01")];

        await editor.MustAsync(number, ClaimAction.List, note);
        var listed = (await room.ReadAsync(number, language)).AssertOk();
        var list = (await room.Reader.GetAsync($"/{language}/claims?q={number}")).AssertOk();
        await editor.MustAsync(number, ClaimAction.Unlist);

        Assert.Contains(language == "ar" ? "نبحث عن سجل الميناء نفسه." : "We are looking for the port's own register.", listed.Words(".verdict__explanation"), StringComparison.Ordinal);
        Assert.Null(listed.Html.QuerySelector(".verdict__imported"));
        Assert.Contains($"CT-{number}", list.Words("main"), StringComparison.Ordinal);
        (await room.ReadAsync(number, language)).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ArabicIsLive_AndEnglishFollowsTheNextDay_WrittenByOneAndPublishedByAnother(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.ProposedAsync(checker, wording: Wording.Arabic());
        await editor.MustAsync(number, ClaimAction.Approve);
        Assert.Equal("So far in Arabic only", (await room.ReadAsync(number)).AssertOk().Words(".banner--language"));
        Assert.Equal("", (await room.ReadAsync(number, "ar")).AssertOk().Words(".banner--language"));

        Assert.False(DeskPerson.Offers(await editor.OpensAsync(number), number, ClaimAction.AddLanguage));

        room.Clock.Advance(TimeSpan.FromHours(20));
        var translator = await room.JoinsAsync(Roles.Editor, language);
        var english = Wording.Finished();
        var form = (await translator.OpensAsync(number, "translate")).AssertOk().Form("Input.Headline");
        (await form.Fill("Input.Headline", english.HeadlineEn).Fill("Input.Explanation", english.ExplanationEn).SubmitAsync()).AssertOk();
        Assert.Equal("So far in Arabic only", (await room.ReadAsync(number)).Words(".banner--language"));

        (await translator.OpensAsync(number, "publish")).AssertStatus(HttpStatusCode.Forbidden);
        (await translator.PostsAsync(number, "publish", ("Version", "1"))).AssertStatus(HttpStatusCode.Forbidden);
        var another = await room.JoinsAsync(Roles.Editor, language);
        Assert.True(DeskPerson.Offers(await another.OpensAsync(number), number, ClaimAction.AddLanguage));
        await another.MustAsync(number, ClaimAction.AddLanguage);

        var page = (await room.ReadAsync(number)).AssertOk();
        Assert.Equal("", page.Words(".banner--language"));
        Assert.Contains(english.HeadlineEn ?? "", page.Heading, StringComparison.Ordinal);
        Assert.Contains(english.HeadlineAr ?? "", (await room.ReadAsync(number, "ar")).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Only the person the claim is assigned to can do this.")]
    [InlineData("ar", "هذا الإجراء لمن أُسند إليه الادعاء فقط.")]
    public async Task CheckerFallsIll_AnotherFinishesTheDraft(string language, string refusal)
    {
        var ill = await room.JoinsAsync(Roles.Checker, language);
        var well = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.DraftedAsync(ill);

        await editor.MustAsync(number, ClaimAction.Reassign, ("Input.AssigneeId", well.Id.ToString()));

        var draft = (await well.OpensAsync(number, "verdict")).AssertOk().Form("Verdict.Version");
        Assert.Equal(Wording.Finished().HeadlineEn, draft["Verdict.Headline.En"]);
        Assert.Equal(refusal, (await ill.TriesAsync(number, ClaimAction.Propose)).AssertStatus(HttpStatusCode.Forbidden).Refusal);
        await well.MustAsync(number, ClaimAction.Propose);
        await editor.MustAsync(number, ClaimAction.Approve);
        (await room.ReadAsync(number, language)).AssertOk();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EditorMendsTheCopy_AndApprovesIt_ButNotARatingOfTheirOwn(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var mended = await room.ProposedAsync(checker);
        var rerated = await room.ProposedAsync(checker);
        const string headline = "Two port registers list forty containers, less than half of the ministry's number";

        (await editor.WritesAsync(mended, new Wording { HeadlineEn = headline })).AssertOk();
        await editor.MustAsync(mended, ClaimAction.Approve);
        (await editor.WritesAsync(rerated, new Wording { Rating = "Misleading" })).AssertOk();

        Assert.Contains(headline, (await room.ReadAsync(mended)).AssertOk().Heading, StringComparison.Ordinal);
        Assert.Contains((await checker.OpensAsync(mended, "history")).AssertOk().AllWords(".history ins"), w => w.StartsWith("Two", StringComparison.Ordinal));
        (await editor.TriesAsync(rerated, ClaimAction.Approve)).AssertStatus(HttpStatusCode.Forbidden);
        (await room.ReadAsync(rerated, language)).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task CourtOrder_TakesEveryVersionAway_AtOnce(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var admin = await room.JoinsAsync(Roles.Admin, language);
        var number = await room.PublishedAsync(checker, editor);
        await editor.MustAsync(number, ClaimAction.Reopen, ("Input.Reason", "A third register was published."), ("Input.TellReaders", "true"));
        string[] pages = ["", "/v/1", "/v/2", "/history"];
        foreach (var page in pages)
        {
            (await room.ReadAsync(number, language, page)).AssertOk();
        }

        var clock = Stopwatch.StartNew();
        await admin.MustAsync(number, ClaimAction.Remove, ("Input.Code", "CourtOrder"), ("Input.Reason", "Order 12/2026 of the district court"));
        foreach (var page in pages)
        {
            var gone = (await room.ReadAsync(number, language, page)).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
            Assert.DoesNotContain(Wording.Finished().HeadlineEn ?? "", gone.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"CT-{number}", (await room.Reader.GetAsync($"/{language}/claims?q={number}")).Words("main"), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
        (await admin.TriesAsync(number, ClaimAction.ConfirmRemoval)).AssertStatus(HttpStatusCode.Forbidden);
        await editor.MustAsync(number, ClaimAction.ConfirmRemoval);
        (await room.ReadAsync(number, language)).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Withdrawn_ByTwoEditors_AndRestoredByTwo(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var first = await room.JoinsAsync(Roles.Editor, language);
        var second = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.PublishedAsync(checker, first);

        await first.MustAsync(number, ClaimAction.Withdraw, ("Input.Reason", "The register turned out to be forged."), ("Input.Notice.En", "One register was forged."), ("Input.Notice.Ar", "تبيّن أن أحد السجلين مزوّر."));
        (await first.TriesAsync(number, ClaimAction.ConfirmWithdrawal)).AssertStatus(HttpStatusCode.Forbidden);
        Assert.Equal("", (await room.ReadAsync(number, language)).Words(".banner--withdrawn"));
        await second.MustAsync(number, ClaimAction.ConfirmWithdrawal);
        var withdrawn = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Contains(language == "ar" ? "تبيّن أن أحد السجلين مزوّر." : "One register was forged.", withdrawn.Words(".banner--withdrawn"), StringComparison.Ordinal);
        Assert.Equal("noindex", withdrawn.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));

        await first.MustAsync(number, ClaimAction.Restore, ("Input.Reason", "The port confirmed the register."));
        (await first.TriesAsync(number, ClaimAction.ConfirmRestore)).AssertStatus(HttpStatusCode.Forbidden);
        await second.MustAsync(number, ClaimAction.ConfirmRestore);
        var restored = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Equal("", restored.Words(".banner--withdrawn"));
        Assert.NotEqual("", restored.Words(".verdict .badge"));
        Assert.Null(restored.Html.QuerySelector("meta[name=robots]"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task AgencyRetractsItsStory_AndTheThreeClaimsThatUseItAreFlagged(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var story = room.NewStory();
        var first = await room.DraftedAsync(checker, story);
        var second = await room.DraftedAsync(checker);
        var third = await room.DraftedAsync(checker);
        await checker.CitesAsync(second, story.Article, "Supports");
        await checker.CitesAsync(third, story.Article, "Context");
        Assert.Empty((await checker.OpensAsync()).AssertOk().Html.QuerySelectorAll("[aria-labelledby=sources]"));

        var source = (await checker.OpensAsync(first)).AssertOk().Html.QuerySelector("#appearances a[href*='/desk/sources/']")?.GetAttribute("href");
        var status = (await checker.Browser.GetAsync(source + "/status")).AssertOk().Form("Input.Status");
        (await status.Fill("Input.Status", "Retracted").Fill("Input.On", "2026-04-03").Fill("Input.Note.En", "The agency took the story back.").SubmitAsync()).AssertOk();

        var flagged = (await checker.OpensAsync()).AssertOk().AllWords("[aria-labelledby=sources] .work-item");
        Assert.All([first, second, third], number => Assert.Contains(flagged, w => w.Contains($"CT-{number}", StringComparison.Ordinal) && w.Contains(language == "ar" ? "سحبه ناشره" : "Retracted", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(3, flagged.Count);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Duplicate_IsMerged_AndItsNumberLeadsToTheOther(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var kept = await room.PublishedAsync(checker, editor);
        var duplicate = await room.PublishedAsync(checker, editor);

        var merged = await editor.MustAsync(duplicate, ClaimAction.Merge, ("Input.Into", $"CT-{kept}"), ("Input.Reason", "The same sentence from the same ministry."));

        Assert.Equal($"/{language}/desk/claims/{kept}", merged.Path);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await room.Reader.GetOnceAsync($"/{language}/claims/{duplicate}")).Status);
        Assert.StartsWith($"/{language}/claims/{kept}", (await room.ReadAsync(duplicate, language)).AssertOk().Path, StringComparison.Ordinal);
        Assert.Equal($"/{language}/desk/claims/{kept}", (await checker.OpensAsync(duplicate)).AssertOk().Path);
    }

    [Fact]
    public async Task Desk_SaysHowMuchWaits_HowLong_AndForWhom_ToObserversWithoutNames()
    {
        var checker = await room.JoinsAsync(Roles.Checker, name: "Zaynab of the queue");
        await room.DraftedAsync(checker);
        await room.ProposedAsync(checker);
        room.Clock.Advance(TimeSpan.FromDays(3));
        var colleague = await room.JoinsAsync(Roles.Checker);
        var observer = await room.JoinsAsync(Roles.Observer, "ar");

        var named = (await colleague.OpensAsync("/statistics")).AssertOk();
        var unnamed = (await observer.OpensAsync("/statistics")).AssertOk();

        Assert.Contains("Zaynab of the queue: 1", Row(named, "Being checked"), StringComparison.Ordinal);
        // Or longer: other tests let days go by in the same newsroom.
        Assert.Matches("(^| )([3-9]|[1-9][0-9]+) days", Row(named, "Being checked"));
        Assert.DoesNotContain("Zaynab", Row(named, "In review"), StringComparison.Ordinal);
        Assert.Contains("any editor", Row(named, "In review"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zaynab", unnamed.Text, StringComparison.Ordinal);
        Assert.Contains("مدقق", Row(unnamed, "قيد التحقق"), StringComparison.Ordinal);
    }

    private static string Row(WebPage page, string queue) => page.AllWords("main tbody tr").Single(r => r.StartsWith(queue, StringComparison.Ordinal));
}
