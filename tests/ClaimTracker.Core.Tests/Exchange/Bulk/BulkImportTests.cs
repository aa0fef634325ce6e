using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

public sealed class BulkImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Run_GoodClaims_MakesThemWithClaimantAndFirstAppearance(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);

        var import = await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(12));

        Assert.Equal((BulkState.Done, 12, 0, 0), (import.State, import.Made, import.Same, import.Faulty));
        var claims = await desk.Room.WithAsync(db => db.Claims.Include(c => c.Claimants).ThenInclude(c => c.Party).Include(c => c.Appearances).ThenInclude(a => a.Source).ThenInclude(s => s!.Outlet).OrderBy(c => c.Number).ToListAsync(Ct)); // loaded here
        Assert.Equal(Enumerable.Range(1, 12), claims.ConvertAll(c => c.Number));
        Assert.All(claims, c => Assert.Equal((Stage.Logged, PublicState.None, 1), (c.Stage, c.PublicState, c.Version)));
        Assert.Equal("Shipment number 7 left the harbour", claims[6].Statement["en"]);
        Assert.Equal("k7", claims[6].ExternalKey);
        Assert.Equal("Speaker 1", claims[6].Claimants.Single().Party?.Name.In("en"));
        Assert.Equal(("7 ships", "Article, 2", "Daily 0"), (claims[6].Appearances.Single().Quote, claims[6].Appearances.Single().Source?.Title.In("en"), claims[6].Appearances.Single().Source?.Outlet?.Name.In("en")));
        Assert.Equal((3, 5, 2), await desk.Room.WithAsync(async db => (await db.Parties.CountAsync(Ct), await db.Sources.CountAsync(Ct), await db.Outlets.CountAsync(Ct))));
        Assert.All(await desk.Room.WithAsync(db => db.AuditEntries.Where(e => e.Stream.StartsWith("claim:")).ToListAsync(Ct)), e => Assert.Equal((desk.Room.Editor.UserId, BulkWork.MakeAction), (e.ActorId, e.Action)));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Run_Figures_MakesThemWithUnitAndModifier(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        await desk.Room.WithAsync(async db =>
        {
            db.Units.Add(new Unit { Id = Guid.CreateVersion7(), Code = "container", Label = LocalizedText.Of(("ar", "حاوية"), ("en", "container")), Plurals = LocalizedText.Of(("ar", "حاويات"), ("en", "containers")) });
            await db.SaveAsync(new ChangeContext(Actor.System, "unit.create"), Ct);
            return true;
        });
        var file = """
            statement en;claimant;url;figures
            Ships brought containers;Kim;https://example.org/1;"more than 6,700 containers; 40–50 containers"
            Ships brought more;Kim;https://example.org/2;نحو 3 آلاف حاوية
            Ships brought shells;Kim;https://example.org/3;3 million shells
            Ships brought something;Kim;https://example.org/4;many containers
            """;

        var import = await desk.DoneAsync(BulkKind.Claims, file);

        Assert.Equal((2, 2), (import.Made, import.Faulty));
        var claims = await desk.Room.WithAsync(db => db.Claims.Include(c => c.Figures).OrderBy(c => c.Number).ToListAsync(Ct));
        Assert.Equal([(6_700m, null, null, FigureModifier.MoreThan), (null, 40m, 50m, null)], claims[0].Figures.OrderBy(f => f.Order).Select(f => (f.Value, f.Min, f.Max, f.Modifier)));
        Assert.Equal((3_000m, FigureModifier.About), (claims[1].Figures.Single().Value, claims[1].Figures.Single().Modifier));
        var faults = (await desk.RowsAsync(import.Id)).ConvertAll(r => r.Faults ?? "");
        Assert.Contains("\"figures\",\"code\":\"UnknownRecord\"", faults[2], StringComparison.Ordinal);
        Assert.Contains("\"figures\",\"code\":\"NotANumber\"", faults[3], StringComparison.Ordinal);
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Check_FaultyRows_NamesColumnAndFaultAndMakesNothing(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var file = $"""
            key;statement en;claimant;url;date;topics
            1;Ships left the harbour;Kim;https://example.org/1;2024-02-26;
            2;;Kim;https://example.org/2;;
            3;Ships came back;Kim;not an address;;
            4;Ships sank;Kim;https://example.org/4;last week;
            1;Ships returned;Kim;https://example.org/5;;
            6;{new string('x', Claim.StatementMaxLength + 1)};Kim;https://example.org/6;;
            7;Ships were seen;Kim;https://example.org/7;;Unheard of
            8;No source at all;Kim;;;
            """;

        var import = await desk.CheckedAsync(BulkKind.Claims, file);

        Assert.Equal((BulkState.Checked, 1, 7), (import.State, import.New, import.Faulty));
        var faults = (await desk.RowsAsync(import.Id)).ConvertAll(r => r.Faults ?? "");
        Assert.Equal("", faults[0]);
        Assert.Contains("\"statement\",\"code\":\"Required\"", faults[1], StringComparison.Ordinal);
        Assert.Contains("\"address\",\"code\":\"NotAWebAddress\"", faults[2], StringComparison.Ordinal);
        Assert.Contains("\"assertedOn\",\"code\":\"NotADate\"", faults[3], StringComparison.Ordinal);
        Assert.Contains("\"key\",\"code\":\"Duplicate\"", faults[4], StringComparison.Ordinal);
        Assert.Contains("\"statement\",\"code\":\"TooLong\",\"limit\":600", faults[5], StringComparison.Ordinal);
        Assert.Contains("\"topics\",\"code\":\"UnknownRecord\"", faults[6], StringComparison.Ordinal);
        Assert.Contains("\"address\",\"code\":\"NeedsAppearanceOrEvidence\"", faults[7], StringComparison.Ordinal);
        Assert.Equal(0, await desk.Room.WithAsync(db => db.Claims.CountAsync(Ct)));
        Assert.Equal(0, await desk.Room.WithAsync(db => db.Sources.CountAsync(Ct)));
    }

    [Theory, DatabaseData]
    public async Task Run_WithFaultyRows_MakesTheOthers(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);

        var import = await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(3) + "k9,,Speaker 1,https://example.org/1,,,\r\n");

        Assert.Equal((BulkState.Done, 3, 1), (import.State, import.Made, import.Faulty));
        Assert.Equal(3, await desk.Room.WithAsync(db => db.Claims.CountAsync(Ct)));
    }

    [Theory, DatabaseData]
    public async Task Run_TheSameFileAgain_MakesNothingAndLeavesWhatAPersonChanged(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(4));
        var edited = await desk.Room.LoadAsync(2);
        Assert.IsType<Outcome.Done>(await desk.Room.ReviseAsync(2, edited.Version, new ClaimEdit { Statement = TextEdit.Of(("en", "Two ships left")) }));

        var again = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(4) + "k5,A fifth ship left,,https://example.org/1,,,\r\n");

        Assert.Equal((1, 4, 0), (again.New, again.Same, again.Faulty));
        Assert.Equal([1, 2, 3, 4, null], (await desk.RowsAsync(again.Id)).ConvertAll(r => r.ClaimNumber));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(again.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        Assert.Equal("Two ships left", (await desk.Room.LoadAsync(2)).Statement["en"]);
        Assert.Equal(5, await desk.Room.WithAsync(db => db.Claims.CountAsync(Ct)));
    }

    [Theory, DatabaseData]
    public async Task Run_RowsWithoutKeysTwice_MakesThemOnce(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        const string File = "statement,url\r\nShips left,https://example.org/1\r\nShips left,https://example.org/1\r\n";

        var first = await desk.DoneAsync(BulkKind.Claims, File);
        var second = await desk.CheckedAsync(BulkKind.Claims, File);

        Assert.Equal((1, 1), (first.Made, first.Same));
        Assert.Equal((0, 2), (second.New, second.Same));
    }

    [Theory, DatabaseData]
    public async Task Kill_InTheMiddle_IsFinishedByAnotherProcessWithoutDoubles(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(200));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.StepAsync();
        var half = (await desk.LoadAsync(import.Id)).Made;

        // Another node has to wait until the lease of the dead one has run out.
        desk.Memory = new BulkMemory(new BackgroundWrites());
        Assert.False(await desk.StepAsync());
        desk.Room.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.WorkAsync();

        Assert.InRange(half, 1, 199);
        var done = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Done, 200), (done.State, done.Made));
        var keys = await desk.Room.WithAsync(db => db.Claims.OrderBy(c => c.Number).Select(c => c.ExternalKey).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"k{i}"), keys);
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task AllOrNothing_UntilItIsDone_IsInNoListAndNoSearch(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(100), allOrNothing: true);
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.StepAsync();
        await FollowAsync(desk);

        Assert.True((await desk.LoadAsync(import.Id)).Made > 0);
        Assert.Equal(0, await ListedAsync(desk));
        Assert.Equal((0, 0, 0), await desk.Room.WithAsync(async db => (await db.Sources.CountAsync(Ct), await db.Parties.CountAsync(Ct), await db.SearchTexts(SearchScope.Desk).CountAsync(Ct))));

        await desk.WorkAsync();
        await FollowAsync(desk);
        Assert.Equal(100, await ListedAsync(desk));
        Assert.Equal((5, 3, 100), await desk.Room.WithAsync(async db => (await db.Sources.CountAsync(Ct), await db.Parties.CountAsync(Ct), await db.SearchTexts(SearchScope.Desk).CountAsync(Ct))));
        await IndexState.AssertInStepAsync(desk.Room.Database);
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task AllOrNothing_ThatFailsOnTheWay_LeavesNothingAlsoAfterAKill(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var rows = string.Join("", Enumerable.Range(1, 90).Select(i => $"https://example.org/{i},Article {i}\r\n"));
        var import = await desk.CheckedAsync(BulkKind.Sources, "url,title\r\n" + rows + "https://example.org/taken,Taken\r\n", allOrNothing: true);
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.StepAsync();

        // Meanwhile somebody begins to bring in the same source, and is not done either.
        var other = await desk.StagedElsewhereAsync("url,title\r\nhttps://example.org/taken,Taken\r\n");
        await desk.HideAsync(other, "https://example.org/taken");
        while ((await desk.LoadAsync(import.Id)).State is BulkState.Running)
        {
            await desk.StepAsync();
        }

        desk.Memory = new BulkMemory(new BackgroundWrites());
        desk.Room.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.WorkAsync();
        var failed = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Failed, 91), (failed.State, failed.FailedRow));
        Assert.Equal(1, await desk.Room.WithAsync(db => db.Sources.IgnoreQueryFilters().CountAsync(Ct)));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task AllOrNothing_WithAFaultyRow_IsNotRun(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(2) + "k9,,,https://example.org/1,,,\r\n", allOrNothing: true);

        Assert.IsType<Outcome.Invalid>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        Assert.Equal(BulkState.Checked, (await desk.LoadAsync(import.Id)).State);
    }

    [Theory, DatabaseData]
    public async Task Undo_TakesAwayWhatItMadeAndLeavesWhatSomebodyWorkedOn(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(60));
        var edited = await desk.Room.LoadAsync(7);
        Assert.IsType<Outcome.Done>(await desk.Room.ReviseAsync(7, edited.Version, new ClaimEdit { Statement = TextEdit.Of(("en", "Seven ships left")) }));
        var linking = await desk.Room.LoggedAsync(Newsroom.AClaim() with { Links = [new LinkRow { ToNumber = 9, Kind = LinkKind.Denies }] });

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();

        var undone = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Undone, 58, 2), (undone.State, undone.Undone, undone.Left));
        Assert.Equal([7, 9, linking.Number], await desk.Room.WithAsync(db => db.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Ct)));
        var left = (await desk.RowsAsync(import.Id)).Where(r => r.Fate is BulkFate.Left).Select(r => (r.ClaimNumber, r.LeftBecause));
        Assert.Equal([(7, BulkLeft.Edited), (9, BulkLeft.Linked)], left.Select(l => (l.ClaimNumber ?? 0, l.LeftBecause ?? default)));

        // The speakers and sources of the two that stay are still used.
        Assert.Equal(2, await desk.Room.WithAsync(db => db.Sources.CountAsync(s => s.DataSetId != null, Ct)));
        Assert.Empty(await desk.Room.VerifyAsync());

        // What was undone can come in again.
        var again = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(60));
        Assert.Equal((58, 2), (again.New, again.Same));
    }

    [Theory, DatabaseData]
    public async Task Check_AClaimThatAnUndoneImportLeft_IsTheSameWithoutAKeyToo(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        const string file = "statement en,claimant,url\nShips left,Kim,https://example.org/1\nShips came,Kim,https://example.org/2\n";
        var import = await desk.DoneAsync(BulkKind.Claims, file);
        Assert.IsType<Outcome.Done>(await desk.Room.ReviseAsync(1, 1, new ClaimEdit { Statement = TextEdit.Of(("en", "Seven ships left")) }));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();

        var again = await desk.CheckedAsync(BulkKind.Claims, file);

        Assert.Equal((1, 1), (again.New, again.Same));
    }

    [Theory, DatabaseData]
    public async Task Check_AClaimTwiceUnderTwoKeys_IsAFault(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);

        var import = await desk.CheckedAsync(BulkKind.Claims, "key,statement en,claimant,url\n1,Ships left,Kim,https://example.org/1\n2,ships  left,Kim,https://example.org/1\n3,Ships left,Kim,https://example.org/2\n");

        Assert.Equal((2, 1), (import.New, import.Faulty));
    }

    [Theory, DatabaseData]
    public async Task Run_AnotherDryRunThanTheOneSeen_IsRefused(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var seen = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(3));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.CheckAsync(seen.Id, new BulkSettings(seen.Columns, BulkDesk.Defaults, "Another", false), desk.Room.Checker, Ct)));
        await desk.WorkAsync();

        Assert.Equal("ChangedSince", Assert.IsType<Outcome.NotNow>(await desk.DoAsync(s => s.RunAsync(seen.Id, desk.Room.Editor, Ct, seen.Judged))).Code);
        Assert.IsType<Outcome.Done>(await desk.DoAsync(async s => await s.RunAsync(seen.Id, desk.Room.Editor, Ct, (await desk.LoadAsync(seen.Id)).Judged)));
    }

    [Theory, DatabaseData]
    public async Task Undo_ByAnotherEditor_IsWrittenDownAsTheirs(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(2));
        var other = new AppUser { Id = Guid.CreateVersion7(), UserName = "Huda", NormalizedUserName = "HUDA", DisplayName = "Huda", Roles = Roles.Editor, CreatedAt = DateTime.UnixEpoch };
        await desk.Room.WithAsync(async db =>
        {
            db.Users.Add(other);
            await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
            return true;
        });

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(import.Id, other.ToActor(new DateOnly(2026, 11, 22)), Ct)));
        await desk.WorkAsync();

        Assert.All(await desk.Room.WithAsync(db => db.AuditEntries.Where(e => e.Action == BulkWork.UndoAction).ToListAsync(Ct)), e => Assert.Equal(other.Id, e.ActorId));
    }

    [Theory, DatabaseData]
    public async Task Stop_ThenContinue_GoesOnWhereItStopped(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        var import = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(150));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.StepAsync();
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.StopAsync(import.Id, desk.Room.Editor, Ct)));

        Assert.False(await desk.StepAsync());
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.ContinueAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        Assert.Equal((BulkState.Done, 150), ((await desk.LoadAsync(import.Id)).State, (await desk.LoadAsync(import.Id)).Made));
    }

    [Theory, DatabaseData]
    public async Task Run_AppearancesAndEvidence_AreAddedToTheirClaims(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        await desk.DoneAsync(BulkKind.Claims, BulkDesk.Claims(2));

        var appearances = await desk.DoneAsync(BulkKind.Appearances, "claim,url,title,quote,paragraph,strength\r\nCT-1,https://example.net/a,Elsewhere,one ship,٣,hedged\r\nk2,https://example.org/1,,two ships,,\r\nCT-77,https://example.net/b,,,,\r\n");
        var evidence = await desk.DoneAsync(BulkKind.Evidence, "رقم الادعاء;الرابط;الموقف;ملاحظة\r\nCT-1;https://example.net/a;يدحض;لم تغادر السفن\r\nCT-2;https://example.net/a;supports;\r\n");

        Assert.Equal((2, 1), (appearances.Made, appearances.Faulty));
        Assert.Equal((2, 0), (evidence.Made, evidence.Faulty));
        var first = await desk.Room.LoadAsync(1);
        Assert.Equal((2, 3, AppearanceStrength.Hedged), (first.Appearances.Count, first.Appearances[1].ParagraphFrom, first.Appearances[1].Strength));
        Assert.Equal("لم تغادر السفن", first.Evidence.Single().Note["ar"]);

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(appearances.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        Assert.Single((await desk.Room.LoadAsync(1)).Appearances);

        // The source that it made carries evidence now.
        Assert.True(await desk.Room.WithAsync(db => db.Sources.AnyAsync(s => s.Address == "https://example.net/a", Ct)));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Stage_HeadsSeenBefore_AreMappedAsThen(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        const string File = "col a,col b\r\nShips left,https://example.org/1\r\n";
        var import = await desk.StagedAsync(BulkKind.Claims, File);
        Assert.Equal(["", ""], import.Columns);
        await desk.DoAsync(s => s.CheckAsync(import.Id, new BulkSettings([BulkFields.Statement, BulkFields.Address], BulkDesk.Defaults, null, false), desk.Room.Checker, Ct));

        var next = await desk.StagedAsync(BulkKind.Claims, File);

        Assert.Equal([BulkFields.Statement, BulkFields.Address], next.Columns);
        Assert.Equal("Came with the file", BulkMapping.ConstantsOf(next)[BulkFields.Reason]);
    }

    [Theory, DatabaseData]
    public async Task Import_ByWhoeverMayNot_IsRefused(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        Assert.IsType<Outcome.NotPermitted>(await desk.StageAsync(BulkKind.Claims, BulkDesk.Claims(1), desk.Room.Admin));
        var import = await desk.CheckedAsync(BulkKind.Claims, BulkDesk.Claims(1));

        Assert.IsType<Outcome.NotPermitted>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Checker, Ct)));
        Assert.IsType<Outcome.NotNow>(await desk.DoAsync(s => s.UndoAsync(import.Id, desk.Room.Editor, Ct)));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.DiscardAsync(import.Id, desk.Room.Checker, Ct)));
        Assert.Empty(await desk.RowsAsync(import.Id));
    }

    private static Task<int> ListedAsync(BulkDesk desk) =>
        desk.Room.WithAsync(async db => (await new DeskClaimList(db).PageAsync(new DeskClaimQuery(), Ct)).Total);

    private static async Task FollowAsync(BulkDesk desk)
    {
        await using var db = desk.Room.Database.CreateContext();
        await IndexState.CatchUpAsync(db);
    }
}
