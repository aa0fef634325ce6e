using ClaimTracker.Core.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>The list of claims, as its address asks for it.</summary>
public sealed class IndexModel(PublicReader reader) : PageModel
{
    /// <summary>Null when the address holds a place in another list.</summary>
    public ClaimListView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var address = ListAddress.Read(Request.Query);
        try
        {
            View = await ClaimListView.ReadAsync(address, reader, ct);
        }
        catch (CursorMismatchException)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Response.StatusCode = address.HasFault ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }
}
