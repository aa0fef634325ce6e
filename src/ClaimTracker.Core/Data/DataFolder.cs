namespace ClaimTracker.Core.Data;

/// <summary>Where data lies when no setting says so.</summary>
public static class DataFolder
{
    /// <summary>A source checkout keeps its data beside the solution, where git ignores it; a published copy in its own folder.</summary>
    public static string RootFrom(string programFolder) =>
        Nearest(programFolder, folder => File.Exists(Path.Combine(folder, "ClaimTracker.sln"))) ?? programFolder;

    /// <summary>The folder itself or the nearest above it that is the one sought; null when none is.</summary>
    public static string? Nearest(string start, Func<string, bool> isIt)
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
