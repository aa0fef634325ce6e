namespace ClaimTracker.Core.Users;

/// <summary>What holds for every account.</summary>
public static class AccountRules
{
    public const int PasswordMinLength = 12;

    /// <summary>A longer one only keeps the hash busy.</summary>
    public const int PasswordMaxLength = 200;

    public const int EmailMaxLength = 254;

    public const int FailuresBeforeLockout = 5;

    public static readonly TimeSpan LockoutLasts = TimeSpan.FromMinutes(15);

    private const Roles AllRoles = Roles.Observer | Roles.Checker | Roles.Editor | Roles.Admin;

    /// <summary>Editor may be granted until a day that is not past; no other role has an end.</summary>
    public static Fault? FaultOf(Roles roles, DateOnly? editorUntil, DateOnly today) =>
        (roles & ~AllRoles) != Roles.None ? new Fault("Roles", FaultCode.UnknownCode)
        : editorUntil is not null && !roles.IncludesEditor() ? new Fault("EditorUntil", FaultCode.Contradictory)
        : editorUntil < today ? new Fault("EditorUntil", FaultCode.OutOfRange)
        : null;

    /// <summary>What is wrong with a new password, or null. Length is what counts; one sign many times is no length.</summary>
    public static Fault? FaultOfPassword(string field, string? password, string email)
    {
        const int differentSigns = 5;
        return string.IsNullOrEmpty(password) ? new Fault(field, FaultCode.Required)
            : password.Length < PasswordMinLength || password.Distinct().Count() < differentSigns ? new Fault(field, FaultCode.TooShort, PasswordMinLength)
            : password.Length > PasswordMaxLength ? new Fault(field, FaultCode.TooLong, PasswordMaxLength)
            : password.Contains(email, StringComparison.OrdinalIgnoreCase) ? new Fault(field, FaultCode.Contradictory)
            : null;
    }
}
