using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>How rare words are in a scope's index, from its counts.</summary>
internal sealed class TermRarity(ClaimDbContext db, SearchScope scope)
{
    /// <summary>The words with their rarity; that of its commonest form.</summary>
    public async Task<IReadOnlyList<ScoredWord>> OfAsync(IReadOnlyList<ScoredWord> words, CancellationToken ct)
    {
        if (words.Count == 0)
        {
            return words;
        }

        var counts = await CountsAsync([.. words.SelectMany(w => w.Stems).Distinct(StringComparer.Ordinal)], ct);
        var documents = await db.SearchTotals.AsNoTracking().Where(t => t.Scope == scope).Select(t => t.Documents).SingleOrDefaultAsync(ct);
        // Spellings of one name mostly stand in the same claims: the commonest tells how many there are better than their sum.
        return [.. words.Select(w => (Word: w, Claims: w.Stems.Select(s => (long)counts.GetValueOrDefault(s)).DefaultIfEmpty().Max()))
            .Select(w => w.Word with { Claims = w.Claims, Rarity = SearchRanking.Rarity(documents, w.Claims) })];
    }

    /// <summary>How many claims hold each term; absent: none.</summary>
    public async Task<Dictionary<string, int>> CountsAsync(IReadOnlyList<string> terms, CancellationToken ct) =>
        await db.SearchTerms.AsNoTracking().Where(t => t.Scope == scope && terms.Contains(t.Term)).ToDictionaryAsync(t => t.Term, t => t.Documents, StringComparer.Ordinal, ct);
}
