namespace ClaimTracker.Core.Intake;

/// <summary>
/// Addresses that show a quote on the page itself: <c>#:~:text=[prefix-,]start[,end][,-suffix]</c> (WICG scroll-to-text-fragment). A browser
/// that does not know them, or does not find the words, shows the page.
/// </summary>
public static class TextFragment
{
    private const string Directive = ":~:";

    /// <summary>Longer quotes are given by their first and last words: less to go wrong, and no address of half a kilobyte.</summary>
    private const int MaxWhole = 10;

    private const int EdgeWords = 5;
    private const int ContextWords = 4;

    /// <summary>The address with the place of the quote; null when it is no web address or the quote holds no word.</summary>
    public static string? AddressOf(string? address, string? quote, string? prefix = null, string? suffix = null) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && TermsOf(quote ?? "", prefix ?? "", suffix ?? "") is { } terms
            ? $"{WithoutDirective(address)}:~:text={terms}"
            : null;

    private static string WithoutDirective(string address)
    {
        var directive = address.IndexOf(Directive, StringComparison.Ordinal);
        var plain = directive >= 0 && address.AsSpan(0, directive).Contains('#') ? address[..directive] : address;
        return plain.Contains('#', StringComparison.Ordinal) ? plain : plain + "#";
    }

    private static string? TermsOf(string quote, string prefix, string suffix)
    {
        // A term lies within one block of the page.
        var lines = WholeWords(quote, prefix, suffix).Split('\n').Where(l => l.Any(char.IsLetterOrDigit)).Select(Words).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        if (lines.Count > 1 || lines[0].Length > MaxWhole)
        {
            return $"{Term(lines[0].Take(EdgeWords))},{Term(lines[^1].TakeLast(EdgeWords))}";
        }

        // Few words may stand in several places of the page; those beside them, in their block, tell which.
        var before = Term(IsCut(prefix, quote) ? [] : Beside(prefix, isBefore: true));
        var after = Term(IsCut(quote, suffix) ? [] : Beside(suffix, isBefore: false));
        return (before == "" ? "" : before + "-,") + Term(lines[0]) + (after == "" ? "" : ",-" + after);
    }

    /// <summary>The nearest words of the context in the same block. The outermost may have been cut by the length of a context, so it is left out.</summary>
    private static string[] Beside(string context, bool isBefore)
    {
        var lines = context.Split('\n');
        var words = Words(isBefore ? lines[^1] : lines[0]);
        var count = Math.Min(ContextWords, lines.Length > 1 ? words.Length : Math.Max(0, words.Length - 1));
        return isBefore ? words[^count..] : words[..count];
    }

    /// <summary>Browsers look for whole words: what is left of the quote when a word it begins or ends inside of is taken off.</summary>
    private static string WholeWords(string quote, string prefix, string suffix)
    {
        var start = IsCut(prefix, quote) ? Array.FindIndex(quote.ToCharArray(), char.IsWhiteSpace) : 0;
        var end = IsCut(quote, suffix) ? Array.FindLastIndex(quote.ToCharArray(), char.IsWhiteSpace) : quote.Length;
        return start < 0 || end <= start ? "" : quote[start..end];
    }

    private static bool IsCut(string before, string after) => WordEdges.RunOver(before, after);

    private static string[] Words(string line) => string.Concat(line.Where(c => !IsDirectionMark(c))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The signs between terms are escaped within one.</summary>
    private static string Term(IEnumerable<string> words) =>
        Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);

    /// <summary>Pages set them or leave them out as they like.</summary>
    private static bool IsDirectionMark(char character) => character is '\u061C' or '\u200E' or '\u200F' || TextRules.IsForbidden(character);
}
