using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Data;

public sealed class ConcurrencyTokenTests
{
    [Theory]
    [DatabaseData]
    public async Task Model_VersionOfEveryVersionedRecord_IsWhatSavesAreCheckedAgainst(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        var versioned = db.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)).ToList();

        Assert.NotEmpty(versioned);
        Assert.Empty(versioned.Where(t => t.FindProperty(nameof(IVersioned.Version)) is not { IsConcurrencyToken: true }).Select(t => t.ClrType.Name));
    }
}
