using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>What is told or answered in the same moment is neither lost nor told twice.</summary>
public sealed class AtOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task TwoWhoTellTheSame_MakeOneRow_ThatCountsBoth(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        async Task MentionAsync(Meeting meeting)
        {
            await using var db = room.Database.CreateContext(meeting.Person("\"Notifications\""));
            var note = new NewNote(claim.Number, "Look at this", "en") { MentionedIds = [room.Editor.UserId!.Value] }; // a person
            Assert.IsType<Outcome.Done>(await new NoteService(db).WriteAsync(note, Guid.CreateVersion7(), room.Checker, Ct));
        }

        async Task ReadAsync(Meeting meeting, DateTime until)
        {
            await using var db = room.Database.CreateContext(meeting.Person("\"Notifications\""));
            await new NotificationService(db).MarkReadAsync(null, until, room.Editor, Ct);
        }

        Task TwiceAsync(Func<Meeting, Task> one, Func<Meeting, Task> other)
        {
            var meeting = new Meeting(2);
            return Task.WhenAll(Task.Run(() => one(meeting), Ct), Task.Run(() => other(meeting), Ct));
        }

        await TwiceAsync(MentionAsync, MentionAsync);
        Assert.Equal([2], await UnreadAsync(room));
        await TwiceAsync(MentionAsync, MentionAsync);
        Assert.Equal([4], await UnreadAsync(room));

        // Read while it happens again: what came after the page was made is unread still, in a row of its own or with what was there.
        var page = await room.WithAsync(db => Task.FromResult(db.Now));
        room.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await TwiceAsync(meeting => ReadAsync(meeting, page), MentionAsync);
        Assert.Contains(Assert.Single(await UnreadAsync(room)), new[] { 1, 5 });
        Assert.Equal(5, await room.WithAsync(db => db.Notifications.SumAsync(n => n.Count, Ct)));
        await ReadAsync(new Meeting(1), page.AddSeconds(1));
        Assert.Empty(await UnreadAsync(room));
        await MentionAsync(new Meeting(1));
        Assert.Equal([1], await UnreadAsync(room));
    }

    [Theory, DatabaseData]
    public async Task ManyReaders_AtOnce_AreAllHeard_AndCounted(DatabaseProvider provider)
    {
        const int readers = 16;
        await using var room = await Newsroom.OpenAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, readers).Select(i => Task.Run(() => room.WithAsync(db => ReceiveAsync(db, $"Figure {i} is wrong.")), Ct)));

        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        Assert.Equal([readers], await UnreadAsync(room));
    }

    [Theory, DatabaseData]
    public async Task SameReport_InTheMomentOfTheAnswer_IsAnsweredToo_OrStandsForItself(DatabaseProvider provider)
    {
        const string words = "The second figure is wrong.";
        await using var room = await Newsroom.OpenAsync(provider);
        room.Database.Mail = new MailSettings { Folder = "nowhere", From = "claims@example.org" };
        var first = Assert.IsType<Outcome.Done>(await room.WithAsync(db => ReceiveAsync(db, words))).Id;
        var meeting = new Meeting(2);
        await using var reader = room.Database.CreateContext(meeting.Person("\"SameKey\" = "));
        await using var editor = room.Database.CreateContext(meeting.Person("\"SameAsId\" = "));
        var answer = new ChallengeAnswer(ChallengeState.Upheld, TextEdit.Of(("en", "You are right.")));

        var outcomes = await Task.WhenAll(
            Task.Run(() => ReceiveAsync(reader, words), Ct),
            Task.Run(() => new ChallengeService(editor, new AnswerSettings()).AnswerAsync(first, 1, answer, room.Editor, Ct), Ct));

        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        var second = await room.WithAsync(db => db.Challenges.AsNoTracking().SingleAsync(c => c.Id != first, Ct));
        var mailed = await room.WithAsync(db => db.OutboxMails.Select(m => m.ChallengeId).ToListAsync(Ct));
        Assert.Contains(first, mailed);
        Assert.Equal(second.SameAsId is null, !mailed.Contains(second.Id));
        Assert.Empty(await room.VerifyAsync());
    }

    private static Task<Outcome> ReceiveAsync(ClaimDbContext db, string words) => new ChallengeService(db, new AnswerSettings()).ReceiveAsync(
        new ChallengeInput { Kind = ChallengeKind.Error, Text = words, Language = "en", Contact = "reader@example.org" }, Guid.CreateVersion7(), Ct);

    private static Task<List<int>> UnreadAsync(Newsroom room) =>
        room.WithAsync(db => db.Notifications.Where(n => n.UserId == room.Editor.UserId && n.ReadAt == null).Select(n => n.Count).ToListAsync(Ct));
}
