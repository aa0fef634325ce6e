using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>Gathers what claims add to the statistics and no longer add, and writes the difference once.</summary>
public sealed class TallyCounts
{
    private readonly Dictionary<(bool IsMonth, DateOnly Day, TallyKind Kind, string Value), int> change = [];

    public void Replace(string? before, string? after)
    {
        if (before != after)
        {
            Add(before, -1);
            Add(after, 1);
        }
    }

    internal async Task WriteAsync(ClaimDbContext db, CancellationToken ct)
    {
        foreach (var (key, by) in change.Where(c => c.Value != 0).OrderBy(c => c.Key))
        {
#pragma warning disable RS0030 // Counts are not audited records; adding in the statement loses no concurrent change.
            var counted = await db.PublicTallies
                .Where(t => t.IsMonth == key.IsMonth && t.Day == key.Day && t.Kind == key.Kind && t.Value == key.Value)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.Count, t => t.Count + by), ct);
#pragma warning restore RS0030
            if (counted == 0)
            {
                db.PublicTallies.Add(new PublicTally { IsMonth = key.IsMonth, Day = key.Day, Kind = key.Kind, Value = key.Value, Count = by });
            }
        }
    }

    /// <summary>All there is to add, for a database that is filled at once.</summary>
    public IEnumerable<PublicTally> Rows() =>
        change.Where(c => c.Value != 0).Select(c => new PublicTally { IsMonth = c.Key.IsMonth, Day = c.Key.Day, Kind = c.Key.Kind, Value = c.Key.Value, Count = c.Value });

    private void Add(string? written, int by)
    {
        foreach (var entry in TallyEntry.Read(written ?? ""))
        {
            Add((true, new DateOnly(entry.Day.Year, entry.Day.Month, 1), entry.Kind, entry.Value), by);
            if (entry.Day != TallyEntry.NoDay)
            {
                Add((false, entry.Day, entry.Kind, entry.Value), by);
            }
        }
    }

    private void Add((bool, DateOnly, TallyKind, string) key, int by) => change[key] = change.GetValueOrDefault(key) + by;
}
