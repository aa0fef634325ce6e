namespace ClaimTracker.Core.Data;

/// <summary>
/// The turn of this process's background work to write: one piece at a time, as long as its <see cref="WritePace"/> wants, and after it
/// a pause in which people's saves get in (rule 11). Only the time from taking the turn to giving it back counts; what is read and
/// prepared before goes on during others' turns.
/// </summary>
public sealed class BackgroundWrites : IDisposable
{
    /// <summary>Longer than whoever waits for SQLite's one writer sleeps between two tries, which is up to 25 ms in the first eighth of a second.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for a turn; dispose of it once the transaction has ended.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => _ = PassOnAsync();

        private async Task PassOnAsync()
        {
            await Task.Delay(Pause);
            turn.Release();
        }
    }
}
