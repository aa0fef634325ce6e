using System.Globalization;
using ClaimTracker.Core.History;
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

        After = after;
        var corrections = Filter.Of(reader.Corrections, settings.TimeZone);
        if (after is not null)
        {
            if (Place(after) is not { } place)
            {
                return BadRequest();
            }

            corrections = corrections.Where(c => c.At <= place.At
                && (c.At < place.At || c.Number < place.Number || (c.Number == place.Number && c.Version < place.Version)));
        }

        var found = await CorrectionRow.ReadAsync(reader, corrections, PageSize + 1, ct);
        Rows = found.Count > PageSize ? found[..PageSize] : found;
        var last = found.Count > PageSize ? found[PageSize - 1] : null;
        Next = last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Filter.Key}~{AuditText.Of(last.At)}~{last.Number}~{last.Version}");
        return Page();
    }

    /// <summary>Null for a place in another list, or none at all.</summary>
    private (DateTime At, int Number, int Version)? Place(string cursor) =>
        cursor.Split('~') is [var key, var time, var number, var version] && key == Filter.Key
        && DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var claim)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            ? (at, claim, edition)
            : null;
}
