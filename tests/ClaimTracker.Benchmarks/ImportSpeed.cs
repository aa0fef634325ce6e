using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// <c>import [rows] [sqlite|postgres] [all-or-nothing] [killed]</c>: a file of claims is staged, judged, made and undone, while an editor saves
/// four times a second and the desk's index follows; prints the rates, the peak of memory and how long the editor's saves took. With
/// <c>killed</c> another process, <c>import-rows</c>, makes the first half of the rows and is killed in the middle of its work.
/// </summary>
internal static class ImportSpeed
{
    private static readonly TimeSpan EditorPause = TimeSpan.FromMilliseconds(250);

    private static readonly BackgroundWrites writes = new();
    private static readonly BulkMemory memory = new(writes);
    private static readonly WritePace pace = new();
    private static TimeSpan processor;

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var provider = args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        await using var database = await TestDatabase.CreateAsync(provider);
        var actor = await EditorAsync(database);
        var edited = await LogAsync(database, actor);
        var file = Path.GetTempFileName();
        await WriteAsync(file, rows);

        var clock = Stopwatch.StartNew();
        Guid id;
        await using (var stream = File.OpenRead(file))
        await using (var db = database.CreateContext())
        {
            id = (Assert(await new BulkImportService(db).StageAsync(BulkKind.Claims, "rows.csv", stream, Guid.CreateVersion7(), actor, CancellationToken.None)) as Outcome.Done)?.Id ?? default;
        }

