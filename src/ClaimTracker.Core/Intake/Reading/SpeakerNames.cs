using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Where a name that follows its verb begins and ends: names in quotation marks, to whom it is said, and what is said.</summary>
internal static class SpeakerNames
{
    private const int LongestQuotedName = 4;
    private const int LongestTitledName = 5;
    private const int LongestStage = 8;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    /// <summary>With the quotation mark that closes at its end.</summary>
    public static TextRange RangeOf(SentenceWords words, int first, int last)
    {
        // «فالدكتورة منى ترى»
        var range = words.Range(first, last);
        range = words.Words[first].Text is ['ف', 'ا', 'ل', _, _, ..] && words.Text[range.Start] is 'ف' ? new TextRange(range.Start + 1, range.Length - 1) : range;
        var name = words.Text.AsSpan(range.Start, range.Length);
        var isOpen = name.LastIndexOf('«') > name.LastIndexOf('»') && range.End < words.Text.Length && words.Text[range.End] is '»';
        return isOpen ? new TextRange(range.Start, range.Length + 1) : range;
    }

    /// <summary>“the agency (OCHA) said”: the verb’s place without a short name in brackets before it.</summary>
    public static int BeforeBrackets(SentenceWords words, int verb)
    {
        if (!words.GapBefore(verb).StartsWith(")"))
        {
            return verb;
        }

        var open = Enumerable.Range(1, LongestQuotedName).Select(n => verb - n).FirstOrDefault(i => i > 0 && words.GapBefore(i).EndsWith("("));
        return open > 0 ? open : verb;
    }

    /// <summary>All words with a capital, but for those between: “Maria de la Cruz”.</summary>
    public static bool IsCapital(SentenceWords words, int first, int last) =>
        Enumerable.Range(first, last - first + 1).All(i => char.IsUpper(words.Text[words.Words[i].Start]) || words.Words[i].Length == 1 || words.IsWord(i, "the", "of", "de", "al", "von", "van", "la", "bin", "el", "and", "for"));

    /// <summary>«قناة «المدى»»: the last word of the name in quotation marks that follows.</summary>
    public static int? QuotedAfter(SentenceWords words, int noun)
    {
        var isEnglish = words.GapBefore(noun + 1) is " \"" or " “" && char.IsLower(words.Text[words.Words[noun].Start]) && !words.IsArabic;
        if (!isEnglish && (!Lists["named"].Contains(words.Words[noun].Text) || words.GapBefore(noun + 1) is not (" «" or " \"" or " “")))
        {
            return null;
        }

        var last = Enumerable.Range(noun + 1, LongestQuotedName).FirstOrDefault(i => i < words.Words.Count && (i + 1 == words.Words.Count ? words.Text.AsSpan(words.Words[i].End).IndexOfAny("»\"”") >= 0 : words.GapBefore(i + 1).IndexOfAny("»\"”") >= 0));
        return last == 0 ? null : last;
    }

    /// <summary>«كتب سابقا X», «قال أيضا الوزير», «كذب ذلك الوزير», «وفقا لـ X»: the place after what is said when, or of.</summary>
    public static int AfterAdverbs(SentenceWords words, int at)
    {
        if (words.IsWord(at, "كل") && words.IsWord(at + 1, "من"))
        {
            return at + 2;
        }

        while (at + 1 < words.Words.Count && words.GapBefore(at + 1).IndexOfAny(Signs.Names) < 0 && Lists["arabicadverb"].Contains(words.Words[at].Text))
        {
            at++;
        }

        var isOf = words.IsWord(at, "ل") && at + 1 < words.Words.Count && words.GapBefore(at + 1) is "ـ " or " ";
        var isThis = words.IsWord(at, "ذلك", "هذا", "الامر", "الخبر", "النبا") && IsRole(words, at + 1) && words.GapBefore(at + 1) is " ";
        return isOf || isThis ? at + 1 : words.IsWord(at, "ذلك", "هذا", "الامر", "الخبر") && at + 2 < words.Words.Count && Lists["arabicadverb"].Contains(words.Words[at + 1].Text) && IsRole(words, at + 2) ? at + 2 : at;
    }

    /// <summary>«وأوضح في تصريح لـ«المدار» مدير المستشفى»: the place of who it is after where it was said.</summary>
    public static int AfterStage(SentenceWords words, int at)
    {
        if (!words.IsWord(at, "في", "خلال", "علي", "عبر") || at + 1 >= words.Words.Count || !Lists["stage"].Contains(words.Words[at + 1].Text))
        {
            return at;
        }

        var ends = Enumerable.Range(at + 2, LongestStage).TakeWhile(i => i < words.Words.Count && words.GapBefore(i).IndexOfAny("،,:") < 0 && !Lists["clause"].Contains(words.Words[i].Text));
        return ends.Skip(1).FirstOrDefault(i => IsRole(words, i) && words.Words[i - 1].Text is not ['ل', ..], at);
    }

