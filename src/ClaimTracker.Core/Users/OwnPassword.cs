using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Core.Users;

/// <summary>Asked again before what outlasts a session: a new password, a token.</summary>
internal static class OwnPassword
{
    /// <summary>Whether the person knows it. The context has to say who acts: a wrong one is counted on the account.</summary>
    public static async Task<bool> IsAsync(UserManager<AppUser> users, AppUser user, string password)
    {
        if (!await users.IsLockedOutAsync(user) && await users.CheckPasswordAsync(user, password))
        {
            return true;
        }

        // Counted like a failed sign-in, so that an unattended screen is no place to guess.
        await users.AccessFailedAsync(user);
        return false;
    }
}
