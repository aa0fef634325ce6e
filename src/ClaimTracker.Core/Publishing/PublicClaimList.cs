using System.Globalization;
using System.Linq.Expressions;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

public enum PublicSort
{
    /// <summary>Newest review first.</summary>
    Reviewed,

    /// <summary>Best fit first; only of a search.</summary>
    Relevance,

    /// <summary>Newest claim first; claims without a date last.</summary>
    Asserted,

    /// <summary>Most repeated first.</summary>
    Repeated,
}

/// <summary>What a reader asks of the list. Several values of one facet mean any of them; several facets mean all.</summary>
public sealed record PublicListQuery
{
    public const int MaxValuesPerFacet = 20;

    public string? Text { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public PublicSort Sort { get; init; }

    /// <summary>Something is searched for: see <see cref="PublicSearch"/>.</summary>
    public bool IsSearch => SearchQuery.Parse(Text).Root is not null;

    public bool IsUnfiltered => Filters.Count == 0 && From is null && To is null;

    /// <summary>Ties a cursor to sort and filters: a cursor of another list is refused.</summary>
    internal string Fingerprint
    {
        get
        {
            var filters = Filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={string.Join(',', f.Value.Order(StringComparer.Ordinal))}");
            return AuditText.Sha256(string.Create(CultureInfo.InvariantCulture, $"{Sort}|{Text?.Trim()}|{From:O}|{To:O}|{string.Join('&', filters)}"))[..12];
        }
    }
}

/// <summary>A page of the list, and where the next begins. The total is counted for the first page only.</summary>
public sealed record PublicListPage(IReadOnlyList<PublicClaim> Rows, string? Next, int? Total)
{
    /// <summary>What was found, when the list is the answer to a search.</summary>
    public SearchFound? Found { get; init; }
}

/// <summary>The cursor in the address does not belong to this list: 400.</summary>
public sealed class CursorMismatchException : Exception;

/// <summary>
/// The public list: filters, sorts and keyset pages over the facet table, whose indexes hold every single filter in every
/// order. One filter drives, the others are looked up per row by key. Lists with words to search for are <see cref="PublicSearch"/>'s.
/// </summary>
public sealed class PublicClaimList(PublicReader reader)
{
    public const int PageSize = 20;

    public async Task<PublicListPage> PageAsync(PublicListQuery query, string? cursor, CancellationToken ct)
    {
        var matching = Matching(query);
        var page = query.Sort switch
        {
            PublicSort.Reviewed or PublicSort.Relevance => await PageByAsync(matching, query, cursor, f => f.ReviewedAt, ReadTime, ct),
            PublicSort.Asserted => await PageByAsync(matching, query, cursor, f => f.AssertedSort, ReadDay, ct),
            PublicSort.Repeated => await PageByAsync(matching, query, cursor, f => f.Repeats, ReadNumber, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, null),
        };
        var numbers = page.Keys.ConvertAll(k => k.Number);
        var rows = await reader.Claims.Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        return new PublicListPage([.. numbers.Where(rows.ContainsKey).Select(n => rows[n])], page.Next, cursor is null ? await TotalAsync(query, matching, ct) : null);
    }

