using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A person, body or topic that what was typed may mean.</summary>
/// <param name="Value">What a list is filtered by: the id of a claimant, the slug of a topic.</param>
public sealed record SuggestedName(Guid Id, string Value, LocalizedText Name, int Claims);

/// <summary>What a search box offers while somebody types.</summary>
public sealed record Suggested
{
    public static readonly Suggested Nothing = new();

    /// <summary>Numbers of claims, best fit first.</summary>
    public IReadOnlyList<int> Claims { get; init; } = [];

    public IReadOnlyList<SuggestedName> Claimants { get; init; } = [];

    public IReadOnlyList<SuggestedName> Topics { get; init; } = [];

    public SearchMarks Marks { get; init; } = SearchMarks.None;
}

/// <summary>
/// Claims, claimants and topics for a query that is still being typed: its last word may be the beginning of one. Names are found in
/// any spelling and either script. The public scope offers nothing that no public claim has.
/// </summary>
public sealed class ClaimSuggestions(ClaimDbContext db, SearchScope scope)
{
    public const int MaxClaims = 5;
    public const int MaxNames = 3;

    /// <summary>The newest claims that are ranked while somebody types: enough for a word that tells, little enough for each letter.</summary>
    private const int Ranked = 500;

    /// <summary>One letter is the beginning of too much.</summary>
    private const int Shortest = 2;

    /// <summary>By so many consonants a whole word is taken for a name spelled otherwise; the beginning of one needs one more.</summary>
    private const int Consonants = 2;

    public async Task<Suggested> OfferAsync(string? text, bool seesStaffOnly, CancellationToken ct)
    {
        if (text is null || text.Trim().Length < Shortest || SearchQuery.Parse(text) is not { Root: { } root } query)
        {
            return Suggested.Nothing;
        }

        var (claims, marks) = await new ClaimSearch(db, scope).BestOfNewestAsync(new SearchRequest { Query = query with { Root = Unfinished(root) }, SeesStaffOnly = seesStaffOnly }, Ranked, ct);
        var words = root is PlainWords plain ? WordsOfNames(plain.Words) : [];
        return new Suggested
        {
            Claims = [.. claims.Take(MaxClaims)],
            Claimants = words.Count == 0 ? [] : await ClaimantsAsync(words, ct),
            Topics = words.Count == 0 ? [] : await TopicsAsync(words, ct),
            Marks = marks,
        };
    }

    /// <summary>Names are told by their telling words; the last one may be the beginning of anything.</summary>
    private static List<Word> WordsOfNames(IReadOnlyList<Word> words)
    {
        var whole = words.Where(w => !w.IsPart).ToList();
        return [.. whole.Where((w, i) => i == whole.Count - 1 || !StopWords.Contains(w.Text))];
    }

    /// <summary>The last word is a word or the beginning of one.</summary>
    private static SearchNode Unfinished(SearchNode node)
    {
        switch (node)
        {
            case PlainWords { Words: [{ IsPart: false } only] }:
                return Begun(only);
            case PlainWords { Words: var words } when words[^1] is { IsPart: false } last:
                var whole = new PlainWords([.. words.SkipLast(1)]);
                return last.Text.Length < Shortest ? whole : new AllOf([whole, Begun(last)]);
            case AllOf { Nodes: var nodes }:
                return new AllOf([.. nodes.SkipLast(1), Unfinished(nodes[^1])]);
            default:
                return node;
        }
    }

    private static AnyOf Begun(Word word) => new([new PlainWords([word]), new Prefix(word.Text)]);

    /// <summary>Parties that have each of the words in their names; those whose name is spelled so come before those that only sound so.</summary>
    private async Task<IReadOnlyList<SuggestedName>> ClaimantsAsync(List<Word> words, CancellationToken ct)
    {
        Dictionary<Guid, bool>? parties = null;
        for (var i = 0; i < words.Count; i++)
        {
            var alike = await PartiesAsync(words[i], isLast: i == words.Count - 1, ct);
            parties = parties is null ? alike : parties.Where(p => alike.ContainsKey(p.Key)).ToDictionary(p => p.Key, p => p.Value && alike[p.Key]);
        }

        var ids = (parties ?? []).Keys.ToList();
        var counts = await ClaimsOfAsync(ids, ct);
        var chosen = counts.OrderByDescending(c => parties![c.Key]).ThenByDescending(c => c.Value).ThenBy(c => c.Key).Take(MaxNames).Select(c => c.Key).ToList(); // counted, so there are parties
        var names = await db.Parties.AsNoTracking().Where(p => chosen.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. chosen.Where(names.ContainsKey).Select(id => new SuggestedName(id, id.ToString(), names[id], counts[id]))];
    }

