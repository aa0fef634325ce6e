using System.Collections.Concurrent;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClaimTracker.TestKit;

/// <summary>
/// A database of its own, gone when disposed. It is copied from one that this process made from the migrations, which is
/// cheap enough for one per test.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string SqliteFile = "claimtracker.db";

    // Contexts ask the application's services for Identity's options, which decide which tables there are.
    private static readonly ServiceProvider services = new ServiceCollection().Configure<IdentityOptions>(DatabaseSetup.UseCurrentSchema).BuildServiceProvider();

    private static readonly ConcurrentDictionary<(DatabaseProvider Provider, bool HasSeed), Lazy<Task<TestDatabase>>> templates = new();

    // SQLite: its folder; PostgreSQL: its name.
    private readonly string place;

    private TestDatabase(DatabaseProvider provider, string place, string connectionString)
    {
        this.place = place;
        Provider = provider;
        ConnectionString = connectionString;
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The clock of every context made here.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Where mail of these contexts goes; null: nowhere.</summary>
    public MailSettings? Mail { get; set; }

    /// <summary>A database with every table and no rows but the migrations' own; skips the running test where there is no PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        RequireServer(provider);
        return await CreateAsync(provider, await TemplateAsync(provider, hasSeed: false));
    }

    /// <summary>A database as a first start with the seed leaves it: the ratings and the first data, found by search.</summary>
    public static async Task<TestDatabase> CreateSeededAsync(DatabaseProvider provider)
    {
        RequireServer(provider);
        return await CreateAsync(provider, await TemplateAsync(provider, hasSeed: true));
    }

    /// <summary>A database without tables, as a first start finds it; skips the running test where there is no PostgreSQL.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider)
    {
        RequireServer(provider);
        return CreateAsync(provider, template: null);
    }

    /// <summary>A context of its own scope, as one request has it. Two of them are two users at once.</summary>
    public ClaimDbContext CreateContext(params IInterceptor[] interceptors) =>
        Create<ClaimDbContext>((options, clock) => new ClaimDbContext(options, clock, Mail), interceptors);

    /// <summary>The context that public pages read with.</summary>
    public PublicReadContext CreateReadContext(params IInterceptor[] interceptors) =>
        Create<PublicReadContext>((options, clock) => new PublicReadContext(options, clock), interceptors);

    /// <summary>The same database as an operator takes it elsewhere: a copy of the file; a dump, restored.</summary>
    public async Task<TestDatabase> MovedAsync(CancellationToken ct)
    {
        await CloseConnectionsAsync();
        var moved = await CreateEmptyAsync(Provider);
        if (Provider == DatabaseProvider.Sqlite)
        {
            foreach (var file in Directory.GetFiles(place, SqliteFile + "*"))
            {
                File.Copy(file, Path.Combine(moved.place, Path.GetFileName(file)));
            }
        }
        else
        {
            var dump = Path.Combine(Path.GetTempPath(), place + ".dump");
            await PostgresServer.RunAsync("pg_dump", ConnectionString, ["--format=custom", "--file=" + dump], ct);
            await PostgresServer.RunAsync("pg_restore", moved.ConnectionString, ["--exit-on-error", "--no-owner", "--dbname=" + moved.place, dump], ct);
            File.Delete(dump);
        }

        return moved;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseConnectionsAsync();
        if (Provider == DatabaseProvider.Sqlite)
        {
            Directory.Delete(place, recursive: true);
        }
        else
        {
            await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {place} WITH (FORCE)");
        }
    }

    private static void RequireServer(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            Requirement.Check(PostgresServer.WhyMissing);
        }
    }

    private static Task<TestDatabase> TemplateAsync(DatabaseProvider provider, bool hasSeed) =>
        templates.GetOrAdd((provider, hasSeed), key => new(() => key.HasSeed ? CreateSeededTemplateAsync(key.Provider) : CreateTemplateAsync(key.Provider))).Value;

    private static async Task<TestDatabase> CreateTemplateAsync(DatabaseProvider provider)
    {
        var template = await CreateAsync(provider, template: null);
        await using (var context = template.CreateContext())
        {
            await context.Database.MigrateAsync(CancellationToken.None);
            // As a start of the program leaves it: rows that tests write are of this version.
            await new PublicRowsUpgrade(context).EnsureAsync(null, CancellationToken.None);
        }

        await template.BecomeTemplateAsync();
        return template;
    }

    private static async Task<TestDatabase> CreateSeededTemplateAsync(DatabaseProvider provider)
    {
        var template = await CreateAsync(provider, await TemplateAsync(provider, hasSeed: false));
        await using (var context = template.CreateContext())
        {
            await RatingScale.EnsureAsync(context, CancellationToken.None);
            await SeedLoader.LoadAsync(context, CancellationToken.None);
            // So many claims at once are noted, and found at the desk a moment after the start.
            await IndexState.CatchUpAsync(context);
        }

        await template.BecomeTemplateAsync();
        return template;
    }

    /// <summary>Nobody may be connected to what is copied; on SQLite closing also writes the log back into the file.</summary>
    private async Task BecomeTemplateAsync()
    {
        await CloseConnectionsAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, TestDatabase? template)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("claimtracker-sqlite-").FullName;
            var file = Path.Combine(folder, SqliteFile);
            if (template is not null)
            {
                File.Copy(Path.Combine(template.place, SqliteFile), file);
            }

            return new TestDatabase(provider, folder, new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        }

        var name = "claimtracker_test_" + Guid.NewGuid().ToString("N");
        // Copied as files: as a log of changes, which is the usual way, it takes three times as long.
        await ExecuteOnServerAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template.place} STRATEGY FILE_COPY");
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.GetConnectionStringAsync()) { Database = name };
        return new TestDatabase(provider, name, server.ConnectionString);
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.GetConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private TContext Create<TContext>(Func<DbContextOptions<TContext>, TimeProvider, TContext> create, params IInterceptor[] interceptors)
        where TContext : ClaimDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseApplicationServiceProvider(services).UseClaimDatabase(Provider, ConnectionString).AddInterceptors(interceptors);
        return create(options.Options, Clock);
    }

    private async Task CloseConnectionsAsync()
    {
        await using var context = CreateContext();
        switch (context.Database.GetDbConnection())
        {
            case SqliteConnection connection:
                SqliteConnection.ClearPool(connection);
                break;
            case NpgsqlConnection connection:
                NpgsqlConnection.ClearPool(connection);
                break;
        }
    }
}
