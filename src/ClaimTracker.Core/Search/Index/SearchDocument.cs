namespace ClaimTracker.Core.Search;

/// <summary>Everything of one claim that is searched, before it is folded.</summary>
public sealed record SearchDocument
{
    /// <summary>Words of one field beyond this are not searched.</summary>
    public const int MaxWordsPerField = 3_000;

    private const int NumberBits = 31;

    public required int Number { get; init; }

    /// <summary>Where the claim stands in time: see <see cref="IdOf"/>; on the desk its number.</summary>
    public required long Id { get; init; }

    public required MatchClaim Match { get; init; }

    public IReadOnlyList<string?> Statement { get; init; } = [];

    public IReadOnlyList<string?> Summary { get; init; } = [];

    public IReadOnlyList<string?> Quotes { get; init; } = [];

    public IReadOnlyList<string?> Rest { get; init; } = [];

    /// <summary>What only those may find who see withheld sources.</summary>
    public IReadOnlyList<string?> StaffOnly { get; init; } = [];

    /// <summary>What the list filters by and counts.</summary>
    public IReadOnlyList<(string Facet, string Value)> Facets { get; init; } = [];

    public DateOnly? AssertedFrom { get; init; }

    public DateOnly? AssertedTo { get; init; }

    public DateOnly AssertedSort { get; init; }

    public int Repeats { get; init; }

    /// <summary>Time to the second, then number: newer claims have the higher key on both databases.</summary>
    public static long IdOf(DateTime publishedAt, int number)
    {
        var seconds = Math.Clamp((publishedAt - Epoch).Ticks / TimeSpan.TicksPerSecond, 0, uint.MaxValue);
        return (seconds << NumberBits) | (uint)number;
    }

    /// <summary>When after the epoch the claim with this key was published; null for a key of the desk.</summary>
    internal static TimeSpan? SinceEpoch(long id) => id >> NumberBits is var seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}
