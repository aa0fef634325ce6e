using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Where English puts the name that speaks: before its verb, with or without a clause between.</summary>
public static partial class AttributionReader
{
    private const int LongestApposition = 22;

    private static (int First, int Last)? EnglishSubject(SentenceWords words, int verb)
    {
        if (verb == 0)
        {
            // “Said the minister that …”, as translations have it.
            return words.IsWord(0, "said", "told", "announced") ? NameAfter(words, 1) : null;
        }

        // “And added the spokesman that”, “About it reports the press service”
        if ((verb == 1 && words.IsWord(0, "and", "but") && words.IsWord(2, "the")) || (verb == 2 && words.IsWord(0, "about", "on") && words.IsWord(1, "it", "this")))
        {
            return NameAfter(words, verb + 1);
        }

        // “We asked the agency, which told us”
        if (verb > 2 && !words.IsWord(verb, "gave", "gives") && words.IsWord(verb - 1, "which", "who") && words.GapBefore(verb - 1).Contains(',') && Enumerable.Range(Math.Max(0, verb - LongestSubject), Math.Min(LongestSubject, verb) - 1).LastOrDefault(i => words.IsWord(i, "the", "a", "an", "asked", "by") && !words.IsWord(i - 1, "of", "in", "at", "near", "for", "on"), -1) is var article and >= 0 && article < verb - 2)
        {
            return (article + 1, verb - 2);
        }

        // “The firm, Volt, would not say”: what helps the verb goes with it.
        while (verb > 1 && SpeakerNames.IsBetween(words, verb - 1) && !IsParted(words, verb))
        {
            verb--;
        }

        // “The minister, Sergei Vel, on Friday told”
        var day = verb > 2 && DatePatterns.Value("weekday", words.Words[verb - 1].Text) is not null ? words.IsWord(verb - 2, "on") ? verb - 2 : verb - 1 : verb;
        day = verb > 3 && words.IsWord(verb - 1, "week", "month", "year", "night", "weekend") && words.IsWord(verb - 2, "last", "this") ? verb - 2 : day;
        verb = SpeakerNames.BeforeBrackets(words, words.GapBefore(day).Contains(',') ? day : verb);
        if (ClauseBetween(words, verb) is { } before)
        {
            return before;
        }

        // “…”, Maria Holt, a baker, told me.
        var quoted = Enumerable.Range(1, verb).LastOrDefault(i => words.GapBefore(i).IndexOfAny("\"”") >= 0, verb);
        if (quoted < verb && words.GapBefore(verb).Contains(',') && words.GapBefore(quoted).Contains(','))
        {
            return (SkipToName(words, quoted, verb - 1), verb - 1);
        }

        // “In the Ministry of Defence, in turn, stated that”: as translations have it.
        if (InInstitution(words, verb) is { } institution)
        {
            return institution;
        }

        if (IsInverted(words, verb))
        {
            return Apposition(words, verb);
        }

        var last = verb - 1;
        while (last > 0 && SpeakerNames.IsBetween(words, last) && !IsParted(words, last))
        {
            last--;
        }

        var first = last;
        while (first > 0 && last - first < LongestSubject && !IsParted(words, first) && !words.IsWord(first - 1, "that", "but", "because", "while", "when", "as", "if", "although", "who", "which", "after", "before", "until", "though", "where", "once") && !(words.IsWord(first - 1, "by") && words.Words[first].Text.EndsWith("ing", StringComparison.Ordinal)) && !(words.IsWord(first - 1, "with") && words.Words[first].Kind is WordKind.Number))
        {
            first--;
        }

        first = SkipToName(words, first, last);
        last = WithoutDay(words, first, last);
        // “with four more deaths reported from”
        if (words.Words[first].Kind is WordKind.Number && Has("participial", words, verb) && words.IsWord(verb + 1, "from", "in", "since", "at", "near", "across", "so"))
        {
            return null;
        }

        var isNumberTen = last > first && words.IsWord(last - 1, "no", "number");
        return first <= last && !(first == 0 && words.IsWord(0, "as", "so") && verb == 1) && (words.Words[last].Kind is WordKind.Word || isNumberTen) ? (first, last) : null;
    }

    /// <summary>“Rodrigo Vel, the minister, said”: both pieces, when the first begins the sentence and holds no verb of its own.</summary>
    private static (int First, int Last)? Apposition(SentenceWords words, int verb)
    {
        if (words.GapBefore(verb).IndexOfAny("\"”’?!") >= 0 || !words.GapBefore(verb).Contains(',') || verb - AfterAdverbials(words, verb) > LongestApposition)
        {
            return null;
        }

        var start = AfterAdverbials(words, verb);
        var comma = Enumerable.Range(start + 1, verb - start - 1).FirstOrDefault(i => words.GapBefore(i).Contains(','));
        var length = comma - start;
        var isShort = length is > 0 and <= 6;
        var isCapital = isShort && Enumerable.Range(start, length).All(i => IsCapital(words, i) || words.IsWord(i, "the", "of", "de", "al", "von", "and", "for"));
        var isFirstOfLong = isShort && comma < verb && words.Words.Count - verb > LongestSubject;

        // “The director of the civil defence in the district of Remal, Colonel Adel Bouzid, revealed”
        var isTitled = length > 0 && comma < verb && !Has("preposition", words, start) && !Has("notname", words, start) && words.GapBefore(verb) is ", " && verb - comma <= LongestSubject && SpeakerNames.IsCapital(words, comma, verb - 1);
        var isName = isTitled || (isCapital && comma < verb) || (isFirstOfLong && !Has("preposition", words, start)) || (isShort && HasDocument(words, (start, comma - 1)));
        var isToldOn = comma > start && comma < verb && length <= LongestSubject && !Has("preposition", words, start) && (IsToldOn(words, verb + 1) || SpeakerNames.IsBetween(words, verb));
        return (isName || isToldOn) && Enumerable.Range(start, comma - start).All(i => !Has("finite", words, i)) ? (SkipToName(words, start, verb - 1), verb - 1) : null;
    }

