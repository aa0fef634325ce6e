using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>Who somebody says they are when they take up an invitation.</summary>
public sealed record NewAccount(string Email, string DisplayName, string Password)
{
    public string? Language { get; init; }
}

/// <summary>What people do with their own account.</summary>
public sealed class AccountService(ClaimDbContext db, UserManager<AppUser> users, Invitations invitations)
{
    /// <summary>Makes the account an invitation is for, and spends the invitation, in one save.</summary>
    public Task<Outcome> AcceptAsync(string token, NewAccount wanted, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        if (await invitations.FindOpenAsync(token, ct) is not { } invitation)
        {
            return new Outcome.NotNow(AccountRefusals.LinkUsed);
        }

        if (AccountRules.FaultOfPassword("Password", wanted.Password, wanted.Email) is { } fault)
        {
            return new Outcome.Invalid([fault]);
        }

        var name = users.NormalizeName(wanted.Email);
        if (await db.Users.AnyAsync(u => u.NormalizedUserName == name, ct))
        {
            return new Outcome.Invalid("Email", FaultCode.Duplicate);
        }

        var user = Make(wanted, invitation.Roles, invitation.EditorUntil);
        db.Users.Add(user);
        invitation.UsedAt = db.Now;
        invitation.UsedById = user.Id;
        await db.SaveAsync(new ChangeContext(user.ToActor(db.Today), "account.accept-invitation"), ct);
        return new Outcome.Done(Id: user.Id);
    }, ct);

    /// <summary>A new password for who knows the old one; every other session of the account ends.</summary>
    public Task<Outcome> ChangePasswordAsync(Actor actor, string current, string wanted, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        const string action = "account.change-password";
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, ct) is not { } user)
        {
            return new Outcome.NotFound();
        }

        db.Change = new ChangeContext(actor, action);
        if (!await OwnPassword.IsAsync(users, user, current))
        {
            return await AccountRefusals.NotNowAsync(db, user.AuditStream, actor, action, AccountRefusals.WrongPassword, ct);
        }

        if (AccountRules.FaultOfPassword("Password", wanted, user.Email ?? "") is { } fault)
        {
            return new Outcome.Invalid([fault]);
        }

        await SetPasswordAsync(user, wanted, new ChangeContext(actor, action), ct);
        return new Outcome.Done(Id: user.Id);
    }, ct);

    /// <summary>A new password for who holds a link of <see cref="UserAdministration.NewResetLinkAsync"/>. The link works once.</summary>
    public Task<Outcome> ResetPasswordAsync(Guid userId, string token, string wanted, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        if (await FindForResetAsync(userId, token, ct) is not { } user)
        {
            return new Outcome.NotNow(AccountRefusals.LinkUsed);
        }

        if (AccountRules.FaultOfPassword("Password", wanted, user.Email ?? "") is { } fault)
        {
            return new Outcome.Invalid([fault]);
        }

        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await SetPasswordAsync(user, wanted, new ChangeContext(user.ToActor(db.Today), "account.reset-password"), ct);
        return new Outcome.Done(Id: user.Id);
    }, ct);

    /// <summary>The account a reset link is for, while it works.</summary>
    public async Task<AppUser?> FindForResetAsync(Guid userId, string token, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId && !u.IsSuspended, ct);
        return user is not null && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<AppUser>.ResetPasswordTokenPurpose, token)
            ? user
            : null;
    }

    public Task<Outcome> ChangeProfileAsync(Actor actor, int version, string displayName, string? language, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, ct) is not { } user)
        {
            return new Outcome.NotFound();
        }

        var merge = await StaleMerge.StartAsync(db, user, version, ct);
        user.DisplayName = displayName;
        user.Language = language;
        if (merge.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        await db.SaveAsync(new ChangeContext(actor, "account.change-profile"), ct);
        return new Outcome.Done(Id: user.Id) { IsMerged = merge.IsStale };
    }, ct);

    internal AppUser Make(NewAccount wanted, Roles roles, DateOnly? editorUntil, bool isDemo = false)
    {
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = wanted.Email,
            NormalizedUserName = users.NormalizeName(wanted.Email),
            Email = wanted.Email,
            NormalizedEmail = users.NormalizeEmail(wanted.Email),
            // Whoever opened the link was given it by somebody who knows them; we send no mail.
            EmailConfirmed = true,
            LockoutEnabled = true,
            DisplayName = wanted.DisplayName,
            Language = wanted.Language,
            Roles = roles,
            EditorUntil = editorUntil,
            IsDemo = isDemo,
            CreatedAt = db.Now,
        };
        Protect(user, wanted.Password);
        return user;
    }

    private async Task SetPasswordAsync(AppUser user, string password, ChangeContext change, CancellationToken ct)
    {
        Protect(user, password);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveAsync(change, ct);
        // The hash is no value the trail keeps; that it changed is.
        await db.RecordEventAsync(user.AuditStream, change, ct);
        await transaction.CommitAsync(ct);
    }

    internal void Protect(AppUser user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        // Every session made with the old one ends.
        user.SecurityStamp = SecretToken.New();
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
