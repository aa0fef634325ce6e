using ClaimTracker.Core.Search;

namespace ClaimTracker.TestKit.Matching;

/// <summary>
/// Finds candidates among claims in memory, as the index does in the database: BM25 (k1 1.2, b 0.75) of any word, as written and
/// stemmed, over all that is known of a claim.
/// </summary>
public sealed class MemoryIndex
{
    public const int Candidates = 100;

    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly List<(ReadyClaim Claim, Dictionary<string, int> Terms, int Length)> documents;
    private readonly Dictionary<string, int> counts;
    private readonly double averageLength;

    public MemoryIndex(IEnumerable<MatchClaim> claims)
    {
        documents = [.. claims.Select(c => (Claim: new ReadyClaim(c), Terms: Terms(c))).Select(d => (d.Claim, d.Terms, d.Terms.Values.Sum()))];
        averageLength = documents.Average(d => d.Length);
        counts = documents.SelectMany(d => d.Terms.Keys).CountBy(t => t, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<MatchCandidate> Find(string text)
    {
        var terms = TermsOf(PostText.Clean(text)).Distinct(StringComparer.Ordinal).Where(counts.ContainsKey).ToList();
        return
        [
            .. documents.Select(d => new MatchCandidate(d.Claim, terms.Sum(t => Weight(t, d.Terms.GetValueOrDefault(t), d.Length))))
                .Where(c => c.Bm25 > 0).OrderByDescending(c => c.Bm25).ThenByDescending(c => c.Claim.Number).Take(Candidates),
        ];
    }

    /// <summary>The nearest claims to a text.</summary>
    public IReadOnlyList<Match> Match(string text, MatchScore score, int take) =>
        MatchRanking.Of(MatchText.OfPost(text), WithAcross(text)).Rank(Rarity, score, take);

    /// <summary>The candidates, and every claim that has no words in the text's language: the index finds those by names and digits.</summary>
    public IReadOnlyList<MatchCandidate> WithAcross(string text)
    {
        var found = Find(text);
        return [.. found, .. documents.Select(d => d.Claim).Where(c => c.Claim.Statement.Count() == 1).Except(found.Select(f => f.Ready)).Select(c => new MatchCandidate(c, 0))];
    }

    /// <summary>The rarer a stem, the more it weighs.</summary>
    public double Rarity(string stem) => RarityOf(Stem(stem));

    private static Dictionary<string, int> Terms(MatchClaim claim) =>
        claim.Statement.Concat(claim.Summary).Select(t => t.Value).Concat(claim.Quotes).Concat(claim.Claimants.SelectMany(c => c))
            .SelectMany(TermsOf).CountBy(t => t, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

    private static IEnumerable<string> TermsOf(string text) =>
        Words.Of(text).Where(w => !StopWords.Contains(w.Text)).SelectMany(w => new[] { w.Text, Stem(w.Stem) });

    /// <summary>Stems are other terms than words.</summary>
    private static string Stem(string stem) => "ß" + stem;

    private double Weight(string term, int count, int length) =>
        count == 0 ? 0 : RarityOf(term) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * length / averageLength))));

    private double RarityOf(string term)
    {
        var holding = counts.GetValueOrDefault(term);
        return Math.Log(1 + ((documents.Count - holding + 0.5) / (holding + 0.5)));
    }
}
