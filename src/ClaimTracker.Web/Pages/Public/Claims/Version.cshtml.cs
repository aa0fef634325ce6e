using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>One version of a claim, for good: what can be cited.</summary>
public sealed class VersionModel(PublicReader reader) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public ClaimView? View { get; private set; }

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

        View = await ClaimView.ReadAsync(found, reader, ct);
        return Page();
    }
}
