using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Outlets;

/// <summary>What an outlet carried, by rating, and how often wordings were changed on the way.</summary>
public sealed class OutletModel(PublicReader reader) : PageModel
{
    public sealed record Profile(Guid Id, LocalizedText Name, string? Country, OutletKind Kind);

    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public Profile? Outlet { get; private set; }

    public PublicListPage? Claims { get; private set; }

    public IReadOnlyList<ClaimCard> Cards { get; private set; } = [];

    public RatingTally Tally { get; private set; } = new([]);

    public BendingCount? Bending { get; private set; }

    public string? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? after, CancellationToken ct)
    {
        After = after;
        Outlet = await reader.Outlets.Where(o => o.Id == id).Select(o => new Profile(o.Id, o.Name, o.Country, o.Kind)).SingleOrDefaultAsync(ct);
        if (Outlet is null)
        {
            return NotFound();
        }

        var query = new PublicListQuery { Sort = PublicSort.Asserted, Filters = new Dictionary<string, IReadOnlyList<string>> { [Facets.Outlet] = [id.ToString()] } };
        try
        {
            Claims = await new PublicClaimList(reader).PageAsync(query, after, ct);
        }
        catch (CursorMismatchException)
        {
            return BadRequest();
        }

        Cards = await ClaimCard.OfAsync(Claims.Rows, reader, ct);
        Tally = await RatingTally.ReadAsync(Facets.Outlet, id.ToString(), reader, ct);
        Bending = await new PublicRatingCounts(reader).BendingOfOutletAsync(id, ct);
        return Page();
    }
}
