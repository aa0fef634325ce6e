using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>Accounts to try the program with (<c>--demo</c>). They never mix with real ones.</summary>
public sealed class DemoAccounts(ClaimDbContext db, AccountService accounts)
{
    private const string Domain = "demo.test";

    public static IReadOnlyList<(string Name, string DisplayName, Roles Roles)> All { get; } =
    [
        ("checker", "Salma سلمى", Roles.Checker),
        ("checker2", "Yusuf يوسف", Roles.Checker),
        ("editor", "Huda هدى", Roles.Editor),
        ("editor2", "Karim كريم", Roles.Editor),
        ("editor3", "Nour نور", Roles.Editor),
        ("admin", "Rana رنا", Roles.Admin),
        ("observer", "Amal أمل", Roles.Observer),
    ];

    public static string EmailOf(string name) => $"{name}@{Domain}";

    public Task<bool> AreThereRealAccountsAsync(CancellationToken ct) => db.Users.AnyAsync(u => !u.IsDemo, ct);

    /// <summary>Adds the accounts that are missing and gives all of them that password.</summary>
    public async Task EnsureAsync(string password, CancellationToken ct)
    {
        var present = await db.Users.Where(u => u.IsDemo).ToDictionaryAsync(u => u.Email ?? "", ct);
        foreach (var (name, displayName, roles) in All)
        {
            if (present.TryGetValue(EmailOf(name), out var user))
            {
                accounts.Protect(user, password);
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
            }
            else
            {
                db.Users.Add(accounts.Make(new NewAccount(EmailOf(name), displayName, password), roles, editorUntil: null, isDemo: true));
            }
        }

        await db.SaveAsync(new ChangeContext(Actor.System, "account.demo"), ct);
        db.ChangeTracker.Clear();
    }
}
