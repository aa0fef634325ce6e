using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Where Arabic puts a name that stands before its verb.</summary>
public static partial class AttributionReader
{
    /// <summary>«وزارة الدفاع وصفت»: a name before its verb, as translations have it. Null when the verb begins its clause.</summary>
    private static (int First, int Last)? ArabicSubject(SentenceWords words, int verb)
    {
        // «أما المجلس، فيعزو»
        if (words.Words[verb].Text[0] is 'ف' && words.IsWord(0, "اما", "واما") && verb is > 1 and <= LongestName && AttributionVerbs.At(words, 1) is null)
        {
            return (1, verb - 1);
        }

        // «وسبق للوكالة أن نفت», «في الشركة أكدوا»
        if (words.IsWord(verb - 1, "ان") && words.IsWord(0, "سبق", "وسبق") && verb is > 2 and <= LongestName)
        {
            return (1, verb - 2);
        }

        if (words.IsWord(0, "في", "وفي") && verb is > 1 and <= LongestSubject && words.Words[verb].Text.EndsWith("وا", StringComparison.Ordinal) && SpeakerNames.IsRole(words, 1))
        {
            return (1, verb - 1);
        }

        // «وسئل المدرب عن السبب فقال»
        if (words.Words[verb].Text is ['ف', 'ي' or 'ت' or 'ا' or 'ق' or 'ر', ..])
        {
            return words.IsWord(0, "سيل", "وسيل", "سيلت", "وسيلت", "سئل", "وسئل", "سئلت", "وسئلت") ? NameAfter(words, 1) : null;
        }

        if (QuotedSubject(words, verb) is { } inMarks)
        {
            return inMarks;
        }

        if (verb == 0 || words.IsWord(verb - 1, "ما", "مما", "كما", "حسبما", "مثلما", "لا", "ولا", "لم", "ولم", "لن", "ولن") || (words.Words[verb].Text[0] is 'و' && words.Words[verb].Text is not ("وصف" or "وصفت" or "وعد" or "وعدت" or "وثق" or "وثقت" or "وجد" or "وجدت")))
        {
            return null;
        }

        var last = verb - 1;
        while (last > 0 && Has("between", words, last) && !IsParted(words, last + 1))
        {
            last--;
        }

        // «المتحدث باسم البحرية، الكابتن رومان فيلدا، قال أن»: the comma after a name, at the head of its sentence.
        var isClosed = IsParted(words, verb);
        if (isClosed && words.GapBefore(verb).IndexOfAny("\"”»:.") < 0 && ArabicClauseBetween(words, verb) is { } before)
        {
            return before;
        }

        if (isClosed && (words.GapBefore(verb).IndexOfAny("\"”»:.") >= 0 || !words.IsWord(verb + 1, "ان", "انه", "انها", "بان", "انهم", "في", "امس")))
        {
            return null;
        }

        var first = last;
        while (first > 0 && last - first < LongestSubject && !IsParted(words, first))
        {
            first--;
        }

        while (first < last && (Has("between", words, first) || Has("connector", words, first) || words.IsWord(first, "وكان", "وكانت")))
        {
            first++;
        }

        // «والحال أن الوزير نفسه كان قد صرح»
        first = Enumerable.Range(first, last - first).LastOrDefault(i => words.IsWord(i, "ان"), first - 1) + 1;

        // «في الوقت نفسه سكان القرية يؤكدون»: the name begins with who it is.
        if (IsNoName(words, first) && Enumerable.Range(first + 1, last - first).FirstOrDefault(i => SpeakerNames.IsRole(words, i)) is var role and > 0)
        {
            first = role;
        }

        // «مصدرا فضل عدم كشف اسمه نفى»: a clause on the name without a pronoun.
        last = Enumerable.Range(first + 1, last - first).FirstOrDefault(i => Has("anonymous", words, i), last + 1) - 1;

        var isName = !IsNoName(words, first) && !Has("between", words, first) && !words.IsWord(last, "الذي", "التي", "الذين", "لم", "لن", "لا", "ان", "وقد")
            && Enumerable.Range(first, last - first + 1).All(i => AttributionVerbs.At(words, i) is null && words.Words[i].Kind is WordKind.Word);
        return isName ? (first, last) : null;
    }

