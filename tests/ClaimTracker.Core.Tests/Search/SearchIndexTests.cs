using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>Index, rows and counts agree, whatever happens to the claims and to the database.</summary>
public sealed class SearchIndexTests
{
    /// <summary>So many claims that an index over them is built in four parts of this size.</summary>
    private const int SeveralParts = 700;
    private const int PartSize = 200;

    private const int Number = ReviewScene.Number;

    private static readonly CorrectionInput Notice = new(
        CorrectionKind.Correction, LocalizedText.Of(("en", "The registers count weight, and we had not said so.")), LocalizedText.Empty, CorrectionCause.OurError);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData(1)]
    [DatabaseData(2)]
    public async Task Index_AfterAnythingPeopleDo_EqualsOneBuiltAnew(DatabaseProvider provider, int seed)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var desk = await BusyDesk.OpenAsync(room, seed);

        await desk.WorkAsync(80);

        await IndexState.AssertInStepAsync(room.Database);
        Assert.Empty(desk.Deeds.Except(desk.Done.Keys).Select(d => $"{d}: {desk.Refused[d]}"));
    }

    [Theory, DatabaseData]
    public async Task Index_ThroughVerdictsAndCorrections_EqualsOneBuiltAnew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        await IndexState.AssertInStepAsync(database);
        Assert.Equal([Number], await FoundAsync(database, "half of the shipment"));

        var words = ReviewScene.Draft with { RatingId = scene.False, Explanation = TextEdit.Of(("en", "Two independent registers list the cargo by weight. Neither supports the ministry's total.")) };
        await scene.MustAsync(async (d, v) => await d.Revisions.CorrectAsync(Number, v, (await d.Revisions.PreviewCorrectionAsync(Number, words, Ct))!.Hash, words, Notice, scene.Editors[0], Ct));
        await scene.MustAsync(async (d, v) => await d.Revisions.ApproveCorrectionAsync(Number, v, (await d.Revisions.PreviewAsync(Number, Ct))!.Hash, scene.Editors[1], Ct));
        Assert.Equal([Number], await FoundAsync(database, "cargo by weight"));
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The registers are disputed", scene.Editors[0], Ct));
        await IndexState.AssertInStepAsync(database);
    }

    [Theory, DatabaseData]
    public async Task Rebuild_StoppedMidway_IsFinishedByTheNextStart(DatabaseProvider provider)
    {
        await using var database = await FilledSearch.CreateAsync(provider, SeveralParts);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using (var db = database.CreateContext())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SearchIndex(db) { PartSize = PartSize }.RebuildAsync(new Each(p => stop.CancelIf(p.Done >= PartSize)), stop.Token));
        }

        await using (var db = database.CreateContext())
        {
            var reached = (await db.SearchTotals.SingleAsync(t => t.Scope == SearchScope.Public, Ct)).BuiltTo;
            Assert.NotNull(reached);
            await new SearchIndex(db).EnsureAsync(null, Ct);
            Assert.All(await db.SearchTotals.AsNoTracking().ToListAsync(Ct), t => Assert.Null(t.BuiltTo));
        }

        await IndexState.AssertInStepAsync(database);
    }

    [Theory, DatabaseData]
    public async Task Rebuild_WhileOthersPublish_LosesNothing(DatabaseProvider provider)
    {
        await using var database = await FilledSearch.CreateAsync(provider, SeveralParts);
        await using var db = database.CreateContext();
        using var built = new CancellationTokenSource();
        var publishing = Task.Run(() => PublishUntilAsync(database, built.Token), Ct);
        // One claim that was indexed already, and one that is still to come, when the first part is done.
        var said = new Each(p =>
        {
            if (p is { Scope: SearchScope.Public, Done: <= PartSize })
            {
                PublishAsync(database, 1_001, "zebrawood").GetAwaiter().GetResult();
                PublishAsync(database, 1_690, "quebracho").GetAwaiter().GetResult();
            }
        });

        await new SearchIndex(db) { PartSize = PartSize }.RebuildAsync(said, Ct);
        await built.CancelAsync();

        Assert.True(await publishing > 0);
        Assert.Equal([1_001], await FoundAsync(database, "zebrawood"));
        Assert.Equal([1_690], await FoundAsync(database, "quebracho"));
        await IndexState.AssertInStepAsync(database);
    }

    [Theory]
    [DatabaseData("""DROP TRIGGER "PublicSearchTexts_Inserted" """, """ALTER TABLE "PublicSearchTexts" DROP COLUMN "Vector" """)]
    [DatabaseData("""DROP TRIGGER "PublicSearchTexts_Deleted"; DROP TRIGGER "DeskSearchTexts_Updated" """, """DROP INDEX "IX_PublicSearchTexts_Vector" """)]
    [DatabaseData("""DROP TABLE "PublicSearchIndex" """, """DROP INDEX "IX_DeskSearchTexts_Vector"; ALTER TABLE "DeskSearchTexts" DROP COLUMN "Vector" """)]
    public async Task Start_AfterPartsWereDroppedByHand_MakesThemAgain(DatabaseProvider provider, string sqlite, string postgres)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await BusyDesk.OpenAsync(room, 1);
        await using var db = room.Database.CreateContext();
        Assert.False(await SearchIndexSchema.RepairAsync(db, Ct));
        await IndexState.ScalarAsync(db, provider is DatabaseProvider.Sqlite ? sqlite : postgres);

        Assert.True(await SearchIndexSchema.RepairAsync(db, Ct));

        Assert.False(await SearchIndexSchema.RepairAsync(db, Ct));
        Assert.Equal(52, (await FoundAsync(room.Database, "3 million shells"))[0]);
        await IndexState.AssertInStepAsync(room.Database);
    }

    [Theory, DatabaseData]
    public async Task Start_AfterATriggerWasMissingWhilePeopleWorked_FindsWhatTheyDid(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var desk = await BusyDesk.OpenAsync(room, 3);
        await using var db = room.Database.CreateContext();
        await IndexState.ScalarAsync(db, provider is DatabaseProvider.Sqlite
            ? """DROP TRIGGER "DeskSearchTexts_Deleted"; DROP TRIGGER "PublicSearchTexts_Deleted" """
            : """DROP INDEX "IX_PublicSearchTexts_Vector" """);
        await desk.WorkAsync(20);

        Assert.True(await SearchIndexSchema.RepairAsync(db, Ct));

        await IndexState.AssertInStepAsync(room.Database);
    }

    [Fact]
    public async Task Start_WhenItsStatementsTakeLongerThanOthersMay_WaitsForThem()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var db = database.CreateContext();
        await IndexState.ScalarAsync(db, """DROP INDEX "IX_PublicSearchTexts_Vector" """);
        db.Database.SetCommandTimeout(1);
        await using var other = database.CreateContext();
        await using var reading = await other.Database.BeginTransactionAsync(Ct);
        await IndexState.ScalarAsync(other, """LOCK TABLE "PublicSearchTexts" IN ACCESS SHARE MODE""");

        var start = new SearchIndex(db).EnsureAsync(null, Ct);
        await Task.Delay(TimeSpan.FromSeconds(2.5), Ct);
        await reading.CommitAsync(Ct);
        await start;

        Assert.False(await SearchIndexSchema.RepairAsync(db, Ct));
        Assert.Equal(1, db.Database.GetCommandTimeout());
    }

    [Fact]
    public async Task Table_RebuiltAsMigrationsDo_KeepsItsIndex()
    {
        await using var room = await Newsroom.OpenAsync(DatabaseProvider.Sqlite);
        await BusyDesk.OpenAsync(room, 1);
        await using var db = room.Database.CreateContext();
        foreach (var table in new[] { "PublicSearchTexts", "DeskSearchTexts" })
        {
            var create = (string)(await IndexState.ScalarAsync(db, $"SELECT sql FROM sqlite_master WHERE name = '{table}'"))!; // The table is there.
            await IndexState.ScalarAsync(db, create.Replace($"\"{table}\"", $"\"ef_temp_{table}\"", StringComparison.Ordinal));
            await IndexState.ScalarAsync(db, $"""INSERT INTO "ef_temp_{table}" SELECT * FROM "{table}"; DROP TABLE "{table}"; ALTER TABLE "ef_temp_{table}" RENAME TO "{table}" """);
        }

        Assert.True(await SearchIndexSchema.RepairAsync(db, Ct));

        await IndexState.AssertInStepAsync(room.Database);
    }

    private static async Task<List<int>> FoundAsync(TestDatabase database, string query)
    {
        await using var db = database.CreateReadContext();
        return [.. (await new PublicReader(db).Search.FindAsync(new SearchRequest { Query = SearchQuery.Parse(query) }, Ct)).Claims.Select(c => c.Number)];
    }

    private static async Task<int> PublishUntilAsync(TestDatabase database, CancellationToken stop)
    {
        var count = 0;
        do
        {
            await PublishAsync(database, 1_100 + (count * 37 % 500), $"again {count}");
            count++;
        }
        while (!stop.IsCancellationRequested);
        return count;
    }

    private static async Task PublishAsync(TestDatabase database, int number, string word)
    {
        await using var db = database.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await new Publisher(db).RepublishAsync(number, PublicationKind.Correction, d => d with { Summary = LocalizedText.Of(("en", word)) }, Ct);
        await transaction.CommitAsync(Ct);
    }

    private sealed class Each(Action<SearchIndexProgress> told) : IProgress<SearchIndexProgress>
    {
        public void Report(SearchIndexProgress value) => told(value);
    }
}

file static class Stops
{
    public static void CancelIf(this CancellationTokenSource source, bool isTime)
    {
        if (isTime)
        {
            source.Cancel();
        }
    }
}
