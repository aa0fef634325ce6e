using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Speakers of sentences that have no verb of saying: “the union’s view is”, “by the union’s count”, “took the floor, saying”.</summary>
internal static class SpeakerWithoutVerb
{
    private const int LongestName = 8;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    public static ReadAttribution? Read(SentenceWords words, bool[] quoted) =>
        From(words, quoted) ?? Whose(words, quoted) ?? Whose(words, quoted, isArabic: words.IsArabic);

    /// <summary>“…,” was the reply from the mayor; a warning by the bank that; the warning came from the mayor: …</summary>
    private static ReadAttribution? From(SentenceWords words, bool[] quoted)
    {
        for (var at = 1; at + 2 < words.Words.Count; at++)
        {
            if (quoted[at] || !(Lists["saying"].Contains(words.Words[at].Text) || Lists["spoken"].Contains(words.Words[at].Text)))
            {
                continue;
            }

            var by = words.IsWord(at + 1, "came") ? at + 2 : at + 1;
            if (!words.IsWord(by, "from", "by") || words.GapBefore(by) is not " " || AttributionReader.NameAfter(words, by + 1) is not var (first, last))
            {
                continue;
            }

            var isAnswer = words.IsWord(at - 1, "the") && words.IsWord(at - 2, "was", "is", "came") && at > 2 && words.GapBefore(at - 2).IndexOfAny("\"”’") >= 0;
            var isThat = words.IsWord(last + 1, "that") || (by == at + 2 && words.Text.IndexOf(':', StringComparison.Ordinal) > words.Words[last].Start);
            if (isAnswer || isThat)
            {
                return Of(words, first, last);
            }
        }

        return null;
    }

    /// <summary>“the union’s view is that”, “in Vel’s words”, “by the ministry’s own count”.</summary>
    private static ReadAttribution? Whose(SentenceWords words, bool[] quoted)
    {
        for (var at = 1; at < words.Words.Count; at++)
        {
            if (quoted[at] || !Lists["saying"].Contains(words.Words[at].Text))
            {
                continue;
            }

            var owner = words.IsWord(at - 1, "own") ? at - 2 : at - 1;
            if (owner < 0 || !IsOwner(words, owner))
            {
                continue;
            }

            var first = owner;
            while (first > 0 && owner - first < LongestName && words.GapBefore(first) is " " && !Lists["preposition"].Contains(words.Words[first - 1].Text) && !Lists["determiner"].Contains(words.Words[first - 1].Text))
            {
                first--;
            }

            var isHead = first == 0 || Lists["determiner"].Contains(words.Words[first - 1].Text);
            var says = words.IsWord(at + 1, "is", "was", "that") && isHead;
            var after = words.IsWord(first - 1, "in", "by", "on") || (words.IsWord(first - 1, "the") && words.IsWord(first - 2, "in", "by", "on"));
            if (says || after)
            {
                return Of(words, first, owner);
            }
        }

        return null;
    }

    /// <summary>“The minister opened the session, warning that”, «انتقد الوزير الخطة، مشيرا إلى»: the subject of whatever verb there is.</summary>
    private static ReadAttribution? Whose(SentenceWords words, bool[] quoted, bool isArabic)
    {
        var at = Enumerable.Range(0, words.Words.Count).FirstOrDefault(i => !quoted[i] && i > 1 && Lists["participle"].Contains(words.Words[i].Text) && words.GapBefore(i).IndexOfAny(",،") >= 0);
        if (at == 0)
        {
            return null;
        }

        var first = 0;
        while (first < at && Enumerable.Range(first + 1, Math.Max(0, Math.Min(5, at - first - 1))).FirstOrDefault(i => words.GapBefore(i).IndexOfAny(",،") >= 0) is var comma and > 0
            && (Lists["adverbial"].Contains(words.Words[first].Text) || Lists["preposition"].Contains(words.Words[first].Text) || words.Words[first].Text is ['ب', .., 'ه'] or ['ب', .., 'ه', 'ا']))
        {
            first = comma;
        }

        return isArabic ? Arabic(words, first, at) : English(words, first, at);
    }

    /// <summary>The verb comes first and its subject is definite.</summary>
    private static ReadAttribution? Arabic(SentenceWords words, int verb, int end)
    {
        var first = verb + 1;
        if (words.Words[verb].Text.StartsWith("ال", StringComparison.Ordinal) || Lists["preposition"].Contains(words.Words[verb].Text) || first >= end || words.Words[first].Text is not ['ا', 'ل', _, _, ..])
        {
            return null;
        }

        var last = first;
        while (last + 1 < end && words.GapBefore(last + 1) is " " && words.Words[last + 1].Text is ['ا', 'ل', _, _, .., var ending] && (ending is 'ي' || (ending is 'ه' && words.Words[first].Text[^1] is 'ه')))
        {
            last++;
        }

        return Of(words, first, last);
    }

    /// <summary>Up to the first verb in the past.</summary>
    private static ReadAttribution? English(SentenceWords words, int first, int end)
    {
        while (first < end && Lists["determiner"].Contains(words.Words[first].Text))
        {
            first++;
        }

        var verb = Enumerable.Range(first + 1, Math.Max(0, end - first - 1)).FirstOrDefault(i => IsPast(words, i));
        return verb == 0 || words.Words[first].Kind is WordKind.Number || NotCounts.Has("vague", words.Words[first].Text) || (words.IsWord(verb, "was", "were", "is", "are") && !(words.IsWord(end + 1, "that") && SpeakerNames.IsCapital(words, first, verb - 1))) || verb - first > LongestName || Lists["pronoun"].Contains(words.Words[first].Text) || Lists["preposition"].Contains(words.Words[first].Text) ? null : Of(words, first, verb - 1);
    }

    private static bool IsPast(SentenceWords words, int at) =>
        char.IsLower(words.Text[words.Words[at].Start]) && (words.Words[at].Text.EndsWith("ed", StringComparison.Ordinal) || words.IsWord(at, "was", "were", "is", "are", "has", "had", "have", "took", "gave", "made", "went", "came", "stood", "hit", "sent", "left", "met", "struck", "rose", "drew"));

    private static bool IsOwner(SentenceWords words, int at)
    {
        var end = words.Words[at].End;
        return end < words.Text.Length && words.Text[end] is '\'' or '’' && !Lists["pronoun"].Contains(words.Words[at].Text);
    }

    private static ReadAttribution Of(SentenceWords words, int first, int last)
    {
        var range = words.Range(first, last);
        return new ReadAttribution("said", [new ReadStep(words.Text.Substring(range.Start, range.Length), "said", range)]);
    }
}
