using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin.Policies;

/// <summary>Every version of a policy page: to begin a new one with its text, or to keep it from readers.</summary>
public sealed class VersionsModel(ClaimDbContext db) : PageModel
{
    public Policy Policy { get; private set; }

    public IReadOnlyList<StaffPolicyVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (PolicyNames.Find(slug) is not { } policy)
        {
            return NotFound();
        }

        Policy = policy;
        Versions = await StaffPolicyVersion.AllAsync(db, policy, ct);
        return Versions.Count == 0 ? NotFound() : Page();
    }
}
