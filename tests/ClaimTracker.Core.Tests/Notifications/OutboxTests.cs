using System.Diagnostics;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>What people are told by mail arrives once, whatever the mail server does, and nobody waits for it.</summary>
public sealed class OutboxTests
{
    private const int People = 250;
    private const int Claims = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Thousand_WithTheServerDownRefusingSlowAndUp_ArriveOnceEach_AndNoWriteWaited(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var people = await HireAsync(room, People);
        var claims = new List<Claim>();
        for (var i = 0; i < Claims; i++)
        {
            claims.Add(await room.LoggedAsync());
        }

        await using var server = new MailServer(MailServerMode.Down);
        Mail(room, server);
        foreach (var (claim, mode) in claims.Zip([MailServerMode.Down, MailServerMode.Refusing, MailServerMode.Busy, MailServerMode.Slow]))
        {
            server.Mode = mode;
            var (connectedBefore, takenBefore) = (server.Connected, server.Taken.Count);
            await using var worker = new Worker(room);
            worker.Start();
            var clock = Stopwatch.StartNew();
            await MentionAllAsync(room, claim, people);
            // Had they waited for the slow server, it would have been more than a minute.
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
            await worker.UntilAsync(() => mode is MailServerMode.Down || (server.Connected > connectedBefore && server.Taken.Count > takenBefore == mode is MailServerMode.Slow));
            await worker.StopAsync();
        }

        // Halfway through, its process is killed; another takes over.
        server.Mode = MailServerMode.Up;
        var connected = server.Connected;
        await using (var first = new Worker(room))
        {
            first.Start();
            await first.UntilAsync(() => server.Taken.Count > 300);
        }

        Assert.InRange(server.Taken.Count, 300, (People * Claims) - 1);
        await using var second = new Worker(room);
        second.Start();
        await second.UntilAsync(() => server.Taken.Count >= People * Claims);
        await second.StopAsync();

        var expected = people.SelectMany(p => claims.Select(c => $"{p.Email} CT-{c.Number}")).Order(StringComparer.Ordinal);
        Assert.Equal(expected, server.Taken.Select(m => $"{m.To} {m.Subject}").Order(StringComparer.Ordinal));
        Assert.Equal(People * Claims, server.Taken.Select(m => m.Id).Distinct().Count());
        Assert.InRange(server.Connected - connected, 1, 100);
        Assert.Equal(0, await room.WithAsync(db => db.OutboxMails.CountAsync(m => m.SentAt == null, Ct)));
    }

