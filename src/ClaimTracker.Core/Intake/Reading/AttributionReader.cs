using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>One step by which a sentence passes something on: whom it names, as written, and the verb of the step.</summary>
public sealed record ReadStep(string Name, string Verb, TextRange Range);

/// <summary>
/// Who is likely to speak in a sentence: the steps from the first speaker towards the outlet. No step where the verb stands
/// without a name (“he said”); the verb is there all the same.
/// </summary>
public sealed record ReadAttribution(string Verb, IReadOnlyList<ReadStep> Chain)
{
    public ReadStep? Speaker => Chain.Count > 0 ? Chain[0] : null;
}

/// <summary>Reads who says what a sentence passes on: “X said”, «قال X», “according to X”, «نقلت X عن Y».</summary>
public static partial class AttributionReader
{
    private const int LongestName = 14;
    private const int LongestSubject = 9;
    private const int MostBetweenBy = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    /// <summary>Null when the sentence passes nothing on.</summary>
    public static ReadAttribution? Read(string sentence) => Read(new SentenceWords(sentence));

    internal static ReadAttribution? Read(SentenceWords words)
    {
        var direct = new List<ReadStep>();
        var relays = new List<ReadStep>();
        string? verb = null;
        var quoted = QuotedSpeech.Of(words);
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (quoted[i] || AttributionVerbs.At(words, i) is not var (step, last, needsDocument))
            {
                continue;
            }

            if (step is not AttributionVerbs.By && SpeakingClause.Before(words, i, last) is { } clause)
            {
                direct.InsertRange(0, Step(words, clause, step));
                (verb, i) = (step, last);
                continue;
            }

            var paper = needsDocument || Has("alsoact", words, i) ? DocumentSubject.Before(words, i) : null;
            if (paper is null && OtherVerbs.Is(words, i, last))
            {
                continue;
            }

            if (IsPassive(words, i))
            {
                // “was denied by the ministry”
                var agent = step is not AttributionVerbs.By && !Has("alsoact", words, i) && ByWhom(words, last) is { } by ? NameAfter(words, by + 1)
                    : words.IsWord(i, "quoted", "cited") && words.IsWord(last + 1, "as") ? EnglishSubject(words, i - 1) : null;
                direct.AddRange(Step(words, agent, step));
                verb ??= agent is null ? null : step;
                continue;
            }

            // «بحسب ما ذكرت X»: the verb that follows names the speaker.
            if (step is AttributionVerbs.By && last + 1 < words.Words.Count && (words.IsWord(last + 1, "ما") || AttributionVerbs.At(words, last + 1) is not null))
            {
                continue;
            }

            // “citing a lack of evidence”
            if (step is AttributionVerbs.By && words.IsWord(i, "citing") && Enumerable.Range(last + 1, 3).Any(at => Has("reason", words, at)))
            {
                continue;
            }

            var name = step is AttributionVerbs.By ? NameAfter(words, last + 1) : paper ?? NameOf(words, i, last);
            if (needsDocument && (name is not { } document || !(HasDocument(words, document) || HasRecorder(words, document, last) || IsPassedOn(words, i, last))))
            {
                continue;
            }

            // “according to plan”, «وفق المادة 411»
            if (step is AttributionVerbs.By && name is var (source, _) && SpeakerNames.IsNoSource(words, source))
            {
                continue;
            }

            if (step is AttributionVerbs.By)
            {
                relays.AddRange(Step(words, name, "said").Select(s => WithoutFor(s, words.Words[i].Text)));
            }
            else if (RelayedFrom(words, i) is { } relayed)
            {
                direct.AddRange(Step(words, relayed, "said"));
                relays.AddRange(Step(words, name, "reported"));
            }
            else
            {
                direct.AddRange(Step(words, name, step));
            }

            verb ??= step is AttributionVerbs.By ? "said" : step;
            i = Math.Max(last, name?.Last ?? last);
        }

