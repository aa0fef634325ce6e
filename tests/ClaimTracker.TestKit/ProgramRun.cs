using System.Diagnostics;

namespace ClaimTracker.TestKit;

/// <summary>Programs that others wrote, run by tests to the end.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a program in a folder, and fails the running test with what it says where it fails; the lines it wrote.</summary>
    public static async Task<IReadOnlyList<string>> ToTheEndAsync(
        string folder, string path, IEnumerable<string> arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, await error + await output);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