    /// <summary>«التقرير، الذي نشر أمس، وجد», «رئيس الوزراء السابق، يان كوفال، نفى»: at the head of the sentence, between commas.</summary>
    private static (int First, int Last)? ArabicClauseBetween(SentenceWords words, int verb)
    {
        var start = Enumerable.Range(1, verb).LastOrDefault(i => words.GapBefore(i).Contains(':'));
        start = AfterConnectors(words, start, verb);
        var comma = Enumerable.Range(start + 1, verb - start).First(i => IsParted(words, i));
        var isHead = comma < verb && comma - start <= LongestSubject && !IsNoName(words, start) && words.GapBefore(comma).IndexOfAny("،,") >= 0
            && Enumerable.Range(start, comma - start).All(i => AttributionVerbs.At(words, i) is null && words.Words[i].Kind is WordKind.Word);
        if (!isHead)
        {
            return null;
        }

        var isRelative = words.IsWord(comma, "الذي", "التي", "الذين", "وهو", "وهي", "وهم", "في", "خلال");

        // «لوسي تران، والدة شاب قتل في الحادث، وصفت»: who begins with the name goes on with who they are.
        var isNamedFirst = (words.IsWord(start, "ام", "ابو", "والده", "والد") || !Enumerable.Range(start, comma - start).Any(i => SpeakerNames.IsRole(words, i))) && words.Words[start].Text is not ['ا', 'ل', ..] && verb - comma > 2;

        // «قياديا في التحالف، طلب عدم كشف هويته، اتهم», «موظفا سابقا، تحدث للوكالة، أكد»
        isRelative |= comma < verb && (Has("anonymous", words, comma) || AttributionVerbs.At(words, comma) is not null);
        return isRelative || isNamedFirst || Enumerable.Range(comma + 1, verb - comma - 1).Any(i => IsParted(words, i)) ? (start, comma - 1) : (comma, verb - 1);
    }

    /// <summary>«لكن قياديا في التحالف، …», «غير أن موظفا، …»: where who it is begins.</summary>
    private static int AfterConnectors(SentenceWords words, int start, int end)
    {
        while (start + 1 < end && !IsParted(words, start + 1) && (Has("connector", words, start) || words.IsWord(start, "فيما", "بينما", "ولكن", "وكان", "وكانت", "كان", "كانت")))
        {
            start++;
        }

        return start;
    }

    /// <summary>«منظمة «أطباء الوادي» أحصت»: the name in quotation marks and what it is the name of, right before the verb.</summary>
    private static (int First, int Last)? QuotedSubject(SentenceWords words, int verb)
    {
        if (verb == 0 || words.GapBefore(verb) is not ("» " or "\" " or "” "))
        {
            return null;
        }

        var open = Enumerable.Range(1, LongestSubject).Select(n => verb - n).FirstOrDefault(i => i > 0 && words.GapBefore(i) is " «" or " \"" or " “");
        var noun = open - 1;
        while (noun > 0 && open - noun < LongestSubject && !IsParted(words, noun) && !IsNoName(words, noun - 1) && !Has("connector", words, noun - 1) && AttributionVerbs.At(words, noun - 1) is null && !SpeakerNames.IsRole(words, noun))
        {
            noun--;
        }

        return open > 0 && SpeakerNames.IsRole(words, noun) && Enumerable.Range(open, verb - open).All(i => AttributionVerbs.At(words, i) is null) ? (noun, verb - 1) : null;
    }

    /// <summary>A word that begins no name, whatever «و» or «ف» it bears.</summary>
    private static bool IsNoName(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word is ['و' or 'ف', _, _, ..] ? word[1..] : word;
        return word.StartsWith("بال", StringComparison.Ordinal) || Lists["preposition"].Contains(word) || Lists["clause"].Contains(word) || Lists["preposition"].Contains(bare) || Lists["clause"].Contains(bare);
    }
}
