using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Review.Answers;

public sealed class ChallengeServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Receive_TheSameAtOnce_IsOneWithTheOthersOnIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReceiveAsync(room, "The second figure is wrong.")));

        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        var all = await room.WithAsync(db => db.Challenges.AsNoTracking().ToListAsync(Ct));
        var first = Assert.Single(all, c => c.SameAsId is null);
        Assert.All(all.Where(c => c != first), c => Assert.Equal(first.Id, c.SameAsId));
        Assert.Equal(6, all.Select(c => c.ReceiptNumber).Distinct().Count());
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Answer_ThenTheSameAgain_IsANewOne(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = Assert.IsType<Outcome.Done>(await ReceiveAsync(room, "The second figure is wrong.")).Id;

        Assert.IsType<Outcome.NotPermitted>(await AnswerAsync(room, id, 1, ChallengeState.Upheld, room.Checker));
        Assert.IsType<Outcome.Invalid>(await AnswerAsync(room, id, 1, ChallengeState.Looking, room.Editor));
        Assert.IsType<Outcome.Done>(await AnswerAsync(room, id, 1, ChallengeState.Upheld, room.Editor));
        Assert.IsType<Outcome.Stale>(await AnswerAsync(room, id, 1, ChallengeState.NotUpheld, room.Editor));
        Assert.IsType<Outcome.NotNow>(await room.WithAsync(db => new ChallengeService(db, new AnswerSettings()).AssignAsync(id, 2, null, room.Editor, Ct)));
        await ReceiveAsync(room, "The second figure is wrong.");

        var all = await room.WithAsync(db => db.Challenges.AsNoTracking().OrderBy(c => c.Id).ToListAsync(Ct));
        Assert.Equal([(ChallengeState.Upheld, room.Editor.UserId), (ChallengeState.Received, null)], all.Select(c => (c.State, c.OwnerId)));
        Assert.All(all, c => Assert.Null(c.SameAsId));
        Assert.Empty(await room.VerifyAsync());
    }

    private static Task<Outcome> ReceiveAsync(Newsroom room, string words) => room.WithAsync(db => new ChallengeService(db, new AnswerSettings()).ReceiveAsync(
        new ChallengeInput { Kind = ChallengeKind.Error, Text = words, Language = "en" }, Guid.CreateVersion7(), Ct));

    private static Task<Outcome> AnswerAsync(Newsroom room, Guid id, int version, ChallengeState state, Actor actor) => room.WithAsync(db => new ChallengeService(db, new AnswerSettings()).AnswerAsync(
        id, version, new ChallengeAnswer(state, TextEdit.Of(("en", $"Our answer is {state}."))), actor, Ct));
}
