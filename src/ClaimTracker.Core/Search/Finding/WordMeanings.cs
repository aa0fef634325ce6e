using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A word of a query: what the index is asked for it, and what counts when claims are ranked.</summary>
internal sealed record WordMeaning(IndexExpression Expression, ScoredWord Scored);

/// <summary>
/// Finds what words stand for: themselves without their affixes, the other spellings of a name in either script, or a rating.
/// Function words are left out, unless the query has nothing else.
/// </summary>
internal sealed class WordMeanings(ClaimDbContext db)
{
    /// <summary>Consonants by which a spelling nobody entered is still taken for a name.</summary>
    private const int TellingSkeleton = 3;

    /// <summary>Consonants by which a word that is a name is one without its neighbours: “un” is not.</summary>
    private const int LoneSkeleton = 2;

    private const int MaxSpellings = 24;

    public static ScoredWord Plain(Word word) =>
        word.Kind is WordKind.Number ? new ScoredWord([word.Text], [word.Text]) : new ScoredWord([word.Text], [SearchToken.Stem(word.Stem)]);

    public async Task<IReadOnlyList<WordMeaning>> OfAsync(IReadOnlyList<Word> words, CancellationToken ct)
    {
        var whole = words.Where(w => !w.IsPart).ToList();
        var telling = whole.FindAll(w => !StopWords.Contains(w.Text));
        telling = telling.Count == 0 ? whole : telling;
        var names = await NamesAsync(telling, ct);
        var meanings = new List<WordMeaning>();
        for (var i = 0; i < telling.Count;)
        {
            if (RatingWords.At(telling, i) is { } rating)
            {
                meanings.AddRange(Rated(telling.GetRange(i, rating.Length), rating.Codes));
                i += rating.Length;
                continue;
            }

            if (ReferenceAt(telling, i) is { } reference)
            {
                meanings.AddRange(reference);
                i += reference.Length;
                continue;
            }

            meanings.Add(names[i] is { Count: > 0 } spellings ? Named(telling[i], spellings) : Usual(telling[i]));
            i++;
        }

        return meanings;
    }

    /// <summary>“CT-50” is that claim, however many others mention it.</summary>
    private static WordMeaning[]? ReferenceAt(List<Word> words, int at) =>
        words[at].Text == "ct" && at + 1 < words.Count && words[at + 1] is { Kind: WordKind.Number } number
            ? [Usual(words[at]), new WordMeaning(new TermIs(SearchToken.Filter(ClaimFilter.Facet, number.Text)), Plain(number))]
            : null;

    private static WordMeaning Usual(Word word) => new(new TermIs(SearchToken.Of(word)), Plain(word));

    /// <summary>All spellings of a name count alike, so that each of them gives the same page.</summary>
    private static WordMeaning Named(Word word, IReadOnlyList<NameWord> spellings)
    {
        var known = spellings.Any(s => s.Word == word.Text);
        var exact = spellings.Select(s => s.Word).Concat(known ? [] : [word.Text]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var stems = spellings.Select(s => SearchToken.Stem(s.Stem)).Concat(known ? [] : [SearchToken.Stem(word.Stem)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new WordMeaning(IndexExpression.AnyOf([.. stems.Select(s => new TermIs(s))]), new ScoredWord(exact, stems));
    }

    /// <summary>“Fabricated” finds claims that say so, and claims that are rated so.</summary>
    private static IEnumerable<WordMeaning> Rated(List<Word> words, IReadOnlyList<string> codes)
    {
        var rated = codes.Select(c => (IndexExpression)new TermIs(SearchToken.Filter(Publishing.Facets.Rating, c))).ToList();
        return words.Select(w => new WordMeaning(IndexExpression.AnyOf([new TermIs(SearchToken.Of(w)), .. rated]), Plain(w)));
    }

    /// <summary>For each word the spellings of the names it may belong to; none for a word that is no name.</summary>
    private async Task<List<List<NameWord>>> NamesAsync(List<Word> words, CancellationToken ct)
    {
        var typed = words.Where(w => w.Kind is WordKind.Word).Select(w => w.Text).Distinct().ToList();
        if (typed.Count == 0)
        {
            return words.ConvertAll(_ => new List<NameWord>());
        }

        var skeletons = words.ConvertAll(w => w.Kind is WordKind.Word ? NameSkeleton.Of(w.Text) : "");
        var asked = skeletons.Where(s => s.Length > 0).Distinct().ToList();
        var known = await db.NameWords.AsNoTracking().Where(n => typed.Contains(n.Word) || asked.Contains(n.Skeleton)).ToListAsync(ct);
        var bySkeleton = known.ToLookup(n => n.Skeleton);
        return [.. words.Select((word, i) => SpellingsOf(word, skeletons[i], Neighbours(skeletons, i).SelectMany(s => bySkeleton[s]).Select(n => n.PartyId).ToHashSet(), bySkeleton[skeletons[i]]))];
    }

    private static IEnumerable<string> Neighbours(List<string> skeletons, int at) =>
        new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < skeletons.Count).Select(i => skeletons[i]).Where(s => s.Length > 0);

    private static List<NameWord> SpellingsOf(Word word, string skeleton, HashSet<Guid> besideParties, IEnumerable<NameWord> alike)
    {
        if (skeleton.Length == 0)
        {
            return [];
        }

        var candidates = alike.ToList();
        var parties = candidates.Where(n => n.Word == word.Text && skeleton.Length >= LoneSkeleton).Select(n => n.PartyId)
            .Concat(candidates.Where(n => besideParties.Contains(n.PartyId)).Select(n => n.PartyId))
            .ToHashSet();
        if (parties.Count == 0 && skeleton.Length >= TellingSkeleton)
        {
            parties = [.. candidates.Select(n => n.PartyId)];
        }

        var spellings = candidates.FindAll(n => parties.Contains(n.PartyId));
        // A name with one spelling only is a word like any other.
        return [.. spellings.DistinctBy(n => n.Word).OrderBy(n => n.Word, StringComparer.Ordinal).Take(MaxSpellings)];
    }
}
