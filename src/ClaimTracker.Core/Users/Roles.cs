namespace ClaimTracker.Core.Users;

/// <summary>What a person may do; a set. Editor includes Checker. Admin decides on claims only if also Editor.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Observer = 1,
    Checker = 2,
    Editor = 4,
    Admin = 8,
}

/// <summary>Who acts: a signed-in person, a token, or the program itself (<see cref="System"/>).</summary>
public sealed record Actor(Guid? UserId, string Name, Roles Roles)
{
    public static readonly Actor System = new(null, "system", Roles.None);

    /// <summary>A reader without an account.</summary>
    public static readonly Actor Reader = new(null, "reader", Roles.None);

    /// <summary>The token it is done by; null: the person does it themselves.</summary>
    public Guid? TokenId { get; init; }

    public bool IsEditor => Roles.IncludesEditor();

    public bool IsChecker => Roles.IncludesChecker();

    public bool IsAdmin => Roles.IncludesAdmin();

    public bool CanReadDesk => Roles != Roles.None;
}

/// <summary>What a set of roles includes.</summary>
public static class RolesExtensions
{
    public static bool IncludesEditor(this Roles roles) => (roles & Roles.Editor) != Roles.None;

    /// <summary>Editor includes Checker.</summary>
    public static bool IncludesChecker(this Roles roles) => (roles & (Roles.Checker | Roles.Editor)) != Roles.None;

    public static bool IncludesAdmin(this Roles roles) => (roles & Roles.Admin) != Roles.None;
}
