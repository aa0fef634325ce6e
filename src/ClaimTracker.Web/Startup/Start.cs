using System.Data.Common;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Startup;

/// <summary>What happens once, before the first request: the database is made ready, and the console says where to look.</summary>
public static class Start
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        var ct = app.Lifetime.ApplicationStopping;
        var settings = app.Services.GetRequiredService<SiteSettings>();
        CreateDataDirectory(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        try
        {
            await SchemaUpgrade.RunAsync(db, () => FillAsync(db, settings, ct), new DerivingLog(app.Logger), new IndexingLog(app.Logger), ct);
            var demoPassword = await DemoStart.PrepareAsync(scope.ServiceProvider, ct);
            var link = await FirstAdministrator.NewLinkAsync(db, ct);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app.Services, link, demoPassword));
        }
        catch (Exception e) when (e is DbException or NewerDatabaseException or IOException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            throw new StartRefusedException($"the {settings.Database.Provider} database cannot be used: {(e.InnerException as DbException ?? e).Message}", e);
        }
    }

    /// <summary>What an empty database is given.</summary>
    private static async Task FillAsync(ClaimDbContext db, SiteSettings settings, CancellationToken ct)
    {
        await RatingScale.EnsureAsync(db, ct);
        // An emptied database, whose numbers were given out before, stays empty.
        if (settings.LoadSeed && !await db.Claims.AnyAsync(ct) && await db.NumberAllocators.AllAsync(n => n.Name != NumberAllocator.Claims || n.Next == 1, ct))
        {
            await SeedLoader.LoadAsync(db, ct);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Says how far building the search index has come; it takes a while only after an upgrade that changed it.</summary>
    private sealed class IndexingLog(ILogger logger) : IProgress<SearchIndexProgress>
    {
        private const int Each = 10_000;

        public void Report(SearchIndexProgress value)
        {
            if (value.Done == value.Total || value.Done % Each == 0)
            {
#pragma warning disable CA1848, CA1873 // A few lines, at the start of a new version only.
                logger.LogInformation("Search index ({Scope}): {Done} of {Total} claims", value.Scope, value.Done, value.Total);
#pragma warning restore CA1848, CA1873
            }
        }
    }

    /// <summary>The same of the rows readers' lists are made of. A part is smaller than a line is worth.</summary>
    private sealed class DerivingLog(ILogger logger) : IProgress<PublicRowsProgress>
    {
        private const int Each = 10_000;

        private int said;

        public void Report(PublicRowsProgress value)
        {
            if (value.Done == value.Total || value.Done - said >= Each)
            {
                said = value.Done;
#pragma warning disable CA1848, CA1873 // As above.
                logger.LogInformation("Readers' rows filled anew: {Done} of {Total} claims", value.Done, value.Total);
#pragma warning restore CA1848, CA1873
            }
        }
    }

    private static void CreateDataDirectory(SiteSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Database.DataDirectory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Data__Directory “{settings.Database.DataDirectory}” cannot be made: {e.Message}", e);
        }
    }

    private static void Announce(IServiceProvider services, string? firstAdministrator, string? demoPassword)
    {
        var site = services.GetRequiredService<SiteAddress>();
        Console.WriteLine($"ClaimTracker: {site.Absolute("/ar")}  {site.Absolute("/en")}");
        if (firstAdministrator is not null)
        {
            // Shown, never logged: whoever reads it becomes the administrator.
            Console.WriteLine($"No account yet. This link, good once and for {Invitation.LifetimeDays} days, makes the first administrator:");
            Console.WriteLine($"  {site.Absolute($"/{Cultures.English}/account/invitation/{firstAdministrator}")}");
        }

        if (demoPassword is not null)
        {
            Console.WriteLine($"Demonstration accounts: {string.Join(", ", DemoAccounts.All.Select(a => DemoAccounts.EmailOf(a.Name)))}");
            Console.WriteLine($"  password: {demoPassword}");
        }
    }
}
