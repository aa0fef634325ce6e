using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Reads one filter of a query, field:value. A space after the colon or round the comparison is no fault: "rating: false",
/// «العدد > 1000». What turns out to be no filter is left to be read as words.
/// </summary>
internal sealed class QueryFilterReader(string text, List<SearchHint> hints)
{
    /// <summary>«13 كانون الثاني 2023», the longest date in pieces.</summary>
    private const int MaxDatePieces = 4;

    private int valuesLeft = SearchQuery.MaxValues;

    /// <summary>The filter that starts here, and where it ends.</summary>
    public (SearchNode Node, int End)? Read(int start)
    {
        var (name, at) = Name(start);
        if (name.Length == 0)
        {
            return null;
        }

        if (QueryFields.IsNumber(name))
        {
            return ReadNumber(start, at);
        }

        if (at == text.Length || !QuerySigns.IsColon(text[at]))
        {
            return null;
        }

        if (QueryFields.Find(name) is { } field)
        {
            return ReadValues(field, start, at + 1);
        }

        if (QueryFields.IsAfter(name) || QueryFields.IsBefore(name))
        {
            return ReadDate(QueryFields.IsAfter(name), start, at + 1);
        }

        if (IsMeantAsField(start, at))
        {
            var hint = SearchHint.About(SearchHintKind.UnknownField, Piece(start, at + 1));
            hints.Add(hint with { Meant = hint.Piece.Length > at - start && QueryFields.Nearest(name) is { } meant ? meant + hint.Piece[(at - start)..] : null });
        }

        return null;
    }

    /// <summary>The name that starts here, folded, of two words if fields have such a name, and where it ends; "" for none.</summary>
    private (string Folded, int End) Name(int start)
    {
        var end = NameEnd(start);
        if (end == start || !char.IsLetter(text[start]))
        {
            return ("", start);
        }

        var second = QuerySigns.SkipGaps(text, end);
        var secondEnd = NameEnd(second);
        if (second > end && secondEnd > second && secondEnd < text.Length && QuerySigns.IsColon(text[secondEnd])
            && TextFold.Fold(text[start..secondEnd]) is var both && QueryFields.IsKnown(both))
        {
            return (both, secondEnd);
        }

        return (TextFold.Fold(text[start..end]), end);
    }

