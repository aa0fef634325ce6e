using System.Globalization;
using System.Text;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Statistics;

/// <summary>The statistics as CSV: every count of the page, and those it has no room for. UTF-8 without a mark.</summary>
public sealed class FileModel(PublicReader reader, Links links, Formats formats) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? from, string? to, CancellationToken ct)
    {
        var view = await StatisticsView.ReadAsync(from, to, reader, links, formats, ct);
        if (view.HasFault)
        {
            return BadRequest();
        }

        var (first, last) = (Day(StatisticsView.FirstDay(view.From)), Day(StatisticsView.LastDay(view.To)));
        var text = new StringBuilder(CsvCells.Line("section", "code", "name", "count", "from", "to"));
        foreach (var section in view.Sections)
        {
            foreach (var row in section.Rows)
            {
                text.Append(CsvCells.Line(section.Id, row.Code, row.Name.In(Cultures.Current), Number(row.Count), first, last));
            }
        }

        var counts = view.Counts;
        text.Append(CsvCells.Line("checks", "", PublicText.StatisticsChecks, Number(counts.Checks), first, last));
        text.Append(CsvCells.Line("primary-source", "", PublicText.StatisticsPrimary, Number(counts.WithPrimarySource), first, last));
        text.Append(CsvCells.Line("median-days", "", PublicText.StatisticsMedian, counts.MedianDays is { } days ? StatisticsView.Days(days) : "", first, last));
        text.Append(CsvCells.Line("median-days-of", "", PublicText.StatisticsTimed, Number(counts.Timed), first, last));
        text.Append(CsvCells.Line("imported", "", PublicText.StatisticsImported, Number(counts.Imported), "", ""));
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "statistics.csv");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day is { } known ? Formats.Machine(known) : "";
}
