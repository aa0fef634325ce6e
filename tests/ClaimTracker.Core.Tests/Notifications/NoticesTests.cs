using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>Who is told of what, once, in the transaction of the write itself.</summary>
public sealed class NoticesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Notes_TellThoseTheyMention_AndThoseWhoWroteBefore_OnceUntilRead(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var editor = room.Editor.UserId!.Value; // a person
        var checker = room.Checker.UserId!.Value; // as above

        var first = await NoteAsync(room, claim.Number, "Look at this, @Omar", null, room.Checker);
        await NoteAsync(room, claim.Number, "@Omar, once more", null, room.Checker);
        await NoteAsync(room, claim.Number, "I did", first, room.Editor);

        Assert.Equal([(NotificationKind.Mentioned, 2)], await UnreadAsync(room, editor));
        Assert.Equal([(NotificationKind.NoteAnswered, 1)], await UnreadAsync(room, checker));

        await ReadAllAsync(room, room.Editor);
        Assert.Empty(await UnreadAsync(room, editor));
        await NoteAsync(room, claim.Number, "@Omar, again", null, room.Checker);
        Assert.Equal([(NotificationKind.Mentioned, 1)], await UnreadAsync(room, editor));
    }

    [Theory, DatabaseData]
    public async Task Assigning_TellsTheAssignee_AndARefusedActionNobody(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var checker = room.Checker.UserId!.Value; // a person

        Assert.IsType<Outcome.NotPermitted>(await AssignAsync(room, claim, checker, room.Checker));
        Assert.Empty(await UnreadAsync(room, checker));
        Assert.IsType<Outcome.Done>(await AssignAsync(room, claim, checker, room.Editor));

        Assert.Equal([(NotificationKind.Assigned, 1)], await UnreadAsync(room, checker));
        Assert.Empty(await UnreadAsync(room, room.Editor.UserId!.Value)); // a person
    }

    [Theory, DatabaseData]
    public async Task SourceThatWasCorrected_IsToldToWhoeverChecksAClaimFromIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var checker = room.Checker.UserId!.Value; // a person
        await AssignAsync(room, claim, checker, room.Editor);
        await ReadAllAsync(room, room.Checker);

        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db)
            .ChangeStatusAsync(claim.Appearances[0].SourceId, 1, new SourceStatusChange(SourceStatus.Corrected, null, null), room.Editor, Ct)));

        Assert.Equal([(NotificationKind.SourceChanged, 1)], await UnreadAsync(room, checker));
    }

    private static Task<Outcome> AssignAsync(Newsroom room, Claim claim, Guid to, Actor by) =>
        room.WithAsync(db => new StageService(db, new Transitions(db, new Publisher(db))).AssignAsync(claim.Number, claim.Version, to, by, Ct));

    private static async Task<Guid> NoteAsync(Newsroom room, int claim, string body, Guid? thread, Actor by) => Assert.IsType<Outcome.Done>(
        await room.WithAsync(db => new NoteService(db).WriteAsync(new NewNote(claim, body, "en") { ThreadId = thread }, Guid.CreateVersion7(), by, Ct))).Id;

    private static Task<Outcome> ReadAllAsync(Newsroom room, Actor reader) =>
        room.WithAsync(db => new NotificationService(db).MarkReadAsync(null, db.Now, reader, Ct));

    private static async Task<List<(NotificationKind, int)>> UnreadAsync(Newsroom room, Guid person) => await room.WithAsync(async db =>
        (await db.Notifications.Where(n => n.UserId == person && n.ReadAt == null).ToListAsync(Ct)).ConvertAll(n => (n.Kind, n.Count)));
}
