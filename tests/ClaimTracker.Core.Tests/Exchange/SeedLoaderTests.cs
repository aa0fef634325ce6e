using System.Diagnostics;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

public sealed class SeedLoaderTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Load_EmptyDatabase_BringsEverything(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.WithRatingsAsync(provider);
        await using var db = database.CreateContext();

        var watch = Stopwatch.StartNew();
        var result = await SeedLoader.LoadAsync(db, Ct);
        output.WriteLine($"{provider}: {result.Records} records, with audit and publications, in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(new ImportResult(176, 164, 138, 68, 93, 102, 14, 17, 19) { Records = result.Records }, result);
        Assert.Equal(34, await db.Figures.CountAsync(Ct));
        Assert.Equal(214, await db.Appearances.CountAsync(Ct));
        Assert.Equal(752, await db.AttributionSteps.CountAsync(Ct));
        Assert.Equal(331, await db.Evidence.CountAsync(Ct));
        Assert.Equal(151, await db.Claims.CountAsync(c => c.PublicState == PublicState.Imported, Ct));
        Assert.Equal(25, await db.Claims.CountAsync(c => c.PublicState == PublicState.Listed, Ct));
        Assert.Equal(15, await db.Claims.CountAsync(c => c.AsPublished, Ct));
        Assert.Equal(Enumerable.Range(1, 176), await db.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Ct));
        Assert.All(await db.Claims.ToListAsync(Ct), c => Assert.Equal((1, Stage.Logged), (c.Version, c.Stage)));
    }

    [Theory]
    [DatabaseData]
    public async Task Load_EveryClaim_IsAuditedAndPublished(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();

        var entries = await db.AuditEntries.Where(e => e.Action == Importer.Action).ToListAsync(Ct);
        Assert.All(entries, e => Assert.Equal((AuditKind.Import, null, 1L), (e.Kind, e.ActorId, e.Sequence)));
        var streams = entries.Select(e => e.Stream).ToHashSet();
        Assert.All(await db.Claims.Select(c => c.Number).ToListAsync(Ct), n => Assert.Contains(Claim.StreamOf(n), streams));
        Assert.All(await db.Sources.Select(s => s.Id).ToListAsync(Ct), id => Assert.Contains($"source:{id}", streams));
        Assert.All(await db.Parties.Select(p => p.Id).ToListAsync(Ct), id => Assert.Contains($"party:{id}", streams));

        var published = await db.PublicClaims.ToDictionaryAsync(p => p.Number, Ct);
        foreach (var claim in await db.Claims.ToListAsync(Ct))
        {
            var row = published[claim.Number];
            Assert.Equal((claim.PublicState, claim.IsContested, 1), (row.State, row.IsContested, row.Version));
            Assert.Equal(claim.PublicState is PublicState.Imported, row.RatingCode is not null);
        }

        Assert.Equal(25, await db.Publications.CountAsync(p => p.Kind == PublicationKind.Listed, Ct));
        Assert.Equal(151, await db.Publications.CountAsync(p => p.Kind == PublicationKind.Imported, Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Load_Twice_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        var before = await SeedDatabase.RowsAsync(database);

        database.Clock.Advance(TimeSpan.FromDays(1));
        await using var db = database.CreateContext();
        var result = await SeedLoader.LoadAsync(db, Ct);

        Assert.Equal(0, result.Records);
        var after = await SeedDatabase.RowsAsync(database);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
    }

    [Theory]
    [DatabaseData]
    public async Task Load_AfterAPersonsChange_LeavesItAlone(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        await using (var db = database.CreateContext())
        {
            var claim = await SeedDatabase.ClaimAsync(db, "sk-6700-containers-shipped");
            claim.Statement = claim.Statement.With("en", "Mended by a person.");
            db.Remove(claim.Appearances[0]);
            db.Remove(claim.Links[0]);
            (await db.Parties.SingleAsync(p => p.ExternalKey == "kremlin", Ct)).Name = LocalizedText.Of(("en", "The Kremlin, renamed"));
            await db.SaveAsync(SeedDatabase.Editing, Ct);
        }

        var before = await SeedDatabase.RowsAsync(database);
        await using (var db = database.CreateContext())
        {
            Assert.Equal(0, (await SeedLoader.LoadAsync(db, Ct)).Records);
        }

        Assert.All(await SeedDatabase.RowsAsync(database), table => Assert.Equal(before[table.Key], table.Value));
    }

    [Theory]
    [DatabaseData]
    public async Task Load_StoppedInTheMiddle_LeavesNothing(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.WithRatingsAsync(provider);
        var before = await SeedDatabase.RowsAsync(database);
        await using (var db = database.CreateContext())
        {
            db.SavedChanges += (_, _) => throw new OperationCanceledException("Stopped after the records were written, before they were published.");
            await Assert.ThrowsAsync<OperationCanceledException>(() => SeedLoader.LoadAsync(db, Ct));
        }

        Assert.All(await SeedDatabase.RowsAsync(database), table => Assert.Equal(before[table.Key], table.Value));
        await using var again = database.CreateContext();
        Assert.Equal(176, (await SeedLoader.LoadAsync(again, Ct)).Claims);
    }

    [Theory]
    [DatabaseData]
    public async Task Load_TwoAtOnce_LoadOnce(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.WithRatingsAsync(provider);
        await using var one = database.CreateContext();
        await using var other = database.CreateContext();

        var results = await Task.WhenAll(Task.Run(() => SeedLoader.LoadAsync(one, Ct), Ct), Task.Run(() => SeedLoader.LoadAsync(other, Ct), Ct));

        Assert.Equal([0, 176], results.Select(r => r.Claims).Order());
        await using var db = database.CreateContext();
        Assert.Equal(176, await db.Claims.CountAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Import_OfWhatIsMissing_AddsOnlyThat(DatabaseProvider provider)
    {
        var data = await SeedFiles.ReadEmbeddedAsync(Ct);
        const string gone = "moscow-pyongyang-deny-arms-transfers";
        var part = data with
        {
            Claims = [.. data.Claims.Where(c => c.Key != gone)],
            Relations = [.. data.Relations.Where(r => r.From != gone && r.To != gone)],
            ArticleErrors = [.. data.ArticleErrors.Select(e => e with { Claims = [.. e.Claims.Where(c => c != gone)] })],
        };
        await using var database = await SeedDatabase.WithRatingsAsync(provider);
        await using (var db = database.CreateContext())
        {
            Assert.Equal(175, (await new Importer(db).ImportAsync(part, Ct)).Claims);
        }

        await using (var db = database.CreateContext())
        {
            var result = await new Importer(db).ImportAsync(data, Ct);
            Assert.Equal(new ImportResult(1, data.Relations.Count - part.Relations.Count, 0, 0, 0, 0, 0, 0, 0) { Records = result.Records }, result);
        }

        await using var check = database.CreateContext();
        Assert.Equal(176, (await SeedDatabase.ClaimAsync(check, gone)).Number);
        Assert.Equal(164, await check.ClaimLinks.CountAsync(Ct));
        var linking = data.Relations.Where(r => r.To == gone).Select(r => r.From).ToHashSet();
        Assert.All(await check.Claims.ToListAsync(Ct), c => Assert.Equal(linking.Contains(c.ExternalKey!) ? 2 : 1, c.Version));
    }

    [Theory]
    [DatabaseData]
    public async Task Import_WithoutRatings_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        var refused = await Assert.ThrowsAsync<ImportException>(() => SeedLoader.LoadAsync(db, Ct));

        Assert.Contains(refused.Faults, f => f.Record == "vostochny-summit-2023-09-13" && f.Message.Contains("supported", StringComparison.Ordinal));
        Assert.False(await db.DataSets.AnyAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Load_PageKnownAlready_IsUsedAsItIs(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.WithRatingsAsync(provider);
        var mine = new Source
        {
            Id = Guid.CreateVersion7(),
            Kind = SourceKind.Report,
            Address = "https://world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=183924#top",
            AddressKey = SourceAddress.KeyOf("https://world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=183924#top"),
        };
        await using (var db = database.CreateContext())
        {
            db.Sources.Add(mine);
            await db.SaveAsync(SeedDatabase.Editing, Ct);
            Assert.Equal(137, (await SeedLoader.LoadAsync(db, Ct)).Sources);
        }

        await using var check = database.CreateContext();
        Assert.Equal(1, (await check.Sources.SingleAsync(s => s.Id == mine.Id, Ct)).Version);
        Assert.True(await check.Evidence.AnyAsync(e => e.SourceId == mine.Id, Ct));
        Assert.Equal(0, (await SeedLoader.LoadAsync(check, Ct)).Records);
    }

    [Theory]
    [DatabaseData]
    public async Task Load_Verdicts_AreImportedAndNameNobody(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var verdicts = await db.Verdicts.Include(v => v.Rating).Include(v => v.Authors).Include(v => v.Decisions).ToDictionaryAsync(v => v.ClaimNumber, Ct);

        Assert.All(verdicts.Values, v => Assert.Equal((VerdictState.Imported, 1, new DateOnly(2026, 11, 22)), (v.State, v.Number, v.AsOf)));
        Assert.All(verdicts.Values, v => Assert.Equal((null, 0, 0), (v.DecidedById, v.Authors.Count, v.Decisions.Count)));
        foreach (var claim in await db.Claims.ToListAsync(Ct))
        {
            var rating = verdicts[claim.Number].Rating;
            Assert.Equal(claim.PublicState is PublicState.Imported, rating is not null);
            Assert.Equal(claim.IsContested, rating?.Code == "Disputed");
            Assert.True(rating is null || rating.Aspect == claim.Aspect);
            Assert.Equal(claim.PublicState is PublicState.Listed ? verdicts[claim.Number].Explanation : LocalizedText.Empty, claim.HoldingNote);
        }
    }
}
