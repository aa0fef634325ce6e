using System.Data.Common;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>The desk finds claims by what stands in other records, and forgets it with them.</summary>
public sealed class DeskSearchIndexTests
{
    private const string OfAnOlderFold = "as an older fold left it";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task ArticleError_OfASourceTheClaimIsNotIn_IsFollowedFromItsFirstDayToItsLast(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = (await room.LoggedAsync()).Appearances[0].SourceId;
        var touched = (await room.LoggedAsync(Newsroom.AClaim("Grain left the harbour"))).Number;

        await FaultAsync(room, source, new ArticleErrorRow { Kind = "inconsistency", Published = TextEdit.Of(("en", "A xylophone was fired")), Basis = ["evidence"], Claims = [touched] });
        Assert.Equal([touched], await FoundAsync(room, "xylophone"));

        var id = await room.WithAsync(db => db.ArticleErrors.Select(e => e.Id).SingleAsync(Ct));
        await FaultAsync(room, source, new ArticleErrorRow { Id = id, Kind = "inconsistency", Published = TextEdit.Of(("en", "A trombone was fired")), Basis = ["evidence"], Claims = [touched] });
        Assert.Empty(await FoundAsync(room, "xylophone"));
        Assert.Equal([touched], await FoundAsync(room, "trombone"));

        await WithholdAsync(room, source);
        Assert.Empty(await FoundAsync(room, "trombone"));
        Assert.Equal([touched], await FoundAsync(room, "trombone", seesStaffOnly: true));

        await FaultAsync(room, source, new ArticleErrorRow { Id = id, Kind = "inconsistency", Remove = true });
        Assert.Empty(await FoundAsync(room, "trombone", seesStaffOnly: true));
        await IndexState.AssertInStepAsync(room.Database);
    }

    [Theory, DatabaseData]
    public async Task WithheldSource_IsFoundByThoseWhoSeeIt_AndHintedAtToNobodyElse(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = Newsroom.ASource() with { Title = LocalizedText.Of(("en", "The bassoon dossier")) };
        var claim = await room.LoggedAsync(Newsroom.AClaim() with { Appearances = [new AppearanceRow { Source = source, Quote = "spoken beside the clavichord", Strength = AppearanceStrength.Reported }] });
        string[] words = ["bassoon", "clavichord", "basso*", "\"bassoon dossier\"", "kind:quantity clavichord"];
        foreach (var word in words)
        {
            Assert.True((await FoundAsync(room, word)).Count == 1, word);
        }

        await WithholdAsync(room, claim.Appearances[0].SourceId);

        foreach (var word in words.Where(w => w[0] != '"'))
        {
            Assert.True((await FoundAsync(room, word, seesStaffOnly: true)).Count == 1, $"checker: {word}");
        }

        foreach (var word in words)
        {
            Assert.True((await FoundAsync(room, word)).Count == 0, $"observer: {word}");
        }

        Assert.Equal([claim.Number], await OfferedAsync(room, "bassoo", seesStaffOnly: true));
        Assert.Empty(await OfferedAsync(room, "bassoo", seesStaffOnly: false));
        Assert.Null(await MeantAsync(room, "basssoon", seesStaffOnly: false));
        Assert.Null(await MeantAsync(room, "clavichrod", seesStaffOnly: false));
    }

