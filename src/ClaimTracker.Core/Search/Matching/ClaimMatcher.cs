using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Has this been checked already? Text in (a sentence, a headline, a post), claims out, nearest first, with what they share and what
/// tells them apart. The index finds the candidates by the text's rarest words, names and numbers; <see cref="MatchRanking"/> compares them.
/// </summary>
public sealed class ClaimMatcher(ClaimDbContext db, SearchScope scope)
{
    /// <summary>Claims that are compared in full.</summary>
    private const int Compared = 100;

    /// <summary>Words are taken from the rarest on until so many claims hold them; each of those claims is looked at.</summary>
    private const int Fetched = 4_000;

    /// <summary>Claims that are fetched for two of the commoner words together: the newest.</summary>
    private const int FetchedForCommon = 2_000;

    /// <summary>Words of the text that are asked for at all, and of the commoner ones in pairs.</summary>
    private const int MaxWords = 40;
    private const int MaxPaired = 6;

    /// <param name="text">At most <see cref="MatchText.MaxLength"/> characters are read.</param>
    /// <param name="take">At most so many claims.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<IReadOnlyList<Match>> FindAsync(string text, int take, CancellationToken ct)
    {
        var read = text.Length > MatchText.MaxLength ? text[..MatchText.MaxLength] : text;
        var words = Words.Of(PostText.Clean(read)).Where(w => !StopWords.Contains(w.Text)).DistinctBy(w => w.Text).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var spellings = await new WordMeanings(db, scope).NamesAsync(words, ct);
        var asked = words.Select((w, i) => Scored(w, spellings[i])).ToList();
        var statistics = await TermStatistics.ReadAsync(db, scope, asked, [], ct);
        var weighed = asked.Select(statistics.Weigh).Where(w => w.Claims > 0 || statistics.IsPartial).OrderBy(w => w.Claims).Take(MaxWords).ToList();
        var ranking = MatchRanking.Of(MatchText.OfPost(read), await CandidatesAsync(weighed, statistics, ct));
        var counts = await TermStatistics.ClaimsAsync(db, scope, [.. ranking.Stems.Select(SearchToken.Stem)], ct);
        return ranking.Rank(stem => SearchRanking.Weight(statistics.Documents, counts.GetValueOrDefault(SearchToken.Stem(stem))), MatchScore.Fitted, take);
    }

    /// <summary>A word with the spellings of the name it belongs to, so that a claim in the other script is found as well.</summary>
    private static ScoredWord Scored(Word word, List<NameWord> spellings)
    {
        var plain = WordMeanings.Plain(word);
        return spellings.Count == 0 ? plain : new ScoredWord(
            [.. plain.Exact.Concat(spellings.Select(s => s.Word)).Distinct(StringComparer.Ordinal)],
            [.. plain.Stems.Concat(spellings.Select(s => SearchToken.Stem(s.Stem))).Distinct(StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<MatchCandidate>> CandidatesAsync(List<ScoredWord> words, TermStatistics statistics, CancellationToken ct)
    {
        var (rare, common) = Apart(words);
        var matches = new IndexMatches(db, scope);
        var found = new List<RankedMatch>();
        if (rare.Count > 0)
        {
            found.AddRange(await matches.RankedAsync(new SearchBranch(IndexExpression.AnyOf(rare), []), Fetched, statistics, ct));
        }

        // A question of their own, so that however many claims hold two common words, they do not crowd out those with a rare one.
        if (common.Count > 0)
        {
            found.AddRange(await matches.RankedAsync(new SearchBranch(IndexExpression.AnyOf(common), []), FetchedForCommon, statistics, ct));
        }

        var hashed = words.ConvertAll(HashedWord.Of);
        var best = found.DistinctBy(m => m.Id).Select(m => (m.Id, Score: SearchRanking.Score(m.Terms, hashed, statistics.AverageLength)))
            .OrderByDescending(m => m.Score).ThenByDescending(m => m.Id).Take(Compared).ToDictionary(m => m.Id, m => m.Score);
        var ids = best.Keys.ToList();
        var claims = await db.SearchTexts(scope).AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Match }).ToListAsync(ct);
        return claims.ConvertAll(c => new MatchCandidate(MatchClaim.FromJson(c.Match), best[c.Id]));
    }

    /// <summary>Any of the rarest words; of the commoner ones any two together, so that no word brings all claims that hold it.</summary>
    private static (List<IndexExpression> Rare, List<IndexExpression> Common) Apart(List<ScoredWord> words)
    {
        var claims = 0L;
        var rare = words.TakeWhile(w => (claims += w.Claims) <= Fetched).Select(AnyForm).ToList();
        var rest = words.Skip(rare.Count).Take(MaxPaired).Select(AnyForm).ToList();
        var pairs = rest.SelectMany((word, i) => rest.Skip(i + 1).Select(other => IndexExpression.AllOf(word, other))).ToList();
        return (rare, pairs.Count == 0 && rare.Count == 0 ? rest : pairs);
    }

    private static IndexExpression AnyForm(ScoredWord word) => IndexExpression.AnyOf([.. word.Stems.Select(s => new TermIs(s))]);
}
