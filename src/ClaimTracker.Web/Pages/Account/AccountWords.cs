using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>What pages about accounts say of faults and roles.</summary>
public static class AccountWords
{
    public static string? Of(Fault fault) => (fault.Path, fault.Code) switch
    {
        ("Password", FaultCode.TooShort) => string.Format(CultureInfo.InvariantCulture, AccountText.PasswordWeak, fault.Limit),
        ("Password", FaultCode.TooLong) => string.Format(CultureInfo.InvariantCulture, AccountText.PasswordTooLong, fault.Limit),
        ("Password", FaultCode.Contradictory) => AccountText.PasswordHasEmail,
        ("Email", FaultCode.Duplicate) => AccountText.EmailTaken,
        ("EditorUntil", FaultCode.Contradictory) => AdminText.EditorUntilWithoutEditor,
        ("EditorUntil", FaultCode.OutOfRange) => AdminText.EditorUntilPast,
        _ => null,
    };

    public static string Of(Roles role) => role switch
    {
        Roles.Observer => AccountText.RoleObserver,
        Roles.Checker => AccountText.RoleChecker,
        Roles.Editor => AccountText.RoleEditor,
        Roles.Admin => AccountText.RoleAdmin,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "One role."),
    };

    /// <summary>“Checker and Administrator”; an editor for a time with the day it ends.</summary>
    public static string Of(Roles roles, DateOnly? editorUntil, Formats formats)
    {
        var words = All.Where(r => (roles & r) != Roles.None)
            .Select(r => r is Roles.Editor && editorUntil is { } day ? string.Format(CultureInfo.InvariantCulture, AccountText.EditorUntil, formats.Date(day)) : Of(r))
            .ToList();
        return words.Count == 0 ? AccountText.RoleNone : formats.List(words);
    }

    public static IReadOnlyList<Roles> All { get; } = [Roles.Observer, Roles.Checker, Roles.Editor, Roles.Admin];
}
