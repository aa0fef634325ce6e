using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>The signs of a query that are not words.</summary>
internal static class QuerySigns
{
    public const string Or = "OR";

    /// <summary>«أو» as search folds it.</summary>
    private const string FoldedOr = "او";

    /// <summary>What parts the pieces of a query: white space, and marks of direction, which come along from a page in Arabic.</summary>
    public static bool IsGap(char sign) => char.IsWhiteSpace(sign)
        || sign is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    public static bool IsMinus(char sign) => sign is '-' or '−' or '–';

    public static bool IsStar(char sign) => sign is '*' or '٭' or '＊';

    public static bool IsColon(char sign) => sign is ':' or '：';

    public static bool IsComma(char sign) => sign is ',' or '،';

    public static bool IsBar(char sign) => sign is '|';

    public static bool OpensBracket(char sign) => sign is '(' or '（';

    public static bool ClosesBracket(char sign) => sign is ')' or '）';

    public static bool IsQuote(char sign) => IsAngled(sign) || sign is '"' or '“' or '”' or '„' or '‟' or '＂';

    /// <summary>Where the quotation opened at <paramref name="at"/> ends: the next mark of the same family; −1 for none.</summary>
    public static int PartnerOf(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (IsQuote(text[i]) && IsAngled(text[i]) == IsAngled(text[at]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the piece that starts here ends: at a gap, a quotation mark, a bracket or a bar.</summary>
    public static int PieceEnd(string text, int at)
    {
        while (at < text.Length && !IsGap(text[at]) && !EndsRun(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the run of pieces that starts here ends: at a quotation mark, a bracket or a bar.</summary>
    public static int RunEnd(string text, int at)
    {
        while (at < text.Length && !EndsRun(text[at]))
        {
            at++;
        }

        return at;
    }

    public static int SkipGaps(string text, int at)
    {
        while (at < text.Length && IsGap(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>OR in capitals, or «أو» however its alef is written.</summary>
    public static bool IsOr(ReadOnlySpan<char> piece)
    {
        if (piece is Or)
        {
            return true;
        }

        foreach (var sign in piece)
        {
            if (sign is not ('و' or 'ا' or 'أ' or 'آ' or 'إ') && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        return TextFold.Fold(new string(piece)) == FoldedOr;
    }

    private static bool IsAngled(char sign) => sign is '«' or '»';

    private static bool EndsRun(char sign) => IsQuote(sign) || OpensBracket(sign) || ClosesBracket(sign) || IsBar(sign);
}
