using System.Globalization;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>Tokens in words.</summary>
public static class TokenWords
{
    public static IReadOnlyList<TokenScopes> Scopes { get; } = [TokenScopes.ReadDesk, TokenScopes.WriteClaims, TokenScopes.ReviewWorkflow];

    public static string Of(TokenScopes scopes) => string.Join(" · ", Scopes.Where(s => scopes.HasFlag(s)).Select(s => ReviewWords.Of(s)));

    public static string HintOf(TokenScopes scope) => scope switch
    {
        TokenScopes.ReadDesk => AccountText.TokenScopesReadDeskHint,
        TokenScopes.WriteClaims => AccountText.TokenScopesWriteClaimsHint,
        _ => AccountText.TokenScopesReviewWorkflowHint,
    };

    /// <summary>Who did something, and by which token of theirs.</summary>
    /// <param name="name">What the token is called; null: that is not for this reader.</param>
    public static string By(string who, string? name) => name is null
        ? string.Format(CultureInfo.InvariantCulture, AccountText.TokenViaUnnamed, who)
        : string.Format(CultureInfo.InvariantCulture, AccountText.TokenVia, who, name);
}
