using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>Both databases find the same claims, in the same order, with the same counts, whatever is asked; and nothing that is asked breaks them.</summary>
public sealed class SearchParityTests
{
    private const int Random = 500;

    private static readonly SearchRequest[] Asked =
    [
        new() { Query = SearchQuery.Parse("") },
        new() { Query = SearchQuery.Parse(""), From = new DateOnly(2023, 9, 1), To = new DateOnly(2024, 2, 29) },
        new() { Query = SearchQuery.Parse("containers"), Filters = Filter((Facets.Kind, "Quantity"), (Facets.Country, "RU")) },
        new() { Query = SearchQuery.Parse("month"), Filters = Filter((Facets.Rating, "False"), (Facets.Topic, "health")) },
        new() { Query = SearchQuery.Parse("شهر واحد"), Filters = Filter((Facets.Rating, "Misleading")), To = new DateOnly(2020, 1, 1) },
        new() { Query = SearchQuery.Parse("the"), From = new DateOnly(1990, 1, 1) },
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_AnyQuery_IsAnsweredAlikeByBothDatabases()
    {
        Requirement.Check(PostgresServer.WhyMissing);
        await using var sqlite = await FilledSearch.CreateAsync(DatabaseProvider.Sqlite);
        await using var postgres = await FilledSearch.CreateAsync(DatabaseProvider.Postgres);
        var queries = SearchPair.All().SelectMany(p => p.Queries).Concat(AnyQuery.Some(await FilledSearch.CorpusAsync(sqlite), Random));
        var requests = Asked.Concat(queries.Select(q => new SearchRequest { Query = SearchQuery.Parse(q) })).ToList();

        foreach (var scope in Enum.GetValues<SearchScope>())
        {
            await AssertAlikeAsync(sqlite, postgres, scope, requests);
        }
    }

    private static async Task AssertAlikeAsync(TestDatabase sqlite, TestDatabase postgres, SearchScope scope, List<SearchRequest> requests)
    {
        await using var left = sqlite.CreateContext();
        await using var right = postgres.CreateContext();
        var faults = new List<string>();
        var found = 0;
        foreach (var request in requests.Select(r => r with { SeesStaffOnly = scope is SearchScope.Desk }))
        {
            var (one, other) = (await new ClaimSearch(left, scope).FindAsync(request, Ct), await new ClaimSearch(right, scope).FindAsync(request, Ct));
            found += one.Claims.Count > 0 ? 1 : 0;
            if (!one.Claims.SequenceEqual(other.Claims) || !CountsOf(one).SequenceEqual(CountsOf(other)) || one.DidYouMean != other.DidYouMean
                || (await new ClaimSearch(right, scope).CountAsync(request, Ct)).Count != one.Claims.Count)
            {
                faults.Add($"{scope} {QueryText.Of(request.Query.Root)}: {one.Claims.Count} and {other.Claims.Count}, “{one.DidYouMean}” and “{other.DidYouMean}”");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(found > requests.Count / 3, $"Only {found} of {requests.Count} queries find anything.");
    }

    /// <summary>Parties and outlets have ids of their own in each database.</summary>
    private static IEnumerable<(string Facet, string Value, int Count)> CountsOf(SearchFound found) =>
        found.Counts.Select(c => (c.Key.Facet, Guid.TryParse(c.Key.Value, out _) ? "" : c.Key.Value, c.Value)).Order();

    private static Dictionary<string, IReadOnlyList<string>> Filter(params (string Facet, string Value)[] filters) =>
        filters.ToDictionary(f => f.Facet, f => (IReadOnlyList<string>)[f.Value]);
}
