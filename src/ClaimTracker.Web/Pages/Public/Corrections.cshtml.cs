using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>Every public change of a published check, newest first.</summary>
public sealed class CorrectionsModel(PublicReader reader, SiteSettings settings) : PageModel
{
    public const int PageSize = 20;

    public CorrectionFilter Filter { get; private set; } = new();

    public IReadOnlyList<CorrectionRow> Rows { get; private set; } = [];

    public string? After { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        Filter = CorrectionFilter.Read(Request.Query);
        if (Filter.HasFault)
        {
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        if (await Filter.IsOfRemovedAsync(reader, ct))
        {
            return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
        }

        After = after;
        try
        {
            (Rows, Next) = await CorrectionPage.ReadAsync(reader, Filter, settings.TimeZone, after, PageSize, ct);
        }
        catch (CursorMismatchException)
        {
            return BadRequest();
        }

        return Page();
    }
}
