using ClaimTracker.Core;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin.Tokens;

/// <summary>Everybody's tokens: who has which, what for, and when it was last used.</summary>
public sealed class IndexModel(ApiTokens tokens, Links links) : PageModel
{
    public IReadOnlyList<TokenRow> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Tokens = await tokens.AllAsync(User.ToActor(), ct);

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await tokens.RevokeAsync(id, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(AccountText.TokenRevoked);
            return LocalRedirect(links.Admin.Tokens());
        }

        await OnGetAsync(ct);
        return this.Answer(outcome);
    }
}
