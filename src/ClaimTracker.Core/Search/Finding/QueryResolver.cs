using System.Collections.Immutable;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Search;

/// <summary>Looks up what a query names (people, ratings, topics, units) and says what the index is to be asked.</summary>
internal sealed class QueryResolver(ClaimDbContext db, SearchScope scope)
{
    /// <summary>
    /// Questions to the index that one query may make: each reads as many claims as are ranked. Only queries with many alternatives
    /// of numbers and dates have more; those beyond are left out, and a hint says so.
    /// </summary>
    public const int MaxBranches = 8;

    private readonly List<SearchHint> hints = [];
    private readonly List<ScoredWord> scored = [];
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly List<string> starts = [];
    private readonly FieldValues fields = new(db, scope);
    private readonly WordMeanings meanings = new(db, scope);

    /// <summary>What the index is asked for a comparison, and every claim that fulfils the comparison matches.</summary>
    private readonly HashSet<IndexExpression> coarse = new(ReferenceEqualityComparer.Instance);

    private bool isCut;

    /// <param name="request">What is asked for.</param>
    /// <param name="filters">What it is going to be filtered by: how many claims have it is looked up with the words.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<SearchPlan> ResolveAsync(SearchRequest request, IEnumerable<IndexExpression> filters, CancellationToken ct)
    {
        hints.AddRange(request.Query.Hints);
        List<SearchBranch> branches = request.Query.Root is { } root ? await ResolveAsync(root, [], ct) : [Of(IndexExpression.Everything)];
        if (request.From is not null || request.To is not null)
        {
            branches = Both(branches, [Asserted(request.From, request.To)]);
        }

        if (isCut)
        {
            hints.Add(SearchHint.About(SearchHintKind.TooManyAlternatives, request.Query.Text));
        }

        if (request.SeesStaffOnly)
        {
            branches = branches.ConvertAll(b => b with { Expression = b.Expression.WithStaffWords() });
        }

        var statistics = await TermStatistics.ReadAsync(db, scope, scored, [.. branches.Select(b => b.Expression), .. filters], ct);
        return new SearchPlan
        {
            Branches = [.. branches.Select(b => b with { Expression = And(IndexExpression.Everything, b.Expression) })],
            Statistics = statistics,
            Scored = [.. scored.Select(statistics.Weigh)],
            Hints = hints,
            Marks = new SearchMarks(exact, stems, starts),
        };
    }

