namespace ClaimTracker.Core.Intake;

/// <summary>
/// A clause of its own that only says who passes the sentence on: “…, the paper reported.”, “…, leaked files suggest, …”. It counts
/// before every other verb of saying in the sentence, and its verb is none of those that are nouns too.
/// </summary>
internal static class SpeakingClause
{
    private const int Longest = 16;
    private const int LongestName = 8;

    /// <summary>The name before the verb; null when the verb ends no such clause.</summary>
    public static (int First, int Last)? Before(SentenceWords words, int verb, int last)
    {
        if (verb == 0 || SpeakerLists.Has("determiner", words, verb - 1) || words.GapBefore(verb).IndexOfAny("'’") >= 0 || words.IsWord(verb - 1, "own", "his", "her", "its", "their", "our", "my", "your", "of", "to", "no", "any", "this", "that") || !char.IsAsciiLetter(words.Words[verb].Text[0]) || !EndsAfter(words, last))
        {
            return null;
        }

        var end = verb;
        while (end > 1 && SpeakerNames.IsBetween(words, end - 1) && words.GapBefore(end) is " ")
        {
            end--;
        }

        end = SpeakerNames.BeforeBrackets(words, end);
        if (words.GapBefore(end) is ", ")
        {
            return Titled(words, end);
        }

        return words.GapBefore(verb).IndexOfAny(Signs.Inverted) < 0 && StartOf(words, end) is { } first && IsName(words, first, end, verb) ? (WithoutArticle(words, first, end), end - 1) : null;
    }

    /// <summary>Nothing but when and where it was said follows the verb in its clause.</summary>
    private static bool EndsAfter(SentenceWords words, int last)
    {
        var at = last + 1;
        if (at >= words.Words.Count || words.GapBefore(at).IndexOfAny(",–—;") >= 0 || words.GapBefore(at).StartsWith(" -"))
        {
            return true;
        }

        var isAdverbial = words.GapBefore(at) is " " && (SpeakerLists.Has("afterverb", words, at) || DatePatterns.Value("weekday", words.Words[at].Text) is not null);
        var rest = Enumerable.Range(at, Math.Min(Longest, words.Words.Count - at)).ToList();
        return isAdverbial && !rest.Exists(i => words.IsWord(i, "that") || AttributionVerbs.At(words, i) is { NeedsDocument: false }) && at + rest.Count == words.Words.Count;
    }

    /// <summary>Where the clause begins, within the sentence; null when it is the whole of it or too long.</summary>
    private static int? StartOf(SentenceWords words, int end)
    {
        var first = end;
        while (first > 0 && end - first < Longest && (first == end || !IsStart(words, first)))
        {
            first--;
        }

        return first > 0 && first < end && IsStart(words, first) ? first : null;
    }

    private static bool IsStart(SentenceWords words, int at) => words.GapBefore(at).IndexOfAny(Signs.BeforeClause) >= 0;

    private static bool IsName(SentenceWords words, int first, int end, int verb)
    {
        if (SpeakerLists.Has("pronoun", words, end - 1) || SpeakerLists.Has("pronoun", words, first) || SpeakerLists.Has("notname", words, first) || SpeakerLists.Has("preposition", words, first))
        {
            return false;
        }

        // “a charge his followers deny”, “a tenth of the sum alleged”: what is said, in few words more.
        var isObject = words.IsWord(first, "a", "an") && (Enumerable.Range(first, end - first).Any(i => words.IsWord(i, "his", "her", "its", "their")) || SpeakerLists.Has("participial", words, verb));
        if (isObject)
        {
            return false;
        }

        // “medical reports, …” is no “reports”: the verb has to agree with what stands before it.
        var isPluralVerb = AttributionVerbs.IsPlural(words.Words[verb].Text);
        var hasPlural = Enumerable.Range(first, end - first).Any(i => words.Words[i].Text is [.., not 's', 's'] || SpeakerLists.Has("plural", words, i) || words.IsWord(i, "and"));
        var isNamed = SpeakerLists.Has("determiner", words, first) || char.IsUpper(words.Text[words.Words[first].Start]) || char.IsUpper(words.Text[words.Words[end - 1].Start]) || SpeakerLists.Has("document", words, end - 1);
        var agrees = isPluralVerb ? hasPlural : !SpeakerLists.Has("alsonoun", words, verb) || isNamed;
        // “twice the number counted on 28 August”
        var isDocument = hasPlural || AttributionVerbs.At(words, verb) is not { NeedsDocument: true } || Enumerable.Range(first, end - first).Any(i => SpeakerLists.Has("document", words, i) || SpeakerLists.Has("recorder", words, i)) || SpeakerNames.IsCapital(words, first, end - 1);
        return agrees && isDocument && Enumerable.Range(first, end - first).All(i => !SpeakerLists.Has("finite", words, i) && (AttributionVerbs.At(words, i) is not { NeedsDocument: false } || SpeakerLists.Has("alsonoun", words, i)));
    }

    /// <summary>“…, the agency’s director, Jonas Eriksdal, confirmed.”: a title and a name, in this order or the other.</summary>
    private static (int First, int Last)? Titled(SentenceWords words, int verb)
    {
        if (StartOf(words, verb) is not { } second || words.GapBefore(second) is not ", " || StartOf(words, second) is not { } first || second - first > LongestName || verb - second > LongestName)
        {
            return null;
        }

        var isTitled = SpeakerNames.IsCapital(words, second, verb - 1) || SpeakerNames.IsCapital(words, first, second - 1);
        return isTitled && !SpeakerLists.Has("notname", words, first) && Enumerable.Range(first, verb - first).All(i => !SpeakerLists.Has("finite", words, i)) ? (WithoutArticle(words, first, second), verb - 1) : null;
    }

    private static int WithoutArticle(SentenceWords words, int first, int end) =>
        first + 1 < end && (SpeakerLists.Has("determiner", words, first) || words.IsWord(first, "as")) ? WithoutArticle(words, first + 1, end) : first;
}
