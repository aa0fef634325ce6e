using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Search;

internal enum QueryTokenKind
{
    Text,
    Phrase,
    Prefix,
    Filter,
    Or,
    Open,
    Close,
}

/// <summary>A piece of a query and its place; a minus sign before it is not part of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int End)
{
    public bool IsNegated { get; init; }

    /// <summary>Of a filter, and of nothing else.</summary>
    public SearchNode? Filter { get; init; }
}

/// <summary>Finds the operators of a query; what lies between them stays text.</summary>
internal sealed class QueryScanner(string text, List<SearchHint> hints)
{
    private readonly List<QueryToken> tokens = [];
    private readonly QueryFilterReader filters = new(text, hints);
    private int at;

    public List<QueryToken> Scan()
    {
        while ((at = QuerySigns.SkipGaps(text, at)) < text.Length)
        {
            var isNegated = IsMinusOfNext();
            at += isNegated ? 1 : 0;
            if (!ReadSign(isNegated) && !ReadFilter(isNegated))
            {
                ReadPiece(isNegated);
            }
        }

        return tokens;
    }

    /// <summary>A minus stands where a piece begins, directly before it. Within a word it is a hyphen, between two gaps a dash.</summary>
    private bool IsMinusOfNext()
    {
        if (!QuerySigns.IsMinus(text[at]) || at + 1 == text.Length)
        {
            return false;
        }

        var isFirst = at == 0 || QuerySigns.IsGap(text[at - 1]) || QuerySigns.OpensBracket(text[at - 1]) || QuerySigns.IsBar(text[at - 1]);
        var next = text[at + 1];
        var isBeforePiece = !QuerySigns.IsGap(next) && !QuerySigns.IsMinus(next) && !QuerySigns.ClosesBracket(next) && !QuerySigns.IsBar(next)
            && (!QuerySigns.IsQuote(next) || QuerySigns.PartnerOf(text, at + 1) >= 0);
        return isFirst && isBeforePiece;
    }

    private bool ReadSign(bool isNegated)
    {
        var sign = text[at];
        if (QuerySigns.OpensBracket(sign) || QuerySigns.ClosesBracket(sign))
        {
            Add(QuerySigns.OpensBracket(sign) ? QueryTokenKind.Open : QueryTokenKind.Close, at, at + 1, isNegated);
            at++;
            return true;
        }

        if (QuerySigns.IsBar(sign))
        {
            var start = at;
            while (at < text.Length && QuerySigns.IsBar(text[at]))
            {
                at++;
            }

            Add(QueryTokenKind.Or, start, at, isNegated: false);
            return true;
        }

        return QuerySigns.IsQuote(sign) && ReadQuotation(isNegated);
    }

    private bool ReadQuotation(bool isNegated)
    {
        var partner = QuerySigns.PartnerOf(text, at);
        if (partner < 0)
        {
            hints.Add(SearchHint.About(SearchHintKind.OpenQuote, text.AsSpan(at)));
            at++;
            return true;
        }

        Add(QueryTokenKind.Phrase, at + 1, partner, isNegated);
        at = partner + 1;
        return true;
    }

    private bool ReadFilter(bool isNegated)
    {
        if (filters.Read(at) is not { } filter)
        {
            return false;
        }

        tokens.Add(new QueryToken(QueryTokenKind.Filter, at, filter.End) { IsNegated = isNegated, Filter = filter.Node });
        at = filter.End;
        return true;
    }

    private void ReadPiece(bool isNegated)
    {
        var end = QuerySigns.PieceEnd(text, at);
        var kind = QuerySigns.IsStar(text[end - 1]) ? QueryTokenKind.Prefix
            : !isNegated && QuerySigns.IsOr(text.AsSpan(at, end - at)) ? QueryTokenKind.Or
            : QueryTokenKind.Text;
        Add(kind, at, end, isNegated);
        at = end;
    }

    private void Add(QueryTokenKind kind, int start, int end, bool isNegated) =>
        tokens.Add(new QueryToken(kind, start, end) { IsNegated = isNegated });
}
