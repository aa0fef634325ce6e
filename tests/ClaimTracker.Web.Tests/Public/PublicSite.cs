using System.Data.Common;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>The site with the claims of the five articles, counting what its pages ask the database.</summary>
public class PublicSite : WebApp
{
    private readonly QueryCounter counter = new();

    protected override bool LoadsSeed => true;

    /// <summary>How many queries public pages needed while this ran.</summary>
    public async Task<int> CountQueriesAsync(Func<Task> work)
    {
        var before = counter.Count;
        await work();
        return counter.Count - before;
    }

    /// <summary>Number of the claim with that key in the first data.</summary>
    public Task<int> NumberOfAsync(string key) =>
        WithDbAsync(db => db.Claims.Where(c => c.ExternalKey == key).Select(c => c.Number).SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>Publishes a claim's document again with a change, as the desk would.</summary>
    public async Task PublishAsync(int number, PublicationKind kind, Func<PublicDocument, PublicDocument> change)
    {
        var ct = TestContext.Current.CancellationToken;
        await WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await new Publisher(db).RepublishAsync(number, kind, change, ct);
            await transaction.CommitAsync(ct);
            return true;
        });
    }

    /// <summary>Makes an imported verdict one of ours, as approving it at the desk would.</summary>
    public Task ReviewAsync(int number, Func<PublicDocument, PublicDocument>? change = null) => PublishAsync(number, PublicationKind.Verdict, document =>
    {
        var reviewed = document with { State = PublicState.Published, Verdict = document.Verdict! with { IsImported = false, DecidedOn = new DateOnly(2026, 11, 20) } }; // rated in the seed
        return change?.Invoke(reviewed) ?? reviewed;
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<PublicReadContext>(options => options.AddInterceptors(counter)));
    }

    private sealed class QueryCounter : DbCommandInterceptor
    {
        private int count;

        public int Count => count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // The clock of the page cache asks once a second, whatever the page; the foot of all pages, once after a change.
            if (!command.CommandText.Contains("PublicationEpoch", StringComparison.Ordinal) && !command.CommandText.Contains("PolicyVersions", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref count);
            }

            return ValueTask.FromResult(result);
        }
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresPublicSite : PublicSite
{
    protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Tests that each change claims of their own share another.</summary>
[CollectionDefinition(Name)]
public sealed class ChangedSite : ICollectionFixture<PublicSite>
{
    public const string Name = "changed public site";
}

/// <summary>Tests that only read share one site.</summary>
[CollectionDefinition(Name)]
public sealed class ReadOnlySite : ICollectionFixture<PublicSite>
{
    public const string Name = "public site";
}
