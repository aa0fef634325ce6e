namespace ClaimTracker.TestKit;

/// <summary>Node.js with npm, for tests that run tools of the front end.</summary>
public static class Node
{
    /// <summary>Why such tests cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = Find("node") is null || Find("npm") is null ? "Node.js and npm are not installed (Debian's packages nodejs and npm)" : null;

    /// <summary>The path of one of its programs; skips the running test where there is none.</summary>
    public static string PathOf(string program)
    {
        Requirement.Check(WhyMissing);
        return Find(program) ?? throw new InvalidOperationException(WhyMissing);
    }

    private static string? Find(string program) => Requirement.FindProgram(["/usr/bin"], program);
}
