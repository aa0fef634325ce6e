using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Exchange;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>However a claim is asked for, it is found: the table of queries over the first data, on both databases.</summary>
public sealed class SearchPairsTests
{
    private const int AtLeast = 150;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Table_OfQueriesThatMeetTheSameClaims_IsLongEnough() => Assert.InRange(SearchPair.All().Sum(p => p.Pairs), AtLeast, int.MaxValue);

    [Theory, DatabaseData]
    public async Task Search_HoweverItIsSpelled_FindsWhatTheTableSays(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateReadContext();
        var search = new PublicReader(db).Search;
        var faults = new List<string>();
        foreach (var pair in SearchPair.All())
        {
            IReadOnlyList<int>? first = null;
            foreach (var query in pair.Queries)
            {
                var found = await search.FindAsync(new SearchRequest { Query = SearchQuery.Parse(query) }, Ct);
                var numbers = found.Claims.Select(c => c.Number).ToList();
                first ??= numbers;
                if (Fault(pair, numbers, first) is { } fault)
                {
                    faults.Add($"{pair.Line}: “{query}” {fault}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string? Fault(SearchPair pair, List<int> found, IReadOnlyList<int> first) => pair.Expectation switch
    {
        // The same first page of the same number of claims.
        "same" => found.Count > 0 && found.Count == first.Count && Page(found).SequenceEqual(Page(first)) ? null : $"finds {Say(found)} instead of {Say(first)}",
        // The same claims, in an order of their own.
        "set" => found.Count > 0 && found.Order().SequenceEqual(first.Order()) ? null : $"finds {Say([.. found.Order()])} instead of {Say([.. first.Order()])}",
        "first" => found.Take(pair.Claims.Count).Order().SequenceEqual(pair.Claims.Order()) ? null : $"finds {Say(found)}",
        "finds" => pair.Claims.All(found.Contains) ? null : $"finds {Say(found)}",
        "only" => found.Order().SequenceEqual(pair.Claims.Order()) ? null : $"finds {Say(found)}",
        "lacks" => found.Count > 0 && !pair.Claims.Any(found.Contains) ? null : $"finds {Say(found)}",
        "none" => found.Count == 0 ? null : $"finds {Say(found)}",
        _ => throw new InvalidOperationException($"“{pair.Expectation}” in line {pair.Line} says nothing."),
    };

    private static IEnumerable<int> Page(IReadOnlyList<int> found) => found.Take(PublicClaimList.PageSize);

    private static string Say(IReadOnlyList<int> found) => found.Count == 0 ? "nothing" : $"{string.Join(' ', found.Take(12))} ({found.Count})";
}
