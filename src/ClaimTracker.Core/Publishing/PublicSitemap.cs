using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// The claims search engines are told of, in parts by number: those decided here. A part stays below the 50,000 addresses and 50 MB that
/// sitemaps.org allows in one file, in two languages.
/// </summary>
public sealed class PublicSitemap(PublicReader reader)
{
    /// <summary>Numbers one part spans.</summary>
    public const int PartSize = 10_000;

    /// <summary>Rows read at a time, so that a slow reader holds neither a connection nor many rows.</summary>
    private const int AtATime = 1_000;

    /// <summary>Parts that hold a claim, from 1.</summary>
    public async Task<List<int>> PartsAsync(CancellationToken ct) =>
        await reader.Decided.Select(c => ((c.Number - 1) / PartSize) + 1).Distinct().OrderBy(p => p).ToListAsync(ct);

    public Task<bool> HasPartAsync(int part, CancellationToken ct) => Rest(part, after: 0).AnyAsync(ct);

    public async IAsyncEnumerable<PublicClaim> ClaimsAsync(int part, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = 0;
        while (true)
        {
            var claims = await Rest(part, after).OrderBy(c => c.Number).Take(AtATime).ToListAsync(ct);
            foreach (var claim in claims)
            {
                yield return claim;
            }

            if (claims.Count < AtATime)
            {
                yield break;
            }

            after = claims[^1].Number;
        }
    }

    /// <summary>What a part holds behind a number.</summary>
    private IQueryable<PublicClaim> Rest(int part, int after)
    {
        var first = ((long)(part - 1) * PartSize) + 1;
        var last = first + PartSize - 1;
        return reader.DecidedByNumber.Where(c => c.Number >= first && c.Number <= last && c.Number > after);
    }
}
