namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>How many rows the next transaction takes, so that it holds the one SQLite writer for about as long as people do not notice.</summary>
public sealed class BulkPace
{
    private const int Least = 5;
    private const int Most = 500;
    private const int First = 20;

    /// <summary>Others wait no longer than this for the writer; half of what rule 11 allows, since one batch may be dearer than the last.</summary>
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(110);

    /// <summary>Between two batches, for whoever waits: SQLite asks again after 25 ms at the latest, at first.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(15);

    public int Size { get; private set; } = First;

    public void Took(TimeSpan time, int rows)
    {
        if (rows >= Size || time > Wanted)
        {
            var fitting = rows * (Wanted / (time + TimeSpan.FromMilliseconds(1)));
            // Grows gently, shrinks at once.
            Size = (int)Math.Clamp(Math.Min(fitting, Size * 1.5), Least, Most);
        }
    }
}
