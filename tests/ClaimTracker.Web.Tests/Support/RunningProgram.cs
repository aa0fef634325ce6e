using System.Diagnostics;
using System.Text;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>A process started by a test, which ends with it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly TimeSpan patience;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private RunningProgram(Process process, TimeSpan patience)
    {
        this.process = process;
        this.patience = patience;
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    public static Task<RunningProgram> StartAsync(ProcessStartInfo start, TimeSpan patience)
    {
        var process = new Process { StartInfo = start };
        var program = new RunningProgram(process, patience);
        process.OutputDataReceived += (_, e) => Append(program.output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(program.errors, e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return Task.FromResult(program);
    }

    public async Task WaitForAsync(string words)
    {
        for (var waited = TimeSpan.Zero; !Output.Contains(words, StringComparison.Ordinal); waited += Step)
        {
            Assert.True(waited < patience && !process.HasExited, $"“{words}” was not printed. {Output} {Errors}");
            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Its exit code, once it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
