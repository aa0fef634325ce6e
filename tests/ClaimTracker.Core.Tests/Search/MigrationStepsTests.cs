using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Exchange;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>
/// Migrations, one after the other over a database that holds the first data from the first of them on: after each the indexes
/// hold what the rows do, whatever it did to the tables. A migration to come is tried like those that are there.
/// </summary>
public sealed class MigrationStepsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Migrate_StepByStepOverData_KeepsIndexAndRowsInStep(DatabaseProvider provider)
    {
        var filled = await SeedDatabase.ToReadAsync(provider);
        await using var source = filled.CreateContext();
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await using var db = database.CreateContext();
        await db.Database.OpenConnectionAsync(Ct);
        var rows = provider is DatabaseProvider.Sqlite ? (IRowCopy)new SqliteRows(db, source) : new PostgresRows(db, source);

        var isIndexed = false;
        foreach (var step in db.Database.GetMigrations())
        {
            await db.GetService<IMigrator>().MigrateAsync(step, Ct);
            isIndexed |= step.EndsWith("_SearchIndex", StringComparison.Ordinal);
            await rows.FillAsync(isIndexed, Ct);
            if (isIndexed)
            {
                await IndexState.AssertFollowedAsync(db);
            }
        }

        Assert.Equal(await source.SearchTexts(SearchScope.Public).CountAsync(Ct), await db.SearchTexts(SearchScope.Public).CountAsync(Ct));
        Assert.Equal(await source.Claims.CountAsync(Ct), await db.Claims.CountAsync(Ct));
        Assert.False(await SearchIndexSchema.RepairAsync(db, Ct));
        await IndexState.AssertInStepAsync(database);
    }
}
