using System.Globalization;
using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>A process that is killed in the middle of an import, or of its signing: the next one ends it, with no record twice.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 1_500;
    private const int Entries = 400;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-killed-import-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Kill_WhileRowsAreMade_IsFinishedByTheNextStartWithoutDoubles(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var id = await RunningAsync(db);

        await StartUntilAsync(database, () => db.BulkImports.AnyAsync(i => i.Made > 0, Ct));
        var half = await db.BulkImports.Select(i => i.Made).SingleAsync(Ct);
        await StartUntilAsync(database, () => db.BulkImports.AnyAsync(i => i.State == BulkState.Done, Ct));

        Assert.InRange(half, 1, Rows - 1);
        Assert.Equal(Rows, await db.BulkImports.Where(i => i.Id == id).Select(i => i.Made).SingleAsync(Ct));
        Assert.Equal(Rows, await db.Claims.Select(c => c.ExternalKey).Distinct().CountAsync(Ct));
        Assert.Equal(Rows, await db.Claims.CountAsync(Ct));
        Assert.Equal(Rows, await db.BulkRows.CountAsync(r => r.Fate == BulkFate.Made, Ct));
        Assert.Empty(await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct));
    }

    [Theory, DatabaseData]
    public async Task Kill_WhileEntriesAreSigned_IsFinishedByTheNextStartWithoutDoubles(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var id = await SigningAsync(db);

        await StartUntilAsync(database, () => db.BulkImports.AnyAsync(i => i.Signed > 0, Ct));
        var half = await db.BulkImports.Select(i => i.Signed).SingleAsync(Ct);
        await StartUntilAsync(database, () => db.BulkImports.AnyAsync(i => i.State == BulkState.Signed, Ct));

        Assert.InRange(half, 1, Entries - 1);
        Assert.Equal(Entries, await db.BulkImports.Where(i => i.Id == id).Select(i => i.Signed).SingleAsync(Ct));
        Assert.Equal((Entries, Entries), (await db.Publications.CountAsync(Ct), await db.Publications.Select(p => p.Number).Distinct().CountAsync(Ct)));
        Assert.Equal(Entries, await db.PublicClaims.CountAsync(c => c.State == PublicState.Published, Ct));
        Assert.Empty(await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct));
    }

    [Theory, DatabaseData]
    public async Task Kill_WhileOthersChecksArePublished_IsFinishedByTheNextStartWithoutDoubles(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var id = await ReleasingAsync(db);
        var made = await db.BulkImports.Where(i => i.Id == id).Select(i => i.Made).SingleAsync(Ct);

        await StartUntilAsync(database, () => db.Publications.AnyAsync(Ct));
        var half = await db.Publications.CountAsync(Ct);
        await StartUntilAsync(database, () => db.BulkImports.AnyAsync(i => i.State == BulkState.Done, Ct));

        Assert.InRange(half, 1, made - 1);
        Assert.Equal((made, made), (await db.Publications.CountAsync(Ct), await db.Publications.Select(p => p.Number).Distinct().CountAsync(Ct)));
        Assert.Equal(made, await db.PublicClaims.CountAsync(c => c.State == PublicState.Imported, Ct));
        Assert.Equal(made, await db.Claims.CountAsync(Ct));
        Assert.Empty(await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A file that is judged and started, and nobody at work on it.</summary>
    private static async Task<Guid> RunningAsync(ClaimDbContext db)
    {
        var editor = await EditorAsync(db);
        var text = new StringBuilder("key,statement en,claimant,url\n");
        for (var i = 1; i <= Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"k{i},Shipment {i} left the harbour,Speaker {i % 40},https://example.org/{i / 3}\n");
        }

        var id = await CheckedAsync(db, BulkKind.Claims, text.ToString(), editor);
        Assert.IsType<Outcome.Done>(await new BulkImportService(db).RunAsync(id, editor, Ct));
        return id;
    }

    /// <summary>Entries of our own archive that were just signed, and nobody at work on them.</summary>
    private static async Task<Guid> SigningAsync(ClaimDbContext db)
    {
        var editor = await EditorAsync(db);
        await RatingScale.EnsureAsync(db, Ct);
        var text = new StringBuilder("url,date published,byline,rating,headline,explanation,statement\n");
        for (var i = 1; i <= Entries; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"https://checks.example/{i},2019-03-05,Rana,false,No ship {i} left,The register shows none.,Ship {i} left the harbour\n");
        }

        var id = await CheckedAsync(db, BulkKind.Archive, text.ToString(), editor);
        Assert.IsType<Outcome.Done>(await new BulkImportService(db).RunAsync(id, editor, Ct));
        await WorkAsync(db);
        Assert.IsType<Outcome.Done>(await new BulkImportService(db).SignAsync(id, null, Guid.CreateVersion7(), editor, Ct));
        return id;
    }

    /// <summary>Others' checks that were all made, none of them shown yet, and nobody at work on them.</summary>
    private static async Task<Guid> ReleasingAsync(ClaimDbContext db)
    {
        var editor = await EditorAsync(db);
        await RatingScale.EnsureAsync(db, Ct);
        using var feed = new MemoryStream();
        await new MessyReviews(Entries).WriteAsync(feed);
        var id = await CheckedAsync(db, BulkKind.Reviews, Encoding.UTF8.GetString(feed.ToArray()), editor);
        Assert.IsType<Outcome.Done>(await new BulkImportService(db).RunAsync(id, editor, Ct));
        await WorkAsync(db, () => db.BulkImports.AnyAsync(i => i.State == BulkState.Releasing, Ct));
        return id;
    }

    private static async Task<Actor> EditorAsync(ClaimDbContext db)
    {
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = "Omar", NormalizedUserName = "OMAR", DisplayName = "Omar", Roles = Roles.Editor, CreatedAt = db.Now };
        db.Users.Add(user);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
        return user.ToActor(db.Today);
    }

    private static async Task<Guid> CheckedAsync(ClaimDbContext db, BulkKind kind, string text, Actor editor)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var service = new BulkImportService(db);
        var id = Assert.IsType<Outcome.Done>(await service.StageAsync(kind, "rows.csv", file, Guid.CreateVersion7(), editor, Ct)).Id;
        var columns = await db.BulkImports.AsNoTracking().Where(i => i.Id == id).Select(i => i.Columns).SingleAsync(Ct);
        var constants = new Dictionary<string, string> { [BulkFields.Reason] = "Came with the file", [BulkFields.Language] = "en" };
        Assert.IsType<Outcome.Done>(await service.CheckAsync(id, new BulkSettings(columns, constants, "Killed", false), editor, Ct));
        await WorkAsync(db);
        return id;
    }

    private static async Task WorkAsync(ClaimDbContext db, Func<Task<bool>>? isEnough = null)
    {
        using var writes = new BackgroundWrites();
        var memory = new BulkMemory(writes);
        var work = new BulkWork(db, new ArchiveHosts(["checks.example"]));
        while (!(isEnough is not null && await isEnough()) && await work.StepAsync(memory, Ct))
        {
        }

        await work.ReleaseLeaseAsync(memory, Ct);
    }

    private async Task StartUntilAsync(TestDatabase database, Func<Task<bool>> isTime)
    {
        var (program, _) = await SiteProgram.StartAsync(SiteProgram.Current, database.Provider, database.ConnectionString, folder);
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
}
