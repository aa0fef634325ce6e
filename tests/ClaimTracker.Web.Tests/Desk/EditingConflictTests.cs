using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Two people at one claim: what goes together is kept of both, what does not is shown with all sides, and nothing is lost (rule 2).</summary>
public sealed class EditingConflictTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StaleEdits_OfDifferentFields_BothSurvive()
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        var slow = (await checker.OpensAsync(number, "facts")).Form("Input.Version");
        (await Facts(editor, number, ("Input.Summary.En", "The editor's summary"), ("Input.Triage", "High"))).AssertOk();

        var bench = await slow.Fill("Input.Summary.Ar", "ملخص المدقق").Fill("Input.Hedge.En", "about").SubmitAsync();

        Assert.Equal("Saved.", bench.AssertOk().Notice);
        var claim = await ClaimAsync(number);
        Assert.Equal(("The editor's summary", "ملخص المدقق", "about", Triage.High), (claim.Summary["en"], claim.Summary["ar"], claim.Hedge["en"], claim.Triage));
    }

    [Theory]
    [InlineData("en", "Summary (English)")]
    [InlineData("ar", "الملخص (الإنجليزية)")]
    public async Task StaleEdits_OfOneField_ShowAllSidesInWords(string language, string field)
    {
        var (checker, editor, number) = await AtOneClaimAsync(language);
        await Facts(editor, number, ("Input.Summary.En", "As it was"));
        var slow = (await checker.OpensAsync(number, "facts")).Form("Input.Version");
        await Facts(editor, number, ("Input.Summary.En", "Theirs"), ("Input.Due", "2027-03-01"), ("Input.Kind", "Event"));

        var page = (await slow.Fill("Input.Summary.En", "Mine").Fill("Input.Hedge.En", "about").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        Assert.Equal(field, Assert.Single(page.AllWords(".conflict__name")));
        Assert.EndsWith("As it was", page.Words(".conflict__base"), StringComparison.Ordinal);
        Assert.EndsWith("Theirs", page.Words(".conflict__side--theirs"), StringComparison.Ordinal);
        Assert.Contains(editor.Name, page.Words(".conflict__side--theirs"), StringComparison.Ordinal);
        Assert.EndsWith("Mine", page.Words(".conflict__side--yours"), StringComparison.Ordinal);
        Assert.DoesNotContain("Event", language == "ar" ? page.Words(".conflict") : "", StringComparison.Ordinal);
        Assert.Equal(("Mine", "about"), (page.Form("Input.Version")["Input.Summary.En"], page.Form("Input.Version")["Input.Hedge.En"]));
    }

    [Theory]
    [InlineData(false, "Mine")]
    [InlineData(true, "Theirs")]
    public async Task Conflict_SentAgain_KeepsWhatWasChosenAndWhatOthersChanged(bool takesTheirs, string expected)
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        var slow = (await checker.OpensAsync(number, "facts")).Form("Input.Version");
        await Facts(editor, number, ("Input.Summary.En", "Theirs"), ("Input.Due", "2027-03-01"), ("Input.NewTopic.En", $"Quays {number}"));
        var page = (await slow.Fill("Input.Summary.En", "Mine").Fill("Input.Hedge.En", "about").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);

        var again = page.Form("Input.Version");
        if (takesTheirs)
        {
            again.Check("Settle.0", "Summary.en");
        }

        Assert.Equal("Saved.", (await again.SubmitAsync()).AssertOk().Notice);
        var claim = await ClaimAsync(number);
        Assert.Equal((expected, "about", new DateOnly(2027, 3, 1), 1), (claim.Summary["en"], claim.Hedge["en"], claim.Due, claim.Topics.Count));
    }

    [Fact]
    public async Task Conflict_OfAFigure_KeepsWhatOthersChangedOfIt()
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        var section = $"rows/figures/{(await ClaimAsync(number)).Figures[0].Id}";
        var slow = (await checker.OpensAsync(number, section)).Form("Input.Version");
        await RowAsync(editor, number, section, ("Input.Figures[0].Value", "91"), ("Input.FigureNote.En", "Counted twice"));

        var page = (await slow.Fill("Input.Figures[0].Value", "92").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal("Figure: Value", Assert.Single(page.AllWords(".conflict__name")));
        Assert.EndsWith("90", page.Words(".conflict__base"), StringComparison.Ordinal);
        (await page.Form("Input.Version").SubmitAsync()).AssertOk();

        var figure = (await ClaimAsync(number)).Figures[0];
        Assert.Equal((92, "Counted twice"), (figure.Value, figure.Note["en"]));
    }

    [Fact]
    public async Task RowTakenAwayByOthers_IsSaidAndCanBeAddedAgain()
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        var id = (await ClaimAsync(number)).Figures[0].Id;
        var slow = (await checker.OpensAsync(number, $"rows/figures/{id}")).Form("Input.Version");
        (await (await editor.OpensAsync(number, $"rows/figures/{id}")).Form("Input.Version").SubmitAsync("Remove")).AssertOk();

        var page = (await slow.Fill("Input.Figures[0].Value", "92").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains("Somebody else removed this row", page.Words("main"), StringComparison.Ordinal);
        (await page.Form("Input.Version").SubmitAsync("Add it again")).AssertOk();

        Assert.Equal(92, Assert.Single((await ClaimAsync(number)).Figures).Value);
    }

    [Fact]
    public async Task RemovalOfARowThatOthersChanged_AsksAgain()
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        var section = $"rows/figures/{(await ClaimAsync(number)).Figures[0].Id}";
        var slow = (await checker.OpensAsync(number, section)).Form("Input.Version");
        await RowAsync(editor, number, section, ("Input.Figures[0].Value", "91"));

        var page = (await slow.SubmitAsync("Remove")).AssertStatus(HttpStatusCode.Conflict);
        Assert.NotEmpty((await ClaimAsync(number)).Figures);
        (await page.Form("Input.Version").SubmitAsync("Remove")).AssertOk();

        Assert.Empty((await ClaimAsync(number)).Figures);
    }

    [Fact]
    public async Task RequestForComment_ChangedByTwo_MergesOrShowsAllSides()
    {
        var (checker, editor, number) = await AtOneClaimAsync();
        await checker.AsksClaimantAsync(number, newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-5));
        var section = $"contacts/{await newsroom.WithDbAsync(db => db.ContactAttempts.Where(c => c.ClaimNumber == number).Select(c => c.Id).SingleAsync(Ct))}";
        var (slow, slower) = ((await checker.OpensAsync(number, section)).Form("Input.Channel"), (await checker.OpensAsync(number, section)).Form("Input.Channel"));
        (await (await editor.OpensAsync(number, section)).Form("Input.Channel").Fill("Input.Channel", "Phone").SubmitAsync()).AssertOk();

        Assert.Equal("Saved.", (await slow.Fill("Input.SentTo", "the press office").SubmitAsync()).AssertOk().Notice);
        var page = (await slower.Fill("Input.Channel", "Letter").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal("Channel", Assert.Single(page.AllWords(".conflict__name")));
        (await page.Form("Input.Channel").SubmitAsync()).AssertOk();

        var contact = await newsroom.WithDbAsync(db => db.ContactAttempts.AsNoTracking().SingleAsync(c => c.ClaimNumber == number, Ct));
        Assert.Equal((ContactChannel.Letter, "the press office"), (contact.Channel, contact.SentTo));
    }

    public static TheoryData<string, string, string> Voiding { get; } = new()
    {
        { "Input.Statement.En", "Ninety-five containers left the port in April.", "statement" },
        { "Input.Kind", "Event", "kind" },
        { "Input.Aspect", "Saying", "what is rated" },
    };

    [Theory]
    [MemberData(nameof(Voiding))]
    public async Task WhatAVerdictJudges_IsChangedOnlyAfterBeingTold(string field, string value, string part)
    {
        var (_, editor, number) = await ProposedAsync();

        var page = (await Facts(editor, number, (field, value))).AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains(part, page.Words(".notice--warning"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Stage.InReview, (await ClaimAsync(number)).Stage);
        (await page.Form("Input.Version").SubmitAsync()).AssertOk();

        Assert.Equal(Stage.Checking, (await ClaimAsync(number)).Stage);
        Assert.DoesNotContain(await VerdictsAsync(number), v => v is VerdictState.Proposed);
    }

    [Theory]
    [InlineData("figures")]
    [InlineData("claimants")]
    public async Task RowAVerdictJudges_IsChangedOnlyAfterBeingTold(string list)
    {
        var (_, editor, number) = await ProposedAsync();
        var isFigure = list == "figures";
        var section = isFigure ? $"rows/figures/{(await ClaimAsync(number)).Figures[0].Id}" : "rows/claimants";

        var page = await RowAsync(editor, number, section, [.. isFigure ? [("Input.Figures[0].Value", "91")] : Story.Party("Input.Claimants[0].Party", "Person", $"Deputy {number}")]);
        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains(list == "figures" ? "figures" : "claimants", page.Words(".notice--warning"), StringComparison.OrdinalIgnoreCase);
        (await page.Form("Input.Version").SubmitAsync("Change it, and check again")).AssertOk();

        var claim = await ClaimAsync(number);
        Assert.Equal((Stage.Checking, isFigure ? 91 : 90, isFigure ? 1 : 2), (claim.Stage, claim.Figures[0].Value, claim.Claimants.Count));
    }

    [Fact]
    public async Task RowAVerdictJudges_IsRemovedOnlyAfterBeingTold()
    {
        var (_, editor, number) = await ProposedAsync();
        var section = $"rows/figures/{(await ClaimAsync(number)).Figures[0].Id}";

        var page = (await (await editor.OpensAsync(number, section)).Form("Input.Version").SubmitAsync("Remove")).AssertStatus(HttpStatusCode.Conflict);
        Assert.NotEmpty((await ClaimAsync(number)).Figures);
        (await page.Form("Input.Version").SubmitAsync("Remove it, and check again")).AssertOk();

        Assert.Empty((await ClaimAsync(number)).Figures);
        Assert.Equal(Stage.Checking, (await ClaimAsync(number)).Stage);
    }

    [Fact]
    public async Task PanelAndDecidedVerdict_AreNamedBeforeTheyAreVoided()
    {
        var (_, editor, number) = await ProposedAsync();
        await editor.MustAsync(number, ClaimAction.Contest, ("Input.Reason", "Two registers disagree with each other."));

        var page = (await Facts(editor, number, ("Input.Kind", "Event"))).AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains("panel", page.Words(".notice--warning"), StringComparison.OrdinalIgnoreCase);
        (await page.Form("Input.Version").SubmitAsync()).AssertOk();
        Assert.Equal(Stage.Checking, (await ClaimAsync(number)).Stage);
        Assert.Equal(PanelOutcome.Dissolved, await newsroom.WithDbAsync(db => db.Panels.Where(p => p.ClaimNumber == number).Select(p => p.Outcome).SingleAsync(Ct)));

        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var published = await newsroom.PublishedAsync(checker, await newsroom.JoinsAsync(Roles.Editor));
        page = (await Facts(editor, published, ("Input.Kind", "Event"))).AssertStatus(HttpStatusCode.Conflict);
        (await page.Form("Input.Version").Check("Input.TellReaders").SubmitAsync()).AssertOk();
        var claim = await ClaimAsync(published);
        Assert.Equal((Stage.Checking, PublicState.Published, true), (claim.Stage, claim.PublicState, claim.IsUnderReexamination));
    }

    [Fact]
    public async Task TypoAndTranslation_VoidNothing()
    {
        var (_, editor, number) = await ProposedAsync();
        var statement = (await ClaimAsync(number)).Statement["en"] ?? "";

        var form = (await editor.OpensAsync(number, "facts")).Form("Input.Version");
        (await form.Fill("Input.Statement.En", statement.Replace("shipping", "shiping", StringComparison.Ordinal)).Check("Input.MendsTypo").SubmitAsync()).AssertOk();
        (await RowAsync(editor, number, $"rows/claimants/{(await ClaimAsync(number)).Claimants[0].Id}", ("Input.Claimants[0].Role.Ar", "وزارة"))).AssertOk();
        (await Facts(editor, number, ("Input.Summary.En", "Ninety containers"))).AssertOk();
        Assert.Equal(Stage.InReview, (await ClaimAsync(number)).Stage);

        var wrong = await (await editor.OpensAsync(number, "facts")).Form("Input.Version").Fill("Input.Statement.En", "Eighty containers left.").Check("Input.MendsTypo").SubmitAsync();
        wrong.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(wrong.ErrorAt("Input.Statement.En"));
    }

    private async Task<(DeskPerson Checker, DeskPerson Editor, int Number)> AtOneClaimAsync(string language = "en")
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker, language);
        var number = await checker.LogsAsync(newsroom.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);
        return (checker, await newsroom.JoinsAsync(Roles.Editor), number);
    }

    private async Task<(DeskPerson Checker, DeskPerson Editor, int Number)> ProposedAsync()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var number = await newsroom.ProposedAsync(checker);
        return (checker, await newsroom.JoinsAsync(Roles.Editor), number);
    }

    private static Task<WebPage> Facts(DeskPerson person, int number, params (string Field, string Value)[] fields) => RowAsync(person, number, "facts", fields);

    private static async Task<WebPage> RowAsync(DeskPerson person, int number, string section, params (string Field, string Value)[] fields) =>
        await DeskPerson.Filled((await person.OpensAsync(number, section)).AssertOk().Form("Input.Version"), fields).SubmitAsync();

    private Task<List<VerdictState>> VerdictsAsync(int number) => newsroom.WithDbAsync(db => db.Verdicts.Where(v => v.ClaimNumber == number).Select(v => v.State).ToListAsync(Ct));

    private Task<Claim> ClaimAsync(int number) => newsroom.WithDbAsync(db =>
        db.Claims.AsNoTracking().Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).AsSplitQuery().SingleAsync(c => c.Number == number, Ct));
}
