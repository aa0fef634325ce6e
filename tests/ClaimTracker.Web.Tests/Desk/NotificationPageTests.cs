using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The bell and its page, from the work that rings it.</summary>
public sealed class NotificationPageTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task Proposing_RingsForEditors_AndDecidingForTheAuthor_UntilRead()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var editor = await room.JoinsAsync(Roles.Editor, "ar");
        var number = await room.ProposedAsync(checker);

        var told = (await editor.Browser.GetAsync("/ar/desk/notifications")).AssertOk();
        Assert.Equal("1", told.Words(".bell__count"));
        Assert.Contains("ينتظر المراجعة", told.Words(".notification--unread"), StringComparison.Ordinal);
        Assert.Contains($"CT-{number}", told.Words(".notification--unread"), StringComparison.Ordinal);
        Assert.Null((await checker.Browser.GetAsync("/en/desk")).Html.QuerySelector(".bell__count"));

        await editor.MustAsync(number, ClaimAction.Approve);
        var decided = (await checker.Browser.GetAsync("/en/desk/notifications")).AssertOk();
        Assert.Contains("Decided and published", decided.Words(".notification--unread"), StringComparison.Ordinal);

        var read = (await decided.Form("Mark all as read").SubmitAsync()).AssertOk();
        Assert.Null(read.Html.QuerySelector(".bell__count"));
        Assert.Contains($"CT-{number}", read.Words(".notification"), StringComparison.Ordinal);
        // Nobody reads for somebody else.
        Assert.Equal("1", (await editor.Browser.GetAsync("/ar/desk")).AssertOk().Words(".bell__count"));
    }

    [Fact]
    public async Task NewsOfOneClaim_StandsTogether_AndIsReadTogether()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var (editor, second) = (await room.JoinsAsync(Roles.Editor), await room.JoinsAsync(Roles.Editor));
        var number = await room.ProposedAsync(checker);
        await editor.MustAsync(number, ClaimAction.Contest, ("Input.Reason", "The registers are disputed."));
        var other = await room.ProposedAsync(checker);

        var told = (await second.Browser.GetAsync("/en/desk/notifications")).AssertOk();
        var entry = Assert.Single(told.AllWords(".notification--unread"), w => w.Contains($"CT-{number} ", StringComparison.Ordinal));
        Assert.Contains("Waits for review", entry, StringComparison.Ordinal);
        Assert.Contains("panel", entry, StringComparison.OrdinalIgnoreCase);

        var read = (await told.Form($".notification:has(a[href$='/claims/{number}']) form").SubmitAsync()).AssertOk();
        Assert.Single(read.AllWords(".notification--unread"), w => w.Contains($"CT-{other} ", StringComparison.Ordinal));
        Assert.DoesNotContain(read.AllWords(".notification--unread"), w => w.Contains($"CT-{number} ", StringComparison.Ordinal));
    }
}
