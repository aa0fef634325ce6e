using System.Collections.Frozen;

namespace ClaimTracker.Core.Intake;

/// <summary>Arabic nouns that count two by their ending: قذيفتان, يومين. Definite ones say which two, and count nothing.</summary>
internal static class ArabicDuals
{
    private const int ShortestFeminine = 5;
    private const string Clitics = "وبلفك";

    private static readonly FrozenSet<string> Masculine = IntakeLists.Words("duals");

    private static readonly FrozenSet<string> Nominative = IntakeLists.Words("duals-nominative");

    private static readonly FrozenSet<string> Others = IntakeLists.Words("not-duals");

    /// <summary>The dual without the clitic before it; null for any other word.</summary>
    public static string? Of(string folded)
    {
        if (folded.StartsWith("ال", StringComparison.Ordinal) || folded.StartsWith("لل", StringComparison.Ordinal) || folded.StartsWith("وال", StringComparison.Ordinal)
            || folded.StartsWith("بال", StringComparison.Ordinal) || folded.Length < 4 || Others.Contains(folded) || Others.Contains(folded[1..]))
        {
            return null;
        }

        if (folded is ['و' or 'ب' or 'ل', ..] && !NotCounts.HasBeginning("lexical", folded) && IsDual(folded[1..]))
        {
            return folded[1..];
        }

        return IsDual(folded) ? folded : Clitics.Contains(folded[0], StringComparison.Ordinal) && IsDual(folded[1..]) ? folded[1..] : null;
    }

    /// <summary>An adjective that goes with a dual: مسيرتان, باليستيين.</summary>
    public static bool IsAdjective(string folded) =>
        folded.Length > 4 && EndsAsDual(folded) && !folded.StartsWith("ال", StringComparison.Ordinal) && folded[0] is not 'و' && !Others.Contains(folded);

    /// <summary>A feminine noun that is known to have a dual.</summary>
    public static bool IsCounted(string noun) => Masculine.Contains(noun);

    private static bool IsDual(string word)
    {
        if (!EndsAsDual(word) || Others.Contains(word))
        {
            return false;
        }

        var noun = word[..^2];
        return Masculine.Contains(noun) || (word.EndsWith("ان", StringComparison.Ordinal) && Nominative.Contains(noun)) || (noun.EndsWith('ت') && (Masculine.Contains(noun[..^1] + "ه") || (word.Length >= ShortestFeminine && !word.StartsWith("اثن", StringComparison.Ordinal) && !word.StartsWith('ي'))));
    }

    private static bool EndsAsDual(string word) => word.EndsWith("ان", StringComparison.Ordinal) || word.EndsWith("ين", StringComparison.Ordinal);
}
