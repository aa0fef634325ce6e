using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

/// <summary>A database with the ratings, and the first data loaded into it.</summary>
internal static class SeedDatabase
{
    public const string Key = "putin-kim-articles";

    private static readonly Dictionary<DatabaseProvider, Lazy<Task<TestDatabase>>> shared = new()
    {
        [DatabaseProvider.Sqlite] = new(() => LoadForAllAsync(DatabaseProvider.Sqlite)),
        [DatabaseProvider.Postgres] = new(() => LoadForAllAsync(DatabaseProvider.Postgres)),
    };

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> WithRatingsAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        await RatingScale.EnsureAsync(db, Ct);
        return database;
    }

    public static Task<TestDatabase> LoadedAsync(DatabaseProvider provider) => TestDatabase.CreateSeededAsync(provider);

    /// <summary>The loaded database that all tests which only read it share.</summary>
    public static Task<TestDatabase> ToReadAsync(DatabaseProvider provider) => shared[provider].Value;

    public static ChangeContext Editing => new(Actor.System, "test.edit");

    private static async Task<TestDatabase> LoadForAllAsync(DatabaseProvider provider)
    {
        var database = await LoadedAsync(provider);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return database;
    }

    /// <summary>Every row of every table, as text: what a load must not change the second time.</summary>
    public static async Task<Dictionary<string, List<string>>> RowsAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Ct);
        var rows = new Dictionary<string, List<string>>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var list = rows[table] = [];
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync(Ct))
            {
                reader.GetValues(values);
                list.Add(string.Join('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v.ToString())));
            }

            list.Sort(StringComparer.Ordinal);
        }

        return rows;
    }

    public static async Task<Claim> ClaimAsync(ClaimDbContext db, string key) => await db.Claims
        .Include(c => c.Claimants.OrderBy(x => x.Order)).ThenInclude(x => x.Party)
        .Include(c => c.Figures.OrderBy(x => x.Order)).ThenInclude(x => x.Unit)
        .Include(c => c.Figures).ThenInclude(x => x.Measure)
        .Include(c => c.Topics.OrderBy(x => x.Order)).ThenInclude(x => x.Topic)
        .Include(c => c.Appearances.OrderBy(x => x.Order)).ThenInclude(x => x.Source)
        .Include(c => c.Attribution.OrderBy(x => x.Order)).ThenInclude(x => x.Party)
        .Include(c => c.Attribution).ThenInclude(x => x.Scopes).ThenInclude(x => x.Source)
        .Include(c => c.Evidence.OrderBy(x => x.Order)).ThenInclude(x => x.Source)
        .Include(c => c.Links)
        .SingleAsync(c => c.ExternalKey == key, Ct);
}
