using ClaimTracker.Core.Publishing.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>Every version of a policy, with the day and what changed.</summary>
public sealed class HistoryModel(PublicPolicies policies) : PageModel
{
    public Policy Policy { get; private set; }

    public IReadOnlyList<PublicPolicyRow> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (PolicyNames.Find(slug) is not { } policy)
        {
            return NotFound();
        }

        Policy = policy;
        Versions = await policies.VersionsAsync(policy, ct);
        return Versions.Count == 0 ? NotFound() : Page();
    }
}