    private async Task<Dictionary<Guid, bool>> PartiesAsync(Word word, bool isLast, CancellationToken ct)
    {
        var skeleton = NameSkeleton.Of(word.Text);
        var (isName, isBeginning) = (skeleton.Length >= Consonants, skeleton.Length > Consonants);
        var found = isLast
            ? await db.NameWords.AsNoTracking().Where(n => n.Word.StartsWith(word.Text) || (isName && n.Skeleton == skeleton) || (isBeginning && n.Skeleton.StartsWith(skeleton))).ToListAsync(ct)
            : await db.NameWords.AsNoTracking().Where(n => n.Word == word.Text || n.Stem == word.Stem || (isName && n.Skeleton == skeleton)).ToListAsync(ct);
        return found.GroupBy(n => n.PartyId).ToDictionary(g => g.Key, g => g.Any(n => n.Word.StartsWith(word.Text, StringComparison.Ordinal)));
    }

    private async Task<Dictionary<Guid, int>> ClaimsOfAsync(List<Guid> parties, CancellationToken ct)
    {
        if (scope is SearchScope.Desk)
        {
            return await db.Claimants.AsNoTracking().OfListedClaims(db).Where(c => parties.Contains(c.PartyId)).GroupBy(c => c.PartyId)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        }

        var values = parties.ConvertAll(p => p.ToString());
        return await db.PublicCounts.AsNoTracking().Where(c => c.Facet == Facets.Claimant && c.Count > 0 && values.Contains(c.Value))
            .ToDictionaryAsync(c => Guid.Parse(c.Value, CultureInfo.InvariantCulture), c => c.Count, ct);
    }

    private async Task<IReadOnlyList<SuggestedName>> TopicsAsync(List<Word> words, CancellationToken ct)
    {
        // A newsroom's topics are some hundreds, and how a word of theirs is inflected is told here only.
        var topics = await db.Topics.AsNoTracking().Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(ct);
        var alike = topics.FindAll(t => t.Name.Any(name => IsMeant(words, Words.Of(name.Value))));
        if (alike.Count == 0)
        {
            return [];
        }

        var counts = await ClaimsOfTopicsAsync(alike.ToDictionary(t => t.Id, t => t.Slug), ct);
        return
        [
            .. alike.Where(t => counts.ContainsKey(t.Slug)).Select(t => new SuggestedName(t.Id, t.Slug, t.Name, counts[t.Slug]))
                .OrderByDescending(t => t.Claims).ThenBy(t => t.Value, StringComparer.Ordinal).Take(MaxNames),
        ];
    }

    private async Task<Dictionary<string, int>> ClaimsOfTopicsAsync(Dictionary<Guid, string> topics, CancellationToken ct)
    {
        if (scope is SearchScope.Desk)
        {
            var counts = await db.ClaimTopics.AsNoTracking().Where(t => topics.Keys.Contains(t.TopicId)).GroupBy(t => t.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            return counts.ToDictionary(c => topics[c.Key], c => c.Count);
        }

        return await db.PublicCounts.AsNoTracking().Where(c => c.Facet == Facets.Topic && c.Count > 0 && topics.Values.Contains(c.Value)).ToDictionaryAsync(c => c.Value, c => c.Count, ct);
    }

    /// <summary>Each word stands in the name, the last one perhaps unfinished.</summary>
    private static bool IsMeant(List<Word> words, IReadOnlyList<Word> name) =>
        words.Select((word, i) => (word, isLast: i == words.Count - 1))
            .All(w => name.Any(n => n.Stem == w.word.Stem || (w.isLast && n.Text.StartsWith(w.word.Text, StringComparison.Ordinal))));
}
