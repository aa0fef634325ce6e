using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>What an administrator says of somebody who is to get an account.</summary>
public sealed record NewInvitation(Roles Roles)
{
    public string? Email { get; init; }

    public DateOnly? EditorUntil { get; init; }
}

/// <summary>An invitation that was made; the token stands in its link, is shown once and not kept.</summary>
public sealed record IssuedInvitation(Outcome Outcome, string? Token = null);

/// <summary>One-time links that make accounts.</summary>
public sealed class Invitations(ClaimDbContext db)
{
    public async Task<IssuedInvitation> CreateAsync(NewInvitation wanted, Actor actor, CancellationToken ct)
    {
        const string action = "account.invite";
        if (!Permissions.CanManageAccounts(actor))
        {
            return new IssuedInvitation(await AccountRefusals.NotPermittedAsync(db, AccountRefusals.DayStream(db), actor, action, ct));
        }

        if (AccountRules.FaultOf(wanted.Roles, wanted.EditorUntil, db.Today) is { } fault)
        {
            return new IssuedInvitation(new Outcome.Invalid([fault]));
        }

        var token = SecretToken.New();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            TokenHash = SecretToken.HashOf(token),
            Email = wanted.Email,
            Roles = wanted.Roles,
            EditorUntil = wanted.EditorUntil,
            InvitedById = actor.UserId,
            CreatedAt = db.Now,
            ExpiresAt = db.Now.AddDays(Invitation.LifetimeDays),
        };
        db.Invitations.Add(invitation);
        await db.SaveAsync(new ChangeContext(actor, action), ct);
        return new IssuedInvitation(new Outcome.Done(Id: invitation.Id), token);
    }

    /// <summary>The invitation of that link while it can be used.</summary>
    public async Task<Invitation?> FindOpenAsync(string token, CancellationToken ct)
    {
        var hash = SecretToken.HashOf(token);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        return invitation is not null && invitation.UsedAt is null && invitation.ExpiresAt > db.Now
            // The first administrator's link is void once anybody has an account.
            && !(invitation.IsFirstAdministrator && await db.Users.AnyAsync(ct))
            ? invitation
            : null;
    }

    /// <summary>Takes back a link that was not used yet.</summary>
    public async Task<Outcome> RevokeAsync(Guid id, Actor actor, CancellationToken ct)
    {
        const string action = "account.revoke-invitation";
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.UsedAt == null, ct);
        if (invitation is null)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanManageAccounts(actor))
        {
            return await AccountRefusals.NotPermittedAsync(db, invitation.AuditStream, actor, action, ct);
        }

        db.Invitations.Remove(invitation);
        await db.SaveAsync(new ChangeContext(actor, action), ct);
        return new Outcome.Done(Id: id);
    }
}
