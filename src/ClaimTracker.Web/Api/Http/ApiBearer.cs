using ClaimTracker.Core.Users;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>Reads tokens from <c>Authorization: Bearer ct_…</c>. Only the API asks here, and it asks nothing else: no cookie counts on it, no token on pages.</summary>
public static class ApiBearer
{
    private const string Scheme = "Bearer";
    private const string SchemeAndSpace = Scheme + " ";

    /// <summary>What the request carries as its token; null: nothing, or nothing that is asked for where it goes.</summary>
    public static string? TokenOf(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        return context.Request.Path.StartsWithSegments(ApiEndpoints.Root) && given.StartsWith(SchemeAndSpace, StringComparison.OrdinalIgnoreCase)
            ? given[SchemeAndSpace.Length..].Trim()
            : null;
    }

    /// <summary>Notes on the request whose token it carries; false: it carries one that does not work.</summary>
    public static async Task<bool> ReadAsync(HttpContext context)
    {
        if (TokenOf(context) is not { } token)
        {
            return true;
        }

        if (await context.RequestServices.GetRequiredService<ApiTokens>().FindAsync(token, context.RequestAborted) is not { } holder)
        {
            return false;
        }

        context.Features.Set(holder);
        return true;
    }

    public static TokenHolder? HolderOf(HttpContext context) => context.Features.Get<TokenHolder>();

    /// <summary>401: without a token, or with one that was never there, was revoked, expired or ended, or whose owner has no role left; which of these is not said.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0 ? Scheme : $"{Scheme} error=\"invalid_token\"";
        return ApiProblem.WriteAsync(context, StatusCodes.Status401Unauthorized);
    }

    /// <summary>403: the token may not be used for this.</summary>
    public static Task RefuseScopeAsync(HttpContext context, TokenScopes needed)
    {
        var code = CodeOf(needed);
        context.Response.Headers.WWWAuthenticate = $"{Scheme} error=\"insufficient_scope\", scope=\"{code}\"";
        return ApiProblem.WriteAsync(context, StatusCodes.Status403Forbidden, detail: string.Format(System.Globalization.CultureInfo.InvariantCulture, ApiText.ScopeMissing, code));
    }

    /// <summary>What a scope is called by programs, such as <c>write-claims</c>.</summary>
    public static string CodeOf(TokenScopes scope) => Core.Glossary.Code(scope);
}
