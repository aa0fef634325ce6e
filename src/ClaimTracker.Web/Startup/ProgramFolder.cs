namespace ClaimTracker.Web.Startup;

/// <summary>Where the program's own files and its data lie, whatever folder it was started from.</summary>
public static class ProgramFolder
{
    private const string DemoSwitch = "--demo";

    public static WebApplicationOptions Options(string[] args) => new()
    {
        // "--demo" is no setting with a value, which is what the framework would take it for.
        Args = [.. args.Where(a => a != DemoSwitch)],
        ContentRootPath = Nearest(AppContext.BaseDirectory, folder => Directory.Exists(Path.Combine(folder, "wwwroot"))),
    };

    public static bool AsksForDemo(string[] args) => args.Contains(DemoSwitch);

    /// <summary>A source checkout keeps its data beside the solution, where git ignores it; a published copy in its own folder.</summary>
    public static string DataRoot(string contentRoot) =>
        Nearest(contentRoot, folder => File.Exists(Path.Combine(folder, "ClaimTracker.sln"))) ?? contentRoot;

    private static string? Nearest(string start, Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (isIt(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
