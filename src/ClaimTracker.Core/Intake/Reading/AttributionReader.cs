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
public static class AttributionReader
{
    private const int LongestName = 14;
    private const int LongestSubject = 9;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    /// <summary>Null when the sentence passes nothing on.</summary>
    public static ReadAttribution? Read(string sentence) => Read(new SentenceWords(sentence));

    internal static ReadAttribution? Read(SentenceWords words)
    {
        var direct = new List<ReadStep>();
        var relays = new List<ReadStep>();
        string? verb = null;
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (AttributionVerbs.At(words, i) is not var (step, last, needsDocument) || IsOtherVerb(words, i))
            {
                continue;
            }

            if (IsPassive(words, i))
            {
                // “was denied by the ministry”
                var agent = words.IsWord(last + 1, "by") && step is not AttributionVerbs.By ? NameAfter(words, last + 2) : null;
                direct.AddRange(Step(words, agent, step));
                verb ??= agent is null ? null : step;
                continue;
            }

            var name = step is AttributionVerbs.By ? NameAfter(words, last + 1) : NameOf(words, i, last);
            if (needsDocument && (name is not { } document || !HasDocument(words, document)))
            {
                continue;
            }

            if (step is AttributionVerbs.By)
            {
                relays.AddRange(Step(words, name, "said"));
            }
            else if (RelayedFrom(words, i) is { } source)
            {
                direct.AddRange(Step(words, source, "said"));
                relays.AddRange(Step(words, name, "reported"));
            }
            else
            {
                direct.AddRange(Step(words, name, step));
            }

            verb ??= step is AttributionVerbs.By ? "said" : step;
            i = Math.Max(last, name?.Last ?? last);
        }

