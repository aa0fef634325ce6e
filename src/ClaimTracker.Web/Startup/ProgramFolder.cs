using ClaimTracker.Core.Data;

namespace ClaimTracker.Web.Startup;

/// <summary>Where the program's own files lie, whatever folder it was started from.</summary>
public static class ProgramFolder
{
    private const string DemoSwitch = "--demo";
    private const string DownloadsCommand = "downloads";

    public static WebApplicationOptions Options(string[] args) => new()
    {
        // No settings with values, which is what the framework would take them for.
        Args = [.. args.Where(a => a is not (DemoSwitch or DownloadsCommand))],
        ContentRootPath = DataFolder.Nearest(AppContext.BaseDirectory, folder => Directory.Exists(Path.Combine(folder, "wwwroot"))),
    };

    public static bool AsksForDemo(string[] args) => args.Contains(DemoSwitch);

    /// <summary>Whether it should make the downloads and end, instead of serving.</summary>
    public static bool AsksForDownloads(string[] args) => args.Contains(DownloadsCommand);
}
