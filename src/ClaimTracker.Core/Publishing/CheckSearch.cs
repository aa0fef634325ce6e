using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Claims that were decided here and stand as decided, for those who take checks and nothing else: no imported, listed, withdrawn or
/// merged ones. A word search, nearest first; a whole quotation that no claim holds word for word is compared as a text; without words, newest first.
/// </summary>
public sealed class CheckSearch(PublicReader reader)
{
    public const int TextMaxLength = 1_000;

    /// <summary>A longer text is a quotation, not a search.</summary>
    private const int LongestSearch = 200;

    /// <summary>Fewer words are a search, and what is only like them is not meant.</summary>
    private const int ShortestQuotation = 5;

    private const int MostLike = 100;
    private const int AtATime = 200;

    /// <param name="language">Only checks that are complete in it.</param>
    /// <param name="since">Only those reviewed, or of claims made, on that day or later.</param>
    public async Task<(IReadOnlyList<PublicClaim> Claims, bool HasMore)> PageAsync(string? text, string? language, DateOnly? since, int skip, int take, CancellationToken ct)
    {
        var kept = new List<PublicClaim>();
        await foreach (var claim in (text is null ? NewestAsync(since, ct) : FoundAsync(text, since, ct)).WithCancellation(ct))
        {
            if (language is not null && !PublicCard.FromJson(claim.Card).Languages.Contains(language))
            {
                continue;
            }

            kept.Add(claim);
            if (kept.Count > skip + take)
            {
                return (kept[skip..^1], true);
            }
        }

        return ([.. kept.Skip(skip)], false);
    }

    private IQueryable<PublicClaim> Decided(DateOnly? since)
    {
        var decided = reader.Decided.Where(c => c.RatingCode != null);
        if (since is not { } day)
        {
            return decided;
        }

        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return decided.Where(c => c.ReviewedAt >= at || c.AssertedTo >= day);
    }

    private async IAsyncEnumerable<PublicClaim> NewestAsync(DateOnly? since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        PublicClaim? last = null;
        while (true)
        {
            var rest = Decided(since);
            if (last is not null)
            {
                var (at, number) = (last.ReviewedAt, last.Number);
                rest = rest.Where(c => c.ReviewedAt <= at && (c.ReviewedAt < at || c.Number < number));
            }

            var part = await rest.OrderByDescending(c => c.ReviewedAt).ThenByDescending(c => c.Number).Take(AtATime).ToListAsync(ct);
            foreach (var claim in part)
            {
                yield return claim;
            }

            if (part.Count < AtATime)
            {
                yield break;
            }

            last = part[^1];
        }
    }

    private async IAsyncEnumerable<PublicClaim> FoundAsync(string text, DateOnly? since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var numbers = await SearchAsync(text, ct);
        if (numbers.Count == 0 && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= ShortestQuotation)
        {
            numbers = [.. (await reader.Matcher.FindAsync(text, MostLike, ct)).Select(m => m.Number)];
        }

        foreach (var part in numbers.Chunk(AtATime))
        {
            var claims = await Decided(since).Where(c => part.Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
            foreach (var claim in part.Where(claims.ContainsKey).Select(n => claims[n]))
            {
                yield return claim;
            }
        }
    }

    private async Task<List<int>> SearchAsync(string text, CancellationToken ct)
    {
        var query = SearchQuery.Parse(text);
        return text.Length > LongestSearch || query.Root is null
            ? []
            : [.. (await reader.Search.FindAsync(new SearchRequest { Query = query }, ct)).Claims.Select(c => c.Number)];
    }
}
