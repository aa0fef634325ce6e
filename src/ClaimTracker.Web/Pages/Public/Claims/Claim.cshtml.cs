using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>A claim's page: its current version, at the one address it has in the page's language.</summary>
public sealed class ClaimModel(PublicReader reader, Links links, ReviewSites sites) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public ClaimView? View { get; private set; }

    /// <summary>What machines read of the check, here and on no other page; null where there is nothing for them.</summary>
    public ClaimReview? Review { get; private set; }

    /// <summary>404 for a number readers do not know, 451 for a removed claim, 301 for a merged one and for another spelling of the address.</summary>
    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken ct)
    {
        switch (await reader.StandingAsync(number, ct))
        {
            case null:
                return NotFound();
            case { State: PublicState.Removed }:
                return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
            case { MergedIntoNumber: { } target }:
                return LocalRedirectPermanent(links.Claim(target));
            case var standing:
                return await ShowAsync(number, standing.Version, slug, ct);
        }
    }

    private async Task<IActionResult> ShowAsync(int number, int version, string? slug, CancellationToken ct)
    {
        if (await reader.VersionAsync(number, version, ct) is not { } current)
        {
            return NotFound();
        }

        var ownSlug = current.Document.Slug(Cultures.Current);
        if ((slug ?? "") != ownSlug)
        {
            return LocalRedirectPermanent(links.Claim(number, ownSlug));
        }

        View = await ClaimView.ReadAsync(current, reader, ct);
        Review = sites.Build(View.Document, View.ContentRating, await sites.OfAsync(Cultures.Current, ct)).Review;
        return Page();
    }
}
