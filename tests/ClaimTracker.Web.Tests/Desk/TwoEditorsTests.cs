using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Two people save what they both opened, and one person sends the same form twice.</summary>
public sealed class TwoEditorsTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task ChangesOfDifferentFields_BothSurvive(string language)
    {
        var (first, second, number) = await OpenedByTwoAsync(language);
        var one = (await first.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");
        var two = (await second.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");

        (await one.Fill("Input.Summary.En", "Ninety containers in March").Fill("Input.PlaceCountry", "KR").SubmitAsync()).AssertOk();
        (await two.Fill("Input.Summary.Ar", "تسعون حاوية في مارس").SubmitAsync()).AssertOk();

        var now = (await first.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");
        Assert.Equal(("Ninety containers in March", "تسعون حاوية في مارس", "KR"), (now["Input.Summary.En"], now["Input.Summary.Ar"], now["Input.PlaceCountry"]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task ChangesOfTheSameField_Are409_WithBothVersions_AndTheTypedTextKept(string language)
    {
        var (first, second, number) = await OpenedByTwoAsync(language);
        var one = (await first.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");
        var two = (await second.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");

        (await one.Fill("Input.Summary.En", "Ninety containers in March").SubmitAsync()).AssertOk();
        var conflict = (await two.Fill("Input.Summary.En", "Containers from the port").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        Assert.EndsWith("Ninety containers in March", conflict.Words(".conflict__side--theirs"), StringComparison.Ordinal);
        Assert.EndsWith("Containers from the port", conflict.Words(".conflict__side--yours"), StringComparison.Ordinal);
        Assert.Equal("Containers from the port", conflict.Form("Input.Version")["Input.Summary.En"]);
        Assert.Equal("Ninety containers in March", (await first.OpensAsync(number, "facts")).Form("Input.Version")["Input.Summary.En"]);
        (await conflict.Form("Input.Version").SubmitAsync()).AssertOk();
        Assert.Equal("Containers from the port", (await first.OpensAsync(number, "facts")).Form("Input.Version")["Input.Summary.En"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task TwoEditorsMendAProposal_OtherFieldsMerge_TheSameFieldIs409(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var first = await room.JoinsAsync(Roles.Editor, language);
        var second = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.ProposedAsync(checker);
        var one = await first.OpensAsync(number, "verdict");
        var two = await second.OpensAsync(number, "verdict");
        const string headline = "Two registers list forty containers, not ninety";

        (await DeskPerson.Typed(one, new Wording { HeadlineEn = headline }).SubmitAsync()).AssertOk();
        (await DeskPerson.Typed(two, new Wording { ExplanationEn = "Two registers of the port list forty containers in March." }).SubmitAsync()).AssertOk();
        var conflict = (await DeskPerson.Typed(two, new Wording { HeadlineEn = "Registers of the port list forty containers only" }).SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        Assert.EndsWith(headline, conflict.Words(".conflict__side--theirs"), StringComparison.Ordinal);
        Assert.Equal("Registers of the port list forty containers only", conflict.Form("Verdict.Version")["Verdict.Headline.En"]);
        var shown = (await first.OpensAsync(number, "verdict")).Form("Verdict.Version");
        Assert.Equal((headline, "Two registers of the port list forty containers in March."), (shown["Verdict.Headline.En"], shown["Verdict.Explanation.En"]));
    }

    private async Task<(DeskPerson First, DeskPerson Second, int Number)> OpenedByTwoAsync(string language)
    {
        var first = await room.JoinsAsync(Roles.Editor, language);
        var second = await room.JoinsAsync(Roles.Editor, language);
        return (first, second, await first.LogsAsync(room.NewStory()));
    }
}
