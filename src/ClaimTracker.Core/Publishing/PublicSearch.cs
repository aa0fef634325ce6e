using System.Globalization;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// The public list as the answer to a search: what readers have, best fit first or in one of the list's orders, in keyset pages. A
/// cursor holds the last claim's fit and place in time, so a claim published meanwhile moves nothing that comes after it.
/// </summary>
public sealed class PublicSearch(PublicReader reader)
{
    public async Task<PublicListPage> PageAsync(PublicListQuery query, string? cursor, CancellationToken ct)
    {
        var found = await reader.Search.FindAsync(
            new SearchRequest { Query = SearchQuery.Parse(query.Text), Filters = query.Filters, From = query.From, To = query.To }, ct);
        var keys = found.Claims.Select(c => (Sort: SortValue(c, query.Sort), c.Id, c.Number)).ToList();
        if (query.Sort is not PublicSort.Relevance)
        {
            keys.Sort((left, right) => (right.Sort, right.Id).CompareTo((left.Sort, left.Id)));
        }

        // Found claims stand best fit first already, and the newest first among equals.
        var last = cursor is null ? ((long Sort, long Id)?)null : ReadCursor(cursor, query);
        var from = last is { } place ? keys.FindIndex(k => (k.Sort, k.Id).CompareTo(place) < 0) : 0;
        var page = from < 0 ? [] : keys.GetRange(from, Math.Min(query.Size, keys.Count - from));
        var numbers = page.ConvertAll(k => k.Number);
        var rows = await reader.OnTheList.Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        var next = page.Count > 0 && from + page.Count < keys.Count ? string.Create(CultureInfo.InvariantCulture, $"{query.Fingerprint}~{page[^1].Sort}~{page[^1].Id}") : null;
        return new PublicListPage([.. numbers.Where(rows.ContainsKey).Select(n => rows[n])], next, found.Claims.Count) { Found = found };
    }

    private static long SortValue(FoundClaim claim, PublicSort sort) => sort switch
    {
        PublicSort.Relevance => claim.Score,
        PublicSort.Reviewed => claim.Id,
        PublicSort.Asserted => claim.AssertedSort.DayNumber,
        PublicSort.Repeated => claim.Repeats,
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    private static (long Sort, long Id) ReadCursor(string cursor, PublicListQuery query)
    {
        var parts = cursor.Split('~');
        return parts.Length == 3 && parts[0] == query.Fingerprint
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sort) && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (sort, id)
            : throw new CursorMismatchException();
    }
}
