using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A claim the index found, with what ranking and counting need of it; without terms where it is only counted.</summary>
internal sealed record IndexMatch(long Id, int Number, byte[]? Terms, byte[] Facets, DateOnly AssertedSort, int Repeats);

/// <summary>Asks the index for the newest claims that a branch finds. The two databases differ in how they are asked and in nothing else.</summary>
internal sealed class IndexMatches(ClaimDbContext db, SearchScope scope)
{
    /// <summary>Of the newest claims so many times more are looked through as should be enough.</summary>
    private const double Margin = 1.25;

    /// <summary>How many times more claims are looked through at least when too few were found.</summary>
    private const double LeastWidening = 2;

    /// <summary>To PostgreSQL, reading a claim's row costs as much as going through so many entries of the index.</summary>
    private const double EntriesPerRow = 12;

    private readonly SearchTables tables = SearchTables.Of(scope);
    private readonly bool isSqlite = db.Database.IsSqlite();
    private List<(string Token, int Claims)>? ages;

    /// <summary>The newest first.</summary>
    /// <param name="branch">What is looked for.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="statistics">Tells how many there may be.</param>
    /// <param name="withTerms">Whether ranking is going to need them; counting does not.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<List<IndexMatch>> NewestAsync(SearchBranch branch, int limit, TermStatistics statistics, bool withTerms, CancellationToken ct)
    {
        var expected = statistics.Expected(branch.Expression);
        if (isSqlite || statistics.IsPartial || !IsWorthNarrowing(expected, limit * Margin, statistics.Documents))
        {
            return await AskAsync(branch, limit, withTerms, ct);
        }

        // FTS5 goes through claims from the newest and stops. PostgreSQL would gather all and then sort: it is asked for the
        // newest months first, and as many found there tell how many more are needed.
        ages ??= await AgesAsync(ct);
        for (var wanted = limit * statistics.Documents / expected; ;)
        {
            var newest = Newest(ages, wanted * Margin);
            if (newest.Count == ages.Count)
            {
                return await AskAsync(branch, limit, withTerms, ct);
            }

            var expression = IndexExpression.AllOf(branch.Expression, IndexExpression.AnyOf([.. newest.Select(a => new TermIs(a.Token))]));
            var found = await AskAsync(branch with { Expression = expression }, limit, withTerms, ct);
            if (found.Count == limit)
            {
                return found;
            }

            wanted = newest.Sum(a => (double)a.Claims) * Math.Max(LeastWidening, (double)limit / Math.Max(1, found.Count));
        }
    }

    /// <summary>Whether the rows that need not be read cost more than the entries of the months that hold enough of them.</summary>
    private static bool IsWorthNarrowing(double expected, double wanted, double documents) =>
        expected > wanted && (expected - wanted) * EntriesPerRow > documents * wanted / expected;

    /// <summary>The newest ages that hold so many claims together.</summary>
    private static List<(string Token, int Claims)> Newest(List<(string Token, int Claims)> all, double claims)
    {
        var count = 0;
        for (var held = 0L; count < all.Count && held < claims; count++)
        {
            held += all[count].Claims;
        }

        return all.GetRange(0, count);
    }

    private async Task<List<(string Token, int Claims)>> AgesAsync(CancellationToken ct)
    {
        var newest = await db.SearchRanks(scope).OrderByDescending(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(ct);
        var all = AgeFilters.DownFrom(newest).ToList();
        var counts = await TermStatistics.ClaimsAsync(db, scope, all, ct);
        return [.. all.Where(counts.ContainsKey).Select(a => (a, counts[a]))];
    }

    private async Task<List<IndexMatch>> AskAsync(SearchBranch branch, int limit, bool withTerms, CancellationToken ct)
    {
        var question = new IndexQuestion(tables, isSqlite);
#pragma warning disable EF1002 // Names of tables are constants; everything of a query is a parameter.
        return await db.Database.SqlQueryRaw<IndexMatch>(question.Text(branch, limit, withTerms), [.. question.Parameters]).ToListAsync(ct);
#pragma warning restore EF1002
    }
}
