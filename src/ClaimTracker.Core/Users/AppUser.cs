using ClaimTracker.Core.History;
using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Core.Users;

/// <summary>An account of the newsroom.</summary>
public sealed class AppUser : IdentityUser<Guid>, IAudited, IVersioned
{
    public const int DisplayNameMaxLength = 100;

    public int Version { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>The language they like to work in; null: that of the page they come from.</summary>
    public string? Language { get; set; }

    public Roles Roles { get; set; }

    /// <summary>Editor may be granted until the end of that day (UTC).</summary>
    public DateOnly? EditorUntil { get; set; }

    public bool IsSuspended { get; set; }

    /// <summary>Made by <c>--demo</c>; such accounts never mix with real ones.</summary>
    public bool IsDemo { get; init; }

    public DateTime CreatedAt { get; init; }

    public string AuditStream => StreamOf(Id);

    public static string StreamOf(Guid id) => $"user:{id}";

    /// <summary>The roles that hold on that day.</summary>
    public Roles RolesOn(DateOnly today) => Permissions.RolesOn(Roles, EditorUntil, IsSuspended, today);

    public Actor ToActor(DateOnly today) => new(Id, DisplayName, RolesOn(today));
}

/// <summary>A one-time link that makes an account: the first administrator's, or an invitation. Only its hash is stored.</summary>
public sealed class Invitation : IAudited
{
    public const int LifetimeDays = 7;

    public required Guid Id { get; init; }

    public required string TokenHash { get; init; }

    public string? Email { get; init; }

    public required Roles Roles { get; init; }

    public DateOnly? EditorUntil { get; init; }

    public bool IsFirstAdministrator { get; init; }

    public Guid? InvitedById { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    public Guid? UsedById { get; set; }

    public string AuditStream => $"invitation:{Id}";
}
