using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A claim the index found, with what counting needs of it.</summary>
internal record IndexMatch(long Id, byte[] Facets);

/// <summary>The same with what ranking needs besides.</summary>
internal sealed record RankedMatch(long Id, byte[] Facets, int Number, byte[] Terms, DateOnly AssertedSort, int Repeats) : IndexMatch(Id, Facets);

/// <summary>Asks the index for the newest claims that a branch finds. The two databases differ in how they are asked and in nothing else.</summary>
internal sealed class IndexMatches(ClaimDbContext db, SearchScope scope)
{
    /// <summary>Of the newest claims so many times more are looked through as should be enough.</summary>
    private const double Margin = 1.25;

    /// <summary>How many times more claims are looked through at least when too few were found.</summary>
    private const double LeastWidening = 2;

    /// <summary>Looking among some claims only costs PostgreSQL something itself: it saves time when at least so many times more would be found.</summary>
    private const double WorthNarrowing = 1.5;

    private readonly SearchTables tables = SearchTables.Of(scope);
    private readonly bool isSqlite = db.Database.IsSqlite();
    private List<(string Token, int Claims)>? ages;

    /// <summary>The newest first, with what ranking needs.</summary>
    /// <param name="branch">What is looked for.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="statistics">Tells how many there may be.</param>
    /// <param name="ct">Ends the search.</param>
    public Task<List<RankedMatch>> RankedAsync(SearchBranch branch, int limit, TermStatistics statistics, CancellationToken ct) =>
        NewestAsync(branch, limit, statistics, among => AskAsync<RankedMatch, PackedRanks>(PackedRanks.Columns, q => q.Ranked(branch, among, limit), ct), ct);

    /// <summary>The newest first, with what counting needs.</summary>
    /// <inheritdoc cref="RankedAsync"/>
    public async Task<List<IndexMatch>> CountedAsync(SearchBranch branch, int limit, TermStatistics statistics, CancellationToken ct)
    {
        var found = await NewestAsync(branch, limit, statistics, among => AskAsync<IndexMatch, PackedFacets>(PackedFacets.Columns, q => q.Counted(branch, among, limit), ct), ct);
        if (IndexQuestion.CountsWhatPostgresMade(isSqlite, branch))
        {
            // Made of digits as they are written, with the highest byte first.
            found.ForEach(m => BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(m.Facets), MemoryMarshal.Cast<byte, long>(m.Facets.AsSpan())));
        }

        return found;
    }

    private async Task<List<T>> NewestAsync<T>(
        SearchBranch branch, int limit, TermStatistics statistics, Func<IndexExpression?, Task<List<T>>> ask, CancellationToken ct)
    {
        var expected = statistics.Expected(branch.Expression);
        if (isSqlite || statistics.IsPartial || expected < limit * Margin * WorthNarrowing)
        {
            return await ask(null);
        }

        // FTS5 goes through claims from the newest and stops. PostgreSQL would gather all and then sort: it is asked for the
        // newest months first, and as many found there tell how many more are needed.
        ages ??= await AgesAsync(ct);
        for (var wanted = limit * statistics.Documents / expected; ;)
        {
            var newest = Newest(ages, wanted * Margin);
            if (newest.Count == ages.Count)
            {
                return await ask(null);
            }

            var found = await ask(IndexExpression.AnyOf([.. newest.Select(a => new TermIs(a.Token))]));
            if (found.Count == limit)
            {
                return found;
            }

            wanted = newest.Sum(a => (double)a.Claims) * Math.Max(LeastWidening, (double)limit / Math.Max(1, found.Count));
        }
    }

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

    /// <summary>SQLite hands over row after row. PostgreSQL packs them into one, since each of ten thousand costs a message and its reader the time to wake.</summary>
    private async Task<List<T>> AskAsync<T, TPacked>(string columns, Func<IndexQuestion, string> ask, CancellationToken ct)
        where TPacked : IPackedMatches<T>
    {
        var question = new IndexQuestion(tables, isSqlite);
        var text = ask(question);
#pragma warning disable EF1002 // Names of tables are constants; everything of a query is a parameter.
        return isSqlite
            ? await db.Database.SqlQueryRaw<T>(text, [.. question.Parameters]).ToListAsync(ct)
            : (await db.Database.SqlQueryRaw<TPacked>($"SELECT {columns} FROM ({text}) AS f", [.. question.Parameters]).ToListAsync(ct)).Single().Unpack();
#pragma warning restore EF1002
    }
}
