using System.Globalization;
using System.Security.Claims;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Startup;

/// <summary>Carries name and roles of an account in its cookie; read from the database again every minute.</summary>
public sealed class ActorClaims(UserManager<AppUser> users, IOptions<IdentityOptions> options, TimeProvider clock)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    public const string Name = "ct:name";
    public const string Roles = "ct:roles";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var roles = user.RolesOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        identity.AddClaim(new System.Security.Claims.Claim(Name, user.DisplayName));
        identity.AddClaim(new System.Security.Claims.Claim(Roles, ((int)roles).ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}

public static class ActorExtensions
{
    /// <summary>Who acts in this request; <see cref="Actor.Reader"/> when nobody is signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && int.TryParse(user.FindFirstValue(ActorClaims.Roles), NumberStyles.None, CultureInfo.InvariantCulture, out var roles)
            ? new Actor(id, user.FindFirstValue(ActorClaims.Name) ?? "", (Roles)roles)
            : Actor.Reader;
}
