using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>What an index tells of the words of one query: how many claims there are, how long they are, and how many hold each word.</summary>
internal sealed class TermStatistics
{
    private readonly Dictionary<string, int> claims;
    private readonly SearchTotal? total;

    private TermStatistics(SearchTotal? total, Dictionary<string, int> claims) => (this.total, this.claims) = (total, claims);

    /// <summary>Claims in the index, as far as they are counted.</summary>
    public long Documents => total?.Documents ?? 0;

    /// <summary>The index is being built anew: claims are found as before, but not all of them are counted yet.</summary>
    public bool IsPartial => total is not null && total.BuiltTo is not null;

    /// <summary>Words of a claim, in fives, so that scores do not change with each new claim; 0 when nothing is counted.</summary>
    public double AverageLength => total is not { Documents: > 0 } ? 0 : Math.Round((double)total.Words / total.Documents / 5) * 5;

    /// <summary>Reads what is known of the terms that words and expressions ask for.</summary>
    public static async Task<TermStatistics> ReadAsync(ClaimDbContext db, SearchScope scope, IEnumerable<ScoredWord> words, IEnumerable<IndexExpression> expressions, CancellationToken ct)
    {
        var total = await db.SearchTotals.AsNoTracking().SingleOrDefaultAsync(t => t.Scope == scope, ct);
        var terms = words.SelectMany(w => w.Stems.Concat(w.Exact)).Concat(expressions.SelectMany(e => e.EveryTerm)).Distinct(StringComparer.Ordinal).ToList();
        return new TermStatistics(total, await ClaimsAsync(db, scope, terms, ct));
    }

    /// <summary>How many claims hold each term; absent: none.</summary>
    public static async Task<Dictionary<string, int>> ClaimsAsync(ClaimDbContext db, SearchScope scope, IReadOnlyList<string> terms, CancellationToken ct) =>
        terms.Count == 0
            ? []
            : await db.SearchTerms.AsNoTracking().Where(t => t.Scope == scope && terms.Contains(t.Term)).Select(t => new { t.Term, t.Documents })
                .ToDictionaryAsync(t => t.Term, t => t.Documents, StringComparer.Ordinal, ct);

    /// <summary>The word with its rarity: that of its commonest form, since spellings of one name mostly stand in the same claims.</summary>
    public ScoredWord Weigh(ScoredWord word)
    {
        var holding = word.Stems.Select(s => (long)claims.GetValueOrDefault(s)).DefaultIfEmpty().Max();
        return word with { Claims = holding, Rarity = SearchRanking.Rarity(Documents, holding) };
    }

    /// <summary>How many claims are likely to match, as if words stood in claims independently of each other. While not all are counted: very many.</summary>
    public double Expected(IndexExpression expression) => IsPartial ? double.MaxValue : Share(expression) * Documents;

    private double Share(IndexExpression expression) => expression switch
    {
        TermIs term => Share(term.Term),
        TermsInRow row => row.Terms.Select(Share).DefaultIfEmpty(1).Min(),
        Every every => every.Parts.Aggregate(1d, (share, part) => share * Share(part)),
        Some some => Math.Min(1, some.Parts.Sum(Share)),
        _ => 1,
    };

    private double Share(string term) => Documents == 0 ? 1 : Math.Min(1, (double)claims.GetValueOrDefault(term) / Documents);
}
