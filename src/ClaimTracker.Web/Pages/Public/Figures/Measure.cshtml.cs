using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>Everything said about one measure, on a chart per unit and in a table that says the same.</summary>
public sealed class MeasureModel(PublicReader reader) : PageModel
{
    public const string Oldest = "";
    public const string Newest = "newest";
    public const string Largest = "largest";
    public const int RowsPerPage = 100;

    /// <summary>Null only where <see cref="OnGetAsync"/> answered otherwise.</summary>
    public FigureSeriesView? View { get; private set; }

    public string Sort { get; private set; } = Oldest;

    public int Shown { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>The rows of the table's page.</summary>
    public IReadOnlyList<FigureEntry> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string measure, string? sort, int? part, CancellationToken ct)
    {
        if (await FigureSeriesView.ReadAsync(ListAddress.Clean(measure, Measure.CodeMaxLength), reader, ct) is not { } view)
        {
            return NotFound();
        }

        View = view with { RatingDefinitions = await DefinitionsAsync(view, ct) };

        Sort = sort is Newest or Largest ? sort : Oldest;
        Shown = part ?? 1;
        Pages = (View.Entries.Count + RowsPerPage - 1) / RowsPerPage;
        if (Shown < 1 || Shown > Pages)
        {
            return NotFound();
        }

        Rows = [.. Sorted(View.Entries).Skip((Shown - 1) * RowsPerPage).Take(RowsPerPage)];
        return Page();
    }

    private async Task<Dictionary<(RatedAspect Aspect, string Code), LocalizedText>> DefinitionsAsync(FigureSeriesView view, CancellationToken ct)
    {
        var codes = view.Entries.Select(e => e.Card.Card.Rating?.Code).OfType<string>().Distinct().ToList();
        return await reader.Ratings.Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => (r.Aspect, r.Code), r => r.Definition, ct);
    }

    /// <summary>Those without a date, or without a number, stay last.</summary>
    private IEnumerable<FigureEntry> Sorted(IReadOnlyList<FigureEntry> entries) => Sort switch
    {
        Newest => entries.OrderBy(e => e.Card.Claim.AssertedSort == PublicClaim.UnknownDate ? 1 : 0).ThenByDescending(e => e.Order),
        Largest => entries.OrderBy(e => e.Figure.IsCapacity).ThenByDescending(e => e.Figure.Value ?? e.Figure.Max ?? e.Figure.Min).ThenBy(e => e.Order),
        _ => entries,
    };
}
