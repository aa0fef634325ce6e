using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>One version of a policy, for good: what readers were told then; 451 where it is withheld. Ratings and conditions in it are those of now.</summary>
public sealed class VersionModel(PublicPolicies policies, PublicReader reader, Links links) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public PolicyView? View { get; private set; }

    public bool IsCurrent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken ct)
    {
        if (PolicyNames.Find(slug) is not { } policy || await policies.VersionAsync(policy, number, ct) is not { } version)
        {
            return NotFound();
        }

        if (version.WithheldAt is not null)
        {
            return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
        }

        View = await PolicyView.ReadAsync(version, links, reader, ct);
        IsCurrent = (await policies.CurrentAsync(policy, ct)).Number == number;
        return Page();
    }
}
