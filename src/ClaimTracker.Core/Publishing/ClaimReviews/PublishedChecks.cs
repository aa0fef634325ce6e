using System.Runtime.CompilerServices;
using ClaimTracker.Core.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>A claim with a verdict of ours, as readers have it now.</summary>
/// <param name="Content">Rating of the claim a saying is about.</param>
public sealed record PublishedCheck(PublicDocument Document, PublicRating? Content);

/// <summary>
/// Every claim with a verdict of ours in the order of the numbers, a part at a time: however many there are, no more than a part is
/// in memory, and a stream that was cut goes on after the last number it brought.
/// </summary>
public sealed class PublishedChecks(PublicReader reader)
{
    private const int ClaimsAtATime = 100;

    public async IAsyncEnumerable<IReadOnlyList<PublishedCheck>> PartsAsync(int after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var rows = await reader.DecidedByNumber.Where(c => c.Number > after)
                .OrderBy(c => c.Number).Take(ClaimsAtATime).Select(c => new { c.Number, c.Aspect }).ToListAsync(ct);
            if (rows.Count == 0)
            {
                yield break;
            }

            var documents = await reader.DocumentsAsync(rows.ConvertAll(r => r.Number), ct);
            var contents = await reader.ContentRatingsAsync([.. rows.Where(r => r.Aspect is RatedAspect.Saying).Select(r => r.Number)], ct);
            // What was taken from the list between the two questions is not there.
            yield return [.. rows.Where(r => documents.ContainsKey(r.Number)).Select(r => new PublishedCheck(documents[r.Number], contents.GetValueOrDefault(r.Number)))];
            after = rows[^1].Number;
        }
    }
}
