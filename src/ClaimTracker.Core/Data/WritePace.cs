namespace ClaimTracker.Core.Data;

/// <summary>How many rows the next background transaction takes, so that it holds the one SQLite writer for about as long as people do not notice.</summary>
public sealed class WritePace
{
    private const int Least = 5;
    private const int Most = 500;
    private const int First = 20;

    /// <summary>Less than half of the 250 ms that rule 11 allows: one part may be dearer than the last, and others wait no longer than their first short tries.</summary>
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(90);

    public int Size { get; private set; } = First;

    public void Took(TimeSpan time, int rows)
    {
        if (rows >= Size || time > Wanted)
        {
            var fitting = rows * (Wanted / (time + TimeSpan.FromMilliseconds(1)));
            // Grows gently, shrinks at once; up to the next whole row while there is time, or a small size would stay as it is.
            var next = Math.Min(fitting, Size * 1.5);
            Size = (int)Math.Clamp(time < Wanted ? Math.Ceiling(next) : next, Least, Most);
        }
    }
}
