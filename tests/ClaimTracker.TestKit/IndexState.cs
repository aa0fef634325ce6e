using System.Data.Common;
using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.TestKit;

/// <summary>Everything the search index holds, as text, and whether the databases' own indexes follow it.</summary>
public static class IndexState
{
    /// <summary>What depends on how the rows came about: a spelling a word was first met in, and how often the index was built.</summary>
    private static readonly string[] Incidental = ["Shown", "Build"];

    private static readonly string[] Tables =
        ["PublicSearchTexts", "PublicSearchRanks", "PublicSearchFigures", "DeskSearchTexts", "DeskSearchRanks", "DeskSearchFigures", "SearchTerms", "SearchTotals", "NameWords", "SearchBacklog"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Follows all that is noted for the desk's index.</summary>
    public static async Task CatchUpAsync(ClaimDbContext db)
    {
        using var writes = new BackgroundWrites();
        var pace = new WritePace();
        while (await DeskSearchIndex.CatchUpAsync(db, writes, pace, Ct))
        {
        }
    }

    /// <summary>The index as it stands equals one that is built anew, and the database finds its words.</summary>
    public static async Task AssertInStepAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        await CatchUpAsync(db);
        await AssertFollowedAsync(db);
        var kept = await RowsAsync(db);
        await new SearchIndex(db).RebuildAsync(null, Ct);
        await AssertFollowedAsync(db);
        var built = await RowsAsync(db);
        foreach (var table in Tables)
        {
            var (missing, surplus) = (built[table].Except(kept[table]).Take(3), kept[table].Except(built[table]).Take(3));
            Assert.True(built[table].SequenceEqual(kept[table]), $"{table}: {kept[table].Count} rows, {built[table].Count} when built anew; missing: {string.Join(" ; ", missing)}; surplus: {string.Join(" ; ", surplus)}");
        }
    }

    /// <summary>SQLite compares its index with the rows; PostgreSQL's column is compared with what it is made of.</summary>
    public static async Task AssertFollowedAsync(ClaimDbContext db)
    {
        foreach (var scope in Enum.GetValues<SearchScope>())
        {
            if (db.Database.IsSqlite())
            {
                // Throws when they differ; the rank asks for the comparison with the rows.
                await ScalarAsync(db, $"""INSERT INTO "{scope}SearchIndex" ("{scope}SearchIndex", "rank") VALUES ('integrity-check', 1)""");
            }
            else
            {
                var field = (string name, string weight) => $"setweight(to_tsvector('simple', \"{name}\"), '{weight}')";
                var list = (string name) => $"array_to_tsvector(string_to_array(\"{name}\", ' '))";
                var vector = $"{field("Statement", "A")} || {field("Summary", "B")} || {field("Quotes", "C")} || {field("Rest", "D")} || {list("Stems")} || {list("Filters")}";
                Assert.Equal(0L, await ScalarAsync(db, $"""SELECT count(*) FROM "{scope}SearchTexts" WHERE "Vector" IS DISTINCT FROM ({vector})"""));
                // The rank has each number with its lowest byte first.
                var reversed = """(SELECT string_agg(substring(t."Facets" FROM n * 8 + 8 - b FOR 1), ''::bytea ORDER BY n, b) FROM generate_series(0, octet_length(t."Facets") / 8 - 1) n, generate_series(0, 7) b)""";
                Assert.Equal(0L, await ScalarAsync(db, $"""SELECT count(*) FROM "{scope}SearchTexts" t JOIN "{scope}SearchRanks" r ON r."Id" = t."Id" WHERE r."Facets" IS DISTINCT FROM COALESCE({reversed}, ''::bytea)"""));
            }

            Assert.Equal(await ScalarAsync(db, $"""SELECT count(*) FROM "{scope}SearchTexts" """), await ScalarAsync(db, $"""SELECT count(*) FROM "{scope}SearchRanks" """));
        }
    }

    public static async Task<object?> ScalarAsync(ClaimDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }

    private static async Task<Dictionary<string, List<string>>> RowsAsync(ClaimDbContext db)
    {
        await db.Database.OpenConnectionAsync(Ct);
        var rows = new Dictionary<string, List<string>>();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            // A scope without claims has no totals until it is built.
            command.CommandText = table == "SearchTotals" ? """SELECT * FROM "SearchTotals" WHERE "Documents" > 0""" : $"""SELECT * FROM "{table}" """;
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var list = rows[table] = [];
            while (await reader.ReadAsync(Ct))
            {
                list.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => !Incidental.Contains(reader.GetName(i)) && reader.GetName(i) != "Vector").Select(i => Text(reader, i))));
            }

            list.Sort(StringComparer.Ordinal);
        }

        return rows;
    }

    private static string? Text(DbDataReader reader, int at) => reader.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture);
}
