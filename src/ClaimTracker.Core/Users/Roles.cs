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

    public bool IsEditor => Roles.HasFlag(Roles.Editor);

    /// <summary>Editor includes Checker.</summary>
    public bool IsChecker => IsEditor || Roles.HasFlag(Roles.Checker);

    public bool IsAdmin => Roles.HasFlag(Roles.Admin);

    public bool CanReadDesk => Roles != Roles.None;
}
