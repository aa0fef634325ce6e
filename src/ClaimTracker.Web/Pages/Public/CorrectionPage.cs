using System.Globalization;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>A page of the corrections, newest first, and where the next begins.</summary>
public sealed record CorrectionPage(IReadOnlyList<CorrectionRow> Rows, string? Next)
{
    /// <summary>Throws <see cref="CursorMismatchException"/> for a place in another list, or none at all.</summary>
    public static async Task<CorrectionPage> ReadAsync(PublicReader reader, CorrectionFilter filter, TimeZoneInfo zone, string? after, int size, CancellationToken ct)
    {
        var corrections = filter.Of(reader.Corrections, zone);
        if (after is not null)
        {
            var place = Place(after, filter) ?? throw new CursorMismatchException();
            corrections = corrections.Where(c => c.At <= place.At
                && (c.At < place.At || c.Number < place.Number || (c.Number == place.Number && c.Version < place.Version)));
        }

        var found = await CorrectionRow.ReadAsync(reader, corrections, size + 1, ct);
        var last = found.Count > size ? found[size - 1] : null;
        return new CorrectionPage(
            found.Count > size ? found[..size] : found,
            last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{filter.Key}~{AuditText.Of(last.At)}~{last.Number}~{last.Version}"));
    }

    private static (DateTime At, int Number, int Version)? Place(string cursor, CorrectionFilter filter) =>
        cursor.Split('~') is [var key, var time, var number, var version] && key == filter.Key
        && DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var claim)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            ? (at, claim, edition)
            : null;
}