        Say("staged", rows, clock);
        await DoAsync(database, async s => await s.CheckAsync(id, new BulkSettings((await LoadAsync(database, id)).Columns, new Dictionary<string, string> { [BulkFields.Reason] = "A measurement", [BulkFields.Language] = "en" }, "Measured", args.Contains("all-or-nothing")), actor, CancellationToken.None));
        await WorkAsync(database, "judged", rows, edited, actor);
        await DoAsync(database, s => s.RunAsync(id, actor, CancellationToken.None));
        var half = args.Contains("killed") ? await KillHalfWayAsync(database, id, rows) : 0;
        await WorkAsync(database, "made", rows - half, edited, actor);
        await AssertNoDoublesAsync(database, id, rows);
        var made = await LoadAsync(database, id);
        await DoAsync(database, s => s.UndoAsync(id, actor, CancellationToken.None));
        await WorkAsync(database, "undone", rows, edited, actor);
        var undone = await LoadAsync(database, id);
        Console.WriteLine($"{made.State}: {made.Made} made, {made.Faulty} faulty, {made.Same} the same; {undone.State}: {undone.Undone} undone, {undone.Left} left. Peak memory {PeakMegabytes()} MB.");
        File.Delete(file);
        return 0;
    }

    /// <summary>The other process: works on what is there until it is killed.</summary>
    public static async Task<int> WorkAsync(string[] args)
    {
        await using var services = new ServiceCollection()
            .AddClaimDatabase(Enum.Parse<DatabaseProvider>(args[0]), args[1]).BuildServiceProvider();
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            await new BulkWork(scope.ServiceProvider.GetRequiredService<ClaimDbContext>()).StepAsync(memory, CancellationToken.None);
        }
    }

    private static async Task<int> KillHalfWayAsync(TestDatabase database, Guid id, int rows)
    {
        await WithAsync(database, async db =>
        {
            await new BulkWork(db).ReleaseLeaseAsync(memory, CancellationToken.None);
            return true;
        });
        var clock = Stopwatch.StartNew();
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("Where this program lies is not known.");
        using var other = Process.Start(program, [Assembly.GetExecutingAssembly().Location, "import-rows", database.Provider.ToString(), database.ConnectionString]);
        while ((await LoadAsync(database, id)).Made < rows / 2)
        {
            await Task.Delay(EditorPause);
        }

        other.Kill();
        await other.WaitForExitAsync();
        var import = await LoadAsync(database, id);
        Say("killed", import.Made, clock);
        var lease = await WithAsync(database, db => db.WorkLeases.AsNoTracking().SingleAsync(l => l.Name == WorkLease.BulkImports));
        // A node that was killed cannot give its lease back: others take over when it has run out, by the clock of this process.
        database.Clock.Advance((lease.Until ?? throw new InvalidOperationException("The other process had no lease.")) - database.Clock.GetUtcNow().UtcDateTime);
        return import.Made;
    }

    private static async Task AssertNoDoublesAsync(TestDatabase database, Guid id, int rows)
    {
        var import = await LoadAsync(database, id);
        var claims = await WithAsync(database, db => db.Claims.CountAsync(c => c.ExternalKey != null));
        var keys = await WithAsync(database, db => db.Claims.Where(c => c.ExternalKey != null).Select(c => c.ExternalKey).Distinct().CountAsync());
        Console.WriteLine($"    {import.State}: {claims} claims of {keys} keys");
        if ((import.Made, claims, keys) != (rows, rows, rows))
        {
            throw new InvalidOperationException($"Of {rows} rows {import.Made} say they are made.");
        }
    }

    internal static async Task WorkAsync(TestDatabase database, string what, int rows, int edited, Actor actor)
    {
        using var done = new CancellationTokenSource();
        var editor = EditAsync(database, edited, actor, done.Token);
        var index = FollowAsync(database, done.Token);
        var clock = Stopwatch.StartNew();
        var isMore = true;
        while (isMore)
        {
            await using var db = database.CreateContext();
            isMore = await new BulkWork(db).StepAsync(memory, CancellationToken.None);
        }

        Say(what, rows, clock);
        await done.CancelAsync();
        var saves = await editor;
        await index;
        saves.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {saves.Count} saves of an editor meanwhile: median {At(saves, 0.5):0} ms, 95 % {At(saves, 0.95):0} ms, longest {At(saves, 1):0} ms"));
    }

    private static double At(List<double> sorted, double part) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(part * sorted.Count))];

    /// <summary>An editor who changes a claim, and one who logs another, in turn.</summary>
    private static async Task<List<double>> EditAsync(TestDatabase database, int number, Actor actor, CancellationToken ct)
    {
        var times = new List<double>();
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            var clock = Stopwatch.StartNew();
            await using (var db = database.CreateContext())
            {
                var claims = new ClaimService(db, new Publisher(db));
                if (i % 2 == 0)
                {
                    var version = await db.Claims.Where(c => c.Number == number).Select(c => c.Version).SingleAsync(CancellationToken.None);
                    Assert(await claims.ReviseAsync(number, version, new ClaimEdit { Summary = TextEdit.Of(("en", $"Edit {i}")) }, actor, CancellationToken.None));
                }
                else
                {
                    Assert(await claims.LogAsync(AClaim($"A claim logged by hand, number {i}"), Guid.CreateVersion7(), actor, CancellationToken.None));
                }
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
            await Task.Delay(EditorPause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return times;
    }

    private static async Task FollowAsync(TestDatabase database, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await using var db = database.CreateContext();
            while (!ct.IsCancellationRequested && await DeskSearchIndex.CatchUpAsync(db, writes, pace, CancellationToken.None))
            {
            }

            await Task.Delay(TimeSpan.FromSeconds(5), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal static Task<BulkImport> LoadAsync(TestDatabase database, Guid id) => WithAsync(database, db => db.BulkImports.AsNoTracking().SingleAsync(i => i.Id == id));

    internal static async Task DoAsync(TestDatabase database, Func<BulkImportService, Task<Outcome>> act) =>
        Assert(await WithAsync(database, db => act(new BulkImportService(db))));

    private static async Task<T> WithAsync<T>(TestDatabase database, Func<ClaimDbContext, Task<T>> work)
    {
        await using var db = database.CreateContext();
        return await work(db);
    }

    internal static async Task<Actor> EditorAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = "Omar", NormalizedUserName = "OMAR", DisplayName = "Omar", Roles = Roles.Editor, CreatedAt = db.Now };
        db.Users.Add(user);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), CancellationToken.None);
        return user.ToActor(db.Today);
    }

    private static NewClaim AClaim(string statement) => new()
    {
        Statement = LocalizedText.Of(("en", statement)),
        OriginalLanguage = "en",
        Kind = ClaimKind.Event,
        Aspect = RatedAspect.Content,
        SelectionReason = LocalizedText.Of(("en", "A measurement")),
        Appearances = [new AppearanceRow { Source = new Core.Sources.NewSource { Kind = Core.Sources.SourceKind.Article, Address = $"https://example.net/{Guid.NewGuid():N}" } }],
    };

    internal static async Task<int> LogAsync(TestDatabase database, Actor actor) =>
        await WithAsync(database, db => new ClaimService(db, new Publisher(db)).LogAsync(AClaim("The claim that is edited"), Guid.CreateVersion7(), actor, CancellationToken.None)) is Outcome.Done done ? done.Number : 0;

    /// <summary>Every twentieth source carries five claims, and three thousand people speak.</summary>
    private static async Task WriteAsync(string file, int rows)
    {
        await using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteLineAsync("key,statement en,statement ar,claimant,claimant role,date,url,title,outlet,published on,quote,paragraph");
        for (var i = 1; i <= rows; i++)
        {
            await text.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"row-{i},\"Shipment {i} of {i * 7 % 9973} containers, sealed, left the harbour for the front\",غادرت الشحنة رقم {i} الميناء وعلى متنها {i * 7 % 9973} حاوية,Speaker {i % 3000},Spokesperson,2024-02-{(i % 28) + 1:00},https://news{i % 50}.example.org/articles/{i / 5},Report {i / 5} on shipments,Daily {i % 50},26/2/2024,left the harbour with {i * 7 % 9973} containers,{(i % 40) + 1}"));
        }
    }

    internal static Outcome Assert(Outcome outcome) => outcome is Outcome.Done ? outcome : throw new InvalidOperationException($"Refused: {outcome} {(outcome is Outcome.Invalid invalid ? string.Join(", ", invalid.Faults) : "")}");

    internal static void Say(string what, int rows, Stopwatch clock)
    {
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-8} {rows} rows in {clock.Elapsed.TotalSeconds:0.0} s ({(used - processor).TotalSeconds:0.0} s of a processor), {rows / clock.Elapsed.TotalSeconds:0} a second; peak memory {PeakMegabytes()} MB"));
        processor = used;
    }

    internal static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;
}
