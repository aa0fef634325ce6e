using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>What readers' lists are made of is filled anew when an older program made it, from publications alone.</summary>
public sealed class PublicRowsUpgradeTests
{
    private const int Claims = 120;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Start_OnRowsOfAnOlderProgram_FillsThemAnewFromPublications(DatabaseProvider provider)
    {
        await using var database = await OlderAsync(provider);
        await using var db = database.CreateContext();
        var said = new Said();

        await new PublicRowsUpgrade(db).EnsureAsync(said, Ct);

        await AssertFilledAsync(database);
        Assert.Equal(new PublicRowsProgress(Claims, Claims), said.Reports[^1]);
        // Once is enough.
        said.Reports.Clear();
        await new PublicRowsUpgrade(db).EnsureAsync(said, Ct);
        Assert.Empty(said.Reports);
    }

    [Theory, DatabaseData]
    public async Task Start_AfterOneThatWasStopped_GoesOnWhereThatWas(DatabaseProvider provider)
    {
        await using var database = await OlderAsync(provider);
        var said = new Said();
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            await using var first = database.CreateContext();
            said.Then = stop.Cancel;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PublicRowsUpgrade(first).EnsureAsync(said, stop.Token));
        }

        var reached = Assert.Single(said.Reports).Done;
        Assert.InRange(reached, 1, Claims - 1);
        said.Then = null;
        await using var db = database.CreateContext();
        await new PublicRowsUpgrade(db).EnsureAsync(said, Ct);

        Assert.True(said.Reports[1].Done > reached);
        await AssertFilledAsync(database);
    }

    [Theory, DatabaseData]
    public async Task Start_OfTwoNodesAtOnce_FillsEachRowOnce(DatabaseProvider provider)
    {
        await using var database = await OlderAsync(provider);
        await using var one = database.CreateContext();
        await using var two = database.CreateContext();

        await Task.WhenAll(new PublicRowsUpgrade(one).EnsureAsync(null, Ct), new PublicRowsUpgrade(two).EnsureAsync(null, Ct));

        await AssertFilledAsync(database);
    }

    [Theory, DatabaseData]
    public async Task Rows_AfterANewerProgramBegan_AreLeftAlone(DatabaseProvider provider)
    {
        await using var database = await OlderAsync(provider);
        await using (var newer = database.CreateContext())
        {
            (await newer.PublicRowsBuilds.SingleAsync(Ct)).Version = PublicRows.Version + 1;
            await newer.SaveChangesAsync(Ct);
        }

        await using var db = database.CreateContext();
        var before = await db.PublicFacets.CountAsync(Ct);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new PublicProjection(db).RebuildAsync(Ct));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await db.PublicFacets.CountAsync(Ct));
    }

    /// <summary>Publications with rows as a program left them that knew no facets but the list itself, no links, no notices and other columns.</summary>
    private static async Task<TestDatabase> OlderAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var documents = new GeneratedClaims().Take(Claims)
            .Select(d => d.Number == 1 ? d with { Links = [new PublicLinkTo(LinkKind.Denies, 2)] } : d).ToList();
        db.Publications.AddRange(documents.Select(GeneratedClaims.PublicationOf));
        foreach (var rows in documents.Select(d => PublicRows.Of(1, d)))
        {
            if (rows.Claim is { } claim)
            {
                (claim.RatingCode, claim.Language, claim.Repeats, claim.Tally) = (null, "xx", 0, null);
                db.PublicClaims.Add(claim);
            }

            db.PublicFacets.AddRange(rows.Facets.Where(f => f.Facet == Facets.All));
        }

        db.PublicCounts.Add(new PublicCount { Facet = Facets.All, Value = Facets.Yes, Count = Claims });
        (await db.PublicRowsBuilds.SingleAsync(Ct)).Version = PublicRows.Version - 1;
        await db.SaveChangesAsync(Ct);
        return database;
    }

    private static async Task AssertFilledAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var filled = await RowsAsync(db);
        await new PublicProjection(db).RebuildAsync(Ct);
        Assert.Equal(await RowsAsync(db), filled);
        Assert.Contains("Denies", filled, StringComparison.Ordinal);
        Assert.NotEqual(0, await db.PublicTallies.SumAsync(t => t.Count, Ct));
        Assert.DoesNotContain("xx", filled, StringComparison.Ordinal);
    }

    private static async Task<string> RowsAsync(ClaimDbContext db) => string.Join('\n', (await db.PublicClaims.AsNoTracking().ToListAsync(Ct)).Select(c => $"{c.Number} {c.Version} {c.RatingCode} {c.Language} {c.Repeats} {c.Tally} {c.Card}")
        .Concat((await db.PublicFacets.AsNoTracking().ToListAsync(Ct)).Select(f => $"{f.Facet} {f.Value} {f.Number} {f.ReviewedAt:O} {f.AssertedSort:O} {f.Repeats}"))
        .Concat((await db.PublicCounts.AsNoTracking().ToListAsync(Ct)).Select(c => $"{c.Facet} {c.Value} {c.Count}"))
        .Concat((await db.PublicTallies.AsNoTracking().ToListAsync(Ct)).Where(t => t.Count != 0).Select(t => $"{t.Kind} {t.Value} {t.IsMonth} {t.Day:O} {t.Count}"))
        .Concat((await db.PublicLinks.AsNoTracking().ToListAsync(Ct)).Select(l => $"{l.FromNumber} {l.Kind} {l.ToNumber}"))
        .Concat((await db.PublicCorrections.AsNoTracking().ToListAsync(Ct)).Select(c => $"{c.Number} {c.Kind} {c.Notice}"))
        .Order(StringComparer.Ordinal));

    private sealed class Said : IProgress<PublicRowsProgress>
    {
        public List<PublicRowsProgress> Reports { get; } = [];

        public Action? Then { get; set; }

        public void Report(PublicRowsProgress value)
        {
            Reports.Add(value);
            Then?.Invoke();
        }
    }
}
