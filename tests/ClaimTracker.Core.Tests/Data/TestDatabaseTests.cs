using ClaimTracker.Core.Data;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Data;

public sealed class TestDatabaseTests
{
    [Theory]
    [DatabaseData]
    public async Task Database_IsMadeFromTheMigrations(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.CreateContext();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.Claims.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [DatabaseData]
    public async Task Database_HasTheTablesOfTheModel(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }
}
