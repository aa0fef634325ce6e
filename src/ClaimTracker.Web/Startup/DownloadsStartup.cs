using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Web.Downloads;

namespace ClaimTracker.Web.Startup;

/// <summary>The downloads: what makes and gives them, and the command that makes them at once.</summary>
public static class DownloadsStartup
{
    private const string Folder = "downloads";

    public static void AddDownloads(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings.Downloads);
        services.AddSingleton(new DownloadStore(Path.Combine(settings.Database.DataDirectory, Folder)));
        services.AddSingleton<PublicDownloads>();
        services.AddScoped<SiteDownloads>();
        services.AddScoped<DownloadSite>(provider => provider.GetRequiredService<SiteDownloads>());
        services.AddScoped<DownloadMaker>();
        services.AddScoped<DownloadWork>();
        if (settings.Downloads.IsOn)
        {
            services.AddHostedService<DownloadRunner>();
        }
    }

    /// <summary>Makes them now and ends; the exit code.</summary>
    public static async Task<int> MakeDownloadsAsync(this WebApplication app)
    {
        var time = Stopwatch.StartNew();
        await using var scope = app.Services.CreateAsyncScope();
        var step = await scope.ServiceProvider.GetRequiredService<DownloadWork>().StepAsync(now: true, restful: false, app.Lifetime.ApplicationStopping);
        if (step is DownloadStep.Busy)
        {
            await Console.Error.WriteLineAsync("Another process is making the downloads of this data directory.");
            return 1;
        }

        var newest = scope.ServiceProvider.GetRequiredService<DownloadStore>().Sets()[0];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(step is DownloadStep.Made ? "Made" : "Nothing is new since")} {newest.Day:yyyy-MM-dd}: {newest.Claims.All} claims, {newest.Files.Sum(f => f.Size) / 1_000_000} MB in {newest.Files.Count} files, {time.Elapsed.TotalSeconds:0.0} s."));
        return 0;
    }
}
