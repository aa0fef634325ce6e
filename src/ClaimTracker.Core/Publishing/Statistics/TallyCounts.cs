using System.Text.Json;
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
        // In one order, as every writer takes them.
        var rows = Rows().OrderBy(t => (t.IsMonth, t.Day, t.Kind, t.Value)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

#pragma warning disable RS0030 // Counts are not audited records; adding in the statement loses no concurrent change.
        if (db.Database.IsSqlite())
        {
            var json = JsonSerializer.Serialize(rows.Select(t => new object[] { t.IsMonth, t.Day, t.Kind.ToString(), t.Value, t.Count }));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PublicTallies" ("IsMonth", "Day", "Kind", "Value", "Count") SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each({json}) WHERE true
                ON CONFLICT ("IsMonth", "Day", "Kind", "Value") DO UPDATE SET "Count" = "PublicTallies"."Count" + excluded."Count"
                """, ct);
        }
        else
        {
            var (months, days, kinds) = (rows.ConvertAll(t => t.IsMonth).ToArray(), rows.ConvertAll(t => t.Day).ToArray(), rows.ConvertAll(t => t.Kind.ToString()).ToArray());
            var (values, counts) = (rows.ConvertAll(t => t.Value).ToArray(), rows.ConvertAll(t => t.Count).ToArray());
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PublicTallies" ("IsMonth", "Day", "Kind", "Value", "Count")
                SELECT m, d, k, v, n FROM unnest({months}, {days}, {kinds}, {values}, {counts}) WITH ORDINALITY AS changed(m, d, k, v, n, place) ORDER BY place
                ON CONFLICT ("IsMonth", "Day", "Kind", "Value") DO UPDATE SET "Count" = "PublicTallies"."Count" + excluded."Count"
                """, ct);
        }
#pragma warning restore RS0030
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
