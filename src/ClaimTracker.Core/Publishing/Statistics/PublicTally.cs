using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Publishing;

/// <summary>What is counted of published checks.</summary>
public enum TallyKind
{
    /// <summary>A check, on the day of its first verdict here; no value.</summary>
    Check,

    /// <summary>Aspect and code of its rating now, as <c>Content:False</c>.</summary>
    Rating,

    /// <summary>Slug of a topic.</summary>
    Topic,

    /// <summary>Whom a claimant belongs to: id of the party at the top; no value: nobody is known to have said it.</summary>
    Side,

    /// <summary>A claimant's country; no value: not known.</summary>
    Country,

    /// <summary>Whole days from being logged to the first verdict.</summary>
    Days,

    /// <summary>It rests on a primary source; no value.</summary>
    Primary,

    /// <summary>A condition of publication that was waived.</summary>
    Waiver,

    /// <summary>A correction by its kind, on its own day.</summary>
    Correction,

    /// <summary>An imported verdict, which nothing else counts; no value, and not by day.</summary>
    Imported,
}

/// <summary>
/// How often something was counted on a day, and in a month: a month is one row, so that years are read as quickly as days. Kept in
/// the transaction that publishes, and derived from publications alone.
/// </summary>
public sealed class PublicTally
{
    public const int ValueMaxLength = 80;

    /// <summary><see cref="Day"/> is the first of the month counted.</summary>
    public required bool IsMonth { get; init; }

    public required DateOnly Day { get; init; }

    public required TallyKind Kind { get; init; }

    public required string Value { get; init; }

    public required int Count { get; set; }
}

/// <summary>One thing that one claim adds to the counts.</summary>
public sealed record TallyEntry(DateOnly Day, TallyKind Kind, string Value = "")
{
    /// <summary>What stands in no time: <see cref="TallyKind.Imported"/>.</summary>
    public static readonly DateOnly NoDay = DateOnly.MinValue;

    /// <summary>
    /// What a claim adds as readers have it. <paramref name="decidedOn"/>: the day of its first verdict here; where it is not known,
    /// the day of its review stands for it. A check of our own archive keeps its day.
    /// </summary>
    public static List<TallyEntry> Of(PublicDocument document, DateOnly? decidedOn)
    {
        if (document.State is PublicState.Removed or PublicState.None || document.MergedIntoNumber is not null)
        {
            return [];
        }

        var corrections = document.Corrections.Select(c => new TallyEntry(DayOf(c.At), TallyKind.Correction, c.Kind.ToString()));
        return document switch
        {
            { State: PublicState.Imported } => [.. corrections, new TallyEntry(NoDay, TallyKind.Imported)],
            { State: PublicState.Published, Verdict: { IsImported: false } verdict } =>
                [.. corrections, .. OfCheck(document, verdict, document.Archive?.PublishedOn ?? decidedOn ?? DayOf(document.ReviewedAt))],
            _ => [.. corrections],
        };
    }

    /// <summary>As the claim's row keeps them, so that they can be taken away again.</summary>
    public static string Write(IEnumerable<TallyEntry> entries) =>
        string.Join('\n', entries.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Day:yyyy-MM-dd} {e.Kind} {e.Value}")));

    public static IEnumerable<TallyEntry> Read(string written) => written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var parts = line.Split(' ', 3);
        return new TallyEntry(DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<TallyKind>(parts[1]), parts[2]);
    });

    private static IEnumerable<TallyEntry> OfCheck(PublicDocument document, PublicVerdict verdict, DateOnly day)
    {
        yield return new TallyEntry(day, TallyKind.Check);
        yield return new TallyEntry(day, TallyKind.Rating, $"{document.Aspect}:{verdict.Rating.Code}");
        foreach (var topic in document.Topics.Select(t => t.Slug).Distinct())
        {
            yield return new TallyEntry(day, TallyKind.Topic, topic);
        }

        // A claim of two sides counts once for each of them.
        foreach (var side in document.Claimants.Select(c => (c.Side ?? c.Party).Id.ToString()).DefaultIfEmpty("").Distinct())
        {
            yield return new TallyEntry(day, TallyKind.Side, side);
        }

        foreach (var country in document.Claimants.Select(c => c.Party.Country ?? c.Side?.Country ?? "").DefaultIfEmpty("").Distinct())
        {
            yield return new TallyEntry(day, TallyKind.Country, country);
        }

        if (document.Archive is null && document.LoggedOn is { } logged)
        {
            yield return new TallyEntry(day, TallyKind.Days, Math.Max(day.DayNumber - logged.DayNumber, 0).ToString(CultureInfo.InvariantCulture));
        }

        if (document.Sources.Any(s => s.Level is Sources.SourceLevel.Primary))
        {
            yield return new TallyEntry(day, TallyKind.Primary);
        }

        foreach (var waiver in verdict.Waivers)
        {
            yield return new TallyEntry(day, TallyKind.Waiver, waiver.Condition);
        }
    }

    private static DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(at);
}
