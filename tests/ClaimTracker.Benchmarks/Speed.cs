using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.TestKit;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// How fast the public site searches: each page through HTTP beside its own statements sent straight to the database, in the same run.
/// <c>speed 100000 1000000</c>, or with <c>Sqlite</c> or <c>Postgres</c> for one of them. Prints a table for the README.
/// </summary>
internal static class Speed
{
    private const int Rounds = 60;
    private const int RareWords = 4_000;

    /// <summary>A sixth of the machine's memory; PostgreSQL's manual advises a quarter for a server of its own.</summary>
    private const string PostgresMemory = "4GB";

    /// <summary>What a server runs often it compiles a second time, better: it takes so long until that is done.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private const string ThirtyWords =
        "The Ministry of Health said on Sunday that it delivered 4200 vaccine doses in one month although records of the statistics office show another number and the port authority denied it";

    // Rare words differ each time; the others stay, and the site keeps no page (see SpeedSite).
    private static readonly (string Name, Func<int, string> Address)[] Pages =
    [
        ("search, rare word", i => $"/en/claims?q={4001 + i}"),
        ("search, common word", _ => "/en/claims?q=wheat"),
        ("search, two common words", _ => $"/ar/claims?q={Uri.EscapeDataString("وزارة القمح")}"),
        ("search, common word and two filters", _ => "/en/claims?q=wheat&rating=False&topic=health"),
        ("filtered list", _ => "/en/claims?rating=False&topic=health"),
        ("match of 30 words", i => $"/en/check?text={Uri.EscapeDataString($"{ThirtyWords} {i}")}"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Where(a => int.TryParse(a, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).DefaultIfEmpty(100_000).ToList();
        var named = Enum.GetValues<DatabaseProvider>().Where(p => args.Contains(p.ToString(), StringComparer.OrdinalIgnoreCase)).ToList();
        var providers = named.Count > 0 ? named : [.. Enum.GetValues<DatabaseProvider>()];
        PostgresServer.SharedBuffers = PostgresMemory;
        Console.WriteLine("| Database | Claims | Page | HTTP p50 ms | p95 | SQL p50 ms | p95 |");
        Console.WriteLine("|---|---:|---|---:|---:|---:|---:|");
        foreach (var size in sizes)
        {
            foreach (var provider in providers)
            {
                await MeasureAsync(provider, size);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(DatabaseProvider provider, int size)
    {
        var (database, perSecond) = await SpeedDatabase.CreateAsync(provider, size);
        await using var _ = database;
        await using var site = new SpeedSite(database);
        var asked = 0;
        foreach (var (_, address) in Pages)
        {
            // What all pages share is not compiled for the first of them alone.
            await WarmUpAsync(address);
        }

        foreach (var (name, address) in Pages)
        {
            await WarmUpAsync(address);
            var addresses = Enumerable.Range(0, Rounds).Select(_ => address(++asked % RareWords)).ToList();
            var statements = new List<Func<Task<double>>>();
            foreach (var page in addresses)
            {
                statements.Add(await site.StatementsOfAsync(page));
            }

            var (http, sql) = (new List<double>(), new List<double>());
            for (var i = 0; i < Rounds; i++)
            {
                // In turns, so that what else the machine does meets both alike; and of another word, which was asked for as long ago.
                http.Add(await site.PageAsync(addresses[i]));
                sql.Add(await statements[(i + (Rounds / 2)) % Rounds]());
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {provider} | {size:N0} | {name} | {At(http, 0.5):0.0} | {At(http, 0.95):0.0} | {At(sql, 0.5):0.0} | {At(sql, 0.95):0.0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {provider} | {size:N0} | building the index: {perSecond:N0} claims a second | | | | |"));

        async Task WarmUpAsync(Func<int, string> address)
        {
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp;)
            {
                await site.PageAsync(address(++asked % RareWords));
            }
        }
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));
}
