using System.Data.Common;
using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Exchange;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What one search may cost, whatever is typed.</summary>
public sealed class SearchBoundsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Alternatives_OfNumbers_AreAFewQuestionsToTheIndex(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        var questions = new IndexQuestions();
        await using var db = database.CreateReadContext(questions);
        var numbers = string.Join('|', Enumerable.Range(1, 33).Select(n => "عدد>" + n.ToString(CultureInfo.InvariantCulture)));

        var found = await new ClaimSearch(db, SearchScope.Public).FindAsync(new SearchRequest { Query = SearchQuery.Parse(numbers) }, Ct);

        Assert.InRange(questions.Count, 1, 8);
        Assert.Contains(SearchHintKind.TooManyAlternatives, found.Hints.Select(h => h.Kind));
        Assert.NotEmpty(found.Claims);
    }

    [Theory, DatabaseData]
    public async Task NoneOfSeveralNumbers_IsOneQuestion_AndLeavesThemAllOut(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        var questions = new IndexQuestions();
        await using var db = database.CreateReadContext(questions);
        var search = new ClaimSearch(db, SearchScope.Public);
        var all = await search.FindAsync(new SearchRequest { Query = SearchQuery.Parse("") }, Ct);
        var some = await search.FindAsync(new SearchRequest { Query = SearchQuery.Parse("number:6700 | number:3000000 | number:500000 | number:2 | number>10000") }, Ct);
        questions.Count = 0;

        var none = await search.FindAsync(new SearchRequest { Query = SearchQuery.Parse("-(number:6700 | number:3000000 | number:500000 | number:2 | number>10000)") }, Ct);

        Assert.Equal(1, questions.Count);
        Assert.Empty(none.Hints);
        Assert.NotEmpty(some.Claims);
        Assert.Equal(all.Claims.Select(c => c.Number).Except(some.Claims.Select(c => c.Number)).Order(), none.Claims.Select(c => c.Number).Order());
    }

    private sealed class IndexQuestions : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count += command.CommandText.Contains("MATCH", StringComparison.Ordinal) || command.CommandText.Contains("SearchFind", StringComparison.Ordinal) ? 1 : 0;
            return ValueTask.FromResult(result);
        }
    }
}