    private int NameEnd(int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '_' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))
        {
            at++;
        }

        return at;
    }

    /// <summary>No hint for addresses (https://…, mailto:a@b, urn:x:y), letters of drives, and colons at the end of a word.</summary>
    private bool IsMeantAsField(int start, int colon)
    {
        var rest = text.AsSpan(colon + 1, QuerySigns.PieceEnd(text, colon) - colon - 1);
        var isQuoted = rest.IsEmpty && colon + 1 < text.Length && QuerySigns.IsQuote(text[colon + 1]);
        return colon - start > 1 && (isQuoted || (!rest.IsEmpty && char.IsLetterOrDigit(rest[0]) && rest.IndexOfAny("/@:\\") < 0));
    }

    private (SearchNode Node, int End)? ReadValues(SearchField field, int start, int afterColon)
    {
        var at = QuerySigns.SkipGaps(text, afterColon);
        if (!StartsValue(at, isApart: at > afterColon))
        {
            return No(SearchHintKind.UnknownValue, start, at);
        }

        if (valuesLeft == 0)
        {
            return hints.Exists(h => h.Kind == SearchHintKind.TooManyFilters) ? null : No(SearchHintKind.TooManyFilters, start, at);
        }

        var first = at;
        var isCut = false;
        var values = new List<SearchNode>();
        while (at < text.Length)
        {
            var (value, end) = ValueAt(at);
            if (TextFold.Fold(value).Length > 0 && !values.Contains(new FieldIs(field, value)))
            {
                isCut |= valuesLeft == 0;
                if (!isCut)
                {
                    values.Add(new FieldIs(field, value));
                    valuesLeft--;
                }
            }

            at = end;
            if (at == text.Length || !QuerySigns.IsComma(text[at]))
            {
                break;
            }

            at++;
            if (at == text.Length || QuerySigns.IsGap(text[at]))
            {
                break;
            }
        }

        if (isCut)
        {
            hints.Add(SearchHint.About(SearchHintKind.TooManyAlternatives, Piece(start, first)));
        }

        return values.Count switch
        {
            0 => No(SearchHintKind.UnknownValue, start, at),
            1 => (values[0], at),
            _ => (new AnyOf(values), at),
        };
    }

    /// <summary>Nothing that is something else: a minus, and after a space also another filter or OR.</summary>
    private bool StartsValue(int at, bool isApart)
    {
        if (at == text.Length || QuerySigns.IsMinus(text[at]))
        {
            return false;
        }

        var piece = text.AsSpan(at, QuerySigns.PieceEnd(text, at) - at);
        return !isApart || (!piece.ContainsAny(':', '：') && !QuerySigns.IsOr(piece));
    }

    private (string Value, int End) ValueAt(int at)
    {
        if (QuerySigns.IsQuote(text[at]) && QuerySigns.PartnerOf(text, at) is >= 0 and var partner)
        {
            return (text[(at + 1)..partner].Trim(), partner + 1);
        }

        var end = QuerySigns.PieceEnd(text, at);
        var comma = text.AsSpan(at, end - at).IndexOfAny(',', '،');
        end = comma < 0 ? end : at + comma;
        return (text[at..end].TrimEnd('.', ';', '؛', '!', '?', '؟', '…'), end);
    }

    /// <summary>From the first day of what was given, or until its last: after:2023 starts in January, before:2023 ends in December.</summary>
    private (SearchNode Node, int End)? ReadDate(bool isAfter, int start, int afterColon)
    {
        var at = QuerySigns.SkipGaps(text, afterColon);
        if (!StartsValue(at, isApart: at > afterColon))
        {
            return No(SearchHintKind.UnknownValue, start, at);
        }

        if (QuerySigns.IsQuote(text[at]))
        {
            var (value, end) = ValueAt(at);
            return DateNode(isAfter, value) is { } quoted ? (quoted, end) : No(SearchHintKind.NotADate, start, at);
        }

        var pieceEnd = at;
        for (var pieces = 1; pieces <= MaxDatePieces; pieces++)
        {
            var next = QuerySigns.PieceEnd(text, QuerySigns.SkipGaps(text, pieceEnd));
            if (next == pieceEnd || QuerySigns.SkipGaps(text, pieceEnd) == next)
            {
                break;
            }

            pieceEnd = next;
            if (DateNode(isAfter, text[at..pieceEnd].TrimEnd('.', ',', '،', ';', '؛')) is { } node)
            {
                return (node, pieceEnd);
            }
        }

        return No(pieceEnd == at ? SearchHintKind.UnknownValue : SearchHintKind.NotADate, start, at);
    }

    private static SearchNode? DateNode(bool isAfter, string value) => !DateParser.TryParse(value, out var date) ? null
        : isAfter ? date.From is { } from ? new After(from) : null
        : date.To is { } to ? new Before(to) : null;

    /// <summary>As much after the comparison as is one quantity: number>3 million, «العدد>ثلاثة ملايين».</summary>
    private (SearchNode Node, int End)? ReadNumber(int start, int nameEnd)
    {
        if (NumberComparisons.Read(text, nameEnd) is not { } read)
        {
            return null;
        }

        var (comparison, afterSign) = read;
        var at = QuerySigns.SkipGaps(text, afterSign);
        var isQuoted = at < text.Length && QuerySigns.IsQuote(text[at]) && QuerySigns.PartnerOf(text, at) >= 0;
        var from = isQuoted ? at + 1 : at;
        var end = isQuoted ? QuerySigns.PartnerOf(text, at) : QuerySigns.RunEnd(text, at);
        if (string.IsNullOrWhiteSpace(text[from..end]))
        {
            return No(SearchHintKind.UnknownValue, start, at);
        }

        var words = Words.Of(text[from..end]);
        var isNegative = QuerySigns.IsMinus(text[from]);
        if (words.Count == 0 || words[0].Kind != WordKind.Number || GoesOn(from + words[0].End)
            || (isQuoted && words.Skip(1).Any(w => !w.IsPart))
            || !decimal.TryParse(words[0].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return No(SearchHintKind.NotANumber, start, at);
        }

        return (new NumberIs(comparison, isNegative ? -number : number), isQuoted ? end + 1 : from + words[0].End);
    }

    /// <summary>“1,5” and “2023-09” begin with a number but are none.</summary>
    private bool GoesOn(int at) =>
        at + 1 < text.Length && !char.IsLetterOrDigit(text[at]) && !QuerySigns.IsGap(text[at]) && char.IsDigit(text[at + 1]);

    private (SearchNode Node, int End)? No(SearchHintKind kind, int start, int value)
    {
        hints.Add(SearchHint.About(kind, Piece(start, value)));
        return null;
    }

    /// <summary>The filter as typed, with its value.</summary>
    private ReadOnlySpan<char> Piece(int start, int value)
    {
        var isQuoted = value < text.Length && QuerySigns.IsQuote(text[value]) && QuerySigns.PartnerOf(text, value) >= 0;
        var end = isQuoted ? QuerySigns.PartnerOf(text, value) + 1 : QuerySigns.PieceEnd(text, value);
        return text.AsSpan(start, end - start);
    }
}
