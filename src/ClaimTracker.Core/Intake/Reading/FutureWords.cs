using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Whether a sentence speaks of what is still to come: “will”, «سوف», «سيزور».</summary>
internal static class FutureWords
{
    private const string NotMark = "not ";
    private const string DateMark = "date ";
    private const int ShortestVerb = 5;

    private static readonly string[] All = [.. SearchData.LinesOf("intake/future-words")];

    private static readonly string[] Phrases = [.. All.Where(l => !l.StartsWith(NotMark, StringComparison.Ordinal) && !l.StartsWith(DateMark, StringComparison.Ordinal)).Select(TextFold.Fold)];

    /// <summary>These say when a thing is to be and nothing of the sentence: “ends in December”.</summary>
    private static readonly string[] OfDates = [.. All.Where(l => l.StartsWith(DateMark, StringComparison.Ordinal)).Select(l => TextFold.Fold(l[DateMark.Length..]))];

    private static readonly string[] NoVerbs = [.. All.Where(l => l.StartsWith(NotMark, StringComparison.Ordinal)).Select(l => TextFold.Fold(l[NotMark.Length..]))];

    public static bool Has(string folded) =>
        Phrases.Any(p => $" {folded} ".Contains($" {p} ", StringComparison.Ordinal)) || folded.Split(' ').Any(IsFutureVerb);

    /// <summary>
    /// “it will open on Friday”, “on Friday it will open”: the day of what is to come. Not “he said on Friday that it will open”: between
    /// the verb of saying and the day nothing is to come.
    /// </summary>
    public static bool IsToCome(SentenceWords words, int first, int last)
    {
        var said = first - 1;
        while (said >= 0 && AttributionVerbs.At(words, said) is null)
        {
            said--;
        }

        // “promised to pay from 1 January”, «تعهدت الحكومة»
        if (said >= 0 && (words.IsWord(said, "تعهد", "تعهدت", "وعد", "وعدت") || (words.IsWord(said + 1, "to") && words.IsWord(said, "promise", "promises", "promised", "pledge", "pledges", "pledged", "vow", "vows", "vowed", "threatens", "threatened", "agree", "agreed"))))
        {
            return true;
        }

        if (HasOfDate(words, said + 1, first - 1))
        {
            return true;
        }

        var end = last + 1;
        while (end < words.Words.Count && AttributionVerbs.At(words, end) is null && words.GapBefore(end).IndexOfAny(Signs.Sentences) < 0)
        {
            end++;
        }

        return said < 0 && HasOfDate(words, last + 1, end - 1, isAfter: true);
    }

    private static bool HasOfDate(SentenceWords words, int first, int last, bool isAfter = false)
    {
        // The month is no verb: “May”.
        var line = string.Join(' ', Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => words.Words[i]).Where(w => w.Text is not "may" || char.IsLower(words.Text[w.Start])).Select(w => w.Text));

        // “in a row over plans to axe 64 jobs”
        line = line.Replace("over plans to", "", StringComparison.Ordinal).Replace("about plans to", "", StringComparison.Ordinal);
        return Has(line) || OfDates.Any(p => !(isAfter && IsPutOff(p)) && $" {line} ".Contains($" {p} ", StringComparison.Ordinal));
    }

    /// <summary>“Tuesday’s vote was postponed to”: the day after it is to come, the one before not.</summary>
    private static bool IsPutOff(string phrase) => phrase.StartsWith("postponed", StringComparison.Ordinal) || phrase.StartsWith("adjourned", StringComparison.Ordinal) || phrase.StartsWith("deferred", StringComparison.Ordinal) || phrase.StartsWith("delayed", StringComparison.Ordinal);

    private static bool IsFutureVerb(string word)
    {
        var verb = word is ['و' or 'ف', ..] ? word[1..] : word;
        return verb.Length >= ShortestVerb && verb is ['س', 'ي' or 'ت' or 'ن', ..]
            && !(verb[1] is 'ن' && verb.StartsWith("سنو", StringComparison.Ordinal))
            && !NoVerbs.Any(n => verb.StartsWith(n, StringComparison.Ordinal));
    }
}
