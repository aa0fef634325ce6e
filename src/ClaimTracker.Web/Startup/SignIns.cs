using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Web.Startup;

/// <summary>What came of a sign-in. Whether an address has an account is told to nobody who does not know its password.</summary>
public enum SignInAnswer
{
    SignedIn,
    Refused,
    Suspended,
}

/// <summary>Signs people in and out. Every attempt is in the trail, and every refusal takes the same time.</summary>
public sealed class SignIns(ClaimDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, TimeProvider clock)
{
    /// <summary>Longer than any check takes, so that the time says nothing about the reason.</summary>
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(400);

    public async Task<(SignInAnswer Answer, AppUser? User)> SignInAsync(string email, string password, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var user = await users.FindByEmailAsync(email);
        var answer = user is null ? SignInAnswer.Refused : await CheckAsync(user, password);
        if (user is not null && answer is SignInAnswer.SignedIn)
        {
            await signIn.SignInAsync(user, isPersistent: false);
            await RecordAsync(user.AuditStream, user, "account.sign-in", ct);
            return (answer, user);
        }

        await RecordAsync(user?.AuditStream ?? $"day:{AuditText.Of(db.Today)}", null, "account.sign-in-refused", ct);
        var left = RefusalTakes - clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, ct);
        }

        return (answer, null);
    }

    /// <summary>After taking up an invitation or setting a new password.</summary>
    public async Task SignInAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.FindAsync([userId], ct) ?? throw new InvalidOperationException("The account was just saved.");
        await signIn.SignInAsync(user, isPersistent: false);
        await RecordAsync(user.AuditStream, user, "account.sign-in", ct);
    }

    /// <summary>Puts what just changed into the person's own cookie.</summary>
    public async Task RefreshAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.FindAsync([userId], ct) ?? throw new InvalidOperationException("The account was just saved.");
        await signIn.RefreshSignInAsync(user);
    }

    public async Task SignOutAsync(Actor actor, CancellationToken ct)
    {
        await signIn.SignOutAsync();
        if (actor.UserId is { } id)
        {
            await db.RecordEventAsync(AppUser.StreamOf(id), new ChangeContext(actor, "account.sign-out") { Kind = AuditKind.SignIn }, ct);
        }
    }

    private async Task<SignInAnswer> CheckAsync(AppUser user, string password)
    {
        // Failures are counted on the account by Identity, which saves.
        db.Change = new ChangeContext(Actor.System, "account.count-failure");
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return !result.Succeeded ? SignInAnswer.Refused
            : user.IsSuspended ? SignInAnswer.Suspended
            : SignInAnswer.SignedIn;
    }

    private Task RecordAsync(string stream, AppUser? user, string action, CancellationToken ct) =>
        db.RecordEventAsync(stream, new ChangeContext(user?.ToActor(db.Today) ?? Actor.Reader, action) { Kind = AuditKind.SignIn }, ct);
}
