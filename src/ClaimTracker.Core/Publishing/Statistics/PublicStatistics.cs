using System.Globalization;
using ClaimTracker.Core.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>How many checks have one value.</summary>
public sealed record StatisticLine(string Value, int Count);

/// <summary>Checks published in a month; the first and last of a range may be cut.</summary>
public sealed record StatisticMonth(DateOnly Month, int Count);

/// <summary>What was published between two days, by the day of each check's first verdict here; corrections by their own day.</summary>
public sealed record PublicStatistics
{
    public required int Checks { get; init; }

    /// <summary>From the first month with a check to the last, those without one among them; at most <see cref="StatisticsReader.MostMonths"/>.</summary>
    public required IReadOnlyList<StatisticMonth> Months { get; init; }

    /// <summary>By code, of what was judged; saying and content are never added.</summary>
    public required IReadOnlyDictionary<RatedAspect, IReadOnlyList<StatisticLine>> Ratings { get; init; }

    public required IReadOnlyList<StatisticLine> Topics { get; init; }

    /// <summary>By id of the party at the top; no value: nobody is known to have said it.</summary>
    public required IReadOnlyList<StatisticLine> Sides { get; init; }

    public required IReadOnlyList<StatisticLine> Countries { get; init; }

    public required IReadOnlyList<StatisticLine> Corrections { get; init; }

    public required IReadOnlyList<StatisticLine> Waivers { get; init; }

    public required int WithPrimarySource { get; init; }

    /// <summary>Days from being logged to the first verdict: the middle one, or the mean of the two in the middle; null when no check has both days.</summary>
    public required double? MedianDays { get; init; }

    /// <summary>How many checks <see cref="MedianDays"/> is taken over.</summary>
    public required int Timed { get; init; }

    /// <summary>Imported verdicts on the list, whenever they came: not counted above.</summary>
    public required int Imported { get; init; }
}

/// <summary>Reads the statistics from what publishing has counted: whole months as one row each, the days at both ends by themselves.</summary>
public sealed class StatisticsReader(PublicReader reader)
{
    /// <summary>A check of our archive may be of any day: of a longer range the last fifty years are drawn, and all is counted.</summary>
    public const int MostMonths = 600;

    private sealed record Sum(TallyKind Kind, string Value, int Count);

    /// <summary>Either end may be open; both days belong to the range.</summary>
    public async Task<PublicStatistics> ReadAsync(DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var parts = Parts(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
        var (sums, months) = (new List<Sum>(), new List<StatisticMonth>());
        foreach (var part in parts)
        {
            var counted = reader.Tallies.Where(t => t.IsMonth == part.IsMonth && t.Day >= part.From && t.Day <= part.To && t.Kind != TallyKind.Imported);
            sums.AddRange((await counted.GroupBy(t => new { t.Kind, t.Value }).Select(g => new { g.Key.Kind, g.Key.Value, Count = g.Sum(t => t.Count) }).ToListAsync(ct))
                .Select(s => new Sum(s.Kind, s.Value, s.Count)));
            months.AddRange((await counted.Where(t => t.Kind == TallyKind.Check).Select(t => new { t.Day, t.Count }).ToListAsync(ct))
                .Select(t => new StatisticMonth(new DateOnly(t.Day.Year, t.Day.Month, 1), t.Count)));
        }

        var imported = await reader.Tallies.Where(t => t.Kind == TallyKind.Imported && t.IsMonth && t.Day == TallyEntry.NoDay).SumAsync(t => t.Count, ct);
        return Of(sums.ToLookup(s => s.Kind), months, imported);
    }

    /// <summary>Whole months between the days, and the days that are left before and after them.</summary>
    public static IReadOnlyList<(bool IsMonth, DateOnly From, DateOnly To)> Parts(DateOnly from, DateOnly to)
    {
        if (from > to)
        {
            return [];
        }

        var first = from.Day == 1 ? from : from.Year == DateOnly.MaxValue.Year && from.Month == 12 ? DateOnly.MaxValue : new DateOnly(from.Year, from.Month, 1).AddMonths(1);
        var isWhole = to.Day == DateTime.DaysInMonth(to.Year, to.Month);
        var firstOfLast = new DateOnly(to.Year, to.Month, 1);
        if (!isWhole && firstOfLast == DateOnly.MinValue)
        {
            return [(false, from, to)];
        }

        var last = isWhole ? firstOfLast : firstOfLast.AddMonths(-1);
        if (first > last)
        {
            return [(false, from, to)];
        }

        var parts = new List<(bool, DateOnly, DateOnly)> { (true, first, last) };
        if (from < first)
        {
            parts.Add((false, from, first.AddDays(-1)));
        }

        if (!isWhole)
        {
            parts.Add((false, firstOfLast, to));
        }

        return parts;
    }

    private static PublicStatistics Of(ILookup<TallyKind, Sum> sums, List<StatisticMonth> months, int imported)
    {
        var days = sums[TallyKind.Days].Select(s => (Days: int.Parse(s.Value, CultureInfo.InvariantCulture), s.Count)).Where(d => d.Count > 0).OrderBy(d => d.Days).ToList();
        return new PublicStatistics
        {
            Checks = Total(sums[TallyKind.Check]),
            Months = WithGaps(months),
            Ratings = Lines(sums[TallyKind.Rating]).GroupBy(l => Enum.Parse<RatedAspect>(l.Value.Split(':')[0]))
                .ToDictionary(g => g.Key, g => (IReadOnlyList<StatisticLine>)[.. g.Select(l => l with { Value = l.Value.Split(':', 2)[1] })]),
            Topics = Lines(sums[TallyKind.Topic]),
            Sides = Lines(sums[TallyKind.Side]),
            Countries = Lines(sums[TallyKind.Country]),
            Corrections = Lines(sums[TallyKind.Correction]),
            Waivers = Lines(sums[TallyKind.Waiver]),
            WithPrimarySource = Total(sums[TallyKind.Primary]),
            MedianDays = Median(days),
            Timed = days.Sum(d => d.Count),
            Imported = imported,
        };
    }

    private static int Total(IEnumerable<Sum> sums) => sums.Sum(s => s.Count);

    private static List<StatisticLine> Lines(IEnumerable<Sum> sums) =>
    [
        .. sums.GroupBy(s => s.Value).Select(g => new StatisticLine(g.Key, g.Sum(s => s.Count))).Where(l => l.Count > 0)
            .OrderByDescending(l => l.Count).ThenBy(l => l.Value, StringComparer.Ordinal),
    ];

    private static List<StatisticMonth> WithGaps(List<StatisticMonth> months)
    {
        var counts = months.GroupBy(m => m.Month).Select(g => new StatisticMonth(g.Key, g.Sum(m => m.Count))).Where(m => m.Count > 0).ToDictionary(m => m.Month, m => m.Count);
        if (counts.Count == 0)
        {
            return [];
        }

        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        var span = Math.Min(((last.Year - first.Year) * 12) + last.Month - first.Month + 1, MostMonths);
        return [.. Enumerable.Range(1 - span, span).Select(i => last.AddMonths(i)).Select(month => new StatisticMonth(month, counts.GetValueOrDefault(month)))];
    }

    private static double? Median(List<(int Days, int Count)> days)
    {
        var total = days.Sum(d => d.Count);
        return total == 0 ? null : (At(days, (total - 1) / 2) + At(days, total / 2)) / 2.0;
    }

    private static int At(List<(int Days, int Count)> days, int place)
    {
        foreach (var (value, count) in days)
        {
            place -= count;
            if (place < 0)
            {
                return value;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}
