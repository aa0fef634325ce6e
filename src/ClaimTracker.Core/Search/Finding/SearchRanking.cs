namespace ClaimTracker.Core.Search;

/// <summary>
/// BM25 over the fields of a claim (BM25F): a word in the statement counts more than in the summary, that more than in a quote,
/// that more than elsewhere; as spelled more than by its stem. Robertson and Zaragoza, “The Probabilistic Relevance Framework”, 2009.
/// </summary>
internal static class SearchRanking
{
    private const double K1 = 1.2;
    private const double B = 0.4;
    private const double ExactShare = 0.4;
    private const double StemShare = 0.6;

    /// <summary>Scores are cut to this, so that claims which fit as well as each other stand in order of time.</summary>
    private const double Steps = 1000;

    /// <summary>A word that all claims hold still says which of them hold it in the statement.</summary>
    private const double Least = 0.1;

    // Statement, summary, quotes, rest.
    private static readonly double[] FieldWeights = [1.0, 0.7, 0.5, 0.3];

    /// <summary>The weight of a packed count, for each of its 256 values.</summary>
    private static readonly double[] CountWeights = [.. Enumerable.Range(0, 256).Select(c => Enumerable.Range(0, 4).Sum(f => PackedTerms.Count((byte)c, (SearchTextField)f) * FieldWeights[f]))];

    /// <summary>How much a word tells: rounded to tenths, so that a page of results does not reorder with each new claim.</summary>
    public static double Rarity(long documents, long holding) =>
        Math.Max(Least, Math.Round(Weight(documents, holding), 1));

    /// <summary>BM25's inverse document frequency, never below 0.</summary>
    public static double Weight(long documents, long holding)
    {
        var among = Math.Min(holding, documents);
        return Math.Log(1 + ((documents - among + 0.5) / (among + 0.5)));
    }

    public static int Score(ReadOnlySpan<byte> terms, IReadOnlyList<HashedWord> words, double averageLength)
    {
        var length = averageLength <= 0 ? 1 : PackedTerms.Words(terms) / averageLength;
        var damping = K1 * (1 - B + (B * length));
        var score = 0d;
        foreach (var word in words)
        {
            var weight = (ExactShare * WeightOf(terms, word.Exact)) + (StemShare * WeightOf(terms, word.Stems));
            score += word.Rarity * weight * (K1 + 1) / (weight + damping);
        }

        return (int)Math.Round(score * Steps);
    }

    private static double WeightOf(ReadOnlySpan<byte> terms, uint[] hashes)
    {
        var weight = 0d;
        foreach (var hash in hashes)
        {
            weight += CountWeights[PackedTerms.Find(terms, hash)];
        }

        return weight;
    }
}

/// <summary>A scored word as it stands in packed terms. A number has no stem: it counts as both.</summary>
internal sealed record HashedWord(uint[] Exact, uint[] Stems, double Rarity)
{
    public static HashedWord Of(ScoredWord word) => new(
        [.. word.Exact.Select(e => SearchToken.Hash(e))], [.. word.Stems.Select(s => SearchToken.Hash(s))], word.Rarity);
}
