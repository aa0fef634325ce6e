using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account.Manage;

/// <summary>Public pages lead here, since they contain no form.</summary>
public sealed class SignOutModel(SignIns signIns, Links links) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await signIns.SignOutAsync(User.ToActor(), ct);
        return LocalRedirect(links.Home());
    }
}