    /// <summary>«المتحدث باسم الوزارة، العقيد سامر حداد، إن», “the secretary, Hal Brough, on Tuesday”: with the name between commas after the title.</summary>
    public static int WithNameAfterTitle(SentenceWords words, int first, int last)
    {
        if (last + 2 >= words.Words.Count || words.GapBefore(last + 1) is not (", " or "، "))
        {
            return last;
        }

        var end = Enumerable.Range(last + 1, LongestTitledName + 1).FirstOrDefault(i => i + 1 >= words.Words.Count || words.GapBefore(i + 1).IndexOfAny(Signs.Clauses) >= 0, -1);
        if (end < 0 || end - last > LongestTitledName || (end + 1 >= words.Words.Count && words.IsArabic) || Enumerable.Range(last + 1, end - last).Any(i => words.Words[i].Kind is not WordKind.Word || AttributionVerbs.At(words, i) is not null))
        {
            return last;
        }

        if (!FoldMap.IsArabic(words.Words[first].Text[0]))
        {
            return char.IsLower(words.Text[words.Words[last].Start]) && IsCapital(words, last + 1, end) && end > last + 1 ? end : last;
        }

        var isClosed = words.GapBefore(end + 1).IndexOfAny("،,:") >= 0;
        var isName = end > last + 1 && !Lists["clause"].Contains(words.Words[last + 1].Text) && !Lists["preposition"].Contains(words.Words[last + 1].Text) && words.Words[last + 1].Text is not ['و', ..];
        return isClosed && isName && IsRole(words, first) ? end : last;
    }

    /// <summary>Helpers of a verb and adverbs: “did not”, “later”, “flatly”.</summary>
    public static bool IsBetween(SentenceWords words, int at) =>
        SpeakerLists.Has("between", words, at)
        || (at > 0 && words.Words[at].Text is [_, _, _, .., 'l', 'y'] && char.IsLower(words.Text[words.Words[at].Start]) && !SpeakerLists.Has("nounly", words, at));

    /// <summary>A title, an institution or another word for who speaks, with «ال» or «و» or without.</summary>
    public static bool IsRole(SentenceWords words, int at)
    {
        if (at < 0 || at >= words.Words.Count)
        {
            return false;
        }

        var word = words.Words[at].Text;
        return Lists["role"].Contains(word) || (word is ['ا', 'ل', ..] && Lists["role"].Contains(word[2..])) || (word is ['و' or 'ف', ..] && Lists["role"].Contains(word[1..]));
    }

    /// <summary>«كما كتبت "كوميرسانت"، …», «ذكرت «الأفق» أن»: a name in quotation marks right after its verb, and not what is said.</summary>
    public static (int First, int Last)? QuotedName(SentenceWords words, int verb, int at)
    {
        if (verb < 0 || at >= words.Words.Count || words.GapBefore(at) is not (" «" or " \"" or " “"))
        {
            return null;
        }

        // «وبحسب «رويترز»، فإن»
        if (AttributionVerbs.At(words, verb) is { Verb: AttributionVerbs.By } && Enumerable.Range(at, LongestQuotedName).FirstOrDefault(i => i + 1 >= words.Words.Count || words.GapBefore(i + 1).IndexOfAny("»\"”") >= 0, -1) is var closed and >= 0)
        {
            return (at, Math.Min(closed, words.Words.Count - 1));
        }

        var last = Enumerable.Range(at, LongestQuotedName).FirstOrDefault(i => i + 1 < words.Words.Count && words.GapBefore(i + 1).IndexOfAny("»\"”") >= 0, -1);
        var isSource = words.IsWord(verb - 1, "كما", "حسبما", "مثلما", "ما", "وفقما");
        return last >= 0 && (isSource ? words.GapBefore(last + 1).IndexOfAny("،,") >= 0 || words.IsWord(last + 1, "ان", "في", "عن", "امس", "اليوم") : words.IsWord(last + 1, "ان", "بان", "انه", "انها", "عن") || IsToldWhen(words, last + 1)) ? (at, last) : null;
    }

    /// <summary>«كتبت «الأفق» الأسبوع الماضي أن», «ذكرت «الأفق» في عددها أن»: when or where it was, and then what.</summary>
    private static bool IsToldWhen(SentenceWords words, int at) =>
        (words.IsWord(at, "في", "امس", "اليوم", "يوم", "قبل", "مساء", "صباح", "علي", "نقلا", "لاحقا", "ايضا") || words.IsWord(at, "الاسبوع", "الشهر", "العام") || DatePatterns.Value("weekday", words.Words[at].Text) is not null)
        && Enumerable.Range(at + 1, LongestStage).TakeWhile(i => i < words.Words.Count && words.GapBefore(i).IndexOfAny(Signs.Sentences) < 0).Any(i => words.IsWord(i, "ان", "بان", "انه", "انها"));

