using System.ComponentModel;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Web.Api.Contract;

[Description("A version of a claim: an immutable publication. Each holds the hash of the one before, so that a changed, lost or inserted version shows.")]
public sealed record VersionItem(
    int Version,
    [property: Description("Why it was published.")] PublicationKind Kind,
    DateTime At,
    [property: Description("SHA-256 of the published document.")] string DocumentHash,
    [property: Description("Hash of the version before; 64 zeros for the first.")] string PreviousHash,
    [property: Description("SHA-256 over number, version, kind, schema, time, document hash and previous hash.")] string Hash,
    [property: Description("Fields of it were made unreadable later; the hashes stay.")] DateTime? RedactedAt,
    string Self);

[Description("A version, and what it corrected.")]
public sealed record HistoryItem(
    int Version, PublicationKind Kind, DateTime At, string DocumentHash, string PreviousHash, string Hash, DateTime? RedactedAt, IReadOnlyList<CorrectionNotice> Corrections, string Self);
