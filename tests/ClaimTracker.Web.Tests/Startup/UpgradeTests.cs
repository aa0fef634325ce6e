using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>
/// A database made by the program of the previous issue, which tests/upgrade.sh has built, is opened by this one: its chains verify,
/// readers get the same claims, versions and histories, and search finds what it found.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-upgrade-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Start_OnTheDatabaseOfThePreviousIssue_KeepsWhatReadersHad(DatabaseProvider provider)
    {
        var older = Environment.GetEnvironmentVariable("CLAIMTRACKER_PREVIOUS_PROGRAM");
        Requirement.Check(File.Exists(older) ? null : "the previous issue's program is not built (tests/upgrade.sh builds it and says how to name it)");
        await using var made = await TestDatabase.CreateEmptyAsync(provider);
        var before = await AnswersAsync(older!, made, "--demo"); // checked above
        await using var database = await made.MovedAsync(Ct);

        var after = await AnswersAsync(SiteProgram.Current, database, "--demo");

        Assert.True(before.Pages.Count > 700, $"Only {before.Pages.Count} pages.");
        var changed = before.Pages.Where(p => after.Pages.GetValueOrDefault(p.Key) != p.Value).Select(p => $"{p.Key}\n  {p.Value}\n  {after.Pages.GetValueOrDefault(p.Key)}").ToList();
        Assert.True(changed.Count == 0 && after.Pages.Count == before.Pages.Count, $"{changed.Count} of {before.Pages.Count}: {string.Join('\n', changed.Take(2))}");
        Assert.All(before.Searches, s => Assert.Empty(s.Value.Except(after.Searches[s.Key])));
        await using var db = database.CreateContext();
        Assert.Empty(await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct));
        Assert.All(await db.SearchTotals.ToListAsync(Ct), t => Assert.Null(t.BuiltTo));
        Assert.Equal(await db.Claims.CountAsync(Ct), await db.SearchTexts(SearchScope.Desk).CountAsync(Ct));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<PublicAnswers> AnswersAsync(string program, TestDatabase database, params string[] arguments)
    {
        var (running, address) = await SiteProgram.StartAsync(program, database.Provider, database.ConnectionString, folder, arguments);
        await using (running)
        {
            await running.WaitForAsync("ClaimTracker:");
            return await PublicAnswers.ReadAsync(address);
        }
    }
}
