using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The name that follows a verb, and where it ends.</summary>
public static partial class AttributionReader
{
    /// <summary>«طه», «عبده», «نبيه» are names.</summary>
    private const int LongestNameInHeh = 4;

    /// <summary>«ونفى صحة الأنباء», «وأعلن استقالته», «وطالب بفتح تحقيق»: what is said, by somebody named before.</summary>
    private static bool IsSaid(SentenceWords words, int at, int verb)
    {
        var word = words.Words[at];
        if (!FoldMap.IsArabic(word.Text[0]) || Has("honorific", words, at))
        {
            return false;
        }

        // «ودعت المانحين إلى»: a plural with «ين» is no subject.
        if (word.Text is ['ا', 'ل', _, _, _, _, .., 'ي', 'ن'] && verb >= 0 && AttributionVerbs.At(words, verb) is { Verb: not AttributionVerbs.By })
        {
            return true;
        }

        var written = words.Text[word.Start..word.End];
        var isOwned = word.Text is not ['ا', 'ل', ..] && (written.EndsWith("ته", StringComparison.Ordinal) || written.EndsWith("تها", StringComparison.Ordinal) || written.EndsWith("تهم", StringComparison.Ordinal));
        return Lists["object"].Contains(word.Text) || written is "على" or "من" or "عن"
            || (isOwned && !words.IsWord(at + 1, "ان", "انه", "انها"))
            || (word.Text[0] is 'ب' && verb >= 0 && Lists["withb"].Contains(WithoutAnd(words.Words[verb].Text)) && !Lists["nameb"].Contains(word.Text));
    }

    private static string WithoutAnd(string word) => word is ['و' or 'ف', _, _, ..] ? word[1..] : word;

    /// <summary>The name that begins there, up to what is said.</summary>
    internal static (int First, int Last)? NameAfter(SentenceWords words, int from)
    {
        var verb = from - 1;
        while (Has("determiner", words, from) || Has("toone", words, from))
        {
            from++;
        }

        // “…”, told to the correspondent of the edition the resident
        if (words.IsWord(from, "to") && words.IsWord(from + 1, "the", "our", "reporters", "journalists") && verb >= 0 && words.GapBefore(verb).IndexOfAny(Signs.Inverted) >= 0
            && Enumerable.Range(from + 2, LongestSubject).FirstOrDefault(i => words.IsWord(i, "the", "a") && !words.IsWord(i - 1, "of", "from", "with")) is var role and > 0 && role + 1 < words.Words.Count)
        {
            from = role + 1;
        }

        // «تم نفيه من قبل الجيش», «وأشار إلى ذلك مدير الإدارة»
        from += (words.IsWord(from, "من") && words.IsWord(from + 1, "قبل") && SpeakerNames.IsRole(words, from + 2)) || (words.IsWord(from, "الي", "عن") && words.IsWord(from + 1, "ذلك", "هذا") && SpeakerNames.IsRole(words, from + 2)) ? 2 : 0;

        // «…، بلغوا في وزارة الدفاع»
        from += verb >= 0 && words.Words[verb].Text.EndsWith("وا", StringComparison.Ordinal) && words.IsWord(from, "في", "لدي") && SpeakerNames.IsRole(words, from + 1) ? 1 : 0;

        // “According to a 2023 report”
        from += from + 1 < words.Words.Count && char.IsAsciiDigit(words.Text[words.Words[from].Start]) && Has("document", words, from + 1) ? 1 : 0;
        from = SpeakerNames.AfterAudience(words, SpeakerNames.AfterAdverbs(words, from));
        if (SpeakerNames.QuotedName(words, verb, from) is { } inQuotes)
        {
            return inQuotes;
        }

        if (SpeakerNames.AfterStage(words, from) is var staged && staged > from)
        {
            return NameAfter(words, staged);
        }

        // «قال ثلاثة مسؤولين», «نقلت عن 3 مصادر»
        var isCounted = from + 1 < words.Words.Count && from > 0 && words.Words[from].Kind is WordKind.Number && FoldMap.IsArabic(words.Words[from + 1].Text[0]) && words.GapBefore(from + 1) is " " && SpeakerNames.IsRole(words, from + 1);
        if (from >= words.Words.Count || (!isCounted && (IsSaid(words, from, verb) || Ends(words, from))) || Has("preposition", words, from) || words.IsWord(from, "of") || (IsParted(words, from, isFirst: true) && !words.GapBefore(from).Contains('»')) || (!isCounted && char.IsDigit(words.Text[words.Words[from].Start])))
        {
            return null;
        }

        var last = from;
        while (last + 1 < words.Words.Count && last + 1 - from < LongestName && !Ends(words, last + 1) && !EndsName(words, last + 1, verb) && !SpeakerNames.IsObject(words, from, last + 1))
        {
            if (IsParted(words, last + 1))
            {
                if (SpeakerNames.QuotedAfter(words, last) is not { } quoted)
                {
                    break;
                }

                last = quoted;
                continue;
            }

            last++;
        }

        // «شكك النائب في صحة الأرقام»: what the verb goes on with.
        while (last > from && words.IsWord(last, "في", "من", "علي", "الي", "عن", "مع", "ل", "ب", "و"))
        {
            last--;
        }

        return (from, SpeakerNames.WithNameAfterTitle(words, from, last));
    }

