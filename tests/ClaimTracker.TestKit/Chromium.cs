namespace ClaimTracker.TestKit;

/// <summary>The browser that the browser tests drive: an installed Chromium, none is downloaded.</summary>
public static class Chromium
{
    /// <summary>Why browser tests cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = Find() is null
        ? "Chromium is not installed (Debian's package chromium, or CLAIMTRACKER_TEST_CHROMIUM with the path of one)"
        : null;

    /// <summary>Start options: no sandbox, since CI runs as root; nothing that calls home.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"];

    /// <summary>The path of the program; skips the running test where there is none.</summary>
    public static string ExecutablePath
    {
        get
        {
            Requirement.Check(WhyMissing);
            return Find() ?? throw new InvalidOperationException(WhyMissing);
        }
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_CHROMIUM")
        ?? Requirement.FindProgram(["/usr/bin"], "chromium", "chromium-browser", "google-chrome");
}
