using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Review;

public sealed class NoteAndContactTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Write_MentionsByNameAndByChoice_AndTheyAreSeen(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var submission = Guid.CreateVersion7();
        var note = new NewNote(claim.Number, "Please look, @omar.", "en") { MentionedIds = [room.Admin.UserId!.Value] };

        var first = await WriteAsync(room, note, submission);
        Assert.Equal(first, await WriteAsync(room, note, submission));

        await using var db = room.Database.CreateContext();
        Assert.Equal(new[] { room.Editor.UserId, room.Admin.UserId }.Order(), (await db.NoteMentions.Select(m => (Guid?)m.UserId).ToListAsync(Ct)).Order());
        await room.WithAsync(d => new NoteService(d).MarkSeenAsync(claim.Number, room.Editor, Ct));
        Assert.Equal(1, await db.NoteMentions.CountAsync(m => m.IsSeen, Ct));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Edit_IsForTheAuthor_PublishForEditors_ResolveForCheckers(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var id = Assert.IsType<Outcome.Done>(await WriteAsync(room, new NewNote(claim.Number, "First", "en"), Guid.CreateVersion7())).Id;

        Assert.Equal(new Outcome.NotPermitted("NotAnAuthor"), await room.WithAsync(db => new NoteService(db).EditAsync(id, 1, "Mine now", room.Editor, Ct)));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new NoteService(db).EditAsync(id, 1, "Second", room.Checker, Ct)));
        Assert.IsType<Outcome.Stale>(await room.WithAsync(db => new NoteService(db).EditAsync(id, 1, "Third", room.Checker, Ct)));
        Assert.IsType<Outcome.NotPermitted>(await room.WithAsync(db => new NoteService(db).PublishAsync(id, 2, true, room.Checker, Ct)));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new NoteService(db).PublishAsync(id, 2, true, room.Editor, Ct)));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new NoteService(db).ResolveAsync(id, true, room.Checker, Ct)));

        await using var read = room.Database.CreateContext();
        var note = await read.Notes.SingleAsync(Ct);
        Assert.Equal(("Second", true, true), (note.Body, note.IsPublic, note.IsResolved));
    }

    [Theory]
    [DatabaseData]
    public async Task Write_BadInput_IsNamed(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var outcome = await WriteAsync(room, new NewNote(claim.Number, " ", "xx") { ThreadId = Guid.NewGuid(), MentionedIds = [Guid.NewGuid()] }, Guid.CreateVersion7());
        Assert.Equal(["Body", "Language", "MentionedIds", "ThreadId"], Assert.IsType<Outcome.Invalid>(outcome).Faults.Select(f => f.Path).Order());
        Assert.IsType<Outcome.NotFound>(await WriteAsync(room, new NewNote(99, "No such claim", "en"), Guid.CreateVersion7()));
    }

    [Theory]
    [DatabaseData]
    public async Task Contact_IsAddedAndAnswered(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var sent = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
        var input = new ContactInput
        {
            PartyId = claim.Claimants[0].PartyId,
            Channel = ContactChannel.Email,
            SentTo = "press@example.org",
            SentAt = sent,
            Deadline = sent.AddDays(2),
        };

        var id = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new ContactService(db).AddAsync(claim.Number, input, Guid.CreateVersion7(), room.Checker, Ct))).Id;
        var answered = input with { Outcome = ContactOutcome.Answered, Reply = TextEdit.Of(("en", "We stand by it")), RepliedAt = sent.AddHours(5) };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new ContactService(db).UpdateAsync(id, 1, answered, room.Editor, Ct)));

        await using var read = room.Database.CreateContext();
        Assert.Equal("We stand by it", (await read.ContactAttempts.SingleAsync(Ct)).Reply["en"]);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Contact_ImpossibleTimes_AreNamed(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var input = new ContactInput
        {
            PartyId = Guid.NewGuid(),
            Channel = (ContactChannel)99,
            SentAt = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Deadline = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Outcome = ContactOutcome.Answered,
        };

        var outcome = await room.WithAsync(db => new ContactService(db).AddAsync(claim.Number, input, Guid.CreateVersion7(), room.Checker, Ct));

        Assert.Equal(["Channel", "Deadline", "RepliedAt", "SentAt"], Assert.IsType<Outcome.Invalid>(outcome).Faults.Select(f => f.Path).Order());
        var observer = room.Checker with { Roles = Roles.Observer };
        Assert.IsType<Outcome.NotPermitted>(await room.WithAsync(db => new ContactService(db).AddAsync(claim.Number, input, Guid.CreateVersion7(), observer, Ct)));
    }

    private static Task<Outcome> WriteAsync(Newsroom room, NewNote note, Guid submission) =>
        room.WithAsync(db => new NoteService(db).WriteAsync(note, submission, room.Checker, Ct));
}
