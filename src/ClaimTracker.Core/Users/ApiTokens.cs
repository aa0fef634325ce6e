using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Users;

/// <summary>A token somebody wants.</summary>
public sealed record NewToken(string Name, TokenScopes Scopes, int Days);

/// <summary>A token that was made; its text is shown once and not kept.</summary>
public sealed record IssuedToken(Outcome Outcome, string? Token = null);

/// <summary>Who uses a token, and what for: the owner, with the roles held today.</summary>
public sealed record TokenHolder(Guid Id, TokenScopes Scopes, Actor Actor);

/// <summary>A token as lists show it.</summary>
public sealed record TokenRow(
    Guid Id, Guid OwnerId, string Owner, string Name, string PublicId, TokenScopes Scopes, DateTime CreatedAt, DateTime ExpiresAt, DateOnly? LastUsedOn, TokenState State);

/// <summary>Makes, lists and revokes tokens, and says whose one is.</summary>
public sealed class ApiTokens(ClaimDbContext db, UserManager<AppUser> users)
{
    private const TokenScopes AllScopes = TokenScopes.ReadDesk | TokenScopes.WriteClaims | TokenScopes.ReviewWorkflow;

    // Compared with where there is no such token, so that it takes as long.
    private static readonly string NoHash = SecretToken.HashOf("");

