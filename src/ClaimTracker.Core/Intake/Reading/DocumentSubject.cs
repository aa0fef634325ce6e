using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// A document that stands at the head of its sentence, far before its verb: “Satellite images taken by the firm on Tuesday show”,
/// «لكن تحليلا أجراه المركز أظهر».
/// </summary>
internal static class DocumentSubject
{
    private const int Longest = 18;

    /// <summary>The document is among so many words at the head.</summary>
    private const int Reach = 4;

    public static (int First, int Last)? Before(SentenceWords words, int verb)
    {
        var first = Dateline.End(words);
        while (first < verb && (SpeakerLists.Has("opener", words, first) || SpeakerLists.Has("determiner", words, first) || SpeakerLists.Has("connector", words, first)))
        {
            first++;
        }

        var document = Enumerable.Range(first, Math.Max(0, Math.Min(Reach, verb - first))).FirstOrDefault(i => SpeakerLists.Has("document", words, i), -1);
        var isFar = document >= 0 && verb - first <= Longest && verb - 1 > document && !SpeakerLists.Has("preposition", words, first)
            && !Enumerable.Range(first, document - first).Any(i => AttributionVerbs.At(words, i) is { NeedsDocument: false })
            && Enumerable.Range(first, verb - first).All(i => i == document || (!IsVerb(words, i) && (words.GapBefore(i + 1).IndexOfAny(Signs.AfterDocument) < 0 || (words.GapBefore(i + 1) is ". " && DatePatterns.Value("month", words.Words[i].Text) is not null))));
        return isFar ? (first, LastOf(words, first, verb)) : null;
    }

    /// <summary>«وجاء في بيان لقيادة الجيش», «ورد في تقرير صادر عن المنظمة», «جاء في بيان الوزارة»: whose document it is; else the document.</summary>
    public static ReadAttribution? Named(SentenceWords words)
    {
        for (var at = 0; at + 3 < words.Words.Count; at++)
        {
            if (!words.IsWord(at, "جا", "جات", "ورد", "وردت", "وجا", "وجات", "وورد", "ووردت") || !words.IsWord(at + 1, "في") || !SpeakerLists.Has("document", words, at + 2))
            {
                continue;
            }

            var from = words.IsWord(at + 3, "صادر", "صدر", "صادره", "نشره", "نشرته", "اصدره", "اصدرته") ? at + 4 : at + 3;
            from = words.IsWord(from, "عن") ? from + 1 : from;
            var isFor = from == at + 3 && words.Words[from].Text is ['ل', _, _, ..];
            var isOf = from < words.Words.Count && (from > at + 3 || isFor || words.Words[from].Text is ['ا', 'ل', _, _, ..] || SpeakerNames.IsRole(words, from));
            var name = isOf ? AttributionReader.NameAfter(words, from) : (at + 2, at + 2);
            if (name is var (first, last))
            {
                var range = words.Range(first, last);
                var joined = !isFor ? 0 : words.Words[first].Text is ['ل', 'ل', ..] ? 2 : 1;
                range = new TextRange(range.Start + joined, range.Length - joined);
                return new ReadAttribution("said", [new ReadStep(words.Text.Substring(range.Start, range.Length), "said", range)]);
            }
        }

        return null;
    }

    /// <summary>Without the relative clause or the brackets before the verb.</summary>
    private static int LastOf(SentenceWords words, int first, int verb)
    {
        var comma = Enumerable.Range(first + 1, verb - first).FirstOrDefault(i => words.GapBefore(i).IndexOfAny(",،") >= 0);
        return comma > 0 ? comma - 1 : verb - 1;
    }

    private static bool IsVerb(SentenceWords words, int at) =>
        SpeakerLists.Has("finite", words, at) || (AttributionVerbs.At(words, at) is { NeedsDocument: false } && !SpeakerLists.Has("alsonoun", words, at) && FoldMap.IsArabic(words.Words[at].Text[0]) is false);
}
