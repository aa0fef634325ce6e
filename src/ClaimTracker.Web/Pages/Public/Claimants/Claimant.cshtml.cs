using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claimants;

/// <summary>What somebody said, and what became of it.</summary>
public sealed class ClaimantModel(PublicReader reader, Links links) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public ClaimantView? View { get; private set; }

    public string Address { get; private set; } = "";

    public string? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? slug, string? after, CancellationToken ct)
    {
        try
        {
            View = await ClaimantView.ReadAsync(id, after, reader, ct);
        }
        catch (CursorMismatchException)
        {
            return BadRequest();
        }

        if (View is null)
        {
            return NotFound();
        }

        var ownSlug = Links.Slug(View.Party.Name.In(Cultures.Current));
        Address = links.Claimant(id, ownSlug);
        After = after;
        return (slug ?? "") == ownSlug ? Page() : LocalRedirectPermanent(Address);
    }
}
