using ClaimTracker.Core.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Sources;

/// <summary>A source: what it is, which claims use it, what is wrong with it.</summary>
public sealed class SourceModel(PublicReader reader) : PageModel
{
    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public SourceView? View { get; private set; }

    public string? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? after, CancellationToken ct)
    {
        After = after;
        try
        {
            View = await SourceView.ReadAsync(id, after, reader, ct);
        }
        catch (CursorMismatchException)
        {
            return BadRequest();
        }

        return View is null ? NotFound() : Page();
    }
}
