using System.Net;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A claim's trail as people read it at the desk, and the way back to an earlier value.</summary>
public sealed partial class HistoryTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observer_ReadsNothingThatIsKeptForStaff()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker, name: "Salma Example");
        var number = await checker.LogsAsync(newsroom.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);
        var form = (await checker.OpensAsync(number, "contacts")).Form("Input.Channel");
        var sent = newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-1);
        (await DeskPerson.Filled(form, [.. DeskPerson.Contact(sent, sent.AddDays(3)), ("Input.SentTo", "spokesman@ministry.example")]).SubmitAsync()).AssertOk();
        var evidence = await newsroom.WithDbAsync(db => db.Evidence.Where(e => e.ClaimNumber == number).Select(e => e.Id).FirstAsync(Ct));
        (await (await checker.OpensAsync(number, $"rows/evidence/{evidence}")).Form("Input.Version").Fill("Input.SourceGrade", "B").Fill("Input.InformationGrade", "2").SubmitAsync()).AssertOk();
        var observer = await newsroom.JoinsAsync(Roles.Observer);

        var (staff, seen) = ((await checker.OpensAsync(number, "history")).AssertOk(), (await observer.OpensAsync(number, "history")).AssertOk());

        string[] kept = ["spokesman@ministry.example", "Reliability of the source", "Credibility of the information", "Salma Example"];
        Assert.All(kept, words => Assert.Contains(words, staff.Text, StringComparison.Ordinal));
        Assert.All(kept, words => Assert.DoesNotContain(words, seen.Text, StringComparison.Ordinal));
        var bench = (await observer.OpensAsync(number)).AssertOk();
        Assert.All(kept, words => Assert.DoesNotContain(words, bench.Text, StringComparison.Ordinal));
        Assert.Contains("Request for comment: Channel", seen.Words("main"), StringComparison.Ordinal);
        Assert.Empty(seen.Html.QuerySelectorAll("input[name=property]"));
    }

    [Fact]
    public async Task EveryName_IsInTheReadersLanguage_AndLongTextsShowWhatDiffers()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker, "ar", "سلمى");
        var number = await newsroom.PublishedAsync(checker, await newsroom.JoinsAsync(Roles.Editor, "ar", "عمر"));
        await checker.MustAsync(number, ClaimAction.Reopen, ("Input.Reason", "عاد السجل للنشر."));
        var statement = (await ClaimAsync(number)).Statement["ar"] ?? "";
        (await (await checker.OpensAsync(number, "facts")).Form("Input.Version").Fill("Input.Statement.Ar", statement.Replace("تسعين", "ثمانين", StringComparison.Ordinal)).SubmitAsync()).AssertOk();

        var page = (await checker.OpensAsync(number, "history")).AssertOk();

        Assert.Equal("تسعين", page.Words(".diff del"));
        Assert.Equal("ثمانين", page.Words(".diff ins"));
        Assert.Equal([], page.AllWords(".change dt").Concat(page.AllWords(".history__sentence")).Where(w => Latin().IsMatch(w)));
        Assert.Equal([], page.AllWords(".change dd bdi").Where(w => PropertyName().IsMatch(w)));
    }

    [Fact]
    public async Task EarlierValue_IsSetAgain()
    {
        var (checker, number) = await SummedUpAsync("First words", "Second words");

        var page = await RestoreSummaryAsync(await checker.OpensAsync(number, "history"));

        Assert.Equal("The earlier value stands again.", page.AssertOk().Notice);
        Assert.Equal("First words", (await ClaimAsync(number)).Summary["en"]);
    }

    [Fact]
    public async Task EarlierValue_AfterSomebodyElseChangedIt_ShowsBothAndIsSetOnAsking()
    {
        var (checker, number) = await SummedUpAsync("First words", "Second words");
        var old = await checker.OpensAsync(number, "history");
        await SummedUpAsync(checker, number, "Third words");

        var page = (await RestoreSummaryAsync(old)).AssertStatus(HttpStatusCode.Conflict);
        Assert.EndsWith("Third words", page.Words(".conflict__side--theirs"), StringComparison.Ordinal);
        Assert.EndsWith("First words", page.Words(".conflict__side--yours"), StringComparison.Ordinal);
        Assert.Equal("Third words", (await ClaimAsync(number)).Summary["en"]);

        (await page.Form("form:has(input[value='Summary.en'])").SubmitAsync()).AssertOk();
        Assert.Equal("Second words", (await ClaimAsync(number)).Summary["en"]);
    }

    [Fact]
    public async Task EarlierValue_ThatAVerdictJudges_IsSetOnlyAfterBeingTold()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var number = await newsroom.DraftedAsync(checker);
        var figure = (await ClaimAsync(number)).Figures[0].Id;
        (await (await checker.OpensAsync(number, $"rows/figures/{figure}")).Form("Input.Version").Fill("Input.Figures[0].Value", "95").SubmitAsync()).AssertOk();
        await checker.MustAsync(number, ClaimAction.Propose);
        var editor = await newsroom.JoinsAsync(Roles.Editor);

        var page = (await (await editor.OpensAsync(number, "history")).Form("form:has(input[name=property][value=Value])").SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains("figures", page.Words(".panel--warning"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((Stage.InReview, 95), await StageAndValueAsync(number));
        (await page.Form("Change it, and check again").SubmitAsync()).AssertOk();

        Assert.Equal((Stage.Checking, 90), await StageAndValueAsync(number));
    }

    [Fact]
    public async Task EarlierValue_OfWhatTheWorkflowSets_IsRefused()
    {
        var (checker, number) = await SummedUpAsync("First words", "Second words");
        var entry = await newsroom.WithDbAsync(db => db.AuditEntries.Where(e => e.Stream == $"claim:{number}").OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstAsync(Ct));
        (string, string)[] fields = [("version", "1"), ("sequence", entry.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("record", "Claim"), ("id", $"{number}")];

        (await checker.PostsAsync(number, "history?handler=Restore", [.. fields, ("property", "Version")])).AssertStatus(HttpStatusCode.Conflict);
        (await checker.PostsAsync(number, "history?handler=Restore", [.. fields, ("property", "Nothing")])).AssertStatus(HttpStatusCode.NotFound);
    }

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Latin();

    [GeneratedRegex("^[A-Z][a-z]+(?:[A-Z][a-z]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyName();

    private static Task<WebPage> RestoreSummaryAsync(WebPage history) => history.Form("form:has(input[value='Summary.en'])").SubmitAsync();

    private async Task<(DeskPerson Checker, int Number)> SummedUpAsync(params string[] summaries)
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(newsroom.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);
        foreach (var summary in summaries)
        {
            await SummedUpAsync(checker, number, summary);
        }

        return (checker, number);
    }

    private static async Task SummedUpAsync(DeskPerson person, int number, string summary) =>
        (await (await person.OpensAsync(number, "facts")).Form("Input.Version").Fill("Input.Summary.En", summary).SubmitAsync()).AssertOk();

    private async Task<(Stage Stage, decimal? Value)> StageAndValueAsync(int number)
    {
        var claim = await ClaimAsync(number);
        return (claim.Stage, claim.Figures[0].Value);
    }

    private Task<Claim> ClaimAsync(int number) => newsroom.WithDbAsync(db => db.Claims.AsNoTracking().Include(c => c.Figures).SingleAsync(c => c.Number == number, Ct));
}
