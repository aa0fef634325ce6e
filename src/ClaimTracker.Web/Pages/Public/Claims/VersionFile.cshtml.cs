using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>A version of a claim to take along: as plain text, or as an entry of a bibliography.</summary>
public sealed class VersionFileModel(PublicReader reader, SiteSettings settings, Links links, Formats formats) : PageModel
{
    private const string AsText = "text";
    private const string AsBibTex = "cite.bib";

    public async Task<IActionResult> OnGetAsync(int number, int version, string file, CancellationToken ct)
    {
        if (file is not (AsText or AsBibTex))
        {
            return NotFound();
        }

        if (await reader.StandingAsync(number, ct) is { State: PublicState.Removed })
        {
            return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
        }

        if (await reader.VersionAsync(number, version, ct) is not { Document.State: not PublicState.Withdrawn } found)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex";
        var view = await ClaimView.ReadAsync(found, reader, ct);
        var site = settings.Name ?? CommonText.SiteName;
        return file == AsText
            ? Content(new ClaimAsText(view, site, links, formats).ToString(), "text/plain", Encoding.UTF8)
            : Content(BibTex.Of(view, site, links), "application/x-bibtex", Encoding.UTF8);
    }
}
