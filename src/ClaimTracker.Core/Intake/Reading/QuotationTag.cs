namespace ClaimTracker.Core.Intake;

/// <summary>
/// Who stands with a verb that no list has, right after a quotation: “…,” fumed Karin Holm; “…,” Roth reflected; «…»، يهتف أبو محمد.
/// </summary>
internal static class QuotationTag
{
    private const int LongestName = 5;

    public static ReadAttribution? Read(SentenceWords words)
    {
        for (var at = 1; at + 1 < words.Words.Count; at++)
        {
            if (IsAfterQuotation(words.GapBefore(at)) && words.Words[at].Kind is Search.WordKind.Word && (words.IsArabic ? Arabic(words, at) : English(words, at)) is var (first, last))
            {
                var range = SpeakerNames.RangeOf(words, first, last);
                return new ReadAttribution("said", [new ReadStep(words.Text.Substring(range.Start, range.Length), "said", range)]);
            }
        }

        return null;
    }

    /// <summary>The comma, question or exclamation mark goes with the mark that closes.</summary>
    private static bool IsAfterQuotation(ReadOnlySpan<char> gap) =>
        gap.Length > 2 && gap[^1] is ' ' && gap.IndexOfAny("\"”»") >= 0 && gap.IndexOfAny(",،?!؟") >= 0 && gap.IndexOfAny("«“") < 0;

    private static (int First, int Last)? English(SentenceWords words, int at)
    {
        if (IsVerb(words, at) && (IsCapital(words, at + 1) || SpeakerLists.Has("determiner", words, at + 1)))
        {
            return AttributionReader.NameAfter(words, at + 1);
        }

        var last = at;
        while (IsCapital(words, last) && last < at + LongestName && last + 1 < words.Words.Count && words.GapBefore(last + 1) is " " && !IsVerb(words, last + 1))
        {
            last++;
        }

        return IsCapital(words, at) && IsCapital(words, last) && !SpeakerLists.Has("pronoun", words, at) && IsVerb(words, last + 1) ? (at, last) : null;
    }

    private static bool IsCapital(SentenceWords words, int at) => at < words.Words.Count && char.IsUpper(words.Text[words.Words[at].Start]);

    private static bool IsVerb(SentenceWords words, int at) =>
        at < words.Words.Count && char.IsAsciiLetterLower(words.Text[words.Words[at].Start]) && words.Words[at].Length > 3 && words.GapBefore(at).EndsWith(" ")
        && (words.Words[at].Text.EndsWith("ed", StringComparison.Ordinal) || words.Words[at].Text.EndsWith('s')) && !SpeakerLists.Has("finite", words, at) && !Search.StopWords.Contains(words.Words[at].Text);

    private static (int First, int Last)? Arabic(SentenceWords words, int at)
    {
        var verb = words.Words[at].Text;
        var isVerb = verb is ['ي' or 'ت', _, _, _, ..] && !verb.EndsWith('ه') && words.GapBefore(at + 1) is " ";
        var isName = words.Words[at + 1].Text is ['ا', 'ل', _, _, ..] or "ابو" or "ام" || SpeakerNames.IsRole(words, at + 1);
        return isVerb && isName ? AttributionReader.NameAfter(words, at + 1) : null;
    }
}