    /// <param name="units">Units that stand beside a comparison: a figure has to fulfil both.</param>
    private async Task<List<SearchBranch>> ResolveAsync(SearchNode node, ImmutableArray<string> units, CancellationToken ct) => node switch
    {
        PlainWords words => [Of(await WordsAsync(words.Words, ct))],
        Phrase phrase => [Of(Quoted(phrase))],
        Prefix prefix => [Of(Beginning(prefix.Start))],
        FieldIs field => await FieldAsync(field, ct),
        NumberIs number => [Compared(number, units)],
        After after => [Asserted(after.Day, null)],
        Before before => [Asserted(null, before.Day)],
        Not not => Negated(await ResolveUnscoredAsync(not.Node, units, ct)),
        AnyOf any => Cut(Merged(await EachAsync(any.Nodes, units, ct))),
        AllOf all => await AllAsync(all, units, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private async Task<List<SearchBranch>> AllAsync(AllOf all, ImmutableArray<string> units, CancellationToken ct)
    {
        var beside = new List<string>(units);
        foreach (var unit in all.Nodes.OfType<FieldIs>().Where(f => f.Field is SearchField.Unit))
        {
            beside.AddRange(await fields.FindAsync(unit, ct));
        }

        var found = new List<SearchBranch> { Of(IndexExpression.Everything) };
        foreach (var node in all.Nodes)
        {
            found = Both(found, await ResolveAsync(node, [.. beside], ct));
        }

        return found;
    }

    private async Task<List<SearchBranch>> EachAsync(IReadOnlyList<SearchNode> nodes, ImmutableArray<string> units, CancellationToken ct)
    {
        var found = new List<SearchBranch>();
        foreach (var node in nodes)
        {
            found.AddRange(await ResolveAsync(node, units, ct));
        }

        return found;
    }

    /// <summary>What is left out is neither scored nor marked.</summary>
    private async Task<List<SearchBranch>> ResolveUnscoredAsync(SearchNode node, ImmutableArray<string> units, CancellationToken ct)
    {
        var (words, marks, roots, beginnings) = (scored.Count, exact.ToList(), stems.ToList(), starts.Count);
        var found = await ResolveAsync(node, units, ct);
        scored.RemoveRange(words, scored.Count - words);
        exact.IntersectWith(marks);
        stems.IntersectWith(roots);
        starts.RemoveRange(beginnings, starts.Count - beginnings);
        return found;
    }

    private async Task<IndexExpression> WordsAsync(IReadOnlyList<Word> words, CancellationToken ct)
    {
        var parts = new List<IndexExpression>();
        foreach (var meaning in await meanings.OfAsync(words, ct))
        {
            scored.Add(meaning.Scored);
            exact.UnionWith(meaning.Scored.Exact);
            stems.UnionWith(meaning.Scored.Stems.Select(s => s.TrimStart(SearchToken.StemMark)));
            parts.Add(meaning.Expression);
        }

        return IndexExpression.AllOf(parts);
    }

    private TermsInRow Quoted(Phrase phrase)
    {
        var terms = phrase.Words.Where(w => !w.IsPart).ToList();
        scored.AddRange(terms.Select(WordMeanings.Plain));
        exact.UnionWith(terms.Select(w => w.Text));
        return new TermsInRow(terms.ConvertAll(w => w.Text));
    }

    private TermStarts Beginning(string start)
    {
        starts.Add(start);
        return new TermStarts(start);
    }

    private async Task<List<SearchBranch>> FieldAsync(FieldIs field, CancellationToken ct)
    {
        var values = await fields.FindAsync(field, ct);
        if (values.Count > 0)
        {
            return [Of(IndexExpression.AnyOf([.. values.Select(v => new TermIs(SearchToken.Filter(FieldValues.FacetOf(field.Field), v)))]))];
        }

        hints.Add(new SearchHint(SearchHintKind.UnknownValue, field.Value) { Meant = await fields.NearestAsync(field, ct) });
        var words = Words.Of(field.Value);
        return [Of(words.Count == 0 ? IndexExpression.Everything : await WordsAsync(words, ct))];
    }

    private SearchBranch Compared(NumberIs number, ImmutableArray<string> units)
    {
        var value = (double)number.Number;
        var (low, high) = number.Comparison switch
        {
            NumberComparison.Equal => (value, value),
            NumberComparison.More or NumberComparison.AtLeast => (value, double.PositiveInfinity),
            _ => (0, value),
        };
        var filters = NumberFilters.Between(low, high).Select(f => new TermIs(SearchToken.Filter(f.Facet, f.Value)));
        return new SearchBranch(Coarse([.. filters]), [new SearchCondition { Comparison = number.Comparison, Number = value, Units = units }]);
    }

    private SearchBranch Asserted(DateOnly? from, DateOnly? to)
    {
        var filters = DateFilters.Between(from, to).Select(f => (IndexExpression)new TermIs(SearchToken.Filter(f.Facet, f.Value))).ToList();
        return new SearchBranch(filters.Count == 0 ? IndexExpression.Everything : Coarse(filters), [new SearchCondition { From = from, To = to }]);
    }

    private IndexExpression Coarse(List<IndexExpression> filters)
    {
        var expression = IndexExpression.AnyOf(filters);
        coarse.Add(expression);
        return expression;
    }

    private static SearchBranch Of(IndexExpression expression) => new(expression, []);

    private List<SearchBranch> Both(List<SearchBranch> left, List<SearchBranch> right) =>
        Cut([.. left.SelectMany(l => right.Select(r => new SearchBranch(And(l.Expression, r.Expression), l.Conditions.AddRange(r.Conditions))))]);

    private List<SearchBranch> Cut(List<SearchBranch> branches)
    {
        if (branches.Count <= MaxBranches)
        {
            return branches;
        }

        isCut = true;
        return branches.GetRange(0, MaxBranches);
    }

    private static IndexExpression And(IndexExpression left, IndexExpression right) =>
        left == IndexExpression.Everything ? right : right == IndexExpression.Everything ? left : IndexExpression.AllOf(left, right);

    /// <summary>Alternatives the index can tell by itself are one question to it.</summary>
    private static List<SearchBranch> Merged(List<SearchBranch> branches)
    {
        var plain = branches.FindAll(b => b.Conditions.IsEmpty);
        return plain.Count == 0
            ? branches
            : [Of(IndexExpression.AnyOf(plain.ConvertAll(b => b.Expression))), .. branches.Where(b => !b.Conditions.IsEmpty)];
    }

    private List<SearchBranch> Negated(List<SearchBranch> branches) =>
        branches.Aggregate(new List<SearchBranch> { Of(IndexExpression.Everything) }, (found, branch) => Both(found, Negated(branch)));

    /// <summary>What fails in one of its parts. Where the index is asked for a comparison only, a claim that fails it there fails the comparison too.</summary>
    private List<SearchBranch> Negated(SearchBranch branch) =>
    [
        .. coarse.Contains(branch.Expression) ? [] : new[] { Of(new Except(branch.Expression)) },
        .. branch.Conditions.Select(c => new SearchBranch(IndexExpression.Everything, [c with { IsNegated = !c.IsNegated }])),
    ];
}
