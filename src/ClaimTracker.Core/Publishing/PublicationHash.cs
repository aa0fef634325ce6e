using System.Globalization;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Publishing;

/// <summary>The chain of publications: each hash covers the version's facts, its document's hash and the version before.</summary>
public static class PublicationHash
{
    /// <summary>Previous hash of a claim's first version.</summary>
    public static readonly string NoPredecessor = AuditEntry.NoPredecessor;

    /// <summary>SHA-256 of <c>number|version|kind|schema|at|documentHash|previousHash</c>.</summary>
    public static string Of(int number, int version, PublicationKind kind, int schema, DateTime at, string documentHash, string previousHash) =>
        AuditText.Sha256(string.Create(
            CultureInfo.InvariantCulture,
            $"{number}|{version}|{kind}|{schema}|{AuditText.Of(at)}|{documentHash}|{previousHash}"));

    public static string OfDocument(string document) => AuditText.Sha256(document);
}
