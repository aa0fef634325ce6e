using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A word of a query: what the index is asked for it, and what counts when claims are ranked.</summary>
internal sealed record WordMeaning(IndexExpression Expression, ScoredWord Scored);

/// <summary>
/// Finds what words stand for: themselves without their affixes, the other spellings of a name in either script, or a rating.
/// Function words are left out, unless the query has nothing else.
/// </summary>
internal sealed class WordMeanings(ClaimDbContext db, SearchScope scope)
{
    /// <summary>Consonants by which a spelling that nobody entered and no claim holds is still taken for a name.</summary>
    private const int TellingSkeleton = 3;

    /// <summary>Consonants by which a word that is a name is one without its neighbours, and makes one of them: “un” is not.</summary>
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
    public async Task<List<List<NameWord>>> NamesAsync(List<Word> words, CancellationToken ct)
    {
        var forms = words.ConvertAll(w => w.Kind is WordKind.Word ? NameForms.Of(w) : []);
        var typed = forms.SelectMany(f => f).Distinct(StringComparer.Ordinal).ToList();
        if (typed.Count == 0)
        {
            return words.ConvertAll(_ => new List<NameWord>());
        }

        // Words that were entered sound as they are typed: one question finds them and whatever sounds like them.
        var sounds = typed.Select(NameSkeleton.Of).Where(s => s.Length > 0).Distinct().ToList();
        var bySkeleton = (await db.NameWords.AsNoTracking().Where(n => sounds.Contains(n.Skeleton)).ToListAsync(ct)).ToLookup(n => n.Skeleton);
        var entered = bySkeleton.SelectMany(n => n).Select(n => n.Word).ToHashSet(StringComparer.Ordinal);
        var names = forms.ConvertAll(f => f.FindLast(entered.Contains) ?? f.FirstOrDefault() ?? "");
        var skeletons = names.ConvertAll(NameSkeleton.Of);
        var found = new List<List<NameWord>>();
        for (var i = 0; i < words.Count; i++)
        {
            var beside = Neighbours(skeletons, i).SelectMany(s => bySkeleton[s]).Select(n => n.PartyId).ToHashSet();
            found.Add(SpellingsOf(names[i], skeletons[i], beside, [.. bySkeleton[skeletons[i]]]));
        }

        return await WithMisspeltAsync(words, skeletons, found, bySkeleton, ct);
    }

    /// <summary>A word that no claim holds is taken for a name that sounds like it. A word they do hold means itself: “price” is not “press”.</summary>
    private async Task<List<List<NameWord>>> WithMisspeltAsync(
        List<Word> words, List<string> skeletons, List<List<NameWord>> found, ILookup<string, NameWord> bySkeleton, CancellationToken ct)
    {
        var strange = Enumerable.Range(0, words.Count).Where(i => found[i].Count == 0 && skeletons[i].Length >= TellingSkeleton && bySkeleton.Contains(skeletons[i])).ToList();
        if (strange.Count == 0)
        {
            return found;
        }

        var held = await TermStatistics.ClaimsAsync(db, scope, [.. strange.Select(i => SearchToken.Of(words[i]))], ct);
        foreach (var i in strange.Where(i => !held.ContainsKey(SearchToken.Of(words[i]))))
        {
            found[i] = Ordered(bySkeleton[skeletons[i]]);
        }

        return found;
    }

    private static IEnumerable<string> Neighbours(List<string> skeletons, int at) =>
        new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < skeletons.Count).Select(i => skeletons[i]).Where(s => s.Length >= LoneSkeleton);

    /// <summary>All spellings of the parties that have this word in a name, or whose name also has a word beside it.</summary>
    private static List<NameWord> SpellingsOf(string name, string skeleton, HashSet<Guid> besideParties, List<NameWord> alike)
    {
        var parties = alike.Where(n => (n.Word == name && skeleton.Length >= LoneSkeleton) || besideParties.Contains(n.PartyId)).Select(n => n.PartyId).ToHashSet();
        return Ordered(alike.Where(n => parties.Contains(n.PartyId)));
    }

    private static List<NameWord> Ordered(IEnumerable<NameWord> spellings) =>
        [.. spellings.DistinctBy(n => n.Word).OrderBy(n => n.Word, StringComparer.Ordinal).Take(MaxSpellings)];
}
