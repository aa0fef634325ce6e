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
    private const int MostBetweenBy = 6;

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

            // «وقال إن وحداته ردت على النيران»: what a speaker without a name says.
            if (verb is not null && direct.Count == 0 && step is not AttributionVerbs.By && IsWithin(words, i))
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
                var agent = step is not AttributionVerbs.By && !needsDocument && !words.IsWord(i, "quoted", "cited") && !Has("alsoact", words, i) && ByWhom(words, last) is { } by ? NameAfter(words, by + 1)
                    : words.IsWord(i, "quoted", "cited") && Enumerable.Range(last + 1, LongestSubject).Any(at => words.IsWord(at, "as") && words.IsWord(at + 1, "saying", "telling", "stating", "warning")) ? EnglishSubject(words, i - 1) : StatedIn(words, last);
                direct.AddRange(Step(words, agent, step));
                verb ??= agent is null ? null : step;
                continue;
            }

            // «بحسب ما ذكرت X»: the verb that follows names the speaker.
            if (step is AttributionVerbs.By && last + 1 < words.Words.Count && (words.IsWord(last + 1, "ما", "لما", "what") || AttributionVerbs.At(words, last + 1) is not null))
            {
                continue;
            }

            // «ووفقا له، …»
            if (step is AttributionVerbs.By && Has("toone", words, last + 1) && (last + 2 >= words.Words.Count || IsParted(words, last + 2)))
            {
                verb ??= "said";
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

    /// <summary>An Arabic verb behind «إن» in the same clause; not «، ويضيف».</summary>
    private static bool IsWithin(SentenceWords words, int at)
    {
        if (!FoldMap.IsArabic(words.Words[at].Text[0]))
        {
            return false;
        }

        var that = Enumerable.Range(1, at - 1 > 0 ? at - 1 : 0).LastOrDefault(i => words.IsWord(i, "ان", "بان"));
        return that > 0 && AttributionVerbs.At(words, 0) is not null && Enumerable.Range(that + 1, at - that).All(i => words.GapBefore(i) is " ");
    }

    /// <summary>“it was stated in a report by the Court of Audit that”: whose document it is.</summary>
    private static (int First, int Last)? StatedIn(SentenceWords words, int last)
    {
        var document = words.IsWord(last + 1, "in") ? Enumerable.Range(last + 2, MostBetweenBy).FirstOrDefault(i => Has("document", words, i)) : 0;
        var by = document > 0 && words.IsWord(document + 1, "by", "from", "of") ? document + 1 : document > 0 && words.IsWord(document + 2, "by") ? document + 2 : 0;
        return by > 0 ? NameAfter(words, by + 1) : null;
    }

    /// <summary>“was announced yesterday by the tribunal”: the place of “by”; not “responded by saying”.</summary>
    private static int? ByWhom(SentenceWords words, int last)
    {
        // “rejected as "baseless" by the ministry”
        var by = last + 1;
        if (words.IsWord(by, "as") && Enumerable.Range(by + 1, MostBetweenBy).FirstOrDefault(i => words.IsWord(i, "by")) is var after and > 0)
        {
            by = after;
        }

        while (by < words.Words.Count && by <= last + MostBetweenBy + 1 && !words.IsWord(by, "by") && (Has("afterverb", words, by) || Has("pronoun", words, by) || words.IsWord(by, "to", "the", "our", "newspaper", "reporters", "journalists", "separately", "later", "also", "reuters", "afp", "parliament") || DatePatterns.Value("weekday", words.Words[by].Text) is not null))
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
        // “the newspaper quoted from a military source his saying”: as translations have it.
        if (words.IsWord(verb, "quoted") && words.IsWord(verb + 1, "from"))
        {
            return NameAfter(words, verb + 2) is var (start, tail2) ? (start, Enumerable.Range(start, tail2 - start + 1).LastOrDefault(i => !words.IsWord(i, "his", "her", "their", "saying"), tail2)) : null;
        }

        // “Local media quoted the governor as saying”
        if (words.IsWord(verb, "quoted", "quotes", "cited") && Enumerable.Range(verb + 2, LongestSubject).FirstOrDefault(i => words.IsWord(i, "as") && words.IsWord(i + 1, "saying", "telling", "stating", "warning")) is var cited and > 0)
        {
            return NameAfter(words, verb + 1) is var (head, tail) && head < cited ? (head, Math.Min(tail, cited - 1)) : null;
        }

        var from = words.IsWord(verb, "نقل", "نقلت", "ونقل", "ونقلت", "تنقل", "ينقل") ? "عن" : words.IsWord(verb, "نسب", "نسبت", "ونسب", "ونسبت", "تنسب", "ينسب") ? "الي" : null;
        if (from is null)
        {
            return null;
        }

        for (var at = verb + 1; at < words.Words.Count && at <= verb + LongestName; at++)
        {
            if (words.IsWord(at, from))
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
            ? EnglishSubject(words, verb) ?? (IsInverted(words, verb) && !(words.IsWord(verb, "told", "tells") && words.GapBefore(verb).IndexOfAny("\"”’?!") < 0 && !words.IsWord(verb + 1, "to")) ? NameAfter(words, last + 1) : null)
            : ArabicSubject(words, verb) ?? NameAfter(words, last + 1);

    /// <summary>“…”, said X.</summary>
    private static bool IsInverted(SentenceWords words, int verb) =>
        verb > 0 && (words.GapBefore(verb).IndexOfAny(Signs.Inverted) >= 0 || (verb == 1 && words.IsWord(0, "as", "so")));

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
