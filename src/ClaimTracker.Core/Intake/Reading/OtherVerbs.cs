using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Words that look like a verb of saying and are something else where they stand.</summary>
internal static class OtherVerbs
{
    private const int Reach = 14;
    private const int LongestSubject = 9;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    public static bool Is(SentenceWords words, int at, int last) =>
        IsCarried(words, at) || (words.IsWord(at, "put", "puts") && words.IsWord(at + 1, "the") && !Enumerable.Range(at + 2, Reach).Any(i => words.IsWord(i, "at"))) || IsIdiom(words, at) || IsNoun(words, at) || IsSingular(words, at, last) || IsAfterPreposition(words, at) || IsDone(words, at, last) || IsWithThing(words, at) || IsWithoutSpeech(words, at) || IsWished(words, at) || IsParticiple(words, at) || IsNotVerified(words, at) || IsNothing(words, at, last);

    /// <summary>“Reuters could not verify the report”: the outlet says nothing.</summary>
    private static bool IsNotVerified(SentenceWords words, int at) =>
        words.IsWord(at, "verify", "confirm", "establish") && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => words.IsWord(i, "not", "couldn", "unable", "cannot"));

    /// <summary>“has not responded”, “did not comment”, “had yet to reply”, “the scene says everything”, «يقول شيئا آخر»: nothing is said.</summary>
    private static bool IsNothing(SentenceWords words, int at, int last) =>
        (words.IsWord(at, "respond", "responded", "reply", "replied", "comment", "commented", "answer", "answered") && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => words.IsWord(i, "not", "didn", "hasn", "never", "yet", "hadn", "haven")))
        || (words.IsWord(at, "ترد", "يرد", "يردوا", "يعلق", "تعلق", "يجب", "تجب", "يجيبوا", "يستجب", "تستجب", "يعقب", "تعقب") && words.IsWord(at - 1, "لم", "ولم"))
        || words.IsWord(last + 1, "everything", "nothing", "something", "شييا", "شيءا", "شيا", "الكثير") || (words.IsWord(last + 1, "كل") && words.IsWord(last + 2, "شي", "شيء"))
        || words.GapBefore(at) is "'s " or "’s "
        || IsCourt(words, at) || IsPassiveEstimate(words, at) || IsAfterVerb(words, at)
        || (words.IsWord(at, "plead", "pleads", "pleaded") && (words.IsWord(last + 1, "guilty", "for", "with") || words.IsWord(last + 2, "guilty")))
        || (words.Words[at].Text is "اطلعت" or "اطلع" or "واطلعت" or "واطلع" && Enumerable.Range(last + 1, 2).Any(i => words.IsWord(i, "علي", "عليه", "عليها", "عليهم")));

    /// <summary>«أدانت المحكمة المدير بعشر سنوات», «أيدت محكمة الاستئناف الحكم»: a court does it.</summary>
    private static bool IsCourt(SentenceWords words, int at) =>
        words.IsWord(at, "ادانت", "وادانت", "دانت", "ايدت", "وايدت") && Enumerable.Range(at + 1, 2).Any(i => words.IsWord(i, "محكمه", "المحكمه", "هييه", "دايره") && words.GapBefore(i) is " ");

    /// <summary>«قُدّرت بـ 430 مليونا»: its subject is what is estimated.</summary>
    private static bool IsPassiveEstimate(SentenceWords words, int at) =>
        words.Words[at].Text is "قدر" or "قدرت" or "يقدر" or "تقدر" or "وقدر" or "وقدرت" or "ويقدر" or "وتقدر" && at + 1 < words.Words.Count && words.Words[at + 1].Text is "ب" or ['ب', 'ن', 'ح', 'و'] or ['ب', 'ح', 'و', 'ا', ..] or ['ب', 'ا', 'ك', 'ث', 'ر']
        && !Enumerable.Range(Math.Max(0, at - LongestSubject), Math.Min(LongestSubject, at)).Any(i => SpeakerNames.IsRole(words, i));

    /// <summary>«يظهر كشف الحساب»: right after one verb another without «و» is a noun.</summary>
    private static bool IsAfterVerb(SentenceWords words, int at) =>
        at > 0 && words.GapBefore(at) is " " && FoldMap.IsArabic(words.Words[at].Text[0]) && words.Words[at].Text[0] is not ('و' or 'ف' or 'ي' or 'ت') && AttributionVerbs.At(words, at - 1) is { Verb: not AttributionVerbs.By } before && before.Last == at - 1;

    /// <summary>«أن يقول», «كأنها تعتذر»: nobody has said it, «أنّ» having a noun after it. What is done already has the past: «بعد أن أعلن».</summary>
    private static bool IsWished(SentenceWords words, int at) =>
        words.Words[at].Text is ['ي' or 'ت' or 'ن' or 'ا', _, _, ..] && FoldMap.IsArabic(words.Words[at].Text[0]) && words.GapBefore(at) is " "
        && (Lists["asif"].Contains(at > 0 ? words.Words[at - 1].Text : "") || (words.Words[at].Text[0] is 'ي' or 'ت' && words.IsWord(at - 1, "ان", "وان", "كي", "لكي", "الا")));

    /// <summary>“a tenth of the sum alleged.”, “the deaths reported in May”: what was said, and no verb of the sentence.</summary>
    private static bool IsParticiple(SentenceWords words, int at) =>
        Lists["participial"].Contains(words.Words[at].Text) && at > 1 && words.GapBefore(at) is " " && (at + 1 >= words.Words.Count || (words.GapBefore(at + 1).IndexOfAny(".,;") >= 0 && !words.IsWord(at + 1, "in", "on", "during", "via", "through")))
        && !Lists["between"].Contains(words.Words[at - 1].Text) && !Lists["pronoun"].Contains(words.Words[at - 1].Text) && words.Text.AsSpan(0, words.Words[at].Start).IndexOfAny(",\"”") < 0;

    /// <summary>«نقلت السفينة حاويات» carries, «عبر الحدود» crosses: these need their «عن».</summary>
    private static bool IsCarried(SentenceWords words, int at) =>
        words.IsWord(at, "عبر", "عبرت", "وعبر", "وعبرت") ? !Enumerable.Range(at + 1, 6).Any(i => words.IsWord(i, "عن"))
        : words.IsWord(at, "نقل", "نقلت", "ونقل", "ونقلت", "ينقل", "تنقل") && !Enumerable.Range(at + 1, Reach).Any(i => words.IsWord(i, "عن", "عنه", "عنها", "عنهم"));

    /// <summary>“as the saying goes”, «كما تقول الحكايات».</summary>
    private static bool IsIdiom(SentenceWords words, int at) =>
        (Lists["idiom"].Contains(at + 1 < words.Words.Count ? words.Words[at + 1].Text : "") && words.IsWord(at - 1, "كما", "مثلما")) || (words.IsWord(at - 3, "as") && Lists["idiom"].Contains(words.Words[at - 1].Text)) || (words.IsWord(at - 2, "as") && Lists["idiom"].Contains(words.Words[at - 1].Text)) || words.IsWord(at - 1, "يذكر", "ويذكر");

    /// <summary>«في وصف المشهد», «دون ذكر الأسباب»: no verb follows these.</summary>
    private static bool IsAfterPreposition(SentenceWords words, int at) =>
        FoldMap.IsArabic(words.Words[at].Text[0]) && words.IsWord(at - 1, "في", "من", "الي", "علي", "عن", "مع", "دون", "بدون", "بلا", "كل", "اي", "بعد", "قبل", "عند", "لدي", "عدم", "اعاده", "ضروره", "مجرد", "رغم") && words.GapBefore(at) is " "
        && !words.IsWord(at, "حسب", "وفق", "بحسب", "برايي");

    /// <summary>“the southern states”, “early estimates of”: a plural noun.</summary>
    private static bool IsNoun(SentenceWords words, int at) =>
        Lists["alsonoun"].Contains(words.Words[at].Text) && words.GapBefore(at).IndexOfAny(Signs.Inverted) < 0
        && (at + 1 >= words.Words.Count || words.GapBefore(at + 1) is not " " || Lists["afternoun"].Contains(words.Words[at + 1].Text) || AttributionVerbs.At(words, at + 1) is not null || Lists["preposition"].Contains(at > 0 ? words.Words[at - 1].Text : "") || (words.Words[at + 1].Text.EndsWith("ed", StringComparison.Ordinal) && !FoldMap.IsArabic(words.Words[at].Text[0])));

    /// <summary>“the object”, “a claim”: the plural form of a verb after what is not more than one, so a noun.</summary>
    private static bool IsSingular(SentenceWords words, int at, int last)
    {
        if (!AttributionVerbs.IsPlural(words.Words[at].Text) || words.GapBefore(at).IndexOfAny(Signs.Inverted) >= 0)
        {
            return false;
        }

        // “for fear of”, “in doubt”
        if (Lists["preposition"].Contains(at > 0 ? words.Words[at - 1].Text : "") && !words.IsWord(at - 1, "to"))
        {
            return true;
        }

        // “the officials’ report was”
        if (last == at && !Lists["nevernoun"].Contains(words.Words[at].Text) && (at + 1 >= words.Words.Count || words.GapBefore(at + 1).IndexOfAny(",.;") >= 0 || Lists["afternoun"].Contains(words.Words[at + 1].Text)) && !Lists["helper"].Contains(at > 1 ? words.Words[at - 2].Text : "") && !Lists["between"].Contains(at > 0 ? words.Words[at - 1].Text : ""))
        {
            return true;
        }

        var before = at - 1;
        var isHelped = false;
        while (before > 0 && Lists["between"].Contains(words.Words[before].Text))
        {
            isHelped |= Lists["helper"].Contains(words.Words[before].Text);
            before--;
        }

        var isPlural = false;
        for (var i = before; i >= 0 && i > before - LongestSubject && !isPlural; i--)
        {
            isPlural = (words.Words[i].Text is [.., not ('s' or 'u' or 'i'), 's'] && !StopWords.Contains(words.Words[i].Text)) || Lists["plural"].Contains(words.Words[i].Text) || words.IsWord(i, "and");
            if (i < at - 1 && words.GapBefore(i + 1).IndexOfAny(Signs.BeforeSpeech) >= 0)
            {
                break;
            }
        }

        return !isHelped && !isPlural;
    }

    /// <summary>“added 200 jobs”, “claimed 12 lives”, “dismissed three ministers”.</summary>
    private static bool IsDone(SentenceWords words, int at, int last) =>
        Lists["alsodone"].Contains(words.Words[at].Text) && (words.GapBefore(at).IndexOfAny(Signs.Inverted) < 0 || (words.GapBefore(at) is ", " && !words.IsWord(at, "added", "adds"))) && last + 1 < words.Words.Count && words.GapBefore(last + 1) is " " or " $" or " €" or " £"
        && (words.Words[last + 1].Kind is WordKind.Number || words.IsWord(last + 1, "his", "her", "its", "more", "another", "new"));

    /// <summary>“called a strike”, “posted a loss”, “tells the story of”.</summary>
    private static bool IsWithThing(SentenceWords words, int at) =>
        Lists["withthing"].Contains(words.Words[at].Text) && !(words.IsWord(at, "tell", "tells", "told") && !Enumerable.Range(at + 1, 3).Any(i => words.IsWord(i, "story", "stories", "tale", "back", "off"))) && Enumerable.Range(at + 1, 3).TakeWhile(i => i < words.Words.Count && words.GapBefore(i) is " ").Any(i => Lists["thing"].Contains(words.Words[i].Text))
        && !words.IsWord(at + 1, "for", "on") && !words.IsWord(at + 2, "different");

    /// <summary>«نشرت القوات دباباتها», «علقت الشركة رحلاتها»: these speak only with words that are passed on.</summary>
    private static bool IsWithoutSpeech(SentenceWords words, int at)
    {
        var verb = words.Words[at].Text;
        if (!Lists["alsoact"].Contains(verb) && !Lists["alsoact"].Contains(verb is ['و' or 'ف', _, _, ..] ? verb[1..] : verb))
        {
            return false;
        }

        // «ضحايا لا يوجد، كتب في قناته رئيس المقاطعة»: at the end, after what is said.
        if (words.GapBefore(at) is "، " && FoldMap.IsArabic(verb[0]) && verb[0] is not ('و' or 'ف') && words.Words.Count - at <= Reach && at + 1 < words.Words.Count && Enumerable.Range(at + 1, words.Words.Count - at - 1).All(i => words.GapBefore(i).IndexOfAny("،,") < 0)
            && Enumerable.Range(at + 1, words.Words.Count - at - 1).Any(i => SpeakerNames.IsRole(words, i)))
        {
            return false;
        }

        // «أقر المتحدث بمقتل جنود» admits, «أقر المجلس القانون» approves.
        if (words.IsWord(at, "اقر", "اقرت", "واقر", "واقرت", "يقر", "تقر") && Enumerable.Range(at + 1, LongestSubject).TakeWhile(i => i < words.Words.Count && words.GapBefore(i) is " ").Any(i => words.Words[i].Text is ['ب', _, _, _, ..] && !Lists["nameb"].Contains(words.Words[i].Text)))
        {
            return false;
        }

        // «وثقت الشبكة السورية 40 حالة»
        if (at + 1 < words.Words.Count && Lists["recorder"].Contains(words.Words[at + 1].Text) && Enumerable.Range(at + 2, 6).Any(i => i < words.Words.Count && words.Words[i].Kind is WordKind.Number))
        {
            return false;
        }

        var rest = words.Text.AsSpan(words.Words[at].End);
        return rest.IndexOfAny(":«\"“") < 0
            && !Enumerable.Range(at + 1, Reach).TakeWhile(i => i < words.Words.Count && !IsNextClause(words, i)).Any(i => words.IsWord(i, "that", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "قايلا", "قايله", "قايلين", "قوله", "قولها", "بنفي", "بالنفي", "بالقول", "بالتاكيد", "بالرفض", "بالايجاب") && !words.IsWord(i - 1, "قبل", "بعد", "دون", "الي", "يمكن", "يجب", "علي", "منذ", "ينبغي", "حتي", "so", "such", "now", "given"))
            && words.Text[..words.Words[at].Start].IndexOfAny(['«', '"', '“']) < 0;
    }

    /// <summary>«، وأوقف»: a comma and another verb.</summary>
    private static bool IsNextClause(SentenceWords words, int at) =>
        words.GapBefore(at).IndexOfAny("،,") >= 0 && words.Words[at].Text is ['و', _, _, _, ..];
}
