namespace ClaimTracker.TestKit;

/// <summary>Node.js with npm, for tests that run tools of the front end.</summary>
public static class Node
{
    /// <summary>Why such tests cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = Find("node") is null || Find("npm") is null ? "Node.js and npm are not installed (Debian's packages nodejs and npm)" : null;

    /// <summary>Installs the packages that the lock file of a folder names; skips the running test where there is no Node.js.</summary>
    public static Task InstallAsync(string folder) => RunAsync(folder, "npm", ["ci", "--no-audit", "--no-fund", "--omit=optional", "--ignore-scripts"]);

    /// <summary>Runs one of its programs in a folder, and fails the running test with what it says where it fails; the lines it wrote.</summary>
    public static Task<IReadOnlyList<string>> RunAsync(
        string folder, string program, IEnumerable<string> arguments, string input = "", params (string Name, string Value)[] environment) =>
        ProgramRun.ToTheEndAsync(folder, PathOf(program), arguments, input, environment);

    /// <summary>The path of one of its programs; skips the running test where there is none.</summary>
    private static string PathOf(string program)
    {
        Requirement.Check(WhyMissing);
        return Find(program) ?? throw new InvalidOperationException(WhyMissing);
    }

    private static string? Find(string program) => Requirement.FindProgram(["/usr/bin"], program);
}
