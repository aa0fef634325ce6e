using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A contested verdict before a panel of editors.</summary>
public sealed class PanelTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "Misleading", "False", "2 of 3 editors agreed on this rating.", "An editor disagreed:")]
    [InlineData("ar", "مضلل", "غير صحيح", "اتفق على هذا التقييم 2 من أصل 3 من المحررين.", "رأي مخالف لأحد المحررين:")]
    public async Task Contested_IsMarked_VotedOn_AndClosedByTheMajority_WithTheDissentShownByRole(string language, string majority, string dissent, string agreed, string disagreed)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var approver = await room.JoinsAsync(Roles.Editor, language);
        var editors = await EditorsAsync(3, language);
        var number = await room.PublishedAsync(checker, approver);

        await editors[0].MustAsync(number, ClaimAction.Contest, ("Input.Reason", "The registers cover two terminals of three."));
        Assert.NotEqual("", (await room.ReadAsync(number, language)).AssertOk().Words(".banner--contested"));
        Assert.Contains($"CT-{number}", (await editors[1].OpensAsync("/contested")).AssertOk().AllWords(".ballot-card .claim-number"));

        await editors[0].VotesAsync(number, "Misleading", "Two terminals are not the port.");
        (await editors[0].TriesAsync(number, ClaimAction.ClosePanel)).AssertStatus(HttpStatusCode.Conflict);
        await editors[1].VotesAsync(number, "False", "The registers are complete enough.");
        await editors[2].VotesAsync(number, "Misleading", "A third of the quays is missing.");
        (await editors[1].TriesAsync(number, ClaimAction.ClosePanel)).AssertStatus(HttpStatusCode.Forbidden);
        var form = DeskPerson.Typed((await editors[2].OpensAsync(number, "close-panel")).AssertOk(), Wording.Finished() with { Rating = null });
        var closed = await DeskPerson.Filled(form, Notice).SubmitAsync();

        Assert.NotEqual("", closed.AssertOk().Notice);
        var page = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Equal("", page.Words(".banner--contested"));
        Assert.Contains(majority, page.Words(".verdict .badge"), StringComparison.Ordinal);
        Assert.Contains(agreed, page.Words(".verdict"), StringComparison.Ordinal);
        Assert.Equal($"{disagreed} {dissent} The registers are complete enough.", page.Words(".dissent"));
        Assert.All([checker, approver, .. editors], p => Assert.DoesNotContain(p.Name, page.Text, StringComparison.Ordinal));
        Assert.NotEqual("", page.Words(".banner--correction s"));
    }

    [Theory]
    [InlineData("en", "Everybody has voted, and no rating has a majority.")]
    [InlineData("ar", "صوّت الجميع ولم يحصل أي تقييم على أغلبية.")]
    public async Task ThreeVotesForThreeRatings_HaveNoMajority_AndThePanelIsDissolved(string language, string words)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var editors = await EditorsAsync(3, language);
        var number = await room.ProposedAsync(checker);
        await editors[0].MustAsync(number, ClaimAction.Contest, ("Input.Reason", "The registers cover two terminals of three."));
        await editors[0].VotesAsync(number, "Misleading", "Two terminals are not the port.");
        await editors[1].VotesAsync(number, "False", "The registers are complete enough.");
        await editors[2].VotesAsync(number, "Unproven", "Nobody counted at the third terminal.");

        Assert.Contains(words, (await editors[0].OpensAsync("/contested")).AssertOk().Words($"[aria-labelledby=panel-{number}]"), StringComparison.Ordinal);
        (await editors[0].TriesAsync(number, ClaimAction.ClosePanel)).AssertStatus(HttpStatusCode.Conflict);
        await editors[0].MustAsync(number, ClaimAction.Dissolve, ("Input.Code", "NoMajority"));

        var workbench = await checker.OpensAsync(number);
        Assert.Contains("stage--checking", workbench.Html.QuerySelector(".stage")?.ClassName ?? "", StringComparison.Ordinal);
        Assert.True(DeskPerson.Offers(workbench, number, ClaimAction.Propose));
        (await room.ReadAsync(number, language)).AssertStatus(HttpStatusCode.NotFound);
    }

    private static readonly (string, string)[] Notice =
    [
        ("Correction.What.En", "We rated the claim False, and now rate it Misleading."), ("Correction.What.Ar", "كان تقييمنا «غير صحيح»، وصار «مضلل»."),
        ("Correction.Cause", "NewInformation"),
    ];

    private async Task<List<DeskPerson>> EditorsAsync(int count, string language)
    {
        var editors = new List<DeskPerson>();
        for (var i = 0; i < count; i++)
        {
            editors.Add(await room.JoinsAsync(Roles.Editor, language));
        }

        return editors;
    }
}
