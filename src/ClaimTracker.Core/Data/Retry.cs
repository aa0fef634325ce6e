namespace ClaimTracker.Core.Data;

/// <summary>
/// Runs a unit of work again from scratch when it lost a race: an overtaken version, a number or a unique value that somebody
/// else took first, a deadlock. The work reads, decides and saves once; it must not keep anything from an earlier run.
/// </summary>
public static class Retry
{
    public const int MaxAttempts = 40;

    private const int MaxDelayMilliseconds = 60;

    public static async Task<T> RunAsync<T>(ClaimDbContext db, Func<Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await work();
            }
            catch (Exception e) when (attempt < MaxAttempts && DatabaseErrors.IsLostRace(e))
            {
                await Task.Delay(Random.Shared.Next(1, Math.Min(MaxDelayMilliseconds, 4 * attempt)), ct);
            }
        }
    }
}
