using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Whether a sentence speaks of what is still to come: “will”, «سوف», «سيزور».</summary>
internal static class FutureWords
{
    private const string NotMark = "not ";
    private const int ShortestVerb = 5;

    private static readonly string[] All = [.. SearchData.LinesOf("intake/future-words")];

    private static readonly string[] Phrases = [.. All.Where(l => !l.StartsWith(NotMark, StringComparison.Ordinal)).Select(TextFold.Fold)];

    private static readonly string[] NoVerbs = [.. All.Where(l => l.StartsWith(NotMark, StringComparison.Ordinal)).Select(l => TextFold.Fold(l[NotMark.Length..]))];

    public static bool Has(string folded) =>
        Phrases.Any(p => $" {folded} ".Contains($" {p} ", StringComparison.Ordinal)) || folded.Split(' ').Any(IsFutureVerb);

    private static bool IsFutureVerb(string word)
    {
        var verb = word is ['و' or 'ف', ..] ? word[1..] : word;
        return verb.Length >= ShortestVerb && verb is ['س', 'ي' or 'ت' or 'ن', ..]
            && !(verb[1] is 'ن' && verb.StartsWith("سنو", StringComparison.Ordinal))
            && !NoVerbs.Any(n => verb.StartsWith(n, StringComparison.Ordinal));
    }
}
