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
    private const int WarmUp = 30;
    private const int Rounds = 60;

    private const string ThirtyWords =
        "The Ministry of Health said on Sunday that it delivered 4200 vaccine doses in one month although records of the statistics office show another number and the port authority denied it";

    // Each address is asked for once with each number, so that no answer comes from the page cache.
    private static readonly (string Name, Func<int, string> Address)[] Pages =
    [
        ("search, rare word", i => $"/en/claims?q={4001 + i}"),
        ("search, common word", i => $"/en/claims?q=wheat+-none{Letters(i)}"),
        ("search, two common words", i => $"/ar/claims?q={Uri.EscapeDataString("وزارة القمح")}+-none{Letters(i)}"),
        ("search, common word and two filters", i => $"/en/claims?q=wheat+-none{Letters(i)}&rating=False&topic=health"),
        ("filtered list", i => $"/en/claims?rating=False&topic=health&from={1900 + i}"),
        ("match of 30 words", i => $"/en/check?text={Uri.EscapeDataString($"{ThirtyWords} {i}")}"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Where(a => int.TryParse(a, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).DefaultIfEmpty(100_000).ToList();
        var providers = Enum.GetValues<DatabaseProvider>().Where(p => !args.Any(a => Enum.TryParse<DatabaseProvider>(a, ignoreCase: true, out _)) || args.Contains(p.ToString(), StringComparer.OrdinalIgnoreCase)).ToList();
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
        foreach (var (name, address) in Pages)
        {
            var statements = await site.StatementsOfAsync(address(0));
            var (http, sql) = (new List<double>(), new List<double>());
            for (var i = 1; i <= WarmUp + Rounds; i++)
            {
                // In turns, so that what else the machine does meets both alike.
                var page = await site.PageAsync(address(i));
                var direct = await statements();
                if (i > WarmUp)
                {
                    http.Add(page);
                    sql.Add(direct);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {provider} | {size:N0} | {name} | {At(http, 0.5):0.0} | {At(http, 0.95):0.0} | {At(sql, 0.5):0.0} | {At(sql, 0.95):0.0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {provider} | {size:N0} | building the index: {perSecond:N0} claims a second | | | | |"));
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));

    /// <summary>A number in letters: a word of a query.</summary>
    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('b' + (d - '0'))));
}
