using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>The program as an operator starts it: a process of its own, told by its settings, judged by what it prints and how it ends.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-start-").FullName;
    private readonly int port = FreePort();

    [Fact]
    public async Task FirstStart_FromAnotherFolder_ServesAndGivesALinkThatMakesTheFirstAdministrator()
    {
        await using var first = await RunAsync("Production");
        await first.WaitForAsync("/account/invitation/");
        var link = first.Output.Split('\n').Single(l => l.Contains("/account/invitation/", StringComparison.Ordinal)).Trim();
        await first.StopAsync();
        await using var second = await RunAsync("Production");
        await second.WaitForAsync("/account/invitation/");
        var newLink = second.Output.Split('\n').Single(l => l.Contains("/account/invitation/", StringComparison.Ordinal)).Trim();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var browser = new Browser(client);
        client.BaseAddress = new Uri(new Uri(newLink).GetLeftPart(UriPartial.Authority));

        (await browser.GetAsync(new Uri(link).PathAndQuery)).AssertStatus(HttpStatusCode.Gone);
        var page = await browser.GetAsync(new Uri(newLink).PathAndQuery);
        await page.AssertOk().Form("Input.Password").Fill("Input.DisplayName", "First").Fill("Input.Email", "first@example.org")
            .Fill("Input.Password", TestUser.Password).Fill("Input.Repeat", TestUser.Password).SubmitAsync();

        (await browser.GetAsync("/en/admin/users")).AssertOk();
        (await browser.GetAsync(new Uri(newLink).PathAndQuery)).AssertStatus(HttpStatusCode.Gone);
        await second.StopAsync();
        await using var third = await RunAsync("Production");
        await third.WaitForAsync("ClaimTracker:");
        Assert.DoesNotContain("invitation", third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_WhenANewerProgramStartsOnTheSameDatabase_StopsAndSaysWhy()
    {
        await using var program = await RunAsync("Production");
        await program.WaitForAsync("ClaimTracker:");

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder, "claimtracker.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = """UPDATE "PublicRowsBuild" SET "Version" = "Version" + 1""";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await program.WaitForAsync("A newer version of the program serves this database. This one stops.");
    }

    [Fact]
    public async Task Start_AfterAKilledMigration_ClearsTheLeftOverLock()
    {
        await using (var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite))
        {
            Directory.CreateDirectory(folder);
            await using var source = new SqliteConnection(database.ConnectionString);
            await source.OpenAsync(TestContext.Current.CancellationToken);
            await using var copy = new SqliteConnection($"Data Source={Path.Combine(folder, "claimtracker.db")}");
            await copy.OpenAsync(TestContext.Current.CancellationToken);
            source.BackupDatabase(copy);
            await using var command = copy.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                DELETE FROM "__EFMigrationsHistory" WHERE 0;
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            SqliteConnection.ClearPool(copy);
        }

        await using var program = await RunAsync("Production");
        await program.WaitForAsync("ClaimTracker:");

        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "claimtracker.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM \"__EFMigrationsLock\"";
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        SqliteConnection.ClearPool(connection);
    }

    [Theory]
    [InlineData("--demo is refused in Production.", "Production", "--demo")]
    [InlineData("--demo is refused on an address other machines can reach.", "Staging", "--demo", "--urls=http://0.0.0.0:0", "--Site:PublicUrl=https://claims.example.org")]
    [InlineData("Demo__Password needs 12 to 200 characters, several of them different.", "Staging", "--demo", "--Demo:Password=short")]
    [InlineData("the Postgres database cannot be used:", "Production", "--Database:Provider=Postgres", "--ConnectionStrings:ClaimTracker=Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2")]
    [InlineData("Site__TimeZone “Nowhere” is not a known time zone", "Production", "--Site:TimeZone=Nowhere")]
    public async Task Refused_SaysWhyInOneLineAndEndsWithOne(string reason, string environment, params string[] arguments)
    {
        await using var program = await RunAsync(environment, arguments);

        Assert.Equal(1, await program.EndAsync());
        var line = Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_WithRealAccounts_IsRefused()
    {
        await using var app = await WebApp.StartAsync();
        await app.CreateUserAsync(Roles.Checker);

        await using var program = await RunAsync("Staging", "--demo", "--ConnectionStrings:ClaimTracker=" + app.Database.ConnectionString);

        Assert.Equal(1, await program.EndAsync());
        Assert.Contains("--demo is refused: this database has real accounts.", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_PrintsAPasswordThatSignsEverybodyIn()
    {
        await using var program = await RunAsync("Staging", "--demo", "--Seed:Load=false");
        await program.WaitForAsync("password:");
        var password = program.Output.Split('\n').Single(l => l.Contains("password:", StringComparison.Ordinal)).Split(':')[1].Trim();

        foreach (var (name, _, _) in DemoAccounts.All)
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            var browser = new Browser(client);
            await browser.SignInAsync(DemoAccounts.EmailOf(name), password);
            (await browser.GetAsync("/en/account/manage/profile")).AssertOk();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<RunningProgram> RunAsync(string environment, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ClaimTracker.Web.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        string[] all = [program, $"--Data:Directory={folder}", $"--urls=http://127.0.0.1:{port}", .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        return await RunningProgram.StartAsync(start, Patience);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