        var chain = Chain(direct, relays);
        return chain.Count == 0 && LeadingSpeaker.Read(words) is { } leading ? leading
            : verb is null ? DocumentSubject.Named(words) ?? QuotationTag.Read(words) ?? SpeakerWithoutVerb.Read(words, quoted)
            : new ReadAttribution(verb, chain);
    }

    /// <summary>“was announced yesterday by the tribunal”: the place of “by”; not “responded by saying”.</summary>
    private static int? ByWhom(SentenceWords words, int last)
    {
        var by = last + 1;
        while (by < words.Words.Count && by <= last + MostBetweenBy && !words.IsWord(by, "by") && (Has("afterverb", words, by) || DatePatterns.Value("weekday", words.Words[by].Text) is not null))
        {
            by++;
        }

        return words.IsWord(by, "by") && by + 1 < words.Words.Count && !words.Words[by + 1].Text.EndsWith("ing", StringComparison.Ordinal) ? by : null;
    }

    /// <summary>“Salam Medics has recorded 40 cases”, «سجلت المديرية 40 حالة»: who keeps count of what it says.</summary>
    private static bool HasRecorder(SentenceWords words, (int First, int Last) name, int verb) =>
        SpeakerLists.Has("recorder", words, name.First) || (name.Last > name.First && SpeakerLists.Has("recorder", words, name.Last))
        || (name.Last < verb && name.Last > name.First && words.Words[verb].Text.EndsWith("ed", StringComparison.Ordinal) && SpeakerNames.IsCapital(words, name.First, name.Last) && verb + 1 < words.Words.Count && words.Words[verb + 1].Kind is WordKind.Number);

    /// <summary>“auditors found that”, “…, auditors found.”: whoever it is, the words before or after are passed on.</summary>
    private static bool IsPassedOn(SentenceWords words, int verb, int last) =>
        words.IsWord(last + 1, "that", "ان", "بان", "انه", "انها") || (last == words.Words.Count - 1 && verb > 1 && Enumerable.Range(Math.Max(1, verb - LongestSubject), Math.Min(verb - 1, LongestSubject)).Any(i => words.GapBefore(i).Contains(',')));

    /// <summary>The first named speaker, then those who relay; “according to” alone names the speaker.</summary>
    private static List<ReadStep> Chain(List<ReadStep> direct, List<ReadStep> relays) =>
        direct.Count > 0 ? [direct[0], .. relays.Select(r => r with { Verb = "reported" })] : [.. relays];

    /// <summary>«طبقا لبيانات» names «بيانات».</summary>
    private static ReadStep WithoutFor(ReadStep step, string by) =>
        by is not ("وفقا" or "طبقا" or "وطبقا" or "ووفقا" or "استنادا") || step.Name is not ['ل', _, _, _, ..] ? step
        : step.Name[1] is 'ل' ? step with { Name = step.Name[2..], Range = new TextRange(step.Range.Start + 2, step.Range.Length - 2) }
        : step with { Name = step.Name[1..], Range = new TextRange(step.Range.Start + 1, step.Range.Length - 1) };

    private static IEnumerable<ReadStep> Step(SentenceWords words, (int First, int Last)? name, string verb)
    {
        if (name is var (first, last) && !Has("pronoun", words, last) && !Has("nofirst", words, first) && !(first == last && Has("pronoun", words, first)))
        {
            var range = SpeakerNames.RangeOf(words, first, last);
            yield return new ReadStep(words.Text.Substring(range.Start, range.Length), verb, range);
        }
    }

    /// <summary>«نقلت وكالة X عن Y قوله»: Y speaks, X relays.</summary>
    private static (int First, int Last)? RelayedFrom(SentenceWords words, int verb)
    {
        if (!words.IsWord(verb, "نقل", "نقلت", "ونقل", "ونقلت", "تنقل", "ينقل", "quoted", "cited"))
        {
            return null;
        }

        for (var at = verb + 1; at < words.Words.Count && at <= verb + LongestName; at++)
        {
            if (words.IsWord(at, "عن"))
            {
                return NameAfter(words, at + 1);
            }
        }

        return null;
    }

    /// <summary>“was accused of”, “is expected to”, “to say”: the subject does not speak.</summary>
    private static bool IsPassive(SentenceWords words, int verb)
    {
        // “was first reported by”
        var before = verb - 1;
        while (before > 0 && Has("adverb", words, before) && words.GapBefore(before) is " ")
        {
            before--;
        }

        var isHelped = before < verb - 1 && words.IsWord(before, "was", "were", "is", "are", "be", "been", "being");

        // “As reported by the press office”, “claims denied by the army”
        var isReduced = words.Words[verb].Text.EndsWith("ed", StringComparison.Ordinal) && words.GapBefore(verb).IndexOfAny("\"”’") < 0 && ByWhom(words, verb) is not null;
        return isHelped || isReduced || IsAfterHelper(words, verb);
    }

    private static bool IsAfterHelper(SentenceWords words, int verb) =>
        verb > 0 && words.GapBefore(verb) is " " && words.IsWord(verb - 1, "was", "were", "is", "are", "be", "been", "being", "to", "the", "a", "an", "his", "her", "its", "their", "of", "no", "any", "widely", "so", "can", "could", "may", "will", "would", "should", "must", "needs")
        && !words.Text[words.Words[verb - 1].Start].Equals('M')
        && !(words.IsWord(verb - 1, "will", "would") && words.IsWord(verb, "say"));

    private static (int First, int Last)? NameOf(SentenceWords words, int verb, int last) =>
        char.IsAsciiLetter(words.Words[verb].Text[0])
            ? EnglishSubject(words, verb) ?? (IsInverted(words, verb) ? NameAfter(words, last + 1) : null)
            : ArabicSubject(words, verb) ?? NameAfter(words, last + 1);

    /// <summary>“…”, said X.</summary>
    private static bool IsInverted(SentenceWords words, int verb) =>
        verb > 0 && words.GapBefore(verb).IndexOfAny(Signs.Inverted) >= 0;

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
        var comma = Enumerable.Range(start + 1, verb - start).First(i => IsParted(words, i));
        var isHead = comma < verb && comma - start <= LongestSubject && !IsNoName(words, start) && words.GapBefore(comma).IndexOfAny("،,") >= 0
            && Enumerable.Range(start, comma - start).All(i => AttributionVerbs.At(words, i) is null && words.Words[i].Kind is WordKind.Word);
        if (!isHead)
        {
            return null;
        }

        var isRelative = words.IsWord(comma, "الذي", "التي", "الذين", "وهو", "وهي", "وهم", "في", "خلال");

        // «لوسي تران، والدة شاب قتل في الحادث، وصفت»: who begins with the name goes on with who they are.
        var isNamedFirst = !Enumerable.Range(start, comma - start).Any(i => SpeakerNames.IsRole(words, i)) && words.Words[start].Text is not ['ا', 'ل', ..] && verb - comma > 2;
        return isRelative || isNamedFirst || Enumerable.Range(comma + 1, verb - comma - 1).Any(i => IsParted(words, i)) ? (start, comma - 1) : (comma, verb - 1);
    }

    /// <summary>A word that begins no name, whatever «و» or «ف» it bears.</summary>
    private static bool IsNoName(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word is ['و' or 'ف', _, _, ..] ? word[1..] : word;
        return Lists["preposition"].Contains(word) || Lists["clause"].Contains(word) || Lists["preposition"].Contains(bare) || Lists["clause"].Contains(bare);
    }

    /// <summary>«ونفى صحة الأنباء», «وأعلن استقالته», «وطالب بفتح تحقيق»: what is said, by somebody named before.</summary>
    private static bool IsSaid(SentenceWords words, int at, int verb)
    {
        var word = words.Words[at];
        if (!FoldMap.IsArabic(word.Text[0]))
        {
            return false;
        }

        var written = words.Text[word.Start..word.End];
        var isOwned = written.EndsWith("ته", StringComparison.Ordinal) || written.EndsWith("تها", StringComparison.Ordinal) || written.EndsWith("تهم", StringComparison.Ordinal);
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

        // «تم نفيه من قبل الجيش», «وأشار إلى ذلك مدير الإدارة»
        from += (words.IsWord(from, "من") && words.IsWord(from + 1, "قبل") && SpeakerNames.IsRole(words, from + 2)) || (words.IsWord(from, "الي", "عن") && words.IsWord(from + 1, "ذلك", "هذا") && SpeakerNames.IsRole(words, from + 2)) ? 2 : 0;

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

        if (from >= words.Words.Count || IsSaid(words, from, verb) || Ends(words, from) || Has("preposition", words, from) || words.IsWord(from, "of") || (IsParted(words, from, isFirst: true) && !words.GapBefore(from).Contains('»')) || char.IsDigit(words.Text[words.Words[from].Start]))
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

        return (from, SpeakerNames.WithNameAfterTitle(words, from, last));
    }

    private static bool Ends(SentenceWords words, int at) =>
        (Has("clause", words, at) && !(words.IsWord(at, "عن") && words.IsWord(at - 1, "صادر", "صادره", "صدر", "صدرت"))) || (Has("clauseen", words, at) && !(words.IsWord(at, "the") && words.IsWord(at - 1, "of")))
        || (words.IsWord(at, "في", "وفي", "علي") && (at + 1 >= words.Words.Count || Lists["stage"].Contains(words.Words[at + 1].Text)))
        || Has("audience", words, at) || (words.IsWord(at, "غير", "بيد", "الا") && words.IsWord(at + 1, "ان", "انه", "انها")) || (words.Words[at].Kind is WordKind.Number && FoldMap.IsArabic(words.Words[at - 1].Text[0]));

    /// <summary>«الناطق على الاتهامات», «خبراء من تفاقم», «الخارجية بالهجوم».</summary>
    private static bool EndsName(SentenceWords words, int at, int verb)
    {
        var word = words.Words[at];
        var written = words.Text[word.Start..word.End];
        return written is "على" || Lists["event"].Contains(word.Text) || word.Text.StartsWith("بال", StringComparison.Ordinal)
            || (verb >= 0 && Lists["withmin"].Contains(WithoutAnd(words.Words[verb].Text)) && word.Text is "من")
            || (verb >= 0 && word.Text[0] is 'ب' && Lists["withb"].Contains(WithoutAnd(words.Words[verb].Text)) && !Lists["nameb"].Contains(word.Text));
    }

    internal static bool HasDocument(SentenceWords words, (int First, int Last) name) =>
        Enumerable.Range(name.First, name.Last - name.First + 1).Any(i => Has("document", words, i));

    private static bool Has(string list, SentenceWords words, int at) => SpeakerLists.Has(list, words, at);

    private static bool IsParted(SentenceWords words, int at, bool isFirst = false)
    {
        var gap = words.GapBefore(at);
        var isAbbreviation = at > 0 && gap.Trim() is "." && words.Words[at - 1].Length <= 4 && char.IsUpper(words.Text[words.Words[at - 1].Start]);
        return !isAbbreviation && gap.IndexOfAny(isFirst ? Signs.BeforeSpeech : Signs.Clauses) >= 0;
    }
}
