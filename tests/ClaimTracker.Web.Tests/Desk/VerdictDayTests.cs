using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>From an article to a public verdict, by people at the desk.</summary>
public sealed class VerdictDayTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task LoggedOnOnePage_WithFigureAppearanceAndChain_StandsOnTheWorkbench(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var story = room.NewStory();

        var number = await checker.LogsAsync(story, withEvidence: false);

        var workbench = (await checker.OpensAsync(number)).AssertOk();
        Assert.Contains(language == "ar" ? story.StatementAr : story.StatementEn, workbench.Heading, StringComparison.Ordinal);
        Assert.Contains("90", workbench.Words("#figures"), StringComparison.Ordinal);
        Assert.Contains("ninety containers left the port", workbench.Words("#appearances"), StringComparison.Ordinal);
        Assert.Contains(story.Claimant, workbench.Words("#appearances .chain"), StringComparison.Ordinal);
        Assert.Contains(story.Agency, workbench.Words("#appearances .chain"), StringComparison.Ordinal);
        (await room.ReadAsync(number, language)).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en", "The conditions of publication are not met yet.", "Rating No rating is chosen.", "Headline It is missing in this language.", "Explanation It is missing in this language.",
        "Two independent origins There is no evidence for or against.", "A primary source None of the evidence is a primary source.",
        "The other side was looked at There is evidence on one side only. Say where the other side was searched for, and with what words.",
        "The claimant was asked The claimant was not asked for comment.", "Confidence No confidence is chosen.", "As-of date There is no as-of date.")]
    [InlineData("ar", "لم تُستوفَ شروط النشر بعد.", "التقييم لم يُختر تقييم.", "العنوان لا نص بهذه اللغة.", "الشرح لا نص بهذه اللغة.",
        "مصدران أولان مستقلان لا توجد أدلة تدعم الادعاء أو تدحضه.", "مصدر أولي ليس بين الأدلة مصدر أولي.",
        "النظر في الطرف الآخر الأدلة من جانب واحد. اذكر أين بُحث عن أدلة الطرف الآخر وبأي كلمات.",
        "سؤال صاحب الادعاء لم يُطلب تعليق صاحب الادعاء.", "درجة الثقة لم تُحدَّد درجة الثقة.", "تاريخ المعطيات لا تاريخ للمعطيات.")]
    public async Task ProposedTooEarly_IsRefused_WithEachUnmetConditionInWords(string language, string refusal, params string[] unmet)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var number = await checker.LogsAsync(room.NewStory(), withEvidence: false);
        await checker.MustAsync(number, ClaimAction.Take);
        (await checker.WritesAsync(number, new Wording())).AssertOk();

        var page = (await checker.TriesAsync(number, ClaimAction.Propose)).AssertStatus(HttpStatusCode.Conflict);

        Assert.Equal(refusal, page.Refusal);
        foreach (var tested in new[] { "en", "ar" })
        {
            Assert.Equal(unmet, page.AllWords($"[data-testid=gate-{tested}] .gate__item--unmet .gate__words"));
        }

        Assert.Contains("stage--checking", (await checker.OpensAsync(number)).Html.QuerySelector(".stage")?.ClassName ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "You are an author of this verdict, or became one by changing its rating, figures or evidence. Another editor has to approve it.")]
    [InlineData("ar", "أنت من كاتبي هذه الخلاصة، أو صرت منهم حين غيّرت تقييمها أو أرقامها أو أدلتها. يجب أن يعتمدها محرر آخر.")]
    public async Task MetAndProposed_IsApprovedByAnotherEditor_AndPublicAtOnceAndOnlyThen(string language, string refusal)
    {
        var author = await room.JoinsAsync(Roles.Checker | Roles.Editor, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var story = room.NewStory();
        var number = await author.LogsAsync(story, withEvidence: false);
        await author.MustAsync(number, ClaimAction.Take);
        await author.AddsEvidenceAsync(number, story.FirstRegister, "Port Register " + story.Key, "Refutes");
        await author.AddsEvidenceAsync(number, story.SecondRegister, "Customs Office " + story.Key, "Supports");
        await author.AsksClaimantAsync(number, room.Clock.GetUtcNow().UtcDateTime.AddDays(-5));
        (await author.WritesAsync(number, Wording.Finished())).AssertOk();
        await author.MustAsync(number, ClaimAction.Propose);

        var own = await author.OpensAsync(number, "publish");
        var forged = await author.PostsAsync(number, "publish", ("Version", "9"), ("ShownHash", own.Html.QuerySelector("[name=ShownHash]")?.GetAttribute("value") ?? ""));

        Assert.False(DeskPerson.Offers(await author.OpensAsync(number), number, ClaimAction.Approve));
        Assert.All([own, forged], page => Assert.Equal(refusal, page.AssertStatus(HttpStatusCode.Forbidden).Refusal));
        (await room.ReadAsync(number, language)).AssertStatus(HttpStatusCode.NotFound);

        var shown = (await editor.OpensAsync(number, "publish")).AssertOk();
        Assert.True(DeskPerson.Offers(await editor.OpensAsync(number), number, ClaimAction.Approve));
        Assert.Matches("^[0-9a-f]{64}$", shown.Form("ShownHash")["ShownHash"]);
        _ = (await DeskPerson.SendsAsync(shown, ClaimAction.Approve)).AssertOk();

        var readers = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Contains(language == "ar" ? "غير صحيح" : "False", readers.Words(".verdict .badge"), StringComparison.Ordinal);
        Assert.Contains(language == "ar" ? Wording.Finished().HeadlineAr! : Wording.Finished().HeadlineEn!, readers.Heading, StringComparison.Ordinal); // both written
    }

    [Theory]
    [InlineData("en", "Selective")]
    [InlineData("ar", "انتقائي")]
    public async Task Published_WithAReasonTag_NamesItInWords(string language, string tag)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.ProposedAsync(checker, wording: Wording.Finished() with { ReasonTag = "selective" });
        await editor.MustAsync(number, ClaimAction.Approve);

        Assert.Equal([tag], (await room.ReadAsync(number, language)).AssertOk().AllWords(".verdict .tag"));
    }

    [Theory]
    [InlineData("en", "Under re-examination")]
    [InlineData("ar", "قيد إعادة النظر")]
    public async Task Reopened_KeepsItsPublicVersion_WithTheMark(string language, string mark)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.PublishedAsync(checker, editor);
        var before = (await room.ReadAsync(number, language)).AssertOk();

        await checker.MustAsync(number, ClaimAction.Reopen, ("Input.Reason", "A third register was published today."), ("Input.TellReaders", "true"));

        var after = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Equal("", before.Words(".banner--reexamined"));
        Assert.Contains(mark, after.Words(".banner--reexamined"), StringComparison.Ordinal);
        Assert.Equal(before.Words(".verdict"), after.Words(".verdict"));
        Assert.Contains("stage--checking", (await checker.OpensAsync(number)).Html.QuerySelector(".stage")?.ClassName ?? "", StringComparison.Ordinal);
    }
}
