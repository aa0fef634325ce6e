namespace ClaimTracker.TestKit;

/// <summary>Something a test needs beside the SDK. Where it is missing, the test shows as skipped; in CI it fails.</summary>
public static class Requirement
{
    /// <summary>True in CI, where a skipped test would go unseen.</summary>
    public static bool MustBeMet { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Skips the running test, or fails it in CI, when there is a reason why it cannot run.</summary>
    public static void Check(string? whyMissing)
    {
        if (whyMissing is null)
        {
            return;
        }

        if (MustBeMet)
        {
            Assert.Fail(whyMissing);
        }

        Assert.Skip(whyMissing);
    }

    /// <summary>The first of these programs in the given folders, then in those of PATH.</summary>
    internal static string? FindProgram(IEnumerable<string> folders, params string[] names)
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return folders.Concat(path)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
