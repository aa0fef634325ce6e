using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>What readers send is told to those who handle it, and answered by mail; what a watched search finds is told to its owner.</summary>
public sealed class ReaderNoticesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task FloodOfReports_IsOneRowPerEditor_AndEachAddressIsAnsweredOnce(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await using var server = new MailServer();
        var mail = room.Database.Mail = new MailSettings { Host = "127.0.0.1", Port = server.Port, IsEncrypted = false, From = "claims@example.org" };
        const string words = "The number in the headline is not that of the source.";
        foreach (var contact in new[] { "one@example.org", "Nour, two@example.org, or call me", "+49 30 1234567", "a@example.org b@example.org" })
        {
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new ChallengeService(db, new AnswerSettings())
                .ReceiveAsync(new ChallengeInput { Kind = ChallengeKind.Error, Text = words, Language = "en", Contact = contact }, Guid.CreateVersion7(), Ct)));
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SuggestionService(db)
                .ReceiveAsync(new SuggestionInput { Text = $"Check this: {contact}", Language = "en" }, Guid.CreateVersion7(), Ct)));
        }

        Assert.Equal([(NotificationKind.ReportReceived, 4), (NotificationKind.SuggestionReceived, 4)], await UnreadAsync(room, room.Editor));
        Assert.Equal([(NotificationKind.SuggestionReceived, 4)], await UnreadAsync(room, room.Checker));
        Assert.Empty(await UnreadAsync(room, room.Admin));

        // Twice before the mail goes out: one mail, with the words that stand then.
        foreach (var answer in new[] { "We look into it.", "You are right." })
        {
            var head = await room.WithAsync(db => db.Challenges.AsNoTracking().SingleAsync(c => c.SameAsId == null, Ct));
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new ChallengeService(db, new AnswerSettings())
                .AnswerAsync(head.Id, head.Version, new ChallengeAnswer(ChallengeState.Upheld, TextEdit.Of(("en", answer))), room.Editor, Ct)));
        }

        Assert.Equal(OutboxStep.Idle, await room.WithAsync(db => new Outbox(db, mail).StepAsync(Guid.CreateVersion7(), async (waiting, ct) =>
        {
            var sent = await db.Challenges.SingleAsync(c => c.Id == waiting.ChallengeId, ct);
            return new MailWords(MailAddresses.In(sent.Contact) ?? "", "Answer", (await db.Challenges.SingleAsync(c => c.SameAsId == null, ct)).Answer.In("en"));
        }, Ct)));
        Assert.Equal([("one@example.org", "You are right."), ("two@example.org", "You are right.")], server.Taken.Select(m => (m.To, m.Text.Trim())).Order());
    }

    [Theory, DatabaseData]
    public async Task WatchedSearch_TellsEachClaimOnce_WhoeverLooks_AndNobodyWhoMayNotReadIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await room.LoggedAsync(Newsroom.AClaim("Forty tanks were lost"));
        var search = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SavedSearchService(db).CreateAsync(new NewSavedSearch("Tanks", "q=tanks", false), Guid.CreateVersion7(), room.Checker, Ct))).Id;
        Assert.IsType<Outcome.NotFound>(await room.WithAsync(db => new SavedSearchService(db).WatchAsync(search, true, room.Editor, Ct)));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SavedSearchService(db).WatchAsync(search, true, room.Checker, Ct)));
        room.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.LoggedAsync(Newsroom.AClaim("Fifty tanks were found"));
        await room.LoggedAsync(Newsroom.AClaim("Sixty ships were found"));

        await LookAsync(room);
        Assert.Empty(await UnreadAsync(room, room.Checker));
        room.Database.Clock.Advance(SearchWatcher.Every);
        await Task.WhenAll(LookAsync(room), LookAsync(room));
        room.Database.Clock.Advance(SearchWatcher.Every);
        await LookAsync(room);
        Assert.Equal([(NotificationKind.SearchFound, 1)], await UnreadAsync(room, room.Checker));

        await room.LoggedAsync(Newsroom.AClaim("Seventy tanks were sold"));
        await room.WithAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == room.Checker.UserId, Ct)).Roles = Roles.None;
            await db.SaveAsync(new ChangeContext(Actor.System, "user.change"), Ct);
            return 0;
        });
        room.Database.Clock.Advance(SearchWatcher.Every);
        await LookAsync(room);
        Assert.Equal([(NotificationKind.SearchFound, 1)], await UnreadAsync(room, room.Checker));
    }

    private static async Task LookAsync(Newsroom room)
    {
        await using var db = room.Database.CreateContext();
        await new SearchWatcher(db, new DeskClaimList(db)).LookAsync(Guid.CreateVersion7(), (address, _) => new DeskClaimQuery { Text = address["q=".Length..] }, Ct);
    }

    private static async Task<List<(NotificationKind, int)>> UnreadAsync(Newsroom room, Actor person) => await room.WithAsync(async db =>
        (await db.Notifications.Where(n => n.UserId == person.UserId && n.ReadAt == null).ToListAsync(Ct)).OrderBy(n => n.Kind).Select(n => (n.Kind, n.Count)).ToList());
}
