namespace ClaimTracker.Core.Search;

/// <summary>Leaves out the operators that have nothing to work on and joins the text around them.</summary>
internal static class QueryTokens
{
    public static List<QueryToken> Tidy(List<QueryToken> tokens, string text, List<SearchHint> hints) =>
        Join(Paired(tokens, text, hints), text, hints);

    /// <summary>Every bracket that is left has its partner, something within, and lies no deeper than is read.</summary>
    private static List<QueryToken> Paired(List<QueryToken> tokens, string text, List<SearchHint> hints)
    {
        var open = new Stack<int>();
        var isLeftOut = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == QueryTokenKind.Open)
            {
                open.Push(i);
            }
            else if (tokens[i].Kind == QueryTokenKind.Close)
            {
                Close(i);
            }
        }

        foreach (var start in open)
        {
            LeaveOut(SearchHintKind.Dangling, start, start);
        }

        return [.. tokens.Where((_, i) => !isLeftOut[i])];

        void Close(int end)
        {
            if (!open.TryPop(out var start))
            {
                LeaveOut(SearchHintKind.Dangling, end, end);
            }
            else if (isLeftOut.AsSpan(start + 1, end - start - 1).IndexOf(false) < 0)
            {
                LeaveOut(SearchHintKind.Dangling, start, end);
            }
            else if (open.Count >= SearchQuery.MaxDepth)
            {
                LeaveOut(SearchHintKind.TooDeep, start, end);
            }
        }

        void LeaveOut(SearchHintKind kind, int start, int end)
        {
            (isLeftOut[start], isLeftOut[end]) = (true, true);
            var from = tokens[start].Start - (tokens[start].IsNegated ? 1 : 0);
            hints.Add(SearchHint.About(kind, text.AsSpan(from, tokens[end].End - from)));
        }
    }

    /// <summary>Every OR that is left stands between two others; words side by side are one run.</summary>
    private static List<QueryToken> Join(List<QueryToken> tokens, string text, List<SearchHint> hints)
    {
        var joined = new List<QueryToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == QueryTokenKind.Or && !IsBetweenTwo(i))
            {
                if (text[token.Start] == QuerySigns.Or[0] || QuerySigns.IsBar(text[token.Start]))
                {
                    hints.Add(SearchHint.About(SearchHintKind.Dangling, text.AsSpan(token.Start, token.End - token.Start)));
                    continue;
                }

                // «أو» begins or ends many a headline: there it is a word like others.
                token = token with { Kind = QueryTokenKind.Text };
            }

            if (IsPlain(token) && joined.Count > 0 && IsPlain(joined[^1]))
            {
                joined[^1] = joined[^1] with { End = token.End };
            }
            else
            {
                joined.Add(token);
            }
        }

        return joined;

        bool IsBetweenTwo(int i) => joined.Count > 0 && joined[^1].Kind is not (QueryTokenKind.Open or QueryTokenKind.Or)
            && i + 1 < tokens.Count && tokens[i + 1].Kind is not (QueryTokenKind.Close or QueryTokenKind.Or);
    }

    private static bool IsPlain(QueryToken token) => token is { Kind: QueryTokenKind.Text, IsNegated: false };
}
