using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

/// <summary>What this newsroom published before comes in from a file, waits for one editor's signature, and is published with its own date, byline, address and rating words.</summary>
public sealed class ArchiveImportTests
{
    private const string Heads = "url;title;date published;byline;rating;our rating;headline;explanation;statement;source url\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Run_GoodEntries_WaitForASignatureAndReadersSeeNothing(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        var import = await desk.DoneAsync(BulkKind.Archive, Heads
            + "https://www.checks.example/harbour;Did ships leave?;2019-03-05;Rana H.;False;;No ship left the harbour;The register shows none.;Ten ships left the harbour;https://news.example/1\r\n"
            + "https://checks.example/ar/2;;6/4/2020;رنا ح.;زائف;;لم تُغلق أي مدرسة;نفت الوزارة ذلك.;أُغلقت 40 مدرسة;\r\n");

        Assert.Equal((BulkState.Done, 2, 0), (import.State, import.Made, import.Faulty));
        var verdicts = await desk.Room.WithAsync(db => db.Verdicts.Include(v => v.Archive).Include(v => v.Rating).Include(v => v.Authors).OrderBy(v => v.ClaimNumber).ToListAsync(Ct));
        Assert.All(verdicts, v => Assert.Equal((VerdictState.Archived, null, RatingCodes.False, 0), (v.State, v.DecidedById, v.Rating?.Code, v.Authors.Count)));
        Assert.Equal(("Did ships leave?", new DateOnly(2019, 3, 5), "Rana H.", "False"), (verdicts[0].Archive?.Title, verdicts[0].Archive?.PublishedOn, verdicts[0].Archive?.Byline, verdicts[0].Archive?.RatingWords));
        Assert.Equal(("زائف", "https://checks.example/ar/2", "ar"), (verdicts[1].Archive?.RatingWords, verdicts[1].Archive?.Address, verdicts[1].Headline.Languages.Single()));
        var claims = await desk.Room.WithAsync(db => db.Claims.Include(c => c.Appearances).OrderBy(c => c.Number).ToListAsync(Ct));
        Assert.All(claims, c => Assert.Equal((Stage.Logged, PublicState.None, 1), (c.Stage, c.PublicState, c.Version)));
        Assert.Equal([1, 0], claims.ConvertAll(c => c.Appearances.Count));
        Assert.Equal((0, 0), await desk.Room.WithAsync(async db => (await db.Publications.CountAsync(Ct), await db.PublicClaims.CountAsync(Ct))));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Check_FaultyEntries_NamesColumnAndFault(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        string[] rows =
        [
            "https://checks.example/1;;2019-03-05;Rana;False;;Head;Why.;Said so;",
            ";;2019-03-05;Rana;False;;Head;Why.;Said so;",
            "https://elsewhere.example/3;;2019-03-05;Rana;False;;Head;Why.;Said so;",
            "https://checks.example/4;;2027-01-01;Rana;False;;Head;Why.;Said so;",
            "https://checks.example/5;;March 2019;Rana;False;;Head;Why.;Said so;",
            "https://checks.example/6;;2019-03-05;;False;;Head;Why.;Said so;",
            "https://checks.example/7;;2019-03-05;Rana;Four noses;;Head;Why.;Said so;",
            "https://checks.example/8;;2019-03-05;Rana;rumour;;Head;Why.;Said so;",
            "https://checks.example/9;;2019-03-05;Rana;Four noses;MostlyTrue;Head;Why.;Said so;",
            "https://checks.example/10;;2019-03-05;Rana;False;nonsense;Head;Why.;Said so;",
            $"https://checks.example/11;;2019-03-05;Rana;False;;{new string('x', Verdict.HeadlineMaxLength + 1)};Why.;Said so;",
            "https://checks.example/12;;2019-03-05;Rana;False;;عنوان الخلاصة;الشرح هنا;Said so;",
            "https://checks.example/13;;2019-03-05;Rana;False;;Head;;Said so;",
            "https://www.checks.example/1/;;2020-03-05;Rana;False;;Another;Why.;Said otherwise;",
            "https://checks.example/1;;2019-03-05;Rana;False;;Head;Why.;Said so;",
            "https://checks.example/1#second;;2019-03-05;Rana;False;;Head;Why.;Said also;",
        ];

        var import = await desk.CheckedAsync(BulkKind.Archive, Heads + string.Join("\r\n", rows));

        string[] expected =
        [
            "", "canonicalAddress Required", "canonicalAddress NotOurAddress", "checkedOn InTheFuture", "checkedOn NotADate", "byline Required", "ratingWords NoRatingForWords", "ratingWords NoRatingForWords", "",
            "ourRating NoRatingForWords", "headline TooLong", "headline NotInOneLanguage", "explanation Required", "canonicalAddress Duplicate", "", "",
        ];
        var found = (await desk.Room.WithAsync(db => new BulkImportList(db).RowsAsync(import.Id, null, 0, Ct))).Rows.Select(r => string.Join(", ", r.Faults.Select(f => $"{f.Field} {f.Code}")));
        Assert.Equal(expected, found);
        Assert.Equal((3, 1), (import.New, import.Same));
        Assert.Equal(0, await desk.Room.WithAsync(db => db.Claims.CountAsync(Ct)));
    }

    [Theory, DatabaseData]
    public async Task Run_TheSamePageAgain_IsTheSameEntryWhateverElseTheRowSays(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.DoneAsync(BulkKind.Archive, Entries(2));

        var again = await desk.CheckedAsync(BulkKind.Archive, Heads + "http://checks.example/1?utm_source=x;;2021-01-01;Somebody;True;;Another headline;Why.;Another statement;\r\n");

        Assert.Equal((0, 1), (again.New, again.Same));
        Assert.Equal(1, (await desk.RowsAsync(again.Id))[0].ClaimNumber);
    }

    [Theory, DatabaseData]
    public async Task Sign_PublishesEveryEntryAsItWasPublished(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(30));

        Assert.IsType<Outcome.Done>(await SignAsync(desk, import.Id, desk.Room.Editor));
        await desk.WorkAsync();

        var signed = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Signed, 30, desk.Room.Editor.UserId), (signed.State, signed.Signed, signed.SignedById));
        Assert.All(await desk.Room.WithAsync(db => db.Claims.ToListAsync(Ct)), c => Assert.Equal((Stage.Settled, PublicState.Published), (c.Stage, c.PublicState)));
        Assert.All(await desk.Room.WithAsync(db => db.Verdicts.ToListAsync(Ct)), v => Assert.Equal((VerdictState.Decided, desk.Room.Editor.UserId, signed.SignedAt), (v.State, v.DecidedById, v.DecidedAt)));
        var publications = await desk.Room.WithAsync(db => db.Publications.OrderBy(p => p.Number).ToListAsync(Ct));
        Assert.Equal(30, publications.Count);
        Assert.All(publications, p => Assert.Equal((PublicationKind.Archive, 1), (p.Kind, p.Version)));
        var document = PublicDocument.FromJson(publications[2].Document);
        Assert.Equal(new PublicArchiveEntry("https://checks.example/3", "Check 3", new DateOnly(2019, 3, 5), "Rana H.", "fake", DateOnly.FromDateTime(signed.SignedAt ?? default)), document.Archive);
        Assert.Equal((0, "False", false), (document.Verdict?.AuthorCount, document.Verdict?.Rating.Code, document.Verdict?.IsImported));
        Assert.Equal(["en"], document.Languages);

        // Not today's news: lists sort it by the day it was published.
        var row = await desk.Room.WithAsync(db => db.PublicClaims.SingleAsync(c => c.Number == 3, Ct));
        Assert.Equal(new DateOnly(2019, 3, 5), DateOnly.FromDateTime(row.ReviewedAt));
        Assert.Equal(new DateOnly(2019, 3, 5), DateOnly.FromDateTime(document.FirstPublishedAt));
        Assert.All(
            await desk.Room.WithAsync(db => db.AuditEntries.Where(e => e.Stream == "claim:3").OrderBy(e => e.Sequence).ToListAsync(Ct)),
            (e, i) => Assert.Equal((desk.Room.Editor.UserId, i == 0 ? BulkWork.MakeAction : "import.sign-rows"), (e.ActorId, e.Action)));
        await IndexState.AssertInStepAsync(desk.Room.Database);
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Kill_WhileSigning_IsFinishedByAnotherProcessWithoutDoubles(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(60));
        var submission = Guid.CreateVersion7();
        Assert.IsType<Outcome.Done>(await SignAsync(desk, import.Id, desk.Room.Editor, submission));
        await desk.StepAsync();
        var half = (await desk.LoadAsync(import.Id)).Signed;

        // The form again changes nothing; the next process goes on once the lease of the dead one has run out.
        Assert.IsType<Outcome.Done>(await SignAsync(desk, import.Id, desk.Room.Editor, submission));
        desk.Memory = new BulkMemory(new BackgroundWrites());
        Assert.False(await desk.StepAsync());
        desk.Room.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.WorkAsync();

        Assert.InRange(half, 1, 59);
        var done = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Signed, 60), (done.State, done.Signed));
        Assert.Equal((60, 60), await desk.Room.WithAsync(async db => (await db.Publications.CountAsync(Ct), await db.PublicClaims.CountAsync(c => c.State == PublicState.Published, Ct))));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Sign_AnEntryThatSomebodyAddedTo_IsLeftAndNamed(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(3));
        await desk.Room.WithAsync(db => new NoteService(db).WriteAsync(new NewNote(2, "Readers would see this.", "en"), Guid.CreateVersion7(), desk.Room.Checker, Ct));
        var summary = await desk.Room.WithAsync(db => new BulkImportList(db).SigningAsync(import.Id, Ct));
        Assert.Equal((2, 1), (summary.Entries, summary.Changed));

        Assert.IsType<Outcome.Done>(await SignAsync(desk, import.Id, desk.Room.Editor));
        await desk.WorkAsync();

        Assert.Equal([BulkFate.Signed, BulkFate.NotSigned, BulkFate.Signed], (await desk.RowsAsync(import.Id)).ConvertAll(r => r.Fate));
        Assert.Equal([1, 3], await desk.Room.WithAsync(db => db.Publications.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(Ct)));
    }

    [Theory, DatabaseData]
    public async Task Sign_AnEntryThatWasChangedSince_IsLeftAndNamedAndSignedByItself(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(3));
        Assert.IsType<Outcome.Done>(await desk.Room.ReviseAsync(2, 1, new ClaimEdit { Statement = TextEdit.Of(("en", "Twenty ships left the harbour")) }));
        var summary = await desk.Room.WithAsync(db => new BulkImportList(db).SigningAsync(import.Id, Ct));
        Assert.Equal((2, 1), (summary.Entries, summary.Changed));

        Assert.IsType<Outcome.Done>(await SignAsync(desk, import.Id, desk.Room.Editor));
        await desk.WorkAsync();

        Assert.Equal([BulkFate.Signed, BulkFate.NotSigned, BulkFate.Signed], (await desk.RowsAsync(import.Id)).ConvertAll(r => r.Fate));
        Assert.Equal(BulkLeft.Edited, (await desk.RowsAsync(import.Id))[1].LeftBecause);
        Assert.Equal((PublicState.None, 2), ((await desk.Room.LoadAsync(2)).PublicState, await desk.Room.WithAsync(db => db.Publications.CountAsync(Ct))));

        Assert.IsType<Outcome.NotPermitted>(await SignOneAsync(desk, 2, desk.Room.Checker));
        Assert.IsType<Outcome.Done>(await SignOneAsync(desk, 2, desk.Room.Editor));
        Assert.Equal(PublicState.Published, (await desk.Room.LoadAsync(2)).PublicState);
        Assert.IsType<Outcome.NotNow>(await SignOneAsync(desk, 2, desk.Room.Editor));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Sign_ByACheckerOrAFileOfAnotherKind_IsRefused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(2));
        var claims = await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(2));

        Assert.IsType<Outcome.NotPermitted>(await SignAsync(desk, import.Id, desk.Room.Checker));
        Assert.IsType<Outcome.NotPermitted>(await SignAsync(desk, import.Id, desk.Room.Admin));
        Assert.IsType<Outcome.Invalid>(await SignAsync(desk, claims.Id, desk.Room.Editor));

        Assert.Equal(BulkState.Done, (await desk.LoadAsync(import.Id)).State);
        Assert.Equal(2, await desk.Room.WithAsync(db => db.AuditEntries.CountAsync(e => e.Action == "import.sign" && e.Kind == AuditKind.Refusal, Ct)));
    }

    [Theory, DatabaseData]
    public async Task Undo_BeforeTheSignature_TakesEverythingAwayAfterItNothing(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var first = await desk.DoneAsync(BulkKind.Archive, Entries(4));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(first.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        Assert.Equal((BulkState.Undone, 4, 0), (await desk.LoadAsync(first.Id)) is var undone ? (undone.State, undone.Undone, undone.Left) : default);
        Assert.Equal((0, 0, 0), await desk.Room.WithAsync(async db => (await db.Claims.CountAsync(Ct), await db.Verdicts.CountAsync(Ct), await db.ArchiveEntries.CountAsync(Ct))));

        var second = await desk.DoneAsync(BulkKind.Archive, Entries(4), allOrNothing: true);
        Assert.Equal((BulkState.Done, 4), (second.State, second.Made));
        Assert.IsType<Outcome.Done>(await SignAsync(desk, second.Id, desk.Room.Editor));
        await desk.WorkAsync();
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(second.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();

        Assert.Equal((0, 4, 0), (await desk.LoadAsync(second.Id)) is var left ? (left.Undone, left.Left, left.Signed) : default);
        Assert.All(await desk.RowsAsync(second.Id), r => Assert.Equal(BulkLeft.Published, r.LeftBecause));
        Assert.Equal(4, await desk.Room.WithAsync(db => db.PublicClaims.CountAsync(c => c.State == PublicState.Published, Ct)));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Correction_OfASignedEntry_KeepsWhereItStoodFirst(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Archive, Entries(1));
        await SignAsync(desk, import.Id, desk.Room.Editor);
        await desk.WorkAsync();
        var before = await DocumentAsync(desk, 1);

        var words = new VerdictDraft { Explanation = TextEdit.Of(("en", "The registers show none.")) };
        var notice = new CorrectionInput(CorrectionKind.Typo, LocalizedText.Of(("en", "There are several registers, not one.")), LocalizedText.Empty, CorrectionCause.OurError);
        Assert.IsType<Outcome.Done>(await desk.Room.WithAsync(async db =>
        {
            var publisher = new Publisher(db);
            var revisions = new RevisionService(db, new Transitions(db, publisher), publisher);
            var shown = await revisions.PreviewCorrectionAsync(1, words, Ct);
            var version = await db.Claims.Where(c => c.Number == 1).Select(c => c.Version).SingleAsync(Ct);
            return await revisions.CorrectAsync(1, version, shown?.Hash ?? "", words, notice, desk.Room.Editor, Ct);
        }));

        var after = await DocumentAsync(desk, 1);
        Assert.Equal("The registers show none.", after.Verdict?.Explanation["en"]);
        Assert.Equal((before.Archive, before.FirstPublishedAt), (after.Archive, after.FirstPublishedAt));
        Assert.Equal(before.ToJson(), PublicDocument.FromJson(before.ToJson()).ToJson());
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Export_OfADataSetWithEntriesOfTheArchive_HoldsWhatTheFormatKnows(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.DoneAsync(BulkKind.Archive, "key;" + Heads + "k1;https://checks.example/1;;2019-03-05;Rana;False;;Head;Why.;Said so;\r\n");

        var exported = await desk.Room.WithAsync(db => new SeedExporter(db).ExportAsync("a-file", desk.Room.Editor, Ct));

        Assert.Empty(exported?.Claims ?? throw new InvalidOperationException("The data set is there."));
    }

    private static Task<PublicDocument> DocumentAsync(BulkDesk desk, int number) => desk.Room.WithAsync(async db =>
        PublicDocument.FromJson(await db.Publications.Where(p => p.Number == number).OrderByDescending(p => p.Version).Select(p => p.Document).FirstAsync(Ct)));

    private static async Task<BulkDesk> OpenAsync(DatabaseProvider provider)
    {
        var desk = await BulkDesk.OpenAsync(provider);
        await using var db = desk.Room.Database.CreateContext();
        await RatingScale.EnsureAsync(db, Ct);
        return desk;
    }

    private static string Entries(int count) => Heads + string.Concat(Enumerable.Range(1, count).Select(i =>
        $"https://checks.example/{i};Check {i};2019-03-05;Rana H.;fake;;No ship {i} left;The register shows none.;Ship {i} left the harbour;https://news.example/{i % 5}\r\n"));

    private static Task<Outcome> SignAsync(BulkDesk desk, Guid id, Actor actor, Guid? submission = null) =>
        desk.DoAsync(s => s.SignAsync(id, "Looked through with the list of corrections.", submission ?? Guid.CreateVersion7(), actor, Ct));

    private static async Task<Outcome> SignOneAsync(BulkDesk desk, int number, Actor actor)
    {
        var version = (await desk.Room.LoadAsync(number)).Version;
        await using var db = desk.Room.Database.CreateContext();
        return await new ArchiveSigning(new Transitions(db, new Publisher(db))).SignAsync(number, version, actor, Ct);
    }
}
