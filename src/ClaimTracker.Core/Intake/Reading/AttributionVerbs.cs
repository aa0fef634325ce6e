using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The verbs of saying and what step of an attribution each one is.</summary>
internal static class AttributionVerbs
{
    public const string By = "by";
    private const char DocumentMark = '~';

    private static readonly FrozenDictionary<string, (string Verb, bool NeedsDocument)> Single;

    /// <summary>“according to”: the first word, the second and the verb.</summary>
    private static readonly FrozenDictionary<(string, string), string> Double;

    /// <summary>«نفى» and «رأى» are verbs, «نفي» and «رأي» are nouns: folded they are one.</summary>
    private static readonly FrozenSet<string> OnlyWithAlef;

    static AttributionVerbs()
    {
        var single = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        var (alef, yeh) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var twice = new Dictionary<(string, string), string>();
        foreach (var line in SearchData.LinesOf("intake/attribution-verbs"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = form.TrimStart(DocumentMark).Split('_').Select(TextFold.Fold).ToArray();
                (form[^1] is 'ى' ? alef : yeh).Add(words[^1]);
                if (words.Length > 1)
                {
                    twice.TryAdd((words[0], words[1]), line[..colon]);
                }
                else
                {
                    single.TryAdd(words[0], (line[..colon], form[0] is DocumentMark));
                }
            }
        }

        OnlyWithAlef = alef.Except(yeh).ToFrozenSet(StringComparer.Ordinal);
        Single = single.ToFrozenDictionary(StringComparer.Ordinal);
        Double = twice.ToFrozenDictionary();
    }

    /// <summary>The step that begins at that word and its last word.</summary>
    public static (string Verb, int Last, bool NeedsDocument)? At(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        if (at + 1 < words.Words.Count && (Double.TryGetValue((word, words.Words[at + 1].Text), out var two) || Double.TryGetValue((WithoutAnd(word), words.Words[at + 1].Text), out two)))
        {
            return (two, at + 1, false);
        }

        return words.Words[at].Kind is WordKind.Word && !IsNoun(words, at) && (Single.TryGetValue(word, out var one) || Single.TryGetValue(WithoutAnd(word), out one))
            ? (one.Verb, at, one.NeedsDocument)
            : null;
    }

    private static bool IsNoun(SentenceWords words, int at) =>
        words.Text[words.Words[at].End - 1] is 'ي' && (OnlyWithAlef.Contains(words.Words[at].Text) || OnlyWithAlef.Contains(WithoutAnd(words.Words[at].Text)));

    private static string WithoutAnd(string word) => word is ['و' or 'ف', _, _, ..] ? word[1..] : word;
}
