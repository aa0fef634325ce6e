using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Migrations.Postgres;

/// <summary>
/// Opens the context for <c>dotnet ef</c>. It asks the same services as the application, since Identity's options decide
/// which tables there are; no database is contacted.
/// </summary>
internal sealed class ContextFactory : IDesignTimeDbContextFactory<ClaimDbContext>
{
    private const string Anywhere = "Host=localhost;Database=claimtracker";

    public ClaimDbContext CreateDbContext(string[] args)
    {
        var services = new ServiceCollection().AddClaimDatabase(DatabaseProvider.Postgres, Anywhere).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<ClaimDbContext>().UseApplicationServiceProvider(services);
        options.UseClaimDatabase(DatabaseProvider.Postgres, Anywhere);
        return new ClaimDbContext((DbContextOptions<ClaimDbContext>)options.Options, TimeProvider.System);
    }
}
