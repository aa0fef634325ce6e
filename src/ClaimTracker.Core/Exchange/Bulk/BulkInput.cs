using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// A row as the form for one record would have held it. Names and references are still words; <see cref="BulkJudge"/> looks them up.
/// </summary>
internal sealed record BulkInput
{
    public required IReadOnlyList<BulkFault> Faults { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The record's key in its data set.</summary>
    public string? Key { get; init; }

    public NewClaim? Claim { get; init; }

    public IReadOnlyList<string> TopicNames { get; init; } = [];

    /// <summary>Each the words of one figure.</summary>
    public IReadOnlyList<string> FigureTexts { get; init; } = [];

    /// <summary>CT-123, or the key of a claim of the same data set.</summary>
    public string? ClaimReference { get; init; }

    public string? SourceKey { get; init; }

    public NewSource? Source { get; init; }

    public AppearanceRow? Appearance { get; init; }

    /// <summary>The check itself, in a row of our own archive.</summary>
    public ArchiveInput? Archive { get; init; }

    /// <summary>The check itself, in a row of another publisher's.</summary>
    public ReviewInput? Review { get; init; }

    public EvidenceRow? Evidence { get; init; }

    /// <summary>The claimants, each to be made unless the name is known.</summary>
    public IReadOnlyList<NewParty> Claimants { get; init; } = [];

    /// <summary>The outlet of the source, likewise.</summary>
    public NewOutlet? Outlet { get; init; }
}
