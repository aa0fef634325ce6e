using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>An account a test signs in with.</summary>
public sealed record TestUser(Guid Id, string Email, string DisplayName, Roles Roles)
{
    public const string Password = "correct horse battery";
}

/// <summary>
/// The whole program over a database of its own, reached over HTTP: <c>IClassFixture&lt;WebApp&gt;</c>, or
/// <c>await using var app = await WebApp.StartAsync(…)</c> where a test needs other settings.
/// </summary>
public class WebApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly Dictionary<string, string> settings = new()
    {
        // Far above what a test class needs; the limits have tests of their own.
        ["Site:SignInsPerMinute"] = "100000",
        ["Site:ChecksPerMinute"] = "100000",
        ["Site:ReportsPerHour"] = "100000",
        ["Site:ApiPerMinute"] = "100000",
        ["Seed:Load"] = "false",
        // Whoever wants them makes them.
        ["Downloads:Make"] = "false",
        ["Logging:LogLevel:Default"] = "Error",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-web-").FullName;
    private TestDatabase? database;

    public MovableClock Clock { get; } = new();

    public TestDatabase Database => database ?? throw new InvalidOperationException("The application is not started.");

    protected virtual DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <summary>Whether the database has the first data.</summary>
    protected virtual bool LoadsSeed => false;

    public static async Task<WebApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new WebApp();
        foreach (var (key, value) in settings)
        {
            app.settings[key] = value;
        }

        await app.InitializeAsync();
        return app;
    }

    /// <summary>A setting of this application, before it starts.</summary>
    protected void Set(string key, string value) => settings[key] = value;

    public async ValueTask InitializeAsync()
    {
        database = LoadsSeed ? await TestDatabase.CreateSeededAsync(Provider) : await TestDatabase.CreateAsync(Provider);
        _ = Server;
    }

    /// <summary>Somebody at a browser of their own, not signed in.</summary>
    public Browser NewBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>Somebody signed in with those roles, as a new account.</summary>
    public async Task<Browser> SignedInAsync(Roles roles, string? name = null)
    {
        var browser = NewBrowser();
        await browser.SignInAsync(await CreateUserAsync(roles, name));
        return browser;
    }

    /// <summary>An account, made the way people get theirs: invited, and taken up.</summary>
    public async Task<TestUser> CreateUserAsync(Roles roles, string? name = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var key = Guid.NewGuid().ToString("N")[..8];
        await using var scope = Services.CreateAsyncScope();
        var inviter = new Actor(null, "test", Roles.Admin);
        var issued = await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAsync(new NewInvitation(roles), inviter, ct);
        var wanted = new NewAccount($"{key}@example.org", name ?? $"Person {key}", TestUser.Password);
        var outcome = await scope.ServiceProvider.GetRequiredService<AccountService>().AcceptAsync(issued.Token ?? "", wanted, ct);
        return new TestUser(Assert.IsType<Outcome.Done>(outcome).Id, wanted.Email, wanted.DisplayName, roles);
    }

    /// <summary>A token of that person for programs.</summary>
    public async Task<string> TokenAsync(TestUser user, TokenScopes scopes, string name = "Script")
    {
        var issued = await WithAsync((ApiTokens tokens) => tokens.CreateAsync(
            new NewToken(name, scopes, 30), TestUser.Password, new Actor(user.Id, user.DisplayName, user.Roles), TestContext.Current.CancellationToken));
        return issued.Token ?? throw new InvalidOperationException($"No token: {issued.Outcome}");
    }

    /// <summary>Runs against the services of a request; for arranging and for looking at what was stored.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> WithDbAsync<T>(Func<ClaimDbContext, Task<T>> work) => WithAsync(work);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:Provider", Provider.ToString());
        builder.UseSetting("ConnectionStrings:ClaimTracker", Database.ConnectionString);
        builder.UseSetting("Data:Directory", folder);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Real hashes, made quickly.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        });
    }
}

/// <summary>The program with the claims of the five articles, imported.</summary>
public sealed class SeededWebApp : WebApp
{
    protected override bool LoadsSeed => true;
}
