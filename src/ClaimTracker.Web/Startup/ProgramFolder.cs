using ClaimTracker.Core.Data;

namespace ClaimTracker.Web.Startup;

/// <summary>Where the program's own files lie, whatever folder it was started from.</summary>
public static class ProgramFolder
{
    private const string DemoSwitch = "--demo";

    public static WebApplicationOptions Options(string[] args) => new()
    {
        // "--demo" is no setting with a value, which is what the framework would take it for.
        Args = [.. args.Where(a => a != DemoSwitch)],
        ContentRootPath = DataFolder.Nearest(AppContext.BaseDirectory, folder => Directory.Exists(Path.Combine(folder, "wwwroot"))),
    };

    public static bool AsksForDemo(string[] args) => args.Contains(DemoSwitch);
}
