namespace ClaimTracker.Core.Search;

/// <summary>A claim with its wordings taken apart, which is worth keeping for the next text.</summary>
public sealed class ReadyClaim(MatchClaim claim)
{
    public MatchClaim Claim => claim;

    internal IReadOnlyList<MatchWording> Wordings { get; } = MatchWording.Of(claim);
}

/// <summary>A claim that the index found for a text, with its BM25 score.</summary>
public sealed record MatchCandidate(ReadyClaim Ready, double Bm25)
{
    public MatchCandidate(MatchClaim claim, double bm25)
        : this(new ReadyClaim(claim), bm25)
    {
    }

    public MatchClaim Claim => Ready.Claim;
}

/// <summary>
/// The second look at the claims that the index found for a text: compares each wording by wording, puts the nearest first and says
/// which are the same claim and which only related. Pure.
/// </summary>
public sealed class MatchRanking
{
    private readonly MatchText text;
    private readonly IReadOnlyList<MatchCandidate> candidates;
    private readonly double best;

    private MatchRanking(MatchText text, IReadOnlyList<MatchCandidate> candidates)
    {
        this.text = text;
        this.candidates = candidates;
        best = candidates.Select(c => c.Bm25).DefaultIfEmpty().Max();
    }

    public static MatchRanking Of(MatchText text, IReadOnlyList<MatchCandidate> candidates) => new(text, candidates);

    /// <summary>The stems whose rarity <see cref="Rank"/> asks for.</summary>
    public IReadOnlySet<string> Stems =>
        text.Stems.Concat(candidates.SelectMany(c => c.Ready.Wordings).SelectMany(w => w.Text.Stems)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The nearest claims, nearest first; none that is less than related.</summary>
    /// <param name="rarity">Weight of a stem, above 0 and higher the fewer claims have it.</param>
    /// <param name="score">Weights and limits of the bands.</param>
    /// <param name="take">At most so many.</param>
    public IReadOnlyList<Match> Rank(Func<string, double> rarity, MatchScore score, int take)
    {
        double[] weights = [.. text.Content.Select(w => rarity(w.Stem))];
        return
        [
            .. candidates.Select(c => Best(c, c.Ready.Wordings, rarity, weights, score)).OfType<Match>()
                .OrderByDescending(m => m.Score).ThenByDescending(m => m.Number).Take(take),
        ];
    }

    /// <summary>Features of every candidate by its best wording, nearest or not; what weights are fitted on.</summary>
    public IEnumerable<(MatchClaim Claim, MatchFeatures Features, bool IsAcross)> Features(Func<string, double> rarity, MatchScore score)
    {
        double[] weights = [.. text.Content.Select(w => rarity(w.Stem))];
        foreach (var candidate in candidates)
        {
            var wordings = candidate.Ready.Wordings;
            var own = wordings.Where(IsInLanguage).ToList();
            if (own.Count > 0)
            {
                yield return (candidate.Claim, own.Select(w => new MatchComparison(text, w, rarity, weights).Features(Relative(candidate))).MaxBy(f => score.Of(f, false))!, false);
            }
            else if (wordings.Count > 0)
            {
                yield return (candidate.Claim, wordings.Select(w => new AcrossComparison(text, w).Features(Relative(candidate))).MaxBy(f => score.Of(f, true))!, true);
            }
        }
    }

    private Match? Best(MatchCandidate candidate, IReadOnlyList<MatchWording> wordings, Func<string, double> rarity, double[] weights, MatchScore score)
    {
        var own = wordings.Where(IsInLanguage).ToList();
        return own.Count > 0 ? BestOf(candidate, own, rarity, weights, score) : BestAcross(candidate, wordings, score);
    }

    private Match? BestOf(MatchCandidate candidate, List<MatchWording> wordings, Func<string, double> rarity, double[] weights, MatchScore score)
    {
        var (comparison, features, points) = wordings.Select(w =>
        {
            var compared = new MatchComparison(text, w, rarity, weights);
            var found = compared.Features(Relative(candidate));
            return (compared, found, score.Of(found, isInOtherLanguage: false));
        }).MaxBy(c => c.Item3);
        return points < score.RelatedFrom
            ? null
            : comparison.Result(candidate.Claim.Number, points, points >= score.SameFrom && !Differs(features) ? MatchBand.Same : MatchBand.Related, features);
    }

    private Match? BestAcross(MatchCandidate candidate, IReadOnlyList<MatchWording> wordings, MatchScore score)
    {
        if (wordings.Count == 0)
        {
            return null;
        }

        var (comparison, features, points) = wordings.Select(w =>
        {
            var compared = new AcrossComparison(text, w);
            var found = compared.Features(Relative(candidate));
            return (compared, found, score.Of(found, isInOtherLanguage: true));
        }).MaxBy(c => c.Item3);
        return points < score.AcrossFrom ? null : comparison.Result(candidate.Claim.Number, points, features);
    }

    /// <summary>What tells two claims apart however alike their words are.</summary>
    private static bool Differs(MatchFeatures features) =>
        features.NumberDiffers > 0 || features.DateDiffers > 0 || features.SpeakerDiffers > 0 || features.Negated > 0 || features.WordsReplaced > 0;

    private bool IsInLanguage(MatchWording wording) => wording.Text.IsArabic == text.IsArabic || text.HasBothScripts;

    private double Relative(MatchCandidate candidate) => best > 0 ? candidate.Bm25 / best : 0;
}
