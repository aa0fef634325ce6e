using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Embeds;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Embed;

/// <summary>
/// A claim as a card in somebody else's page: no script, nothing but what the list shows, and any site may frame it. A claim readers
/// may not have is refused in as few words, since an error page of ours may not be framed.
/// </summary>
public sealed class ClaimModel(PublicReader reader, EmbedAddresses addresses) : PageModel
{
    public ClaimCard? Card { get; private set; }

    /// <summary>Light or dark whatever the reader's system prefers; null: as that prefers.</summary>
    public string? Theme { get; private set; }

    /// <summary>404 for a number readers do not know, 451 for a removed claim, 301 to the card of the claim it was merged into.</summary>
    public async Task<IActionResult> OnGetAsync(int number, string? theme, CancellationToken ct)
    {
        Theme = EmbedAddresses.ThemeOf(theme);
        Response.Headers.Vary = "Accept-Language"; // without a language of its own, the address is answered in the reader's
        switch (await reader.StandingAsync(number, ct))
        {
            case { State: PublicState.Removed }:
                Response.StatusCode = StatusCodes.Status451UnavailableForLegalReasons;
                break;
            case { MergedIntoNumber: { } target }:
                return LocalRedirectPermanent(addresses.Card(target, Theme));
            default:
                Card = await ClaimCard.OfAsync(number, reader, ct);
                Response.StatusCode = Card is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
                break;
        }

        return Page();
    }
}
