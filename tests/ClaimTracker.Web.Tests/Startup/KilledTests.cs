using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>A process that is killed while it writes leaves an index that agrees with its rows, and the next start brings it to its end.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Claims = 12_000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-killed-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Kill_WhileTheIndexIsBuilt_IsMadeGoodByTheNextStart(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var documents = new GeneratedClaims().Take(Claims).ToList();
        await BulkRows.WriteAsync(db, documents.Select(d => PublicRows.Of(1, d).Claim).OfType<PublicClaim>(), Ct);
        await BulkRows.WriteAsync(db, documents.Select(GeneratedClaims.PublicationOf), Ct);

        await KillWhenAsync(database, () => db.SearchTotals.AnyAsync(t => t.Scope == SearchScope.Public && t.BuiltTo > 0, Ct));
        Assert.True(await db.SearchTotals.AnyAsync(t => t.BuiltTo > 0, Ct), "The index was built before the process was killed.");
        await IndexState.AssertFollowedAsync(db);

        await StartAndStopAsync(database);
        Assert.Equal(Claims, await db.SearchTexts(SearchScope.Public).CountAsync(Ct));
        await IndexState.AssertInStepAsync(database);
    }

    [Theory, DatabaseData]
    public async Task Kill_WhileClaimsAreWritten_LeavesIndexAndRowsInStep(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        // The demonstration's panels are written claim by claim after the first data.
        await KillWhenAsync(database, () => db.Claims.AnyAsync(Ct), "--demo");
        await IndexState.AssertInStepAsync(database);

        await StartAndStopAsync(database, "--demo");
        await IndexState.AssertInStepAsync(database);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task KillWhenAsync(TestDatabase database, Func<Task<bool>> isTime, params string[] arguments)
    {
        var (program, _) = await SiteProgram.StartAsync(SiteProgram.Current, database.Provider, database.ConnectionString, folder, arguments);
        await using (program)
        {
            for (var waited = TimeSpan.Zero; !await isTime(); waited += Step)
            {
                Assert.True(waited < Patience, $"It never came to that. {program.Output} {program.Errors}");
                await Task.Delay(Step, Ct);
            }

            await program.StopAsync();
        }
    }

    private async Task StartAndStopAsync(TestDatabase database, params string[] arguments)
    {
        var (program, _) = await SiteProgram.StartAsync(SiteProgram.Current, database.Provider, database.ConnectionString, folder, arguments);
        await using (program)
        {
            await program.WaitForAsync("ClaimTracker:");
        }
    }
}