        return verb is null ? Leading(words) : new ReadAttribution(verb, Chain(direct, relays));
    }

    /// <summary>The first named speaker, then those who relay; “according to” alone names the speaker.</summary>
    private static List<ReadStep> Chain(List<ReadStep> direct, List<ReadStep> relays) =>
        direct.Count > 0 ? [direct[0], .. relays.Select(r => r with { Verb = "reported" })] : [.. relays];

    private static IEnumerable<ReadStep> Step(SentenceWords words, (int First, int Last)? name, string verb)
    {
        if (name is var (first, last) && !(first == last && Has("pronoun", words, first)))
        {
            var range = words.Range(first, last);
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

    /// <summary>«نقلت السفينة حاويات» carries, «عبر الحدود» crosses: these need their «عن».</summary>
    private static bool IsOtherVerb(SentenceWords words, int at) =>
        (words.IsWord(at, "عبر", "عبرت", "وعبر", "وعبرت") && !Enumerable.Range(at + 1, 6).Any(i => words.IsWord(i, "عن")))
        || (words.IsWord(at, "نقل", "نقلت", "ونقل", "ونقلت", "ينقل", "تنقل") && RelayedFrom(words, at) is null);

    /// <summary>“was accused of”, “is expected to”, “to say”: the subject does not speak.</summary>
    private static bool IsPassive(SentenceWords words, int verb) =>
        words.IsWord(verb - 1, "was", "were", "is", "are", "be", "been", "being", "to", "the", "a", "his", "her", "its", "their", "of", "no", "any", "widely", "so", "can", "could", "may", "will", "would", "should", "must", "needs")
        && !(words.IsWord(verb - 1, "will", "would") && words.IsWord(verb, "say"));

    private static (int First, int Last)? NameOf(SentenceWords words, int verb, int last) =>
        char.IsAsciiLetter(words.Words[verb].Text[0])
            ? EnglishSubject(words, verb) ?? (IsInverted(words, verb) ? NameAfter(words, last + 1) : null)
            : ArabicSubject(words, verb) ?? NameAfter(words, last + 1);

    /// <summary>“…”, said X.</summary>
    private static bool IsInverted(SentenceWords words, int verb) =>
        verb > 0 && words.GapBefore(verb).IndexOfAny(Signs.Inverted) >= 0;

    private static (int First, int Last)? EnglishSubject(SentenceWords words, int verb)
    {
        if (verb == 0)
        {
            // “Said the minister that …”, as translations have it.
            return words.IsWord(0, "said", "told", "announced") ? NameAfter(words, 1) : null;
        }

        if (IsInverted(words, verb))
        {
            return Apposition(words, verb);
        }

        var last = verb - 1;
        while (last > 0 && Has("between", words, last) && !IsParted(words, last))
        {
            last--;
        }

        var first = last;
        while (first > 0 && last - first < LongestSubject && !IsParted(words, first) && !words.IsWord(first - 1, "that", "but", "because", "while", "when", "as", "if", "although", "who", "which"))
        {
            first--;
        }

        first = SkipToName(words, first, last);
        return first <= last && words.Words[last].Kind is WordKind.Word ? (first, last) : null;
    }

    /// <summary>“Rodrigo Vel, the minister, said”: both pieces, when the first begins the sentence and holds no verb of its own.</summary>
    private static (int First, int Last)? Apposition(SentenceWords words, int verb)
    {
        if (words.GapBefore(verb).IndexOfAny("\"”’?!") >= 0 || !words.GapBefore(verb).Contains(',') || verb > LongestName)
        {
            return null;
        }

        var comma = Enumerable.Range(1, verb - 1).FirstOrDefault(i => words.GapBefore(i).Contains(','));
        var isShort = comma is > 0 and <= 6;
        var isCapital = isShort && Enumerable.Range(0, comma).All(i => IsCapital(words, i) || words.IsWord(i, "the", "of", "de", "al", "von", "and", "for"));
        var isFirstOfLong = isShort && comma < verb && words.Words.Count - verb > LongestSubject;
        var isName = (isCapital && comma < verb) || (isFirstOfLong && !Has("preposition", words, 0)) || (isShort && HasDocument(words, (0, comma - 1)));
        return isName ? (SkipToName(words, 0, verb - 1), verb - 1) : null;
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

        while (first < last && Has("determiner", words, first))
        {
            first++;
        }

        return first;
    }

    /// <summary>«وزارة الدفاع وصفت»: a name before its verb, as translations have it. Null when the verb begins its clause.</summary>
    private static (int First, int Last)? ArabicSubject(SentenceWords words, int verb)
    {
        if (verb == 0 || (words.Words[verb].Text[0] is 'و' && words.Words[verb].Text is not ("وصف" or "وصفت" or "وعد" or "وعدت" or "وثق" or "وثقت")))
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
        if (isClosed && (words.GapBefore(verb).IndexOfAny("\"”»:.") >= 0 || !words.IsWord(verb + 1, "ان", "انه", "انها", "بان", "انهم", "في", "امس")))
        {
            return null;
        }

        var first = last;
        while (first > 0 && last - first < LongestSubject && !IsParted(words, first))
        {
            first--;
        }

        var isName = !Has("preposition", words, first) && !Has("clause", words, first) && !Has("between", words, first)
            && Enumerable.Range(first, last - first + 1).All(i => AttributionVerbs.At(words, i) is null && words.Words[i].Kind is WordKind.Word);
        return isName ? (first, last) : null;
    }

    /// <summary>The name that begins there, up to what is said.</summary>
    private static (int First, int Last)? NameAfter(SentenceWords words, int from)
    {
        while (Has("determiner", words, from))
        {
            from++;
        }

        if (from >= words.Words.Count || Ends(words, from) || IsParted(words, from, isFirst: true) || words.Words[from].Kind is WordKind.Number)
        {
            return null;
        }

        var last = from;
        while (last + 1 < words.Words.Count && last + 1 - from < LongestName && !IsParted(words, last + 1) && !Ends(words, last + 1))
        {
            last++;
        }

        return (from, last);
    }

    private static bool Ends(SentenceWords words, int at) =>
        Has("clause", words, at) || Has("clauseen", words, at)
        || (words.IsWord(at, "في", "وفي", "علي") && (at + 1 >= words.Words.Count || Lists["stage"].Contains(words.Words[at + 1].Text)))
        || words.Words[at].Text is "للصحفيين" or "للصحافيين" or "للصحافه";

    /// <summary>“Lotfi: inflation is past its peak”, «وقال» apart.</summary>
    private static ReadAttribution? Leading(SentenceWords words)
    {
        var colon = Enumerable.Range(1, Math.Max(0, Math.Min(5, words.Words.Count - 1))).FirstOrDefault(i => words.GapBefore(i).Contains(':'));
        var isQuoted = colon > 0 && words.GapBefore(colon).IndexOfAny(Signs.Quotes) >= 0;
        return isQuoted && Enumerable.Range(0, colon).All(i => words.Words[i].Kind is WordKind.Word && (i == 0 || !IsParted(words, i)))
            ? new ReadAttribution("said", [.. Step(words, (0, colon - 1), "said")])
            : null;
    }

    private static bool HasDocument(SentenceWords words, (int First, int Last) name) =>
        Enumerable.Range(name.First, name.Last - name.First + 1).Any(i => Has("document", words, i));

    private static bool Has(string list, SentenceWords words, int at) => at >= 0 && at < words.Words.Count && Lists[list].Contains(words.Words[at].Text);

    private static bool IsParted(SentenceWords words, int at, bool isFirst = false)
    {
        var gap = words.GapBefore(at);
        var isAbbreviation = at > 0 && gap.Trim() is "." && words.Words[at - 1].Length <= 4 && char.IsUpper(words.Text[words.Words[at - 1].Start]);
        return !isAbbreviation && gap.IndexOfAny(isFirst ? Signs.BeforeSpeech : Signs.Clauses) >= 0;
    }
}
