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

    private readonly IndexMatches matches = new(db, scope);

    public async Task<SearchFound> FindAsync(SearchRequest request, CancellationToken ct)
    {
        var (plan, filters) = await PlanAsync(request, ct);
        var counting = await CountedAsync<RankedMatch>(plan, filters, matches.RankedAsync, ct);
        var words = plan.Scored.Select(HashedWord.Of).ToList();
        var length = plan.Statistics.AverageLength;
        var claims = counting.Found.ConvertAll(m => new FoundClaim(m.Number, m.Id, SearchRanking.Score(m.Terms, words, length), m.Repeats, m.AssertedSort));
        claims.Sort(FoundClaim.ByFit);
        return new SearchFound
        {
            Claims = claims,
            IsCapped = counting.IsCapped,
            Counts = await NamedAsync(counting, ct),
            Hints = plan.Hints,
            Marks = plan.Marks,
            DidYouMean = MeantFilters(request.Query.Text, plan.Hints) ?? (claims.Count <= Few ? await BetterAsync(request, claims.Count, ct) : null),
        };
    }

    /// <summary>How many claims match, and how many of them have each value of each facet.</summary>
    public async Task<SearchCounts> CountFacetsAsync(SearchRequest request, CancellationToken ct)
    {
        var (plan, filters) = await PlanAsync(request, ct);
        var counting = await CountedAsync<IndexMatch>(plan, filters, matches.CountedAsync, ct);
        return new SearchCounts(counting.Found.Count, counting.IsCapped, await NamedAsync(counting, ct));
    }

    /// <summary>How many claims match, and whether that is only the cap.</summary>
    public async Task<(int Count, bool IsCapped)> CountAsync(SearchRequest request, CancellationToken ct)
    {
        var (plan, filters) = await PlanAsync(request, ct);
        var (found, isCapped) = await NewestAsync<IndexMatch>(plan, filters, MaxRanked, matches.CountedAsync, ct);
        return (found.Count, isCapped);
    }

    /// <summary>The newest claims that match, best first, without anything counted: for what is asked with every letter typed.</summary>
    internal async Task<(IReadOnlyList<int> Numbers, SearchMarks Marks)> BestOfNewestAsync(SearchRequest request, int newest, CancellationToken ct)
    {
        var (plan, filters) = await PlanAsync(request, ct);
        var (found, _) = await NewestAsync<RankedMatch>(plan, filters, newest, matches.RankedAsync, ct);
        var words = plan.Scored.Select(HashedWord.Of).ToList();
        var best = found.OrderByDescending(m => SearchRanking.Score(m.Terms, words, plan.Statistics.AverageLength)).ThenByDescending(m => m.Id);
        return ([.. best.Select(m => m.Number)], plan.Marks);
    }

    /// <summary>The query with its filters as they may have been meant; null when all were read, or nothing is near.</summary>
    private static string? MeantFilters(string text, IReadOnlyList<SearchHint> hints)
    {
        var meant = hints.Where(h => h.Meant is not null && text.Contains(h.Piece, StringComparison.Ordinal))
            .Aggregate(text, (query, hint) => query.Replace(hint.Piece, hint.Meant, StringComparison.Ordinal));
        return meant == text ? null : meant;
    }

    /// <summary>Another spelling of the query; only one that finds more.</summary>
    private async Task<string?> BetterAsync(SearchRequest request, int found, CancellationToken ct)
    {
        var meant = await new SpellingHelp(db, scope).OfferAsync(request.Query, ct);
        return meant is not null && (await CountAsync(request with { Query = SearchQuery.Parse(meant) }, ct)).Count > found ? meant : null;
    }

    private async Task<Counting<T>> CountedAsync<T>(SearchPlan plan, List<ChosenFilter> filters, Asked<T> ask, CancellationToken ct)
        where T : IndexMatch
    {
        var counted = new FacetCounter(filters);
        if (filters.Count > 0 && plan.Expected <= MaxRanked)
        {
            // Few enough to see at once which filter leaves which claim out.
            var (all, isMore) = await NewestAsync(plan, [], MaxRanked, ask, ct);
            if (!isMore)
            {
                all.ForEach(counted.Add);
                return new Counting<T>(all.FindAll(counted.PassesAll), false, counted, null);
            }
        }

        var ofWholeList = filters.Count == 1 && plan.IsEverything && scope is SearchScope.Public ? filters[0].Facet : null;
        var others = filters.Count > 0 && ofWholeList is null ? Task.Run(() => FailingOneAsync(plan, filters, ct), ct) : Task.FromResult(new List<IndexMatch>());
        var passing = NewestAsync(plan, filters, MaxRanked, ask, ct);
        await Task.WhenAll(passing, others);
        var (found, isCapped) = await passing;
        found.ForEach(counted.Add);
        (await others).ForEach(counted.Add);
        return new Counting<T>(found, isCapped, counted, ofWholeList);
    }

    /// <summary>Claims that only one of the filters keeps out. Asked on a connection of its own, while those that pass are asked for on the other.</summary>
    private async Task<List<IndexMatch>> FailingOneAsync(SearchPlan plan, List<ChosenFilter> filters, CancellationToken ct)
    {
        await using var beside = db.Beside();
        var search = new ClaimSearch(beside, scope);
        var failing = new List<IndexMatch>();
        foreach (var filter in filters)
        {
            var (others, _) = await NewestAsync<IndexMatch>(plan, filters.FindAll(f => f != filter), MaxRanked, search.matches.CountedAsync, ct);
            failing.AddRange(others.Where(m => !filter.Passes(m)));
        }

        return failing;
    }

    private static async Task<(List<T> Matches, bool IsCapped)> NewestAsync<T>(SearchPlan plan, List<ChosenFilter> filters, int limit, Asked<T> ask, CancellationToken ct)
        where T : IndexMatch
    {
        var found = new List<T>();
        foreach (var branch in plan.Branches)
        {
            var narrowed = filters.Count == 0 ? branch : branch with { Expression = IndexExpression.AllOf([branch.Expression, .. filters.Select(f => f.Expression)]) };
            found.AddRange(await ask(narrowed, limit + 1, plan.Statistics, ct));
        }

        if (plan.Branches.Length > 1)
        {
            found = [.. found.DistinctBy(m => m.Id).OrderByDescending(m => m.Id)];
        }

        return found.Count > limit ? (found.GetRange(0, limit), true) : (found, false);
    }

    /// <summary>Counts by name instead of key. Claims that fail one filter count for the values of its facet only; a key without a name is no facet of the list.</summary>
    private async Task<Dictionary<(string Facet, string Value), int>> NamedAsync<T>(Counting<T> counting, CancellationToken ct)
    {
        var counted = counting.Counted;
        var names = await FacetNames.OfAsync(db, [.. counted.Failing.Values.Append(counted.Passing).SelectMany(c => c.Keys).Distinct()], ct);
        var counts = counted.Passing.Where(c => names.ContainsKey(c.Key)).ToDictionary(c => names[c.Key], c => c.Value);
        foreach (var (filter, failing) in counted.Failing)
        {
            foreach (var (key, count) in failing)
            {
                if (names.TryGetValue(key, out var name) && name.Facet == filter.Facet)
                {
                    counts[name] = counts.GetValueOrDefault(name) + count;
                }
            }
        }

        if (counting.OfWholeList is { } facet)
        {
            foreach (var count in await db.PublicCounts.AsNoTracking().Where(c => c.Facet == facet && c.Count > 0).ToListAsync(ct))
            {
                counts[(facet, count.Value)] = count.Count;
            }
        }

        return counts;
    }

    private async Task<(SearchPlan Plan, List<ChosenFilter> Filters)> PlanAsync(SearchRequest request, CancellationToken ct)
    {
        List<ChosenFilter> filters = [.. request.Filters.Where(f => f.Value.Count > 0).Select(f => FilterOf(f.Key, f.Value))];
        return (await new QueryResolver(db, scope).ResolveAsync(request, filters.Select(f => f.Expression), ct), filters);
    }

    private static ChosenFilter FilterOf(string facet, IReadOnlyList<string> values)
    {
        var keys = values.Select(v => SearchToken.Key(facet, v)).ToHashSet();
        return new ChosenFilter(facet, keys, IndexExpression.AnyOf([.. keys.Order().Select(k => new TermIs(SearchToken.Filter(k)))]));
    }

    /// <summary>What was found, and what was counted. Without its own filter the only filtered facet may be that of the whole list, whose counts are kept.</summary>
    private sealed record Counting<T>(List<T> Found, bool IsCapped, FacetCounter Counted, string? OfWholeList);

    /// <summary>One of the two questions to the index: with what ranking needs, or with what counting needs.</summary>
    private delegate Task<List<T>> Asked<T>(SearchBranch branch, int limit, TermStatistics statistics, CancellationToken ct);
}
