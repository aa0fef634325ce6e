namespace ClaimTracker.Core.Search;

/// <summary>
/// Makes the tree of a query from its tokens. Quantities in words are one word here, without the parts that the index also
/// holds ("3" and "million" of "3 million"): each word of a query has to be found, and 3,000,000 holds no "million".
/// </summary>
internal sealed class QueryTree(string text, IReadOnlyList<QueryToken> tokens, List<SearchHint> hints)
{
    private int wordsLeft = SearchQuery.MaxWords;
    private int at;

    public SearchNode? Build() => Group();

    private SearchNode? Group()
    {
        var clauses = new List<SearchNode>();
        var isOr = false;
        while (at < tokens.Count && tokens[at].Kind != QueryTokenKind.Close)
        {
            var token = tokens[at++];
            if (token.Kind == QueryTokenKind.Or)
            {
                isOr = clauses.Count > 0;
                continue;
            }

            if (Node(token) is not { } node)
            {
                continue;
            }

            if (isOr)
            {
                clauses[^1] = new AnyOf([.. Choices(clauses[^1]), .. Choices(node)]);
            }
            else
            {
                clauses.Add(node);
            }

            isOr = false;
        }

        return clauses.Count == 0 ? null : All([.. clauses.SelectMany(c => c is AllOf all ? all.Nodes : [c])]);
    }

    private SearchNode? Node(QueryToken token)
    {
        var node = token.Kind switch
        {
            QueryTokenKind.Filter => token.Filter,
            QueryTokenKind.Open => Bracket(),
            QueryTokenKind.Phrase => Read(token) is { Count: > 0 } words ? new Phrase(words) : null,
            QueryTokenKind.Prefix => Prefix(token),
            _ => Read(token) is { Count: > 0 } words ? new PlainWords(words) : null,
        };
        if (!token.IsNegated)
        {
            return node;
        }

        if (node is null)
        {
            // A phrase's place is within its quotation marks.
            var marks = token.Kind == QueryTokenKind.Phrase ? 1 : 0;
            hints.Add(SearchHint.About(SearchHintKind.Dangling, text.AsSpan()[(token.Start - marks - 1)..(token.End + marks)]));
            return null;
        }

        return new Not(node);
    }

    private SearchNode? Bracket()
    {
        var group = Group();
        at++;
        return group;
    }

    /// <summary>The last word of the piece begins like this, the others are whole: "anti-war*".</summary>
    private SearchNode? Prefix(QueryToken token)
    {
        var words = Read(token);
        if (words.Count == 0)
        {
            return null;
        }

        // A quantity with its unit of count, "3m*", is whole: its digits are not the beginning of anything.
        var last = words[^1];
        var isWhole = last.Kind == WordKind.Number && !text.AsSpan(last.Start, last.Length).ToString().All(char.IsDigit);
        if (isWhole)
        {
            return new PlainWords(words);
        }

        var prefix = new Prefix(last.Text);
        return words.Count == 1 ? prefix : new AllOf([new PlainWords([.. words.Take(words.Count - 1)]), prefix]);
    }

    /// <summary>Words with their places in the whole query, as many as are still read.</summary>
    private List<Word> Read(QueryToken token)
    {
        var words = Words.Of(text[token.Start..token.End]).Where(w => !w.IsPart).Select(w => w with { Start = w.Start + token.Start }).ToList();
        if (words.Count > wordsLeft)
        {
            hints.Add(SearchHint.About(SearchHintKind.TooLong, text.AsSpan(words[wordsLeft].Start)));
            words.RemoveRange(wordsLeft, words.Count - wordsLeft);
        }

        wordsLeft -= words.Count;
        return words;
    }

    private static IReadOnlyList<SearchNode> Choices(SearchNode node) => node is AnyOf any ? any.Nodes : [node];

    private static SearchNode All(IReadOnlyList<SearchNode> nodes) => nodes.Count == 1 ? nodes[0] : new AllOf(nodes);
}
