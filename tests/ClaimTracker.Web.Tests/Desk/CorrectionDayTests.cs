using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What readers are told when something that was published changes.</summary>
public sealed class CorrectionDayTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "Typo", "Change of verdict")]
    [InlineData("ar", "خطأ طباعي", "تغيير التقييم")]
    public async Task TypoAndChangedVerdict_StandOnTheCorrectionsPage(string language, string typo, string change)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var mistyped = await room.PublishedAsync(checker, editor);
        var changed = await room.PublishedAsync(checker, editor);

        await editor.MustAsync(mistyped, ClaimAction.Correct, [("Verdict.Headline.En", (Wording.Finished().HeadlineEn ?? "").Replace("forty", "fourty", StringComparison.Ordinal)), .. Notice("Typo", "We wrote “forty” wrong.", "كتبنا كلمة خطأً.")]);
        await checker.MustAsync(changed, ClaimAction.Reopen, ("Input.Reason", "A third register was published today."));
        (await checker.WritesAsync(changed, Wording.Finished("Partly true") with { HeadlineEn = "With the third register, seventy of the ninety containers are accounted for" })).AssertOk();
        await checker.MustAsync(changed, ClaimAction.Propose);
        await editor.MustAsync(changed, ClaimAction.Approve, [.. Notice(null, "A third register was published.", "نُشر سجل ثالث.")]);

        var corrections = (await room.Reader.GetAsync($"/{language}/corrections")).AssertOk();
        var rows = corrections.AllWords(".timeline__item");
        Assert.Contains(rows, r => r.Contains($"CT-{mistyped}", StringComparison.Ordinal) && r.StartsWith(typo, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains($"CT-{changed}", StringComparison.Ordinal) && r.StartsWith(change, StringComparison.Ordinal) && r.Contains(language == "ar" ? "نُشر سجل ثالث." : "A third register was published.", StringComparison.Ordinal));
        Assert.Equal("", (await room.ReadAsync(mistyped, language)).Words(".banner--correction"));
        Assert.NotEqual("", (await room.ReadAsync(changed, language)).Words(".banner--correction s"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Clarification_WaitsForASecondEditor_WhoSeesTheDifference(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var second = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.PublishedAsync(checker, editor);
        const string explanation = "Two registers list forty containers in March, and none for April.";

        await editor.MustAsync(number, ClaimAction.Correct, [("Verdict.Explanation.En", explanation), .. Notice("Clarification", "We say which month the registers cover.", "نوضح الشهر الذي يشمله السجلان.")]);
        Assert.DoesNotContain(explanation, (await room.ReadAsync(number)).Text, StringComparison.Ordinal);
        (await editor.TriesAsync(number, ClaimAction.ApproveCorrection)).AssertStatus(HttpStatusCode.Forbidden);
        var shown = (await second.OpensAsync(number, "publish")).AssertOk();
        Assert.Contains("April", shown.Words(".diff ins"), StringComparison.Ordinal);
        await second.MustAsync(number, ClaimAction.ApproveCorrection);

        Assert.Contains(explanation, (await room.ReadAsync(number)).AssertOk().Words(".verdict__explanation"), StringComparison.Ordinal);
        Assert.NotEqual("", (await room.ReadAsync(number, language)).Words(".banner--correction"));
    }

    private static IReadOnlyList<(string, string)> Notice(string? kind, string english, string arabic) =>
    [
        .. kind is null ? Array.Empty<(string, string)>() : [("Correction.Kind", kind)],
        ("Correction.What.En", english), ("Correction.What.Ar", arabic), ("Correction.Cause", "NewInformation"),
    ];
}