    /// <summary>How many claims each value of each facet has. Each facet leaves its own filter out, so that one can widen it.</summary>
    public async Task<Dictionary<string, List<PublicCount>>> CountsAsync(PublicListQuery query, CancellationToken ct)
    {
        var counts = query.IsUnfiltered
            ? await reader.Counts.Where(c => Facets.Listed.Contains(c.Facet) && c.Count > 0).ToListAsync(ct)
            : await FilteredCountsAsync(query, ct);
        return counts.GroupBy(c => c.Facet).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).ToList());
    }

    private async Task<List<PublicCount>> FilteredCountsAsync(PublicListQuery query, CancellationToken ct)
    {
        var others = Facets.Listed.Where(f => !query.Filters.ContainsKey(f)).ToList();
        var counts = await CountsOfAsync(others, query, ct);
        foreach (var facet in Facets.Listed.Where(query.Filters.ContainsKey))
        {
            var without = query with { Filters = query.Filters.Where(f => f.Key != facet).ToDictionary() };
            counts.AddRange(without.IsUnfiltered
                ? await reader.Counts.Where(c => c.Facet == facet && c.Count > 0).ToListAsync(ct)
                : await CountsOfAsync([facet], without, ct));
        }

        return counts;
    }

    private async Task<List<PublicCount>> CountsOfAsync(IReadOnlyCollection<string> facets, PublicListQuery query, CancellationToken ct)
    {
        var numbers = Matching(query).Select(f => f.Number);
        return await (
            from facet in reader.Facets
            where facets.Contains(facet.Facet) && numbers.Contains(facet.Number)
            group facet by new { facet.Facet, facet.Value } into values
            select new PublicCount { Facet = values.Key.Facet, Value = values.Key.Value, Count = values.Count() }).ToListAsync(ct);
    }

    private async Task<int?> TotalAsync(PublicListQuery query, IQueryable<PublicFacet> matching, CancellationToken ct)
    {
        if (query.IsUnfiltered)
        {
            return await reader.Counts.Where(c => c.Facet == Facets.All).Select(c => c.Count).SingleOrDefaultAsync(ct);
        }

        if (query is { Filters.Count: 1, From: null, To: null } && query.Filters.Single() is { Value: [var value], Key: var facet })
        {
            return await reader.Counts.Where(c => c.Facet == facet && c.Value == value).Select(c => c.Count).SingleOrDefaultAsync(ct);
        }

        return await matching.CountAsync(ct);
    }

    /// <summary>The driving filter is the first with a single value; else the whole list.</summary>
    private IQueryable<PublicFacet> Matching(PublicListQuery query)
    {
        var driver = query.Filters.Where(f => f.Value.Count == 1).Select(f => (f.Key, Value: f.Value[0])).DefaultIfEmpty((Facets.All, Facets.Yes)).First();
        var (facetName, facetValue) = driver;
        var matching = reader.Facets.Where(f => f.Facet == facetName && f.Value == facetValue);
        foreach (var (facet, values) in query.Filters.Where(f => f.Key != facetName))
        {
            matching = matching.Where(f => reader.Facets.Any(o => o.Facet == facet && values.Contains(o.Value) && o.Number == f.Number));
        }

        return ByDates(matching, query);
    }

    /// <summary>Overlap with the time of assertion; a claim without a date matches no range.</summary>
    private IQueryable<PublicFacet> ByDates(IQueryable<PublicFacet> matching, PublicListQuery query)
    {
        if (query.From is { } from)
        {
            matching = matching.Where(f => reader.Claims.Any(c => c.Number == f.Number && c.AssertedTo >= from));
        }

        if (query.To is { } to)
        {
            matching = matching.Where(f => reader.Claims.Any(c => c.Number == f.Number && c.AssertedFrom <= to));
        }

        return matching;
    }

    private static async Task<(List<Key> Keys, string? Next)> PageByAsync<T>(
        IQueryable<PublicFacet> matching, PublicListQuery query, string? cursor, Expression<Func<PublicFacet, T>> sortBy, Func<string, T?> read, CancellationToken ct)
        where T : struct, IComparable<T>
    {
        if (cursor is not null)
        {
            var (value, number) = ReadCursor(cursor, query, read);
            matching = matching.Where(After(sortBy, value, number));
        }

        var sortValue = sortBy.Compile();
        var rows = await matching.OrderByDescending(sortBy).ThenByDescending(f => f.Number).Take(PageSize + 1).ToListAsync(ct);
        var keys = rows.Take(PageSize).Select(f => new Key(f.Number, AuditText.Of(sortValue(f)))).ToList();
        return (keys, rows.Count > PageSize ? $"{query.Fingerprint}~{keys[^1].Sort}~{keys[^1].Number}" : null);
    }

    private static (T Value, int Number) ReadCursor<T>(string cursor, PublicListQuery query, Func<string, T?> read)
        where T : struct
    {
        var parts = cursor.Split('~');
        return parts.Length == 3 && parts[0] == query.Fingerprint
            && read(parts[1]) is { } value && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (value, number)
            : throw new CursorMismatchException();
    }

    /// <summary>sort &lt; value, or sort = value and number &lt; number: what the composite index can seek to.</summary>
    private static Expression<Func<PublicFacet, bool>> After<T>(Expression<Func<PublicFacet, T>> sortBy, T value, int number)
    {
        var facet = sortBy.Parameters[0];
        var boundary = Expression.Constant(value, typeof(T));
        var number2 = Expression.Property(facet, nameof(PublicFacet.Number));
        var body = Expression.AndAlso(
            Expression.LessThanOrEqual(sortBy.Body, boundary),
            Expression.OrElse(
                Expression.LessThan(sortBy.Body, boundary),
                Expression.LessThan(number2, Expression.Constant(number))));
        return Expression.Lambda<Func<PublicFacet, bool>>(body, facet);
    }

    private static DateTime? ReadTime(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Key(int Number, string Sort);
}