    /// <summary>“according to plan”, «وفق المادة 411 من القانون»: what is followed and says nothing.</summary>
    public static bool IsNoSource(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word is ['ل', 'ل', _, _, ..] ? $"ال{word[2..]}" : word is ['ل', _, _, _, ..] && !Lists["notsource"].Contains(word) ? word[1..] : word;
        return Lists["notsource"].Contains(bare) || (bare is "القرار" or "قرار" or "resolution" && at + 1 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number);
    }

    /// <summary>«أكد لـ«الأفق» مصدر», «صرح للصحافيين الوزير»: the place after them, when a name may follow.</summary>
    public static int AfterAudience(SentenceWords words, int at)
    {
        if (words.IsWord(at, "ل") && at + 1 < words.Words.Count && words.GapBefore(at + 1).Contains('«'))
        {
            var last = Enumerable.Range(at + 1, LongestQuotedName).FirstOrDefault(i => i + 1 < words.Words.Count && words.GapBefore(i + 1).Contains('»'));
            return last == 0 ? at : last + 1;
        }

        var isAudience = at + 1 < words.Words.Count && words.Words[at].Text is ['ل', 'ل', _, _, ..] && Lists["audience"].Contains(words.Words[at].Text) && words.GapBefore(at + 1) is " ";
        return isAudience && !Lists["clause"].Contains(words.Words[at + 1].Text) ? at + 1 : at;
    }

    /// <summary>«نفت الشركة الخبر», «رفض الناخبون الخطة»: of two definite words the other is no adjective of the first, which it would agree with.</summary>
    public static bool IsObject(SentenceWords words, int first, int at)
    {
        var (noun, other) = (words.Words[first].Text, words.Words[at].Text);
        if (at == first + 1 && noun is ['ا', 'ل', _, _, ..] && other is not ['ا', 'ل', ..] && FoldMap.IsArabic(other[0]) && words.GapBefore(at) is " " && (Lists["institution"].Contains(noun) || (Lists["document"].Contains(noun) && !Lists["preposition"].Contains(other))) && !Lists["ofinstitution"].Contains(other))
        {
            return true;
        }

        // «تقرير ديوان المظالم الوزارة»
        if (at > first + 1 && Lists["institution"].Contains(other) && words.Words[at - 1].Text is ['ا', 'ل', _, _, ..] && words.GapBefore(at) is " ")
        {
            return true;
        }

        // «منظمات حقوقية الجيش»: after an indefinite noun and its adjective.
        if (at == first + 2 && other is ['ا', 'ل', _, _, ..] && noun is not ['ا', 'ل', ..] && IsRole(words, first) && words.Words[first + 1].Text is not ['ا', 'ل', ..] && words.Text.AsSpan(words.Words[first + 1].Start, words.Words[first + 1].Length) is [_, _, _, .., 'ي'] or [_, _, .., 'ي', 'ة'] or [_, _, .., 'ي', 'و', 'ن'])
        {
            return true;
        }

        // «المعارضة الحكومة», «الأمم المتحدة الأطراف», «الاتحاد الأوروبي الانتخابات»
        if (noun is ['ا', 'ل', _, _, ..] && other is ['ا', 'ل', _, _, ..])
        {
            if (at == first + 1 && Lists["institution"].Contains(noun) && Lists["institution"].Contains(other))
            {
                return true;
            }

            var adjective = words.Words[at - 1].Text;
            var isFeminine = noun[^1] is 'ه' || noun is "الامم" or "القوات" or "السلطات";
            if (at == first + 2 && adjective is ['ا', 'ل', _, _, ..] && !IsRole(words, at) && (isFeminine ? adjective[^1] is 'ه' && other[^1] is not ('ه' or 'ي' or 'ا') : adjective[^1] is 'ي' && (other[^1] is 'ه' || other.EndsWith("ات", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        if (at != first + 1 || noun is not ['ا', 'ل', _, _, ..] || other is not ['ا', 'ل', _, _, ..] || other[^1] is 'ي' or 'ا')
        {
            return false;
        }

        return Lists["institution"].Contains(noun) ? other[^1] is not 'ه' : IsPeople(noun) && !IsPeople(other);
    }

    /// <summary>«الناخبون»; «الناخبين» too, which is no subject.</summary>
    private static bool IsPeople(string word) => word.EndsWith("ون", StringComparison.Ordinal) || word.EndsWith("ين", StringComparison.Ordinal);
}
