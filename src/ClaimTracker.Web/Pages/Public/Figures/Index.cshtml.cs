using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>Everything that is counted in claims on the list.</summary>
public sealed class IndexModel(PublicReader reader) : PageModel
{
    public const int PageSize = 50;

    /// <summary>A number in an address that is larger is nobody's page.</summary>
    private const int MostPages = 100_000;

    public List<MeasureSummary> Measures { get; private set; } = [];

    public int Total { get; private set; }

    public int Shown { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(int? part, CancellationToken ct)
    {
        Shown = part ?? 1;
        if (Shown is < 1 or > MostPages)
        {
            return NotFound();
        }

        (Total, Measures) = await new PublicFigures(reader).MeasuresAsync((Shown - 1) * PageSize, PageSize, ct);
        return Shown > Pages ? NotFound() : Page();
    }

    /// <summary>The unit most figures of the measure are in, with what is smallest and largest in it.</summary>
    public static MeasureEnds EndsOf(MeasureSummary measure)
    {
        var rows = measure.Rows.GroupBy(r => (r.Unit, r.IsCapacity)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.IsCapacity).First().ToList();
        var numbered = rows.Where(r => r.Low is not null).ToList();
        return new MeasureEnds(rows, numbered.MinBy(r => r.Low)?.Read(), numbered.MaxBy(r => r.High)?.Read());
    }
}

public sealed record MeasureEnds(IReadOnlyList<PublicFigureRow> Rows, PublicFigure? Smallest, PublicFigure? Largest)
{
    public IReadOnlyList<(DateOnly? Day, decimal Low, decimal High)> Points =>
    [
        .. Rows.Select(r => (r.AssertedSort, Figure: r.Read()))
            .Select(r => (r.AssertedSort, Low: r.Figure.Value ?? r.Figure.Min ?? r.Figure.Max, High: r.Figure.Value ?? r.Figure.Max ?? r.Figure.Min))
            .Where(r => r is { Low: not null, High: not null })
            .Select(r => (r.AssertedSort == PublicClaim.UnknownDate ? (DateOnly?)null : r.AssertedSort, r.Low ?? 0, r.High ?? 0)),
    ];
}
