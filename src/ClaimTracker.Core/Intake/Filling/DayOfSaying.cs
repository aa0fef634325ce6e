using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Which date of a sentence says when it was said: the one that stands at the verb of saying, with nothing but the speaker between
/// (“said on Tuesday”, «قال الوزير يوم الثلاثاء إن»). A date elsewhere (“exploded on Tuesday, the minister said”) is of what happened.
/// </summary>
public static class DayOfSaying
{
    private static readonly string[] Joining = ["on", "late", "early", "في", "يوم", "مسا", "صباح", "ظهر", "فجر", "ليل", "ليله"];

    /// <summary>Null: no date stands at a verb of saying.</summary>
    public static ReadDate? Of(string sentence, IReadOnlyList<ReadDate> dates)
    {
        if (dates.Count == 0)
        {
            return null;
        }

        var words = new SentenceWords(sentence);
        var speakers = AttributionReader.Read(words)?.Chain.Select(s => s.Range).ToList() ?? [];
        var verbs = Verbs(words);
        return dates.FirstOrDefault(d => !IsOfAThing(sentence, d.Range) && Places(words, d.Range) is var (first, last)
            && verbs.Exists(v => v.Last < first ? IsJoined(words, v.Last, first, speakers) : v.First > last && IsBefore(words, first, speakers) && IsJoined(words, last, v.First, [])));
    }

    private static List<(int First, int Last)> Verbs(SentenceWords words)
    {
        var quoted = QuotedSpeech.Of(words);
        var verbs = new List<(int, int)>();
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (!quoted[i] && AttributionVerbs.At(words, i) is var (verb, last, _) && verb is not AttributionVerbs.By && !OtherVerbs.Is(words, i, last))
            {
                verbs.Add((i, last));
            }
        }

        return verbs;
    }

    private static (int First, int Last)? Places(SentenceWords words, TextRange range)
    {
        var first = words.Words.FindIndex(w => w.Start >= range.Start);
        var last = words.Words.FindLastIndex(w => w.End <= range.End);
        return first >= 0 && last >= first ? (first, last) : null;
    }

    /// <summary>“said Tuesday’s blast”: the date is the blast’s.</summary>
    private static bool IsOfAThing(string sentence, TextRange date) => sentence.AsSpan(date.End) is ['\'' or '’', 's', ..];

    /// <summary>“The ministry on Tuesday said”: before a verb only right after who speaks.</summary>
    private static bool IsBefore(SentenceWords words, int date, List<TextRange> speakers)
    {
        var before = date - 1;
        while (words.IsWord(before, Joining))
        {
            before--;
        }

        return before >= 0 && speakers.Exists(s => s.End == words.Words[before].End);
    }

    /// <summary>Between the two stand only the speaker and words that join, and nothing that parts clauses.</summary>
    private static bool IsJoined(SentenceWords words, int before, int after, List<TextRange> speakers)
    {
        for (var at = before + 1; at <= after; at++)
        {
            var isSpeaker = at < after && speakers.Exists(s => s.Start <= words.Words[at].Start && words.Words[at].End <= s.End);
            if (!isSpeaker && (words.GapBefore(at).IndexOfAny(Signs.Clauses) >= 0 || (at < after && !words.IsWord(at, Joining))))
            {
                return false;
            }
        }

        return true;
    }
}
