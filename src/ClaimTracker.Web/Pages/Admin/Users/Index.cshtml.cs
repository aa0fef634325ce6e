using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Users;

public sealed class IndexModel(ClaimDbContext db, Invitations invitations, TimeProvider clock, Links links) : PageModel
{
    public IReadOnlyList<UserRow> Users { get; private set; } = [];

    public IReadOnlyList<InvitationRow> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Users.AsNoTracking()
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.Roles, u.EditorUntil, u.IsSuspended, u.LockoutEnd, u.IsDemo, u.CreatedAt })
            .ToListAsync(ct);
        Users = [.. rows.OrderBy(u => u.DisplayName, StringComparer.InvariantCultureIgnoreCase)
            .Select(u => new UserRow(u.Id, u.DisplayName, u.Email, u.Roles, u.EditorUntil, u.IsSuspended, u.LockoutEnd > now, u.IsDemo, u.CreatedAt))];
        var utc = db.Now;
        Open = await db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.ExpiresAt > utc && !i.IsFirstAdministrator).OrderBy(i => i.ExpiresAt).ThenBy(i => i.Id)
            .Select(i => new InvitationRow(i.Id, i.Email, i.Roles, i.EditorUntil, i.ExpiresAt, db.Users.Where(u => u.Id == i.InvitedById).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await invitations.RevokeAsync(id, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(AdminText.InvitationRevoked);
            return LocalRedirect(links.Admin.Users());
        }

        await OnGetAsync(ct);
        return this.Answer(outcome);
    }

    public sealed record UserRow(Guid Id, string DisplayName, string? Email, Roles Roles, DateOnly? EditorUntil, bool IsSuspended, bool IsLocked, bool IsDemo, DateTime CreatedAt);

    public sealed record InvitationRow(Guid Id, string? Email, Roles Roles, DateOnly? EditorUntil, DateTime ExpiresAt, string? InvitedBy);
}

/// <summary>An account's state in words.</summary>
public static class UserStates
{
    public static string Words(bool isSuspended, bool isLocked, bool isDemo)
    {
        var state = isSuspended ? AdminText.StateSuspended : isLocked ? AdminText.StateLocked : AdminText.StateActive;
        return isDemo ? $"{state} · {AdminText.StateDemo}" : state;
    }
}