    [Theory, DatabaseData]
    public async Task Server_ThatIsDown_IsAskedOnce_AndOneRefusedMailHoldsUpNoOther(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var people = await HireAsync(room, 30);
        await using var server = new MailServer(MailServerMode.Down);
        Mail(room, server);
        await MentionAllAsync(room, await room.LoggedAsync(), people);
        await using var worker = new Worker(room);

        Assert.Equal(OutboxStep.NoServer, await worker.StepAsync());
        Assert.Equal(1, await room.WithAsync(db => db.OutboxMails.CountAsync(m => m.LastError != null, Ct)));
        Assert.Equal(0, await room.WithAsync(db => db.OutboxMails.MaxAsync(m => m.Failures, Ct)));

        // One waits half a minute, the others go at once.
        server.Mode = MailServerMode.Up;
        await worker.StepAsync();
        Assert.Equal(29, server.Taken.Count);
        server.Mode = MailServerMode.Refusing;
        room.Database.Clock.Advance(OutboxMail.WaitAfter(1));
        for (var i = 1; i <= OutboxMail.FailuresToShow; i++)
        {
            Assert.Equal(OutboxStep.Idle, await worker.StepAsync());
            Assert.Equal(i, await room.WithAsync(db => db.OutboxMails.MaxAsync(m => m.Failures, Ct)));
            await worker.StepAsync();
            room.Database.Clock.Advance(OutboxMail.WaitAfter(i));
        }

        var state = await room.WithAsync(db => new OutboxList(db).ReadAsync(Ct));
        var failed = Assert.Single(state.Failed);
        Assert.Equal(OutboxMail.FailuresToShow, failed.Failures);
        // What the server said, but no address.
        Assert.Contains("is not known here", failed.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", failed.LastError, StringComparison.Ordinal);

        // It waits again, twice as long, unless an administrator is less patient.
        await worker.StepAsync();
        server.Mode = MailServerMode.Up;
        await worker.StepAsync();
        Assert.Equal(29, server.Taken.Count);
        Assert.IsType<Outcome.NotFound>(await room.WithAsync(db => new OutboxList(db).TryNowAsync(room.Editor, Ct)));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new OutboxList(db).TryNowAsync(room.Admin, Ct)));
        await worker.StepAsync();
        Assert.Equal(30, server.Taken.Count);
        // What is long sent is forgotten.
        room.Database.Clock.Advance(OutboxMail.KeptFor + TimeSpan.FromDays(1));
        Assert.Equal(0, await room.WithAsync(async db =>
        {
            await new Outbox(db, MailSettings.Off).ForgetAsync(Ct);
            return await db.OutboxMails.CountAsync(Ct);
        }));
    }

    [Theory, DatabaseData]
    public async Task Same_BeforeItIsSent_IsOneMail_ReadBeforeItIsSent_None_AndWithoutMailNothingIsKept(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var person = (await HireAsync(room, 1))[0];
        var claim = await room.LoggedAsync();
        await MentionAllAsync(room, claim, [person]);
        Assert.Equal(0, await room.WithAsync(db => db.OutboxMails.CountAsync(Ct)));
        await room.WithAsync(db => new NotificationService(db).MarkReadAsync(null, db.Now, person.ToActor(db.Today), Ct));

        await using var server = new MailServer();
        Mail(room, server);
        await using var worker = new Worker(room);
        await MentionAllAsync(room, claim, [person]);
        await MentionAllAsync(room, claim, [person]);
        Assert.Equal(0, server.Connected);
        await worker.StepAsync();
        Assert.Single(server.Taken);

        // Again after the mail: a mail again, but not for what is read by then.
        await MentionAllAsync(room, claim, [person]);
        await room.WithAsync(db => new NotificationService(db).MarkReadAsync(null, db.Now, person.ToActor(db.Today), Ct));
        await worker.StepAsync();
        await MentionAllAsync(room, claim, [person]);
        await worker.StepAsync();
        Assert.Equal(2, server.Taken.Count);

        var choice = new Dictionary<NotificationKind, MailChoice> { [NotificationKind.Mentioned] = MailChoice.None };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new MailChoices(db).SaveAsync(choice, person.ToActor(db.Today), Ct)));
        await MentionAllAsync(room, claim, [person]);
        await worker.StepAsync();
        Assert.Equal(2, server.Taken.Count);
    }

    [Theory, DatabaseData]
    public async Task Digest_IsOneADay_OfWhatIsUnread_WhoeverMakesIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var people = await HireAsync(room, 2);
        await using var server = new MailServer();
        Mail(room, server);
        await using var worker = new Worker(room);
        foreach (var person in people)
        {
            var choice = new Dictionary<NotificationKind, MailChoice> { [NotificationKind.Mentioned] = MailChoice.Daily };
            await room.WithAsync(db => new MailChoices(db).SaveAsync(choice, person.ToActor(db.Today), Ct));
        }

        var claim = await room.LoggedAsync();
        await MentionAllAsync(room, claim, people);
        await MentionAllAsync(room, await room.LoggedAsync(), people);
        await room.WithAsync(db => new NotificationService(db).MarkReadAsync(null, db.Now, people[1].ToActor(db.Today), Ct));
        await DigestAsync(room, room.Database.Mail!); // set above
        await worker.StepAsync();
        Assert.Empty(server.Taken);

        // It is seven in Riyadh at four in the morning UTC; the clock stands at nine.
        room.Database.Clock.Advance(TimeSpan.FromHours(18));
        await DigestAsync(room, room.Database.Mail!); // as above
        Assert.Equal(0, await room.WithAsync(db => db.OutboxMails.CountAsync(Ct)));
        room.Database.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DigestAsync(room, room.Database.Mail!))); // as above
        await worker.StepAsync();
        var mail = Assert.Single(server.Taken);
        Assert.Equal(people[0].Email, mail.To);
        Assert.Equal($"CT-{claim.Number}, CT-{claim.Number + 1}", mail.Subject);

        // The day after: only what happened since.
        room.Database.Clock.Advance(TimeSpan.FromDays(1));
        await DigestAsync(room, room.Database.Mail!); // as above
        await worker.StepAsync();
        Assert.Single(server.Taken);
        await MentionAllAsync(room, claim, [people[0]]);
        room.Database.Clock.Advance(TimeSpan.FromDays(1));
        await DigestAsync(room, room.Database.Mail!); // as above
        await worker.StepAsync();
        Assert.Equal($"CT-{claim.Number}", Assert.Single(server.Taken.Skip(1)).Subject);
    }

    private static async Task DigestAsync(Newsroom room, MailSettings settings)
    {
        await using var db = room.Database.CreateContext();
        var digests = new Digests(db, settings);
        await digests.MakeAsync(digests.DueDay, Ct);
    }

    private static void Mail(Newsroom room, MailServer server) => room.Database.Mail = new MailSettings
    {
        Host = "127.0.0.1",
        Port = server.Port,
        IsEncrypted = false,
        From = "claims@example.org",
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh"),
    };

    private static Task<List<AppUser>> HireAsync(Newsroom room, int count) => room.WithAsync(async db =>
    {
        var people = Enumerable.Range(1, count).Select(i => new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = $"person{i:000}",
            NormalizedUserName = $"PERSON{i:000}",
            Email = $"person{i:000}@example.org",
            DisplayName = $"Person{i:000}",
            Roles = Roles.Checker,
            CreatedAt = db.Now,
        }).ToList();
        db.Users.AddRange(people);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
        return people;
    });

    /// <summary>Notes that mention everybody once, as many in each as a note may name.</summary>
    private static async Task MentionAllAsync(Newsroom room, Claim claim, IReadOnlyList<AppUser> people)
    {
        foreach (var group in people.Chunk(NoteService.MaxMentions))
        {
            var note = new NewNote(claim.Number, "Look at this", "en") { MentionedIds = [.. group.Select(p => p.Id)] };
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new NoteService(db).WriteAsync(note, Guid.CreateVersion7(), room.Checker, Ct)));
        }
    }

    /// <summary>The background work of one process; unless it is stopped in order, its lease is not given back.</summary>
    private sealed class Worker(Newsroom room) : IAsyncDisposable
    {
        private readonly Guid owner = Guid.CreateVersion7();
        private readonly CancellationTokenSource stopping = new();
        private Task running = Task.CompletedTask;

        public async Task<OutboxStep> StepAsync()
        {
            await using var db = room.Database.CreateContext();
            return await new Outbox(db, room.Database.Mail ?? MailSettings.Off).StepAsync(owner, (mail, ct) => WordsOfAsync(db, mail, ct), stopping.Token);
        }

        public void Start() => running = RunAsync();

        /// <summary>Lets it work until then; what waits after a failure is due soon.</summary>
        public async Task UntilAsync(Func<bool> isDone)
        {
            var patience = Stopwatch.StartNew();
            while (!isDone() && !running.IsCompleted && patience.Elapsed < TimeSpan.FromMinutes(5))
            {
                room.Database.Clock.Advance(TimeSpan.FromSeconds(10));
                await Task.Delay(10, Ct);
            }

            Assert.True(isDone());
        }

        public async Task StopAsync()
        {
            await stopping.CancelAsync();
            await running;
            await using var db = room.Database.CreateContext();
            await new Outbox(db, MailSettings.Off).ReleaseLeaseAsync(owner, Ct);
        }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await running;
            stopping.Dispose();
        }

        private async Task RunAsync()
        {
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    await StepAsync();
                    await Task.Delay(20, stopping.Token);
                }
                catch (OperationCanceledException)
                {
                    // Stopped between two mails.
                }
            }
        }

        private static async Task<MailWords?> WordsOfAsync(ClaimDbContext db, OutboxMail mail, CancellationToken ct)
        {
            var user = mail.UserId ?? Guid.Empty;
            var rows = await new NotificationService(db).OfMailAsync(mail.Id, user, ct);
            var to = await db.Users.Where(u => u.Id == user).Select(u => u.Email).SingleAsync(ct);
            return rows.Count == 0 ? null : new MailWords(to ?? "", string.Join(", ", rows.Select(r => $"CT-{r.ClaimNumber}")), "Words");
        }
    }
}
