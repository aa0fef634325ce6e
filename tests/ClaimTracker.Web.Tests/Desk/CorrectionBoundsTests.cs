using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What a correction cannot be used for.</summary>
public sealed class CorrectionBoundsTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "more than a typo changed")]
    [InlineData("ar", "التغيير أكبر من خطأ طباعي")]
    public async Task ReversedHeadline_AsATypo_IsRefusedAtTheField(string language, string words)
    {
        var (number, editor) = await PublishedAsync(language, Wording.Finished());

        var page = await editor.TriesAsync(number, ClaimAction.Correct, [("Verdict.Headline.En", "Port registers list all ninety containers, just what the ministry names"), .. Notice("Typo")]);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(words, page.ErrorAt("Verdict.Headline.En"), StringComparison.Ordinal);
        Assert.Contains("forty", (await room.ReadAsync(number)).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nothing is changed.")]
    [InlineData("ar", "لم يتغيّر شيء.")]
    public async Task NothingChanged_IsRefused(string language, string words)
    {
        var (number, editor) = await PublishedAsync(language, Wording.Finished());

        var page = await editor.TriesAsync(number, ClaimAction.Correct, [.. Notice("Update")]);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.StartsWith(words, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Add it as a translation")]
    [InlineData("ar", "أضفها ترجمةً")]
    public async Task LanguageReadersDoNotHave_IsNotOffered_AndRefusedWhenSent(string language, string words)
    {
        var (number, editor) = await PublishedAsync(language, Wording.Arabic());
        var form = (await editor.OpensAsync(number, "correct")).AssertOk().Form("ClaimVersion");

        Assert.DoesNotContain("Verdict.Headline.En", form.Fields);
        Assert.Contains("Verdict.Headline.Ar", form.Fields);
        var page = await editor.TriesAsync(number, ClaimAction.Correct, [("Verdict.Headline.En", Wording.Finished().HeadlineEn ?? ""), .. Notice("Typo")]);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(words, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    private async Task<(int Number, DeskPerson Editor)> PublishedAsync(string language, Wording wording)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.ProposedAsync(checker, wording: wording);
        await editor.MustAsync(number, ClaimAction.Approve);
        return (number, editor);
    }

    private static IReadOnlyList<(string, string)> Notice(string kind) =>
        [("Correction.Kind", kind), ("Correction.What.En", "We put a word right."), ("Correction.What.Ar", "صححنا كلمة في النص."), ("Correction.Cause", "OurError")];
}
