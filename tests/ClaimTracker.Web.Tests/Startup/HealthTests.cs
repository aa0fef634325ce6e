using System.Net;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>The site says that it is ready only when it can do its work.</summary>
public sealed class HealthTests
{
    private const string Ready = "/healthz/ready";

    [Fact]
    public async Task Ready_WithLessRoomThanTheFloor_IsUnhealthy()
    {
        await using var app = await WebApp.StartAsync(("Site:DiskFloorMegabytes", "2000000000"));

        await AssertUnhealthyAsync(app);
    }

    [Fact]
    public async Task Ready_WithoutTheNewestMigration_IsUnhealthy()
    {
        await using var app = await WebApp.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT MAX("MigrationId") FROM "__EFMigrationsHistory")""";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        await AssertUnhealthyAsync(app);
    }

    [Fact]
    public async Task Database_ThatCannotBeWrittenTo_IsUnhealthy()
    {
        await using var app = await WebApp.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<ClaimDbContext>().Database.GetConnectionString()!;
        var options = new DbContextOptionsBuilder<ClaimDbContext>();
        options.UseClaimDatabase(DatabaseProvider.Sqlite, connection + ";Mode=ReadOnly");
        await using var db = new ClaimDbContext(options.Options, TimeProvider.System);

        var result = await new DatabaseHealth(db).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("The database cannot be written to.", result.Description);
    }

    /// <summary>Not ready, but alive: a restart would not help.</summary>
    private static async Task AssertUnhealthyAsync(WebApp app)
    {
        var browser = app.NewBrowser();
        Assert.Equal("Unhealthy", (await browser.GetAsync(Ready)).AssertStatus(HttpStatusCode.ServiceUnavailable).Text);
        (await browser.GetAsync("/healthz/live")).AssertOk();
    }
}
