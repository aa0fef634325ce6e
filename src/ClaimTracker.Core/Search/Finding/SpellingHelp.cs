using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>“Did you mean”: for words that no claim holds, the likeliest word of the index that is one or two slips away.</summary>
internal sealed class SpellingHelp(ClaimDbContext db, SearchScope scope)
{
    private const int MaxCandidates = 2_000;

    /// <summary>A query with more unknown words is no slip of the fingers.</summary>
    private const int MaxUnknown = 3;

    /// <summary>The words of the query with the unknown ones replaced; null when nothing better is known.</summary>
    public async Task<string?> OfferAsync(SearchQuery query, CancellationToken ct)
    {
        if (query.Root is not PlainWords { Words: var words })
        {
            return null;
        }

        var whole = words.Where(w => !w.IsPart).ToList();
        var counts = await TermStatistics.ClaimsAsync(db, scope, [.. whole.Select(SearchToken.Of)], ct);
        var unknown = whole.Where(w => w.Kind is WordKind.Word && w.Text.Length >= Slips.ShortestWord && !counts.ContainsKey(SearchToken.Of(w))).ToList();
        if (unknown.Count > MaxUnknown)
        {
            return null;
        }

        var offered = new List<string>();
        var isBetter = false;
        foreach (var word in whole)
        {
            var better = unknown.Contains(word) ? await NearestAsync(word.Text, ct) : null;
            isBetter |= better is not null;
            offered.Add(better ?? query.Text.Substring(word.Start, word.Length));
        }

        return isBetter ? string.Join(' ', offered) : null;
    }

    private async Task<string?> NearestAsync(string word, CancellationToken ct)
    {
        var slips = Slips.AllowedIn(word);
        // A slip in the first letter is found by the second: the commonest is two letters changing places.
        var found = new List<SearchTerm>();
#pragma warning disable CA1309 // In SQL, where both databases compare bytes.
        foreach (var first in new[] { word[0], word[1] }.Distinct())
        {
            var (from, to) = (first.ToString(), ((char)(first + 1)).ToString());
            found.AddRange(await db.SearchTerms.AsNoTracking()
                .Where(t => t.Scope == scope && string.Compare(t.Term, from) >= 0 && string.Compare(t.Term, to) < 0 && t.Term.Length >= word.Length - slips && t.Term.Length <= word.Length + slips)
                .OrderByDescending(t => t.Documents).ThenBy(t => t.Term).Take(MaxCandidates).ToListAsync(ct));
        }
#pragma warning restore CA1309

        return found.Select(t => (t.Shown, t.Documents, Distance: Slips.Between(word, t.Term, slips))).Where(t => t.Distance <= slips)
            .OrderBy(t => t.Distance).ThenByDescending(t => t.Documents).ThenBy(t => t.Shown, StringComparer.Ordinal).Select(t => t.Shown).FirstOrDefault();
    }
}
