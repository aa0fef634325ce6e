namespace ClaimTracker.TestKit;

/// <summary>A Java runtime, for the one tool of the tests that is written for it.</summary>
public static class Java
{
    /// <summary>Why such tests cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = Find() is null ? "No Java runtime is installed (Debian's package default-jre-headless)" : null;

    /// <summary>Runs a program that comes as an archive, and fails the running test with what it says where it fails; the lines it wrote. Skips the test where there is no Java.</summary>
    public static Task<IReadOnlyList<string>> RunAsync(string folder, string archive, params IEnumerable<string> arguments)
    {
        Requirement.Check(WhyMissing);
        return ProgramRun.ToTheEndAsync(folder, Find() ?? throw new InvalidOperationException(WhyMissing), ["-jar", archive, .. arguments]);
    }

    private static string? Find() => Requirement.FindProgram(["/usr/bin"], "java");
}
