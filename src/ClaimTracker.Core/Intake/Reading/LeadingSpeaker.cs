using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The speaker before a colon: “Lotfi: inflation is past its peak”, «رئيس البلدية: …», “18:22 – Grid operator Volt: …”.</summary>
internal static class LeadingSpeaker
{
    private const int LongestName = 4;
    private const int LongestQuotedName = 9;
    private const int LongestTranscriptName = 3;

    /// <summary>«رنا», «دينا» are names; «ختاما», «أخيرا» are none.</summary>
    private const int LongestNameInAlef = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    public static ReadAttribution? Read(SentenceWords words)
    {
        var first = AfterClock(words);
        var colon = Enumerable.Range(first + 1, Math.Max(0, Math.Min(LongestQuotedName, words.Words.Count - first - 1))).FirstOrDefault(i => words.GapBefore(i).Contains(':'));
        if (colon == 0 || !Enumerable.Range(first, colon - first).All(i => IsPartOfName(words, i, first)))
        {
            return null;
        }

        // «المتحدث العسكري في منشور على إكس: …», «رئيسة الوزراء الدنماركية ميته فريدريكسن: …»
        if (words.IsArabic && SpeakerNames.IsRole(words, first) && words.Words[first].Text is not ['و' or 'ف', 'ا', 'ل', ..] && words.GapBefore(colon).StartsWith(": ") && !Enumerable.Range(first, colon - first).Any(i => Lists["label"].Contains(words.Words[i].Text) || Lists["clause"].Contains(words.Words[i].Text)))
        {
            var end = Enumerable.Range(first + 1, colon - first - 1).FirstOrDefault(i => words.IsWord(i, "في", "عبر") && Lists["stage"].Contains(words.Words[i + 1].Text), colon) - 1;
            var titled = words.Range(first, end);
            return new ReadAttribution("said", [new ReadStep(words.Text.Substring(titled.Start, titled.Length), "said", titled)]);
        }

        var isQuoted = words.GapBefore(colon).IndexOfAny(Signs.Quotes) >= 0;
        if (!isQuoted && (colon - first > LongestName || !(IsHeadline(words, first, colon) || IsTranscript(words, first, colon))))
        {
            return null;
        }

        if (isQuoted && colon - first > 1 && !MayBeNamed(words, first, colon))
        {
            return null;
        }

        // “Economist Laura Betti is sceptical: …”
        var verb = Enumerable.Range(first + 1, colon - first - 1).FirstOrDefault(i => SpeakerLists.Has("finite", words, i), colon);
        var range = words.Range(first, verb - 1);
        return new ReadAttribution("said", [new ReadStep(words.Text.Substring(range.Start, range.Length), "said", range)]);
    }

    /// <summary>Not “The sign read: …”, «وكتب على الجدار: …».</summary>
    private static bool MayBeNamed(SentenceWords words, int first, int colon) =>
        FoldMap.IsArabic(words.Words[first].Text[0])
            ? words.Words[first].Text[0] is not 'و' && Enumerable.Range(first, colon - first).All(i => !Lists["clause"].Contains(words.Words[i].Text)) && !Lists["preposition"].Contains(words.Words[first].Text)
            : Enumerable.Range(first + 1, colon - first - 1).Any(i => char.IsUpper(words.Text[words.Words[i].Start]));

    /// <summary>“18:22 – ”: where the sentence of a live blog begins.</summary>
    private static int AfterClock(SentenceWords words)
    {
        var first = 0;
        while (first < words.Words.Count && words.Words[first].Kind is WordKind.Number)
        {
            first++;
        }

        // «عاجل | الجيش: …»
        if (first == 0 && words.Words.Count > 2 && words.GapBefore(1).Contains('|'))
        {
            return 1;
        }

        // “14:35 Network Rail: …”
        var isClock = first == 2 && words.GapBefore(1) is ":" or "." && first < words.Words.Count && words.GapBefore(2) is " ";
        return first < words.Words.Count && first > 0 && (isClock || words.GapBefore(first).IndexOfAny("–—-|") >= 0) ? first : 0;
    }

    private static bool IsPartOfName(SentenceWords words, int at, int first) =>
        words.Words[at].Kind is WordKind.Word && AttributionVerbs.At(words, at) is null && !Lists["pronoun"].Contains(words.Words[at].Text) && (at == first || words.GapBefore(at).Trim() is [] or "." or "-" or "'" or "," or "،");

    /// <summary>“LACEY: Good evening.”, «المذيعة: نبدأ من …»: a line of a conversation written down.</summary>
    private static bool IsTranscript(SentenceWords words, int first, int colon)
    {
        var name = Enumerable.Range(first, colon - first).ToList();
        if (name.Exists(i => Lists["label"].Contains(words.Words[i].Text) || Lists["clause"].Contains(words.Words[i].Text) || Lists["preposition"].Contains(words.Words[i].Text)) || words.GapBefore(colon) is not ": ")
        {
            return false;
        }

        if (!FoldMap.IsArabic(words.Words[first].Text[0]))
        {
            var isShouted = name.TrueForAll(i => words.Words[i].Length > 1 && !words.Text.AsSpan(words.Words[i].Start, words.Words[i].Length).ContainsAnyInRange('a', 'z'));
            var isAbstract = name.Count == 1 && Lists["abstractending"].Any(e => words.Words[first].Text.EndsWith(e, StringComparison.Ordinal));
            return isShouted || (!isAbstract && words.Words[first].Length > 2 && name.TrueForAll(i => char.IsUpper(words.Text[words.Words[i].Start])));
        }

        var head = words.Words[first].Text;
        var isNamed = SpeakerNames.IsRole(words, first) || head is ['ا', 'ل', _, _, .., not 'ه'];
        var isAdverb = head.Length > LongestNameInAlef && head[^1] is 'ا';
        if (head is "د" or "م" or "ا" && colon - first is 2 or 3 && words.GapBefore(first + 1) is ". " or ".")
        {
            return true;
        }

        return colon - first <= LongestTranscriptName && head.Length > 2 && (isNamed || (head is not ['ا', 'ل', ..] and not ['و' or 'ف' or 'ل', ..] && !isAdverb && !head.EndsWith("كم", StringComparison.Ordinal)));
    }

    /// <summary>No full stop, and what stands before the colon may be a name.</summary>
    private static bool IsHeadline(SentenceWords words, int first, int colon)
    {
        var isOpen = first > 0 || !".!?؟…".Contains(words.Text.TrimEnd()[^1], StringComparison.Ordinal);
        var name = Enumerable.Range(first, colon - first);
        var isNoLabel = !name.Any(i => Lists["label"].Contains(words.Words[i].Text));
        var isArabic = FoldMap.IsArabic(words.Words[first].Text[0]);
        var isCapital = name.All(i => char.IsUpper(words.Text[words.Words[i].Start]) || words.IsWord(i, "of", "the", "al", "de", "and"))
            || (first > 0 && name.Skip(1).Any(i => char.IsUpper(words.Text[words.Words[i].Start])));
        return isOpen && isNoLabel && (isArabic ? !Lists["preposition"].Contains(words.Words[first].Text) && !Lists["clause"].Contains(words.Words[first].Text) : isCapital);
    }
}
