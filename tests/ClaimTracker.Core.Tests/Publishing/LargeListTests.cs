using System.Data.Common;
using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>
/// The public list over so many claims that a scan would show: the first page and the 1,000th, for every filter alone and in pairs and
/// every sort, goes through an index on both databases. (How long they take over 100,000 and more, the benchmarks measure.)
/// </summary>
public sealed class LargeListTests
{
    private const int ClaimCount = 25_000;
    private const int DeepPage = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Page_OfManyClaims_IsReadThroughAnIndexHoweverDeep(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var generated = new GeneratedClaims();
        await FillAsync(database, generated);

        await AssertDeepPageAsync(database);
        await AssertPlansAsync(database, generated);
    }

    private static async Task AssertPlansAsync(TestDatabase database, GeneratedClaims generated)
    {
        var faults = new List<string>();

        foreach (var query in Queries(generated))
        {
            var log = new CommandLog();
            await using var db = database.CreateReadContext(log);
            var list = new PublicClaimList(new PublicReader(db));
            var page = await list.PageAsync(query, cursor: null, Ct);
            if (page.Next is { } next)
            {
                await list.PageAsync(query, next, Ct);
            }

            faults.AddRange((await log.PlanFaultsAsync(db, Ct)).Select(f => $"{Describe(query)}: {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
    }

    private static async Task AssertDeepPageAsync(TestDatabase database)
    {
        await using var db = database.CreateReadContext();
        var list = new PublicClaimList(new PublicReader(db));
        var query = new PublicListQuery();
        var expected = await db.PublicClaims.OrderByDescending(c => c.ReviewedAt).ThenByDescending(c => c.Number)
            .Select(c => c.Number).Skip((DeepPage - 1) * PublicClaimList.PageSize).Take(PublicClaimList.PageSize).ToListAsync(Ct);

        var page = await list.PageAsync(query, cursor: null, Ct);
        Assert.Equal(ClaimCount, page.Total);
        for (var i = 1; i < DeepPage; i++)
        {
            page = await list.PageAsync(query, page.Next, Ct);
        }

        Assert.Equal(expected, page.Rows.Select(r => r.Number));
    }

    private static async Task FillAsync(TestDatabase database, GeneratedClaims generated)
    {
        var rows = generated.Take(ClaimCount).Select(d => PublicRows.Of(1, d)).ToList();
        await using var db = database.CreateContext();
        await BulkRows.WriteAsync(db, rows.Select(r => r.Claim).OfType<PublicClaim>(), Ct);
        await BulkRows.WriteAsync(db, rows.SelectMany(r => r.Facets), Ct);
        var counts = rows.SelectMany(r => r.Facets).GroupBy(f => (f.Facet, f.Value)).Select(g => new PublicCount { Facet = g.Key.Facet, Value = g.Key.Value, Count = g.Count() });
        await BulkRows.WriteAsync(db, counts, Ct);
        await using var analyze = db.Database.GetDbConnection().CreateCommand();
        analyze.CommandText = "ANALYZE";
        await analyze.ExecuteNonQueryAsync(Ct);
    }

    private static IEnumerable<PublicListQuery> Queries(GeneratedClaims generated)
    {
        (string Facet, string Value)[] filters =
        [
            (Facets.Rating, "Misleading"), (Facets.Kind, nameof(ClaimKind.Quantity)), (Facets.Claimant, generated.CommonParty.ToString()),
            (Facets.Topic, GeneratedClaims.CommonTopic), (Facets.Outlet, generated.CommonOutlet.ToString()), (Facets.Country, GeneratedClaims.CommonCountry),
            (Facets.Language, "ar"), (Facets.Contested, Facets.Yes), (Facets.Corrected, Facets.Yes),
        ];
        foreach (var sort in Enum.GetValues<PublicSort>())
        {
            yield return new PublicListQuery { Sort = sort };
            for (var i = 0; i < filters.Length; i++)
            {
                yield return Of(sort, [filters[i]]);
                yield return Of(sort, [filters[i]]) with { From = new DateOnly(2019, 1, 1), To = new DateOnly(2020, 1, 1) };
                for (var j = i + 1; j < filters.Length; j++)
                {
                    yield return Of(sort, [filters[i], filters[j]]);
                }
            }

            yield return new PublicListQuery { Sort = sort, From = new DateOnly(2019, 1, 1), To = new DateOnly(2020, 1, 1) };
        }
    }

    private static PublicListQuery Of(PublicSort sort, (string Facet, string Value)[] filters) =>
        new() { Sort = sort, Filters = filters.ToDictionary(f => f.Facet, f => (IReadOnlyList<string>)[f.Value]) };

    private static string Describe(PublicListQuery query) => string.Create(
        CultureInfo.InvariantCulture, $"{query.Sort} {string.Join('&', query.Filters.Select(f => f.Key))} {query.From:O}");

    /// <summary>Keeps the commands a page sent, and asks the database how it carries them out.</summary>
    private sealed class CommandLog : DbCommandInterceptor
    {
        private readonly List<(string Sql, List<(string Name, object? Value)> Parameters)> commands = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            return ValueTask.FromResult(result);
        }

        public async Task<List<string>> PlanFaultsAsync(ClaimDbContext db, CancellationToken ct)
        {
            var isPostgres = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);
            var faults = new List<string>();
            foreach (var (sql, parameters) in commands.ToList())
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = (isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql;
                foreach (var (name, value) in parameters)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value);
                    command.Parameters.Add(parameter);
                }

                await db.Database.OpenConnectionAsync(ct);
                await using var reader = await command.ExecuteReaderAsync(ct);
                while (await reader.ReadAsync(ct))
                {
                    var step = reader.GetString(reader.FieldCount - 1);
                    if (isPostgres ? ReadsWholeTable(step) : ScansWithoutIndex(step) || (SortsRows(step) && !IsCount(sql)))
                    {
                        faults.Add($"{step} in {sql}");
                    }
                }
            }

            return faults;
        }

        private static bool IsCount(string sql) => sql.StartsWith("SELECT COUNT", StringComparison.Ordinal);

        private static bool ReadsWholeTable(string step) =>
            step.Contains("Seq Scan on \"PublicFacets\"", StringComparison.Ordinal) || step.Contains("Seq Scan on \"Publications\"", StringComparison.Ordinal);

        private static bool ScansWithoutIndex(string step) => step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal);

        private static bool SortsRows(string step) => step.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal);
    }
}
