using System.Data;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>A link that lets its holder set a new password; shown once.</summary>
public sealed record IssuedReset(Outcome Outcome, string? Token = null);

/// <summary>What administrators do with other people's accounts.</summary>
public sealed class UserAdministration(ClaimDbContext db, UserManager<AppUser> users)
{
    public Task<Outcome> SetRolesAsync(Guid userId, int version, Roles roles, DateOnly? editorUntil, Actor actor, CancellationToken ct) =>
        ChangeAsync(userId, version, "account.set-roles", actor, user =>
        {
            user.Roles = roles;
            user.EditorUntil = editorUntil;
            return AccountRules.FaultOf(roles, editorUntil, db.Today);
        }, ct);

    /// <summary>The account's sessions end within a minute.</summary>
    public Task<Outcome> SuspendAsync(Guid userId, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(userId, version, "account.suspend", actor, user =>
        {
            user.IsSuspended = true;
            user.SecurityStamp = SecretToken.New();
            return null;
        }, ct);

    public Task<Outcome> ResumeAsync(Guid userId, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(userId, version, "account.resume", actor, user =>
        {
            user.IsSuspended = false;
            return null;
        }, ct);

    public async Task<IssuedReset> NewResetLinkAsync(Guid userId, Actor actor, CancellationToken ct)
    {
        const string action = "account.reset-link";
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return new IssuedReset(new Outcome.NotFound());
        }

        if (!Permissions.CanManageAccounts(actor))
        {
            return new IssuedReset(await AccountRefusals.NotPermittedAsync(db, user.AuditStream, actor, action, ct));
        }

        // Bound to the security stamp, which every new password changes: hence good once.
        var token = await users.GeneratePasswordResetTokenAsync(user);
        await db.RecordEventAsync(user.AuditStream, new ChangeContext(actor, action), ct);
        return new IssuedReset(new Outcome.Done(Id: userId), token);
    }

    private Task<Outcome> ChangeAsync(Guid userId, int version, string action, Actor actor, Func<AppUser, Fault?> apply, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        // What is read here holds until the save: two administrators who demote each other at once must not leave none.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanManageAccounts(actor))
        {
            await transaction.RollbackAsync(ct);
            await transaction.DisposeAsync();
            return await AccountRefusals.NotPermittedAsync(db, user.AuditStream, actor, action, ct);
        }

        var merge = await StaleMerge.StartAsync(db, user, version, ct);
        var wasAdministrator = user.RolesOn(db.Today).IncludesAdmin();
        if (apply(user) is { } fault)
        {
            return new Outcome.Invalid([fault]);
        }

        if (merge.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        if (wasAdministrator && !user.RolesOn(db.Today).IncludesAdmin() && await WhyStaysAsync(userId, actor, ct) is { } reason)
        {
            await transaction.RollbackAsync(ct);
            await transaction.DisposeAsync();
            return await AccountRefusals.NotNowAsync(db, user.AuditStream, actor, action, reason, ct);
        }

        await db.SaveAsync(new ChangeContext(actor, action), ct);
        await transaction.CommitAsync(ct);
        return new Outcome.Done(Id: userId) { IsMerged = merge.IsStale };
    }, ct);

    /// <summary>Why somebody has to stay an administrator; null: they need not.</summary>
    private async Task<string?> WhyStaysAsync(Guid userId, Actor actor, CancellationToken ct) =>
        userId == actor.UserId ? AccountRefusals.OwnAccount
        : await db.Users.AnyAsync(u => u.Id != userId && !u.IsSuspended && (u.Roles & Roles.Admin) != Roles.None, ct) ? null
        : AccountRefusals.LastAdministrator;
}
