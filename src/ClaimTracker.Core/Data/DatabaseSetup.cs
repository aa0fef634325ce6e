using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Core.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>How every program of ours opens the database: the web application, the command line, the tests and the migrations.</summary>
public static class DatabaseSetup
{
    public const string SqliteMigrations = "ClaimTracker.Migrations.Sqlite";
    public const string PostgresMigrations = "ClaimTracker.Migrations.Postgres";

    /// <summary>Registers the writing context and the readers' context, which may point at a replica.</summary>
    public static IServiceCollection AddClaimDatabase(
        this IServiceCollection services, DatabaseProvider provider, string connectionString, string? readConnectionString = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<IdentityOptions>(UseCurrentSchema);
        services.AddDbContext<ClaimDbContext>(options => options.UseClaimDatabase(provider, connectionString));
        services.AddDbContext<PublicReadContext>(options => options.UseClaimDatabase(provider, readConnectionString ?? connectionString));
        return services;
    }

    public static DbContextOptionsBuilder UseClaimDatabase(this DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString) =>
        OnProvider(options, provider, connectionString)
            // What an unfinished import made is used by nothing but that import, so no row loses the record it belongs to.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    private static DbContextOptionsBuilder OnProvider(DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString) =>
        provider switch
        {
            DatabaseProvider.Sqlite => options
                .UseSqlite(SqliteConnectionString(connectionString), sqlite => sqlite.MigrationsAssembly(SqliteMigrations).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.Postgres => options
                .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(PostgresMigrations).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Sqlite or Postgres."),
        };

    /// <summary>Passkeys need the third version of Identity's schema; set before the first migration and at design time alike.</summary>
    public static void UseCurrentSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static string SqliteConnectionString(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, Cache = SqliteCacheMode.Private }.ToString();
}