    [Theory, DatabaseData]
    public async Task TopicRenamed_WhileItsClaimsAreFollowed_IsFollowedToo(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (topic, count) = await TopicOfManyAsync(room);
        await RenameAsync(room, topic, "marimba");
        Task? renamed = null;
        var meanwhile = new BeforeCommit(async () =>
        {
            renamed ??= Task.Run(() => RenameAsync(room, topic, "glockenspiel"), Ct);
            // It waits for us, where it does not overlook us.
            await Task.WhenAny(renamed, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        });
        await using (var db = room.Database.CreateContext(meanwhile))
        {
            await IndexState.CatchUpAsync(db);
        }

        await (renamed ?? Task.CompletedTask);
        await CatchUpAsync(room);

        Assert.Empty(await FoundAsync(room, "marimba"));
        Assert.Equal(count, (await FoundAsync(room, "glockenspiel")).Count);
    }

    [Theory, DatabaseData]
    public async Task TwoTopicsOfTheSameClaims_RenamedAtOnce_AreBothFollowed(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (first, count) = await TopicOfManyAsync(room);
        var (second, _) = await TopicOfManyAsync(room);
        Task? renamed = null;
        var meanwhile = new BeforeCommit(async () =>
        {
            renamed ??= Task.Run(() => RenameAsync(room, second, "glockenspiel"), Ct);
            await Task.WhenAny(renamed, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        });
        await using (var db = room.Database.CreateContext(meanwhile))
        {
            await RenameAsync(db, room, first, "marimba");
        }

        await (renamed ?? Task.CompletedTask);
        await CatchUpAsync(room);

        Assert.Equal(count, (await FoundAsync(room, "marimba")).Count);
        Assert.Equal(count, (await FoundAsync(room, "glockenspiel")).Count);
    }

    [Theory, DatabaseData]
    public async Task PartyRenamed_WhileTheIndexIsBuiltAnew_IsFoundByTheNewNameOnly(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var party = claim.Claimants[0].PartyId;
        Task<Outcome>? renamed = null;
        var meanwhile = new BeforeCommit(async () =>
        {
            renamed ??= Task.Run(() => RenamePartyAsync(room, party, "Shin Zephyr"), Ct);
            await Task.WhenAny(renamed, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        })
        { After = "NameWords" };
        await using (var db = room.Database.CreateContext(meanwhile))
        {
            await new SearchIndex(db).RebuildAsync(null, Ct);
        }

        Assert.IsType<Outcome.Done>(renamed is null ? null : await renamed);
        var words = await room.WithAsync(db => db.NameWords.Where(n => n.PartyId == party).Select(n => n.Word).OrderBy(w => w).ToListAsync(Ct));
        Assert.Equal(["shin", "zephyr"], words);
        Assert.Equal([claim.Number], await FoundAsync(room, "claimant:zephyr"));
    }

    [Theory, DatabaseData]
    public async Task Source_RetitledWhileTheIndexIsBuiltAnew_KeepsItsNewFoldedText(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = (await room.LoggedAsync()).Appearances[0].SourceId;
        await LeaveByAnOlderFoldAsync(room);
        Task<Outcome>? retitled = null;
        var meanwhile = new AfterReading("FROM \"Sources\"", async () =>
        {
            retitled ??= Task.Run(() => RetitleAsync(room, source, "The bassoon dossier"), Ct);
            await Task.WhenAny(retitled, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        });
        await using (var db = room.Database.CreateContext(meanwhile))
        {
            await new SearchIndex(db).EnsureAsync(null, Ct);
        }

        Assert.IsType<Outcome.Done>(retitled is null ? null : await retitled);
        await using var after = room.Database.CreateContext();
        Assert.Equal([source], await after.Sources.Matching("bassoon").Select(s => s.Id).ToListAsync(Ct));
        Assert.Empty(await after.Sources.Where(s => EF.Property<string>(s, FoldedColumns.Text) == OfAnOlderFold).ToListAsync(Ct));
        Assert.Empty(await after.Parties.Where(p => EF.Property<string>(p, FoldedColumns.Text) == OfAnOlderFold).ToListAsync(Ct));
    }

    private static async Task LeaveByAnOlderFoldAsync(Newsroom room)
    {
        await using var db = room.Database.CreateContext();
        foreach (var table in new[] { "Sources", "Parties" })
        {
            await IndexState.ScalarAsync(db, $"UPDATE \"{table}\" SET \"FoldedText\" = '{OfAnOlderFold}'");
        }

        await IndexState.ScalarAsync(db, "UPDATE \"SearchTotals\" SET \"FoldVersion\" = 1");
    }

    /// <summary>A topic that more claims have than one save waits for.</summary>
    private static async Task<(Guid Topic, int Claims)> TopicOfManyAsync(Newsroom room)
    {
        await using var db = room.Database.CreateContext();
        if (!await db.Claims.AnyAsync(Ct))
        {
            await BulkRows.WriteAsync(db, Enumerable.Range(1, 120).Select(n => new Claim
            {
                Number = n,
                Statement = LocalizedText.Of(("en", $"Ship {n} left the harbour")),
                OriginalLanguage = "en",
                Kind = ClaimKind.Event,
                Aspect = RatedAspect.Content,
                LoggedAt = db.Now,
            }), Ct);
        }

        var claims = await db.Claims.ToListAsync(Ct);
        var topic = new Topic { Id = Guid.CreateVersion7(), Slug = $"many-{Guid.NewGuid():N}", Name = LocalizedText.Of(("en", "Many")) };
        db.Add(topic);
        db.AddRange(claims.Select(c => new ClaimTopic { Id = Guid.CreateVersion7(), ClaimNumber = c.Number, TopicId = topic.Id }));
        await db.SaveAsync(new ChangeContext(Actor.System, "topic.create"), Ct);
        await CatchUpAsync(room);
        return (topic.Id, claims.Count);
    }

    private static async Task CatchUpAsync(Newsroom room)
    {
        await using var db = room.Database.CreateContext();
        await IndexState.CatchUpAsync(db);
    }

    private static async Task RenameAsync(Newsroom room, Guid topic, string name)
    {
        await using var db = room.Database.CreateContext();
        await RenameAsync(db, room, topic, name);
    }

    private static async Task RenameAsync(ClaimDbContext db, Newsroom room, Guid topic, string name) =>
        Assert.IsType<Outcome.Done>(await new TopicService(db).ReviseAsync(
            topic, await db.Topics.Where(t => t.Id == topic).Select(t => t.Version).SingleAsync(Ct), new TopicEdit { Name = TextEdit.Of(("en", name)) }, room.Admin, Ct));

    private static Task<Outcome> RenamePartyAsync(Newsroom room, Guid party, string name) => room.WithAsync(async db => await new PartyService(db).ReviseAsync(
        party, await db.Parties.Where(p => p.Id == party).Select(p => p.Version).SingleAsync(Ct), new PartyEdit { Name = TextEdit.Of(("en", name)) }, room.Editor, Ct));

    private static Task<Outcome> RetitleAsync(Newsroom room, Guid source, string title) => room.WithAsync(async db => await new SourceService(db).ReviseAsync(
        source, await db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct), new SourceEdit { Title = TextEdit.Of(("en", title)) }, room.Editor, Ct));

    private static Task<IReadOnlyList<int>> OfferedAsync(Newsroom room, string typed, bool seesStaffOnly) =>
        room.WithAsync(async db => (await new ClaimSuggestions(db, SearchScope.Desk).OfferAsync(typed, seesStaffOnly, Ct)).Claims);

    private static Task<string?> MeantAsync(Newsroom room, string query, bool seesStaffOnly) => room.WithAsync(async db =>
        (await new ClaimSearch(db, SearchScope.Desk).FindAsync(new SearchRequest { Query = SearchQuery.Parse(query), SeesStaffOnly = seesStaffOnly }, Ct)).DidYouMean);

    private static async Task FaultAsync(Newsroom room, Guid sourceId, ArticleErrorRow row) =>
        Assert.IsType<Outcome.Done>(await room.WithAsync(async db => await new SourceService(db).ReviseAsync(
            sourceId, await db.Sources.Where(s => s.Id == sourceId).Select(s => s.Version).SingleAsync(Ct), new SourceEdit { Errors = [row] }, room.Editor, Ct)));

    private static async Task WithholdAsync(Newsroom room, Guid sourceId) =>
        Assert.IsType<Outcome.Done>(await room.WithAsync(async db => await new SourceService(db).WithholdAsync(
            sourceId, await db.Sources.Where(s => s.Id == sourceId).Select(s => s.Version).SingleAsync(Ct), "She is at risk", room.Editor, Ct)));

    private static Task<List<int>> FoundAsync(Newsroom room, string query, bool seesStaffOnly = false) => room.WithAsync(async db =>
        (await new ClaimSearch(db, SearchScope.Desk).FindAsync(new SearchRequest { Query = SearchQuery.Parse(query), SeesStaffOnly = seesStaffOnly }, Ct)).Claims.Select(c => c.Number).ToList());

    /// <summary>Does something when a transaction is about to commit; with <see cref="After"/>, only one that named this table.</summary>
    private sealed class BeforeCommit(Func<Task> act) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private bool isTime;

        public string? After { get; init; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            isTime |= After is not null && command.CommandText.Contains(After, StringComparison.Ordinal);
            return ValueTask.FromResult(result);
        }

        public async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (After is null || isTime)
            {
                isTime = false;
                await act();
            }

            return result;
        }
    }

    /// <summary>Does something between what was read and what is done with it.</summary>
    private sealed class AfterReading(string what, Func<Task> act) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (command.CommandText.Contains(what, StringComparison.Ordinal) && command.CommandText.Contains("FoldedText", StringComparison.Ordinal))
            {
                await act();
            }

            return result;
        }
    }
}