    /// <summary>Makes a token for who knows the account's password.</summary>
    public Task<IssuedToken> CreateAsync(NewToken wanted, string password, Actor actor, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        const string action = "token.create";
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, ct) is not { } user)
        {
            return new IssuedToken(new Outcome.NotFound());
        }

        if (!Permissions.CanMakeToken(actor))
        {
            return new IssuedToken(await AccountRefusals.NotNowAsync(db, user.AuditStream, actor, action, AccountRefusals.NoTokens, ct));
        }

        if (FaultsOf(wanted) is { Count: > 0 } faults)
        {
            return new IssuedToken(new Outcome.Invalid(faults));
        }

        db.Change = new ChangeContext(actor, action);
        if (!await OwnPassword.IsAsync(users, user, password))
        {
            return new IssuedToken(await AccountRefusals.NotNowAsync(db, user.AuditStream, actor, action, AccountRefusals.WrongPassword, ct));
        }

        var now = db.Now;
        if (await db.ApiTokens.CountAsync(t => t.OwnerId == user.Id && t.RevokedAt == null && t.ExpiresAt > now, ct) >= ApiToken.MaxPerPerson)
        {
            return new IssuedToken(await AccountRefusals.NotNowAsync(db, user.AuditStream, actor, action, AccountRefusals.TooManyTokens, ct));
        }

        var publicId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ApiToken.PublicIdLength / 2));
        var text = TokenText.Of(publicId, SecretToken.New());
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(),
            OwnerId = user.Id,
            Name = TextRules.Clean(wanted.Name) ?? "",
            PublicId = publicId,
            Hash = SecretToken.HashOf(text),
            OwnerStamp = ApiToken.StampOf(user.SecurityStamp),
            Scopes = wanted.Scopes,
            CreatedAt = now,
            ExpiresAt = now.AddDays(wanted.Days),
        };
        db.ApiTokens.Add(token);
        await db.SaveAsync(new ChangeContext(actor, action), ct);
        return new IssuedToken(new Outcome.Done(Id: token.Id), text);
    }, ct);

    /// <summary>Ends a token at once; revoking it again changes nothing.</summary>
    public Task<Outcome> RevokeAsync(Guid id, Actor actor, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        const string action = "token.revoke";
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } token)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanRevokeToken(actor, token.OwnerId))
        {
            await db.RecordEventAsync(token.AuditStream, new ChangeContext(actor, action, AccountRefusals.NotYourToken) { Kind = AuditKind.Refusal }, ct);
            return new Outcome.NotPermitted(AccountRefusals.NotYourToken);
        }

        if (token.RevokedAt is null)
        {
            (token.RevokedAt, token.RevokedById) = (db.Now, actor.UserId);
            await db.SaveAsync(new ChangeContext(actor, action), ct);
        }

        return new Outcome.Done(Id: id);
    }, ct);

    /// <summary>Who holds that token, while it works; null for one that never was, was revoked, expired or ended, or whose owner has no role, all alike.</summary>
    public async Task<TokenHolder?> FindAsync(string text, CancellationToken ct) =>
        TokenText.PublicIdOf(text) is { } publicId ? await Retry.RunAsync(db, () => HolderAsync(publicId, text, ct), ct) : null;

    private async Task<TokenHolder?> HolderAsync(string publicId, string text, CancellationToken ct)
    {
        var found = await db.ApiTokens.Where(t => t.PublicId == publicId)
            .Join(db.Users, t => t.OwnerId, u => u.Id, (token, owner) => new { Token = token, Owner = owner }).SingleOrDefaultAsync(ct);
        var isIt = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretToken.HashOf(text)), Encoding.ASCII.GetBytes(found?.Token.Hash ?? NoHash));
        if (found is not { Token: var token, Owner: var owner } || !isIt || token.StateAt(db.Now, owner.SecurityStamp) is not TokenState.Active)
        {
            return null;
        }

        // Whoever no longer works here has nothing to read, whatever the token was made for.
        var actor = owner.ToActor(db.Today) with { TokenId = token.Id };
        if (!Permissions.CanReadDesk(actor))
        {
            return null;
        }

        if (token.LastUsedOn != db.Today)
        {
            token.LastUsedOn = db.Today;
            // Outside the trail; the save only has to say who.
            await db.SaveAsync(new ChangeContext(Actor.System, "token.use"), ct);
        }

        db.ChangeTracker.Clear();
        return new TokenHolder(token.Id, token.Scopes, actor);
    }

    /// <summary>One's own, newest first.</summary>
    public async Task<IReadOnlyList<TokenRow>> OwnAsync(Actor actor, CancellationToken ct) =>
        [.. (await ReadAsync(actor.UserId, ct)).OrderBy(t => t.State).ThenByDescending(t => t.CreatedAt)];

    /// <summary>Everybody's: those that work first.</summary>
    public async Task<IReadOnlyList<TokenRow>> AllAsync(Actor actor, CancellationToken ct) =>
        Permissions.CanManageTokens(actor) ? [.. (await ReadAsync(null, ct)).OrderBy(t => t.State).ThenBy(t => t.Owner, StringComparer.InvariantCultureIgnoreCase).ThenByDescending(t => t.CreatedAt)] : [];

    private async Task<List<TokenRow>> ReadAsync(Guid? ownerId, CancellationToken ct)
    {
        var found = await db.ApiTokens.AsNoTracking().Where(t => ownerId == null || t.OwnerId == ownerId)
            .Join(db.Users, t => t.OwnerId, u => u.Id, (token, owner) => new { Token = token, owner.DisplayName, owner.SecurityStamp }).ToListAsync(ct);
        var now = db.Now;
        return found.ConvertAll(f => new TokenRow(
            f.Token.Id, f.Token.OwnerId, f.DisplayName, f.Token.Name, f.Token.PublicId, f.Token.Scopes, f.Token.CreatedAt, f.Token.ExpiresAt, f.Token.LastUsedOn, f.Token.StateAt(now, f.SecurityStamp)));
    }

    private static List<Fault> FaultsOf(NewToken wanted)
    {
        List<Fault> faults = [];
        if (string.IsNullOrWhiteSpace(wanted.Name))
        {
            faults.Add(new Fault(nameof(NewToken.Name), FaultCode.Required));
        }
        else if (TextRules.FaultOf(wanted.Name, ApiToken.NameMaxLength) is { } code)
        {
            faults.Add(new Fault(nameof(NewToken.Name), code, ApiToken.NameMaxLength));
        }

        if (wanted.Scopes is TokenScopes.None || (wanted.Scopes & ~AllScopes) is not TokenScopes.None)
        {
            faults.Add(new Fault(nameof(NewToken.Scopes), wanted.Scopes is TokenScopes.None ? FaultCode.Required : FaultCode.UnknownCode));
        }

        if (wanted.Days is < 1 or > ApiToken.MaxDays)
        {
            faults.Add(new Fault(nameof(NewToken.Days), FaultCode.OutOfRange));
        }

        return faults;
    }
}
