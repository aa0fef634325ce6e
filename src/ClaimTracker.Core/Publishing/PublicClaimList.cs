using System.Globalization;
using System.Linq.Expressions;
using ClaimTracker.Core.Claims;
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

    /// <summary>Claims a page has at most; a cursor is good for pages of any size.</summary>
    public int Size { get; init; } = PublicClaimList.PageSize;

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

/// <summary>A page of the list, and where the next begins. The total stands with the first page, where it is kept: for one filter at most.</summary>
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
        return new PublicListPage([.. numbers.Where(rows.ContainsKey).Select(n => rows[n])], page.Next, cursor is null ? await TotalAsync(query, ct) : null);
    }

    /// <summary>
    /// How many claims each value of each facet has, and how many there are. Each facet leaves its own filter out, so that one can
    /// widen it. Of a filtered list the newest <see cref="ClaimSearch.MaxRanked"/> are counted.
    /// </summary>
    public async Task<SearchCounts> CountsAsync(PublicListQuery query, CancellationToken ct)
    {
        if (!query.IsUnfiltered)
        {
            return await reader.Search.CountFacetsAsync(new SearchRequest { Query = SearchQuery.Parse(null), Filters = query.Filters, From = query.From, To = query.To }, ct);
        }

        var counts = await reader.Counts.Where(c => (Facets.Listed.Contains(c.Facet) || c.Facet == Facets.All) && c.Count > 0).ToListAsync(ct);
        return new SearchCounts(
            counts.Where(c => c.Facet == Facets.All).Sum(c => c.Count), IsCapped: false, counts.ToDictionary(c => (c.Facet, c.Value), c => c.Count));
    }

    /// <summary>
    /// The newest claims of a list that editors here have decided on, each with its day, for whoever follows it from elsewhere. Where
    /// nothing is filtered, those withdrawn since are told of too; no filter finds them any more.
    /// </summary>
    public async Task<List<FollowedClaim>> NewestDecidedAsync(PublicListQuery query, int most, CancellationToken ct)
    {
        var claims = reader.Decided;
        if (query.IsSearch)
        {
            var found = await reader.Search.FindAsync(
                new SearchRequest { Query = SearchQuery.Parse(query.Text), Filters = query.Filters, From = query.From, To = query.To }, ct);
            var numbers = found.Claims.Select(c => c.Number).ToList();
            claims = claims.Where(c => numbers.Contains(c.Number));
        }
        else if (!query.IsUnfiltered)
        {
            var matching = Matching(query);
            claims = claims.Where(c => matching.Any(f => f.Number == c.Number));
        }

        var decided = await claims.OrderByDescending(c => c.ReviewedAt).ThenByDescending(c => c.Number).Take(most).ToListAsync(ct);
        var withdrawn = query.IsUnfiltered && !query.IsSearch ? await reader.WithdrawnAsync(most, ct) : [];
        return [.. decided.Select(c => new FollowedClaim(c, c.ReviewedAt)).Concat(withdrawn).OrderByDescending(c => c.At).ThenByDescending(c => c.Claim.Number).Take(most)];
    }

    /// <summary>As it is kept; null for several filters, which <see cref="CountsAsync"/> counts.</summary>
    private async Task<int?> TotalAsync(PublicListQuery query, CancellationToken ct)
    {
        if (query.IsUnfiltered)
        {
            return await reader.Counts.Where(c => c.Facet == Facets.All).Select(c => c.Count).SingleOrDefaultAsync(ct);
        }

        return query is { Filters.Count: 1, From: null, To: null } && query.Filters.Single() is { Value: [var value], Key: var facet }
            ? await reader.Counts.Where(c => c.Facet == facet && c.Value == value).Select(c => c.Count).SingleOrDefaultAsync(ct)
            : null;
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
        var rows = await matching.OrderByDescending(sortBy).ThenByDescending(f => f.Number).Take(query.Size + 1).ToListAsync(ct);
        var keys = rows.Take(query.Size).Select(f => new Key(f.Number, AuditText.Of(sortValue(f)))).ToList();
        return (keys, rows.Count > query.Size ? $"{query.Fingerprint}~{keys[^1].Sort}~{keys[^1].Number}" : null);
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
