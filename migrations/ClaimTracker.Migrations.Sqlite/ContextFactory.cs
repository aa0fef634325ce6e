using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Migrations.Sqlite;

/// <summary>
/// Opens the context for <c>dotnet ef</c>. It asks the same services as the application, since Identity's options decide
/// which tables there are; no database is contacted.
/// </summary>
internal sealed class ContextFactory : IDesignTimeDbContextFactory<ClaimDbContext>
{
    private const string Anywhere = "Data Source=:memory:";

    public ClaimDbContext CreateDbContext(string[] args)
    {
        var services = new ServiceCollection().AddClaimDatabase(DatabaseProvider.Sqlite, Anywhere).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<ClaimDbContext>().UseApplicationServiceProvider(services);
        options.UseClaimDatabase(DatabaseProvider.Sqlite, Anywhere);
        return new ClaimDbContext((DbContextOptions<ClaimDbContext>)options.Options, TimeProvider.System);
    }
}
