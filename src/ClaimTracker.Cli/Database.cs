using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Cli;

/// <summary>The database that the web application's settings name.</summary>
internal static class Database
{
    public static AsyncServiceScope Open()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var settings = DatabaseSettings.Read(configuration, DataFolder.RootFrom(AppContext.BaseDirectory));
        return new ServiceCollection().AddClaimDatabase(settings.Provider, settings.ConnectionString).BuildServiceProvider().CreateAsyncScope();
    }

    /// <summary>Throws when the database has not been brought to this program's schema, which starting the web application does.</summary>
    public static async Task RequireCurrentAsync(ClaimDbContext db, CancellationToken ct)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        if (!db.Database.GetMigrations().SequenceEqual(applied))
        {
            throw new StartRefusedException("the database was not made by this version; start the web application once, which brings it up to date.");
        }
    }
}
