using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks;

/// <summary>How long the statistics take over very many claims: <c>statistics 100000 sqlite</c> or <c>postgres</c>. The goal is 150 ms.</summary>
internal static class StatisticsSpeed
{
    private const int Rounds = 60;
    private const int ClaimsAtATime = 20_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var claims = int.Parse(args[0], CultureInfo.InvariantCulture);
        var provider = Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true);
        await using var database = await TestDatabase.CreateAsync(provider);
        await FillAsync(database, claims);
        var first = new DateOnly(2020, 1, 1);
        var days = claims * 3 / (24 * 60);
        await MeasureAsync(database, "all of the time", _ => (null, null));
        await MeasureAsync(database, "any range of days", i => (first.AddDays(i * 7 % Math.Max(days / 2, 1)), first.AddDays(Math.Max(days / 2, 1) + (i * 5 % Math.Max(days / 2, 1)))));
        await MeasureAsync(database, "thirty days across a month's end", i => (first.AddDays(10 + i), first.AddDays(40 + i)));
        return 0;
    }

    private static async Task FillAsync(TestDatabase database, int claims)
    {
        await using var db = database.CreateContext();
        var counts = new TallyCounts();
        foreach (var part in new GeneratedClaims().Take(claims).Chunk(ClaimsAtATime))
        {
            var rows = part.Select(d => PublicRows.Of(1, d with { LoggedOn = DateOnly.FromDateTime(d.ReviewedAt).AddDays(-(d.Number % 45)) }).Claim).OfType<PublicClaim>().ToList();
            await BulkRows.WriteAsync(db, rows, CancellationToken.None);
            rows.ForEach(r => counts.Replace(null, r.Tally));
            Console.Error.Write($"\r{part[^1].Number:N0} claims written ");
        }

        var tallies = counts.Rows().ToList();
        await BulkRows.WriteAsync(db, tallies, CancellationToken.None);
#pragma warning disable RS0030, EF1002 // A setting of the database, and our own words.
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "ANALYZE" : "VACUUM ANALYZE");
#pragma warning restore RS0030, EF1002
        Console.Error.WriteLine($"; {tallies.Count:N0} counts");
    }

    private static async Task MeasureAsync(TestDatabase database, string name, Func<int, (DateOnly? From, DateOnly? To)> rangeOf)
    {
        var times = new List<double>();
        var checks = 0;
        for (var i = -10; i < Rounds; i++)
        {
            var (from, to) = rangeOf(Math.Abs(i));
            await using var db = database.CreateReadContext();
            var clock = Stopwatch.StartNew();
            checks = (await new StatisticsReader(new PublicReader(db)).ReadAsync(from, to, CancellationToken.None)).Checks;
            if (i >= 0)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Provider}, {name} ({checks} checks): {times[Rounds / 2]:0.0} ms median, {times[Rounds * 95 / 100]:0.0} ms at the 95th percentile"));
    }
}
