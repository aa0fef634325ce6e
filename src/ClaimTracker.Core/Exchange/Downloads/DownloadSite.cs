using System.Text.Json;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>What the files of a set say that claims do not: whose they are, and how a claim is written for machines.</summary>
public abstract class DownloadSite
{
    public abstract string Name { get; }

    /// <summary>The page that leads to the files.</summary>
    public abstract string Address { get; }

    /// <summary>Address of the licence; null: not said.</summary>
    public abstract string? Licence { get; }

    /// <summary>How ratings read, in Arabic and in English.</summary>
    public abstract IReadOnlyList<RatingPhrases> Phrases { get; }

    /// <summary>All that files depend on beside the claims.</summary>
    public abstract string Maker { get; }

    /// <summary>A line of <c>claims.csv</c>.</summary>
    public abstract ClaimLine LineOf(PublicClaimInFull claim);

    /// <summary>Writes each claim as one JSON document by itself, and calls <paramref name="end"/> after each.</summary>
    public abstract Task WriteAsync(IReadOnlyList<PublicClaimInFull> claims, Utf8JsonWriter json, Action end, CancellationToken ct);
}
