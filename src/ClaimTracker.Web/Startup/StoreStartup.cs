using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Publishing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Startup;

/// <summary>The database, the keys that protect cookies and forms, and what watches both.</summary>
public static class StoreStartup
{
    public static void AddStore(this WebApplicationBuilder builder, SiteSettings settings)
    {
        // Mistakes in wiring show at the start, in every environment, not at the first request.
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateOnBuild = true;
            options.ValidateScopes = true;
        });

        var services = builder.Services;
        services.AddClaimDatabase(settings.Database.Provider, settings.Database.ConnectionString, settings.Database.ReadConnectionString);
        services.AddScoped<PublicReader>();
        services.AddClaimServices(settings.Panels, settings.Answers, settings.Mail);
        services.AddSingleton(settings.ArchiveHosts);
        services.AddSingleton(provider => new ArticleFetcher(settings.Fetch, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new ArchiveClient(settings.Fetch));
        services.AddSingleton<EpochClock>();
        services.AddHostedService(provider => provider.GetRequiredService<EpochClock>());
        services.AddHostedService<NewerProgramWatch>();
        services.AddSingleton<WrittenPolicies>();
        services.AddHostedService<SearchCatchUp>();
        services.AddHostedService<BulkImportRunner>();
        services.AddHostedService<SearchWatchRunner>();
        if (settings.Mail.IsOn)
        {
            services.AddHostedService<MailRunner>();
        }

        services.ConfigureDbContext<ClaimDbContext>((provider, options) => options.AddInterceptors(new CommitWatcher(provider.GetRequiredService<EpochClock>())));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<DiskHealth>("disk");

        var protection = services.AddDataProtection().SetApplicationName("ClaimTracker");
        if (settings.Database.Provider is DatabaseProvider.Sqlite)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Database.DataDirectory, "keys")));
        }
        else
        {
            // Several nodes may share a PostgreSQL; they have to read each other's cookies.
            services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys(scopes));
        }
    }
}
