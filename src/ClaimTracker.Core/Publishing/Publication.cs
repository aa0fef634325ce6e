namespace ClaimTracker.Core.Publishing;

/// <summary>Why a publication was made.</summary>
public enum PublicationKind
{
    Listed,
    Imported,
    Verdict,
    Correction,
    Language,

    /// <summary>A mark (contested, under re-examination) was set or cleared; the verdict stands as it was.</summary>
    Mark,
    Unlisted,
    Withdrawn,
    Restored,
    Removed,
    Merged,

    /// <summary>A check from our own archive, which an editor signed.</summary>
    Archive,

    /// <summary>What the person named wrote was printed as their response; the verdict stands as it was.</summary>
    Response,
}

/// <summary>
/// An immutable snapshot: only ever added. <see cref="Hash"/> covers number, version, kind, schema, time, the document's
/// hash and the hash of the version before, so that a changed, lost or inserted version shows. Redaction (rule 6.3)
/// replaces <see cref="Document"/>, says so in <see cref="RedactedAt"/> and in an audited <see cref="PublicationRedaction"/>; the hashes stay.
/// </summary>
public sealed class Publication
{
    public required int Number { get; init; }

    public required int Version { get; init; }

    public required PublicationKind Kind { get; init; }

    public required int Schema { get; init; }

    public required DateTime At { get; init; }

    /// <summary>UTF-8 JSON of <see cref="PublicDocument"/>.</summary>
    public required string Document { get; set; }

    public required string DocumentHash { get; init; }

    /// <summary>Hash of the version before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public DateTime? RedactedAt { get; set; }
}
