using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>Every public change of a published check, newest first.</summary>
public sealed class CorrectionsModel(PublicReader reader) : PageModel
{
    public const int PageSize = 20;

    private const int KindMaxLength = 40;

    public sealed record Row(int Number, PublicCorrectionNotice Notice, PublicCard Claim);

    public List<Row> Rows { get; private set; } = [];

    /// <summary>As in the address; a kind nobody knows finds nothing.</summary>
    public string Kind { get; private set; } = "";

    public string? After { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kind, string? after, CancellationToken ct)
    {
        Kind = ListAddress.Clean(kind, KindMaxLength);
        After = after;
        var corrections = reader.Corrections;
        if (Kind != "")
        {
            var known = Enum.TryParse<CorrectionKind>(Kind, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen);
            corrections = corrections.Where(c => known && c.Kind == chosen);
        }

        if (after is not null)
        {
            if (Place(after) is not { } place)
            {
                return BadRequest();
            }

            corrections = corrections.Where(c => c.At <= place.At
                && (c.At < place.At || c.Number < place.Number || (c.Number == place.Number && c.Version < place.Version)));
        }

        await ReadAsync(corrections, ct);
        return Page();
    }

    private async Task ReadAsync(IQueryable<PublicCorrection> corrections, CancellationToken ct)
    {
        var found = await (
            from correction in corrections
            join claim in reader.Claims on correction.Number equals claim.Number
            orderby correction.At descending, correction.Number descending, correction.Version descending
            select new { Correction = correction, claim.Card }).Take(PageSize + 1).ToListAsync(ct);
        Rows =
        [
            .. found.Take(PageSize).Select(f => new Row(
                f.Correction.Number,
                JsonSerializer.Deserialize<PublicCorrectionNotice>(f.Correction.Notice, CoreJson.Options) ?? throw new JsonException("A correction holds no notice."),
                PublicCard.FromJson(f.Card))),
        ];
        var last = found.Count > PageSize ? found[PageSize - 1].Correction : null;
        Next = last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Kind}~{AuditText.Of(last.At)}~{last.Number}~{last.Version}");
    }

    /// <summary>Null for a place in a list of another kind, or none at all.</summary>
    private (DateTime At, int Number, int Version)? Place(string cursor) =>
        cursor.Split('~') is [var kind, var time, var number, var version] && kind == Kind
        && DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var claim)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            ? (at, claim, edition)
            : null;
}
