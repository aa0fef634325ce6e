using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Users;

/// <summary>What a token may be used for; never more than its owner may do.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Reading claims as the desk has them.</summary>
    ReadDesk = 1,

    /// <summary>Logging claims, adding to them, writing notes and verdicts.</summary>
    WriteClaims = 2,

    /// <summary>Moving claims through the workflow, up to publishing them.</summary>
    ReviewWorkflow = 4,
}

/// <summary>
/// A person's key for programs that write to the desk through the API. Of the secret only its hash is stored. It ends with its day, when it is
/// revoked, and with its owner's sessions: a new password or a suspension ends both.
/// </summary>
public sealed class ApiToken : IAudited
{
    public const int NameMaxLength = 80;
    public const int PublicIdLength = 12;
    public const int MaxDays = 365;
    public const int MaxPerPerson = 20;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The part of it that may be shown.</summary>
    public required string PublicId { get; init; }

    public required string Hash { get; init; }

    /// <summary>Hash of the owner's security stamp when it was made; another one now means that it ended with the sessions of that time.</summary>
    public required string OwnerStamp { get; init; }

    public required TokenScopes Scopes { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    public Guid? RevokedById { get; set; }

    /// <summary>A day is enough to see what is still used, and is written once a day.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public string AuditStream => AppUser.StreamOf(OwnerId);

    public TokenState StateAt(DateTime now, string? ownerStamp) =>
        RevokedAt is not null ? TokenState.Revoked
        : ExpiresAt <= now ? TokenState.Expired
        : OwnerStamp != StampOf(ownerStamp) ? TokenState.Ended
        : TokenState.Active;

    internal static string StampOf(string? securityStamp) => SecretToken.HashOf(securityStamp ?? "");
}

/// <summary>Whether a token works, and if not, why.</summary>
public enum TokenState
{
    Active,
    Expired,
    Revoked,

    /// <summary>Its owner's password changed, or the account was suspended.</summary>
    Ended,
}

/// <summary>The text of a token: what it looks like, and what is looked up of it.</summary>
public static class TokenText
{
    /// <summary>Tells people, and programs that look for leaked secrets, what it is.</summary>
    public const string Prefix = "ct_";

    private const int SecretLength = 43;

    public static string Of(string publicId, string secret) => $"{Prefix}{publicId}_{secret}";

    /// <summary>The public id of what is shaped like a token; else null.</summary>
    public static string? PublicIdOf(string token)
    {
        const int start = 3;
        const int separator = start + ApiToken.PublicIdLength;
        return token.Length == separator + 1 + SecretLength && token.StartsWith(Prefix, StringComparison.Ordinal) && token[separator] == '_'
            && token[start..separator].All(char.IsAsciiHexDigitLower)
            ? token[start..separator]
            : null;
    }
}
