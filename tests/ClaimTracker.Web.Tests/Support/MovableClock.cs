namespace ClaimTracker.Web.Tests.Support;

/// <summary>The real time, moved on by a test: what the framework reads from its own clock stays in step.</summary>
public sealed class MovableClock : TimeProvider
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
