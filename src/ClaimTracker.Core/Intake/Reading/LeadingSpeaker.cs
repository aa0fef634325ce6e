using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The speaker that a headline puts before a colon: “Lotfi: inflation is past its peak”.</summary>
internal static class LeadingSpeaker
{
    private const int LongestName = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    public static ReadAttribution? Read(SentenceWords words)
    {
        var colon = Enumerable.Range(1, Math.Max(0, Math.Min(LongestName, words.Words.Count - 1))).FirstOrDefault(i => words.GapBefore(i).Contains(':'));
        if (colon == 0 || !Enumerable.Range(0, colon).All(i => words.Words[i].Kind is WordKind.Word && (i == 0 || words.GapBefore(i).Trim() is [] or "." or "-" or "'")))
        {
            return null;
        }

        var isQuoted = words.GapBefore(colon).IndexOfAny(Signs.Quotes) >= 0;
        if (!isQuoted && !IsHeadline(words, colon))
        {
            return null;
        }

        var range = words.Range(0, colon - 1);
        return new ReadAttribution("said", [new ReadStep(words.Text.Substring(range.Start, range.Length), "said", range)]);
    }

    /// <summary>No full stop, and what stands before the colon may be a name.</summary>
    private static bool IsHeadline(SentenceWords words, int colon)
    {
        var isOpen = !".!?؟…".Contains(words.Text.TrimEnd()[^1], StringComparison.Ordinal);
        var isNoLabel = !Enumerable.Range(0, colon).Any(i => Lists["label"].Contains(words.Words[i].Text));
        var isArabic = FoldMap.IsArabic(words.Words[0].Text[0]);
        var isCapital = Enumerable.Range(0, colon).All(i => char.IsUpper(words.Text[words.Words[i].Start]) || words.IsWord(i, "of", "the", "al", "de", "and"));
        return isOpen && isNoLabel && (isArabic ? !Lists["preposition"].Contains(words.Words[0].Text) && !Lists["clause"].Contains(words.Words[0].Text) : isCapital);
    }
}
