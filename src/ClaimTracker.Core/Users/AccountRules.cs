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
}
