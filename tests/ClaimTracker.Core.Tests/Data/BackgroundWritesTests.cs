using System.Diagnostics;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Tests.Data;

public sealed class BackgroundWritesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeTurn_WhileAnotherHasIt_WaitsUntilItIsGivenBackAndAPauseHasPassed()
    {
        using var writes = new BackgroundWrites();
        var first = await writes.TakeTurnAsync(Ct);
        var second = writes.TakeTurnAsync(Ct);
        Assert.False(second.IsCompleted);

        var clock = Stopwatch.StartNew();
        first.Dispose();
        (await second).Dispose();

        // Timers may be early by a tick of the machine's clock.
        Assert.True(clock.Elapsed > TimeSpan.FromMilliseconds(25), $"After {clock.Elapsed.TotalMilliseconds} ms.");
    }
}
