using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

public sealed class SeedRemoverTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Remove_Untouched_LeavesNothingButTheRecord(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        await using var db = database.CreateContext();

        var result = await new SeedRemover(db).RemoveAsync(SeedDatabase.Key, Actor.System, Ct);

        Assert.Equal(new RemoveResult(176, 138, 93, 102, 14, 0), result);
        Assert.False(await db.Claims.AnyAsync(Ct) || await db.Sources.AnyAsync(Ct) || await db.Parties.AnyAsync(Ct) || await db.DataSets.AnyAsync(Ct));
        Assert.False(await db.PublicClaims.AnyAsync(Ct) || await db.PublicFacets.AnyAsync(Ct) || await db.PublicLinks.AnyAsync(Ct));
        Assert.All(await db.PublicCounts.ToListAsync(Ct), c => Assert.Equal(0, c.Count));
        Assert.Equal(352, await db.Publications.CountAsync(Ct));
        Assert.Equal(176, await db.AuditEntries.CountAsync(e => e.Action == SeedRemover.Action && e.Stream.StartsWith("claim:"), Ct));

        // It can come back, under new numbers.
        Assert.Equal(176, (await SeedLoader.LoadAsync(db, Ct)).Claims);
        Assert.Equal(177, await db.Claims.MinAsync(c => c.Number, Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Remove_WhatAPersonTouched_StaysWithAllItRestsOn(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        const string touched = "sk-6700-containers-shipped";
        int number;
        await using (var db = database.CreateContext())
        {
            var claim = await SeedDatabase.ClaimAsync(db, touched);
            number = claim.Number;
            claim.Statement = claim.Statement.With("en", "Mended by a person.");
            (await db.Topics.SingleAsync(t => t.Slug == "history-of-ties", Ct)).Name = LocalizedText.Of(("en", "Old ties"));
            await db.SaveAsync(SeedDatabase.Editing, Ct);
        }

        await using (var db = database.CreateContext())
        {
            var result = await new SeedRemover(db).RemoveAsync(SeedDatabase.Key, Actor.System, Ct);
            Assert.Equal(175, result?.Claims);
            Assert.True(result?.Kept > 10);
        }

        await using var check = database.CreateContext();
        var kept = await SeedDatabase.ClaimAsync(check, touched);
        Assert.Equal("Mended by a person.", kept.Statement["en"]);
        Assert.Equal((1, 1, 4), (kept.Claimants.Count, kept.Appearances.Count, kept.Evidence.Count));
        Assert.Empty(kept.Links);
        Assert.True(await check.Topics.AnyAsync(t => t.Slug == "history-of-ties", Ct));
        Assert.True(await check.Parties.AnyAsync(p => p.ExternalKey == "government-of-south-korea", Ct), "The ministry's government stays with it.");
        Assert.Equal([number], await check.PublicClaims.Select(p => p.Number).ToListAsync(Ct));
        Assert.True(await check.DataSets.AnyAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Remove_UnknownDataSet_IsNull(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        Assert.Null(await new SeedRemover(db).RemoveAsync("no-such", Actor.System, Ct));
    }
}
