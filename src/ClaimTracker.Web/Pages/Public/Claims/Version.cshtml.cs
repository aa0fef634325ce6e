using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>One version of a claim, for good: what can be cited.</summary>
public sealed class VersionModel(PublicReader reader, Links links) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public ClaimView? View { get; private set; }

    /// <summary>Whatever this version says, we no longer stand by it.</summary>
    public bool IsWithdrawnSince { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, int version, CancellationToken ct)
    {
        var standing = await reader.StandingAsync(number, ct);
        if (standing is { State: PublicState.Removed })
        {
            return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
        }

        if (standing is null || await reader.VersionAsync(number, version, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.Document.MergedIntoNumber is { } target)
        {
            return LocalRedirectPermanent(links.Claim(target));
        }

        IsWithdrawnSince = standing.State is PublicState.Withdrawn && found.Document.State is not PublicState.Withdrawn;
        View = await ClaimView.ReadAsync(found, reader, ct);
        return Page();
    }
}
