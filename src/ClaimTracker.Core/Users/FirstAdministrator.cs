using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>The one-time link that makes the first administrator of a new installation.</summary>
public static class FirstAdministrator
{
    /// <summary>A new link while there is no account, replacing any unused one before it; null once somebody has an account.</summary>
    public static async Task<string?> NewLinkAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(ct))
        {
            return null;
        }

        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.IsFirstAdministrator && i.UsedAt == null).ToListAsync(ct));
        var token = SecretToken.New();
        db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(),
            TokenHash = SecretToken.HashOf(token),
            Roles = Roles.Admin | Roles.Editor,
            IsFirstAdministrator = true,
            CreatedAt = db.Now,
            ExpiresAt = db.Now.AddDays(Invitation.LifetimeDays),
        });
        await db.SaveAsync(new ChangeContext(Actor.System, "account.first-administrator-link"), ct);
        return token;
    }
}
