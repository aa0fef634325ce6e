using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// <c>import-reviews [entries] [sqlite|postgres]</c>: a messy feed of others' checks is staged, judged and made, published batch by batch, and
/// brought in a second time, while an editor saves four times a second; prints the rates, the report and the peak of memory.
/// </summary>
internal static class ReviewImportSpeed
{
    public static async Task<int> RunAsync(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        await using var database = await TestDatabase.CreateAsync(args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite);
        var actor = await ImportSpeed.EditorAsync(database);
        var edited = await ImportSpeed.LogAsync(database, actor);
        var reviews = new MessyReviews(entries);
        var file = Path.GetTempFileName();
        await using (var stream = File.Create(file))
        {
            await reviews.WriteAsync(stream);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries} entries, {stream.Length / 1e6:0.0} MB: {reviews.Good} good, {reviews.Twice} told twice, {reviews.Faulty} faulty"));
        }

        var id = await CheckedAsync(database, file, entries, edited, actor);
        await ImportSpeed.DoAsync(database, s => s.RunAsync(id, actor, CancellationToken.None));
        await ImportSpeed.WorkAsync(database, "made", reviews.Good, edited, actor);
        var made = await ImportSpeed.LoadAsync(database, id);
        var again = await ImportSpeed.LoadAsync(database, await CheckedAsync(database, file, entries, edited, actor));
        File.Delete(file);
        Console.WriteLine($"{made.State}: {made.Made} made, {made.Same} the same, {made.Faulty} faulty. Again: {again.New} new, {again.Same} the same, {again.Faulty} faulty. Peak memory {ImportSpeed.PeakMegabytes()} MB.");
        return (made.Made, again.New) == (reviews.Good, 0) ? 0 : 1;
    }

    private static async Task<Guid> CheckedAsync(TestDatabase database, string file, int entries, int edited, Actor actor)
    {
        var clock = Stopwatch.StartNew();
        Guid id;
        await using (var stream = File.OpenRead(file))
        await using (var db = database.CreateContext())
        {
            id = (ImportSpeed.Assert(await new BulkImportService(db).StageAsync(BulkKind.Reviews, "feed.json", stream, Guid.CreateVersion7(), actor, CancellationToken.None)) as Outcome.Done)?.Id ?? default;
        }

        ImportSpeed.Say("staged", entries, clock);
        var columns = (await ImportSpeed.LoadAsync(database, id)).Columns;
        await ImportSpeed.DoAsync(database, s => s.CheckAsync(id, new BulkSettings(columns, new Dictionary<string, string>(), "A feed", IsAllOrNothing: false), actor, CancellationToken.None));
        await ImportSpeed.WorkAsync(database, "judged", entries, edited, actor);
        return id;
    }
}
