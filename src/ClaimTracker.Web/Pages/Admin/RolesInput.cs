using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Admin;

/// <summary>A set of roles as checkboxes post it.</summary>
public class RolesInput
{
    [Display(Name = nameof(AdminText.Roles), ResourceType = typeof(AdminText))]
    public List<Roles> Roles { get; set; } = [];

    [Display(Name = nameof(AdminText.EditorUntil), ResourceType = typeof(AdminText))]
    public DateOnly? EditorUntil { get; set; }

    public Roles Set => Roles.Aggregate(Core.Users.Roles.None, (set, role) => set | role);

    public static List<Roles> ListOf(Roles set) => [.. Account.AccountWords.All.Where(r => set.HasFlag(r))];

    public static string HintOf(Roles role) => role switch
    {
        Core.Users.Roles.Observer => AdminText.RoleObserverHint,
        Core.Users.Roles.Checker => AdminText.RoleCheckerHint,
        Core.Users.Roles.Editor => AdminText.RoleEditorHint,
        _ => AdminText.RoleAdminHint,
    };
}
