using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.History;

/// <summary>Who saves, what they are doing and why; every save of audited records names one.</summary>
/// <param name="Action">What is done, such as <c>claim.approve</c>.</param>
/// <param name="Reason">The reason given, where the workflow asks for one.</param>
public sealed record ChangeContext(Actor Actor, string Action, string? Reason = null)
{
    public AuditKind Kind { get; init; } = AuditKind.Change;
}