    private static (int First, int Last)? InInstitution(SentenceWords words, int verb)
    {
        if (!words.IsWord(0, "in", "at") || verb < 3)
        {
            return null;
        }

        var end = Enumerable.Range(1, verb).First(i => i == verb || IsParted(words, i));
        var first = words.IsWord(1, "the") ? 2 : 1;
        var isTurn = end == verb || words.IsWord(end, "in") || words.IsWord(end, "for");
        return isTurn && end - first is > 0 and <= LongestSubject && SpeakerLists.Has("body", words, first) && SpeakerNames.IsCapital(words, first, end - 1) ? (first, end - 1) : null;
    }

    /// <summary>What follows the verb is said, and is no name.</summary>
    private static bool IsToldOn(SentenceWords words, int at) =>
        words.IsWord(at, "that", "the", "they", "it", "he", "she", "there", "a", "an", "his", "her", "their", "no", "what", "how", "why", "whether", "any", "all", "its", "in", "on", "at", "to", "for", "this", "these", "those");

    /// <summary>“For his part, the director, …”, “On Monday, …”: where the sentence begins after them.</summary>
    private static int AfterAdverbials(SentenceWords words, int verb)
    {
        // “17.31 GMT – Fergus, a reader, writes”
        var start = words.Words[0].Kind is WordKind.Number ? Enumerable.Range(1, Math.Min(4, words.Words.Count - 1)).FirstOrDefault(i => words.GapBefore(i).IndexOfAny("–—") >= 0) : Dateline.End(words);
        start = start < verb ? start : 0;
        while ((Has("adverbial", words, start) || (start == 0 && words.Words[0].Text is [_, _, _, _, .., 'i', 'n', 'g'])) && Enumerable.Range(start + 1, Math.Min(LongestSubject, verb - start - 1)).FirstOrDefault(i => words.GapBefore(i).Contains(',')) is var comma and > 0)
        {
            start = comma;
        }

        return start;
    }

    /// <summary>“The minister, speaking on Tuesday, said”, “X, who has led the party, said”: the name before the clause.</summary>
    private static (int First, int Last)? ClauseBetween(SentenceWords words, int verb)
    {
        if (!words.GapBefore(verb).Contains(',') || words.GapBefore(verb).IndexOfAny("\"”’?!") >= 0)
        {
            return null;
        }

        var comma = verb - 1;
        while (comma > 0 && !(words.GapBefore(comma).Contains(',') && IsClauseHead(words, comma)))
        {
            comma--;
        }

        if (comma < 1 || IsParted(words, comma) is false)
        {
            return null;
        }

        // “Vella, 54, who has led the club, said”
        comma = comma > 1 && words.Words[comma - 1].Kind is WordKind.Number && words.GapBefore(comma - 1).Contains(',') ? comma - 1 : comma;
        var first = comma - 1;
        while (first > 0 && comma - first <= LongestSubject && !IsParted(words, first))
        {
            first--;
        }

        if (Has("preposition", words, first))
        {
            return null;
        }

        first = SkipToName(words, first, comma - 1);
        return Enumerable.Range(first, comma - first).Any(i => AttributionVerbs.At(words, i) is not null) ? null : (first, comma - 1);
    }

    /// <summary>“who”, “speaking”, “known as”.</summary>
    private static bool IsClauseHead(SentenceWords words, int at) =>
        Has("clausehead", words, at) || (words.IsWord(at + 1, "of") && words.IsWord(at + 2, "whom", "which"))
        || (char.IsLower(words.Text[words.Words[at].Start]) && words.Words[at].Text.Length > 4 && (words.Words[at].Text.EndsWith("ed", StringComparison.Ordinal) || words.Words[at].Text.EndsWith("ing", StringComparison.Ordinal) || words.IsWord(at, "known", "given", "shown", "taken", "written", "seen", "drawn", "chosen")));

    /// <summary>“the government on Wednesday said”.</summary>
    private static int WithoutDay(SentenceWords words, int first, int last)
    {
        var isDay = DatePatterns.Value("weekday", words.Words[last].Text) is not null || words.IsWord(last, "yesterday", "today");
        return !isDay || last == first ? last : words.IsWord(last - 1, "on") && last - 1 > first ? last - 2 : last - 1;
    }

    private static bool IsCapital(SentenceWords words, int at) => char.IsUpper(words.Text[words.Words[at].Start]);

    /// <summary>Without “On Monday the …” and articles before it.</summary>
    private static int SkipToName(SentenceWords words, int first, int last)
    {
        if (Has("preposition", words, first))
        {
            var determiner = Enumerable.Range(first, last - first + 1).LastOrDefault(i => Has("determiner", words, i), -1);
            first = determiner > first ? determiner : first;
        }

        // “14:20 The Met Office”
        first += first < last && words.Words[first].Kind is WordKind.Number && words.GapBefore(first) is ":" or "." ? 1 : 0;
        while (first < last && (Has("determiner", words, first) || Has("opener", words, first) || Has("finite", words, first) || words.IsWord(first, "how", "what")))
        {
            first++;
        }

        return first;
    }
}
