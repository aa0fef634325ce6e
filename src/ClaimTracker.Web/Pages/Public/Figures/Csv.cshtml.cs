using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>The rows of a measure's table for a spreadsheet: numbers and days for machines, names and ratings in the language of the page.</summary>
public sealed class CsvModel(PublicReader reader, FigureChartMaker words, Links links) : PageModel
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "order", "claim", "asserted_from", "asserted_to", "value", "min", "max", "modifier", "unit", "capacity", "period_from", "period_to",
        "either_or_group", "claimants", "rating", "denied_by", "statement", "address",
    ];

    public async Task<IActionResult> OnGetAsync(string measure, CancellationToken ct)
    {
        if (await FigureSeriesView.ReadAsync(ListAddress.Clean(measure, Measure.CodeMaxLength), reader, ct) is not { } view)
        {
            return NotFound();
        }

        var csv = new StringBuilder(CsvCells.Line(Columns));
        foreach (var entry in view.Entries)
        {
            csv.Append(CsvCells.Line(CellsOf(entry)));
        }

        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"{view.Measure.Code}.csv");
    }

    private IEnumerable<string?> CellsOf(FigureEntry entry)
    {
        var (figure, card) = (entry.Figure, entry.Card);
        return
        [
            Links.Number(entry.Order), $"CT-{Links.Number(card.Claim.Number)}", Day(card.Card.AssertedOn?.From), Day(card.Card.AssertedOn?.To),
            Number(figure.Value), Number(figure.Min), Number(figure.Max), figure.Modifier?.ToString(), figure.Unit.Code, figure.IsCapacity ? "1" : "0",
            Day(figure.Period?.From), Day(figure.Period?.To), figure.AlternativeGroup,
            words.SpeakerOf(card.Card), string.Join(PublicText.ListComma, new[] { card.Badge.Words, card.Badge.Aside }.OfType<string>()),
            string.Join(' ', entry.Denials.Select(d => $"CT-{Links.Number(d.Claim.Number)}")),
            card.Card.Statement.In(Cultures.Current), links.Absolute(card.Address(links)),
        ];
    }

    private static string? Day(DateOnly? day) => day is { } known ? Formats.Machine(known) : null;

    private static string? Number(decimal? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture);
}
