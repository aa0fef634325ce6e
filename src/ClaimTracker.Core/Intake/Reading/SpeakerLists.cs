using System.Collections.Frozen;

namespace ClaimTracker.Core.Intake;

/// <summary>The lists of <c>Data/speaker-words.txt</c>.</summary>
internal static class SpeakerLists
{
    private const int LongestAcronym = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    public static bool Has(string list, string word) => Lists[list].Contains(word);

    /// <summary>Not of what is written in capitals: the WHO and the US are no pronouns.</summary>
    public static bool Has(string list, SentenceWords words, int at) =>
        at >= 0 && at < words.Words.Count && Has(list, words.Words[at].Text) && !(words.Words[at].Length is > 1 and <= LongestAcronym && words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length).IndexOfAnyExceptInRange('A', 'Z') < 0);
}
