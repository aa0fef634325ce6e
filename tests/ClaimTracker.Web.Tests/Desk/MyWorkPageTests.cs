using System.Globalization;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>My work: each thing that waits, on the page of the person it waits for and of nobody else.</summary>
public sealed class MyWorkPageTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", "Which month do the registers cover?")]
    [InlineData("ar", "أي شهر يشمله السجلان؟")]
    public async Task AssignedProposedAndReturned_StandWithWhoeverIsNext(string language, string reason)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var colleague = await room.JoinsAsync(Roles.Checker, language);
        var editor = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.DraftedAsync(checker);
        Assert.True(await SeesAsync(checker, "assigned", number));
        Assert.False(await SeesAsync(colleague, "assigned", number));
        Assert.False(await SeesAsync(editor, "review", number));

        await checker.MustAsync(number, ClaimAction.Propose);
        Assert.True(await SeesAsync(editor, "review", number, checker.Name));
        Assert.False(await SeesAsync(checker, "review", number));

        await editor.MustAsync(number, ClaimAction.Return, ("Input.Reason", reason));
        Assert.True(await SeesAsync(checker, "returned", number, reason));
        Assert.False(await SeesAsync(editor, "review", number));
        Assert.Contains(reason, (await checker.OpensAsync(number)).AssertOk().Words("#returned"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Logged_StandsWithWhoLoggedIt_UntilSomebodyTakesIt(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var colleague = await room.JoinsAsync(Roles.Checker, language);
        var number = await checker.LogsAsync(room.NewStory());

        Assert.True(await SeesAsync(checker, "logged", number));
        Assert.False(await SeesAsync(colleague, "logged", number));

        await colleague.MustAsync(number, ClaimAction.Take);
        Assert.False(await SeesAsync(checker, "logged", number));
        Assert.True(await SeesAsync(colleague, "assigned", number));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task MentionedInANote_IsTold_UntilItIsRead(string language)
    {
        var writer = await room.JoinsAsync(Roles.Checker, language);
        var called = await room.JoinsAsync(Roles.Editor, language, "سارة علي " + language);
        var number = await writer.LogsAsync(room.NewStory());
        var note = (await writer.OpensAsync(number, "notes")).AssertOk().Form("Input.Body");

        (await note.Fill("Input.Body", $"@{called.Name} do we know the harbour master?").SubmitAsync()).AssertOk();

        Assert.True(await SeesAsync(called, "mentions", number, "do we know the harbour master?"));
        Assert.False(await SeesAsync(writer, "mentions", number));
        (await (await called.OpensAsync(number)).AssertOk().Form("form[action*='handler=Seen']").SubmitAsync()).AssertOk();
        Assert.False(await SeesAsync(called, "mentions", number));
    }

    [Theory]
    [InlineData("en", "the time for a reply ended")]
    [InlineData("ar", "انتهت مهلة الرد")]
    public async Task DeadlineOfARequestForComment_StandsWithWhoeverAsked_AndSaysWhenItIsOver(string language, string over)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var colleague = await room.JoinsAsync(Roles.Checker, language);
        var waiting = await checker.LogsAsync(room.NewStory());
        var passed = await checker.LogsAsync(room.NewStory());
        var now = room.Clock.GetUtcNow().UtcDateTime;

        await checker.AsksClaimantAsync(waiting, now.AddHours(-1));
        await checker.AsksClaimantAsync(passed, now.AddDays(-3));

        Assert.True(await SeesAsync(checker, "contacts", waiting));
        Assert.False(await SeesAsync(checker, "contacts", waiting, over));
        Assert.True(await SeesAsync(checker, "contacts", passed, over));
        Assert.False(await SeesAsync(colleague, "contacts", passed));
    }

    [Theory]
    [InlineData("en", "Sent", "Deadline", "Answered")]
    [InlineData("ar", "أُرسل في", "المهلة", "وقت الرد")]
    public async Task RequestForComment_NamesEachMoment(string language, params string[] names)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var number = await checker.LogsAsync(room.NewStory());

        Assert.Equal(names, (await checker.OpensAsync(number, "contacts")).AssertOk().AllWords("fieldset.text-pair > legend").Take(3));
    }

    [Theory]
    [InlineData("en", "due", "look again on")]
    [InlineData("ar", "موعد التسليم", "إعادة التحقق في")]
    public async Task DueAndRecheckDates_StandWithTheAssignee_AndEditorsDoNotGetThem(string language, string due, string recheck)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var colleague = await room.JoinsAsync(Roles.Checker, language);
        var number = await checker.LogsAsync(room.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);
        var yesterday = room.Clock.GetUtcNow().UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var facts = (await checker.OpensAsync(number, "facts")).AssertOk().Form("Input.Version");

        (await facts.Fill("Input.Due", yesterday).Fill("Input.RecheckOn", yesterday).SubmitAsync()).AssertOk();

        Assert.True(await SeesAsync(checker, "dates", number, due));
        Assert.True(await SeesAsync(checker, "dates", number, recheck));
        Assert.False(await SeesAsync(colleague, "dates", number));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Observer_SeesTheDesksWork_WithoutNames(string language)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var number = await room.DraftedAsync(checker);
        var observer = await room.JoinsAsync(Roles.Observer, language);

        var page = (await observer.OpensAsync()).AssertOk();

        Assert.Contains(page.AllWords("[aria-labelledby=assigned] .work-item"), w => w.Contains($"CT-{number}", StringComparison.Ordinal));
        foreach (var text in new[] { page.Text, (await observer.OpensAsync(number)).AssertOk().Text, (await observer.OpensAsync(number, "history")).AssertOk().Text, (await observer.OpensAsync("/claims")).AssertOk().Text })
        {
            Assert.DoesNotContain(checker.Name, text, StringComparison.Ordinal);
        }
    }

    private static async Task<bool> SeesAsync(DeskPerson person, string list, int number, string words = "") =>
        (await person.OpensAsync()).AssertOk().AllWords($"[aria-labelledby={list}] .work-item")
            .Any(w => w.Contains($"CT-{number} ", StringComparison.Ordinal) && w.Contains(words, StringComparison.Ordinal));
}