    private static bool Ends(SentenceWords words, int at) =>
        (Has("clause", words, at) && !(words.IsWord(at, "عن") && words.IsWord(at - 1, "صادر", "صادره", "صدر", "صدرت"))) || (Has("clauseen", words, at) && !(words.IsWord(at, "the") && words.IsWord(at - 1, "of")))
        || (words.IsWord(at, "في", "وفي", "علي") && (at + 1 >= words.Words.Count || Lists["stage"].Contains(words.Words[at + 1].Text)))
        || Has("audience", words, at) || (words.IsWord(at, "غير", "بيد", "الا") && words.IsWord(at + 1, "ان", "انه", "انها")) || (words.Words[at].Kind is WordKind.Number && FoldMap.IsArabic(words.Words[at - 1].Text[0]));

    /// <summary>«أنكر المتهم الثاني صلته»: after what is definite, what belongs to it is what is said; not «القرية وأهلها».</summary>
    private static bool IsOwned(SentenceWords words, int at)
    {
        var written = words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length);
        return words.Words[at - 1].Text is ['ا', 'ل', _, _, ..] && words.GapBefore(at) is " " && written is not (['ا' or 'أ', 'ل', ..] or ['ل' or 'و', ..]) && (written.Length > LongestNameInHeh || written.EndsWith("ته"))
            && (written.EndsWith("ه") || written.EndsWith("ها") || written.EndsWith("هم"));
    }

    /// <summary>«وأكدت كييف إسقاط 27 مسيرة», «أعلن الوزير تمديد المهلة»: what somebody does, by the form of its noun.</summary>
    private static bool IsMasdar(string word, SentenceWords words, int at) =>
        word is ['ا', not 'ل', _, 'ا', _] or ['ا', not 'ل', _, _, 'ا', _] or ['ا', 'س', 'ت', _, _, 'ا', _] or ['ت', _, _, 'ي', not 'ن'] && !Has("namelike", words, at) && at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && AttributionVerbs.At(words, at) is null;

    /// <summary>«الناطق على الاتهامات», «خبراء من تفاقم», «الخارجية بالهجوم».</summary>
    private static bool EndsName(SentenceWords words, int at, int verb)
    {
        var word = words.Words[at];
        var written = words.Text[word.Start..word.End];
        return written is "على" || (word.Text is "في" && verb >= 0 && Lists["withfi"].Contains(WithoutAnd(words.Words[verb].Text))) || IsOwned(words, at) || IsMasdar(word.Text, words, at) || Lists["event"].Contains(word.Text) || word.Text.StartsWith("بال", StringComparison.Ordinal)
            || (verb >= 0 && Lists["withmin"].Contains(WithoutAnd(words.Words[verb].Text)) && word.Text is "من")
            || (verb >= 0 && word.Text[0] is 'ب' && Lists["withb"].Contains(WithoutAnd(words.Words[verb].Text)) && !Lists["nameb"].Contains(word.Text));
    }
}
