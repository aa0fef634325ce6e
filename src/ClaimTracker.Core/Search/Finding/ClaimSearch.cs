using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Finds claims by words, alike on both databases. The index says which claims hold them; what is found is ranked and counted here,
/// by the same code and from the same rows, so that both databases agree to the last place.
/// </summary>
public sealed class ClaimSearch(ClaimDbContext db, SearchScope scope)
{
    /// <summary>When more claims match, the newest of them by (published, number) are ranked and counted, and pages say so.</summary>
    public const int MaxRanked = 10_000;

    /// <summary>Found claims up to which other spellings are offered.</summary>
    private const int Few = 2;

    public async Task<SearchFound> FindAsync(SearchRequest request, CancellationToken ct)
    {
        var plan = await new QueryResolver(db, scope).ResolveAsync(request, ct);
        var words = plan.Scored.Select(HashedWord.Of).ToList();
        var averageLength = await AverageLengthAsync(ct);
        var filters = request.Filters.Where(f => f.Value.Count > 0).Select(f => FilterOf(f.Key, f.Value)).ToList();

        var (found, isCapped, counted) = await FilteredAsync(plan, filters, ct);
        var claims = found.ConvertAll(m => new FoundClaim(m.Number, m.Id, SearchRanking.Score(m.Terms, words, averageLength), m.Repeats, m.AssertedSort));
        claims.Sort(FoundClaim.ByFit);
        return new SearchFound
        {
            Claims = claims,
            IsCapped = isCapped,
            Counts = await NamedAsync(counted, ct),
            Hints = plan.Hints,
            Marks = plan.Marks,
            DidYouMean = claims.Count <= Few ? await BetterAsync(request, claims.Count, ct) : null,
        };
    }

    /// <summary>Another spelling of the query; only one that finds more.</summary>
    private async Task<string?> BetterAsync(SearchRequest request, int found, CancellationToken ct)
    {
        var meant = await new SpellingHelp(db, scope).OfferAsync(request.Query, ct);
        return meant is not null && (await CountAsync(request with { Query = SearchQuery.Parse(meant) }, ct)).Count > found ? meant : null;
    }

    private async Task<(List<IndexMatch> Found, bool IsCapped, FacetCounter Counted)> FilteredAsync(SearchPlan plan, List<ChosenFilter> filters, CancellationToken ct)
    {
        var counted = new FacetCounter(filters);
        if (filters.Count > 0 && plan.IsSelective)
        {
            // Few enough to see at once which filter leaves which claim out.
            var (all, isMore) = await NewestAsync(plan, [], ct);
            if (!isMore)
            {
                all.ForEach(counted.Add);
                return (all.FindAll(counted.PassesAll), false, counted);
            }
        }

        var (found, isCapped) = await NewestAsync(plan, filters, ct);
        found.ForEach(counted.Add);
        foreach (var filter in filters)
        {
            var (others, _) = await NewestAsync(plan, filters.FindAll(f => f != filter), ct);
            others.FindAll(m => !filter.Passes(m)).ForEach(counted.Add);
        }

        return (found, isCapped, counted);
    }

    /// <summary>How many claims match, and whether that is only the cap.</summary>
    public async Task<(int Count, bool IsCapped)> CountAsync(SearchRequest request, CancellationToken ct)
    {
        var plan = await new QueryResolver(db, scope).ResolveAsync(request, ct);
        var (found, isCapped) = await NewestAsync(plan, [.. request.Filters.Where(f => f.Value.Count > 0).Select(f => FilterOf(f.Key, f.Value))], ct);
        return (found.Count, isCapped);
    }

    private async Task<(List<IndexMatch> Matches, bool IsCapped)> NewestAsync(SearchPlan plan, List<ChosenFilter> filters, CancellationToken ct)
    {
        var matches = new IndexMatches(db, scope);
        var found = new List<IndexMatch>();
        foreach (var branch in plan.Branches)
        {
            var narrowed = filters.Count == 0 ? branch : branch with { Expression = IndexExpression.AllOf([branch.Expression, .. filters.Select(f => f.Expression)]) };
            found.AddRange(await matches.NewestAsync(narrowed, MaxRanked + 1, ct));
        }

        if (plan.Branches.Length > 1)
        {
            found = [.. found.DistinctBy(m => m.Id).OrderByDescending(m => m.Id)];
        }

        return found.Count > MaxRanked ? (found.GetRange(0, MaxRanked), true) : (found, false);
    }

    private async Task<double> AverageLengthAsync(CancellationToken ct)
    {
        var total = await db.SearchTotals.AsNoTracking().SingleOrDefaultAsync(t => t.Scope == scope, ct);
        return total is not { Documents: > 0 } ? 0 : Math.Round((double)total.Words / total.Documents / 5) * 5;
    }

    /// <summary>Counts by name instead of key. Claims that fail one filter count for the values of its facet only.</summary>
    private async Task<Dictionary<(string Facet, string Value), int>> NamedAsync(FacetCounter counted, CancellationToken ct)
    {
        var keys = counted.Failing.Values.Append(counted.Passing).SelectMany(c => c.Keys).Distinct().ToList();
        var names = await db.SearchFacets.AsNoTracking().Where(f => keys.Contains(f.Key)).ToDictionaryAsync(f => f.Key, f => (f.Facet, f.Value), ct);
        var counts = counted.Passing.ToDictionary(c => names[c.Key], c => c.Value);
        foreach (var (filter, failing) in counted.Failing)
        {
            foreach (var (name, count) in failing.Select(c => (names[c.Key], c.Value)).Where(c => c.Item1.Facet == filter.Facet))
            {
                counts[name] = counts.GetValueOrDefault(name) + count;
            }
        }

        return counts;
    }

    private static ChosenFilter FilterOf(string facet, IReadOnlyList<string> values)
    {
        var keys = values.Select(v => SearchToken.Key(facet, v)).ToHashSet();
        return new ChosenFilter(facet, keys, IndexExpression.AnyOf([.. keys.Order().Select(k => new TermIs(SearchToken.Filter(k)))]));
    }
}
