namespace ClaimTracker.Core.History;

/// <summary>
/// A record whose every change is written to the audit trail in the transaction that makes it. The stream names the
/// chain the entry belongs to, such as <c>claim:123</c> or <c>source:…</c>.
/// </summary>
public interface IAudited
{
    string AuditStream { get; }
}

/// <summary>A root that guards its children against lost edits: the version is posted, compared and raised on every save.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
