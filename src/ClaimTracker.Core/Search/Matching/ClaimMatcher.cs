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

    /// <summary>Claims that are fetched for any one of the text's words; words are taken from the rarest until so many hold them.</summary>
    private const int Fetched = 4_000;

    /// <summary>Words of the text that are asked for at all, and of the commoner ones in pairs.</summary>
    private const int MaxWords = 40;
    private const int MaxPaired = 6;

    /// <param name="text">At most <see cref="MatchText.MaxLength"/> characters are read.</param>
    /// <param name="take">At most so many claims.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<IReadOnlyList<Match>> FindAsync(string text, int take, CancellationToken ct)
    {
        var read = text.Length > MatchText.MaxLength ? text[..MatchText.MaxLength] : text;
        var words = Words.Of(PostText.Clean(read)).Where(w => !StopWords.Contains(w.Text)).DistinctBy(w => w.Text).Take(4 * MaxWords).ToList();
        var documents = await db.SearchTotals.AsNoTracking().Where(t => t.Scope == scope).Select(t => t.Documents).SingleOrDefaultAsync(ct);
        if (words.Count == 0 || documents == 0)
        {
            return [];
        }

        var spellings = await new WordMeanings(db, scope).NamesAsync(words, ct);
        var scored = await new TermRarity(db, scope).OfAsync([.. words.Select((w, i) => Scored(w, spellings[i]))], ct);
        var candidates = await CandidatesAsync([.. scored.Where(w => w.Claims > 0).OrderBy(w => w.Claims).Take(MaxWords)], ct);
        var ranking = MatchRanking.Of(MatchText.OfPost(read), candidates);
        var counts = await new TermRarity(db, scope).CountsAsync([.. ranking.Stems.Select(SearchToken.Stem)], ct);
        return ranking.Rank(stem => Rarity(documents, counts.GetValueOrDefault(SearchToken.Stem(stem))), MatchScore.Fitted, take);
    }

    /// <summary>A word with the spellings of the name it belongs to, so that a claim in the other script is found as well.</summary>
    private static ScoredWord Scored(Word word, List<NameWord> spellings)
    {
        var plain = WordMeanings.Plain(word);
        return spellings.Count == 0 ? plain : new ScoredWord(
            [.. plain.Exact.Concat(spellings.Select(s => s.Word)).Distinct(StringComparer.Ordinal)],
            [.. plain.Stems.Concat(spellings.Select(s => SearchToken.Stem(s.Stem))).Distinct(StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<MatchCandidate>> CandidatesAsync(IReadOnlyList<ScoredWord> words, CancellationToken ct)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var found = await new IndexMatches(db, scope).NewestAsync(new SearchBranch(Telling(words), []), 2 * Fetched, ct);
        var hashed = words.Select(HashedWord.Of).ToList();
        var total = await db.SearchTotals.AsNoTracking().SingleAsync(t => t.Scope == scope, ct);
        var best = found.Select(m => (m.Id, Score: SearchRanking.Score(m.Terms, hashed, (double)total.Words / total.Documents)))
            .OrderByDescending(m => m.Score).ThenByDescending(m => m.Id).Take(Compared).ToDictionary(m => m.Id, m => m.Score);
        var ids = best.Keys.ToList();
        var claims = await db.SearchTexts(scope).AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Match }).ToListAsync(ct);
        return claims.ConvertAll(c => new MatchCandidate(MatchClaim.FromJson(c.Match), best[c.Id]));
    }

    /// <summary>Any of the rarest words; of the commoner ones any two together, so that no word brings all claims that hold it.</summary>
    private static IndexExpression Telling(IReadOnlyList<ScoredWord> words)
    {
        var asked = new List<IndexExpression>();
        var claims = 0L;
        var rare = 0;
        while (rare < words.Count && (claims += words[rare].Claims) <= Fetched)
        {
            asked.Add(AnyForm(words[rare++]));
        }

        var common = words.Skip(rare).Take(MaxPaired).Select(AnyForm).ToList();
        for (var i = 0; i < common.Count; i++)
        {
            for (var j = i + 1; j < common.Count; j++)
            {
                asked.Add(IndexExpression.AllOf(common[i], common[j]));
            }
        }

        return asked.Count == 0 ? common[0] : IndexExpression.AnyOf(asked);
    }

    private static IndexExpression AnyForm(ScoredWord word) => IndexExpression.AnyOf([.. word.Stems.Select(s => new TermIs(s))]);

    private static double Rarity(int documents, int holding) => Math.Log(1 + ((documents - Math.Min(holding, documents) + 0.5) / (Math.Min(holding, documents) + 0.5)));
}
