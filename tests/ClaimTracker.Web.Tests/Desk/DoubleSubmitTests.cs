using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A button pressed twice makes one record, and the second press gets the first answer.</summary>
public sealed class DoubleSubmitTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task LoggingTwice_AtOnce_MakesOneClaimAndOneSource()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        const string statement = "The old lighthouse will be repainted before the summer.";
        IReadOnlyList<(string, string)> fields = [.. story.Fields().Select(f => f.Field == "Input.Statement.En" ? (f.Field, statement) : f).Where(f => f.Item1 != "Input.Statement.Ar")];
        var page = (await checker.OpensAsync("/claims/new")).AssertOk();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => DeskPerson.Filled(page.Form("Input.Kind"), fields).SubmitAsync()));

        Assert.Single(answers.Select(a => a.AssertOk().Path).Distinct());
        Assert.Single((await checker.OpensAsync("/claims")).AssertOk().AllWords("tbody th"), w => w.StartsWith(statement, StringComparison.Ordinal));
        var again = (await checker.OpensAsync(int.Parse(answers[0].Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), "rows/evidence")).Form("Input.Version");
        (await again.Fill("Input.Evidence[0].Source.Find", story.FirstRegister).Fill("Input.Evidence[0].Stance", "Context").SubmitAsync()).AssertOk();
    }

    [Fact]
    public async Task NoteAndRequestForComment_SentTwice_StandOnce()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(room.NewStory());
        var note = (await checker.OpensAsync(number, "notes")).AssertOk().Form("Input.Body").Fill("Input.Body", "The port answers on Mondays.");
        var sent = room.Clock.GetUtcNow().UtcDateTime.AddHours(-1);
        var contact = DeskPerson.Filled((await checker.OpensAsync(number, "contacts")).AssertOk().Form("Input.Channel"), DeskPerson.Contact(sent, sent.AddDays(2)));

        await TwiceAsync(note);
        await TwiceAsync(contact);

        var workbench = (await checker.OpensAsync(number)).AssertOk();
        Assert.Single(workbench.AllWords(".comment__body"));
        Assert.Single(workbench.AllWords("#contacts .record"));
    }

    [Fact]
    public async Task LinkSentTwice_StandsOnce()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(room.NewStory());
        var other = await checker.LogsAsync(room.NewStory());
        var form = (await checker.OpensAsync(number, "links")).AssertOk().Form("Link.Kind").Fill("Link.Kind", "Repeats").Fill("Link.To", $"CT-{other}");

        (await form.SubmitAsync()).AssertOk();
        _ = await form.SubmitAsync();

        Assert.Single((await checker.OpensAsync(number)).AssertOk().AllWords("#links .record"));
    }

    [Fact]
    public async Task EvidenceSentTwice_StandsOnce()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story, withEvidence: false);
        var form = (await checker.OpensAsync(number, "rows/evidence")).AssertOk().Form("Input.Version")
            .Fill("Input.Evidence[0].Source.Find", story.Article).Fill("Input.Evidence[0].Stance", "Context");

        (await form.SubmitAsync()).AssertOk();
        _ = await form.SubmitAsync();

        Assert.Single((await checker.OpensAsync(number)).AssertOk().AllWords("#evidence .evidence__item"));
    }

    [Fact]
    public async Task FigureSentTwice_StandsOnce()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(room.NewStory());
        var before = (await checker.OpensAsync(number)).AssertOk().AllWords("#figures .figure").Count;
        var form = (await checker.OpensAsync(number, "rows/figures")).AssertOk().Form("Input.Version")
            .Fill("Input.Figures[0].Value", "4711").Fill("Input.Figures[0].NewUnit.En", "crates");

        await TwiceAsync(form);

        Assert.Equal(before + 1, (await checker.OpensAsync(number)).AssertOk().AllWords("#figures .figure").Count);
    }

    [Fact]
    public async Task VoteSentTwice_IsOneVote()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var editor = await room.JoinsAsync(Roles.Editor);
        var number = await room.ProposedAsync(checker);
        await editor.MustAsync(number, ClaimAction.Contest, ("Input.Reason", "The registers cover two terminals of three."));
        var page = await editor.OpensAsync(number, "act/vote");
        var form = page.Form("Input.Version").Fill("Input.RatingId", DeskPerson.RatingOn(page, "False")).Fill("Input.Reason", "The registers are complete enough.");

        await TwiceAsync(form);

        Assert.Single((await editor.OpensAsync(number)).AssertOk().AllWords(".vote"));
    }

    private static async Task TwiceAsync(WebForm form)
    {
        var first = (await form.SubmitAsync()).AssertOk();
        var second = (await form.SubmitAsync()).AssertOk();
        Assert.Equal(first.Path, second.Path);
    }
}
