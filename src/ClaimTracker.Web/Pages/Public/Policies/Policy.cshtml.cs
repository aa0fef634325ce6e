using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>What the newsroom holds itself to, as it stands now.</summary>
public sealed class PolicyModel(PublicPolicies policies, PublicReader reader, Links links) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public PolicyView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (PolicyNames.Find(slug) is not { } policy)
        {
            return NotFound();
        }

        if (policy is Policy.Methodology)
        {
            return RedirectPermanent(links.Methodology());
        }

        View = await PolicyView.ReadAsync(await policies.CurrentAsync(policy, ct), links, reader, ct);
        return Page();
    }
}
