using System.Data.Common;
using System.Diagnostics;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks;

/// <summary>The whole program on a loopback port over a filled database, and the statements that its pages sent.</summary>
internal sealed class SpeedSite : WebApplicationFactory<SiteSettings>
{
    private readonly TestDatabase database;
    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-speed-").FullName;
    private readonly Statements statements = new();
    private HttpClient? client;

    public SpeedSite(TestDatabase database)
    {
        this.database = database;
        UseKestrel(0);
    }

    /// <summary>How long a page takes through HTTP, in milliseconds.</summary>
    public async Task<double> PageAsync(string address)
    {
        client ??= CreateClient();
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>How long the statements of a page take when they are sent to the database and read to the end, without the program.</summary>
    public async Task<Func<Task<double>>> StatementsOfAsync(string address)
    {
        statements.Begin();
        await PageAsync(address);
        var sent = statements.End();
        return async () =>
        {
            await using var db = database.CreateReadContext();
            await db.Database.OpenConnectionAsync();
            var clock = Stopwatch.StartNew();
            foreach (var (sql, parameters) in sent)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = sql;
                foreach (var (name, value) in parameters)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value);
                    command.Parameters.Add(parameter);
                }

                await using var reader = await command.ExecuteReaderAsync();
                var row = new object[reader.FieldCount];
                while (await reader.ReadAsync())
                {
                    reader.GetValues(row);
                }
            }

            return clock.Elapsed.TotalMilliseconds;
        };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Path.Combine(DataFolder.RootFrom(AppContext.BaseDirectory), "src", "ClaimTracker.Web"));
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:Provider", database.Provider.ToString());
        builder.UseSetting("ConnectionStrings:ClaimTracker", database.ConnectionString);
        builder.UseSetting("Data:Directory", folder);
        builder.UseSetting("Seed:Load", "false");
        builder.UseSetting("Site:ChecksPerMinute", "1000000");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.ConfigureTestServices(services => services
            .AddSingleton<IOutputCacheStore, NoPages>()
            .ConfigureDbContext<PublicReadContext>(options => options.AddInterceptors(statements)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every page is made anew: that is what is measured.</summary>
    private sealed class NoPages : IOutputCacheStore
    {
        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class Statements : DbCommandInterceptor
    {
        private List<(string Sql, List<(string Name, object? Value)> Parameters)>? sent;

        public void Begin() => sent = [];

        public List<(string Sql, List<(string Name, object? Value)> Parameters)> End()
        {
            var ended = sent ?? [];
            sent = null;
            return ended;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            sent?.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            return ValueTask.FromResult(result);
        }
    }
}
