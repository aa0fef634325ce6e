using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The verbs of saying and what step of an attribution each one is.</summary>
internal static class AttributionVerbs
{
    public const string By = "by";

    /// <summary>“put the cost of the line at”: so many words on, the word that completes the verb.</summary>
    private const int Reach = 14;

    /// <summary>The forms by their first word, longer phrases first.</summary>
    private static readonly FrozenDictionary<string, VerbForm[]> Forms;

    /// <summary>«نفى» and «رأى» are verbs, «نفي» and «رأي» are nouns: folded they are one.</summary>
    private static readonly FrozenSet<string> OnlyWithAlef;

    static AttributionVerbs()
    {
        var forms = SearchData.LinesOf("intake/attribution-verbs").SelectMany(VerbForm.Read).ToList();
        var yeh = forms.Where(f => !f.EndsInAlef).Select(f => f.Words[^1]).ToHashSet(StringComparer.Ordinal);
        OnlyWithAlef = forms.Where(f => f.EndsInAlef).Select(f => f.Words[^1]).Where(w => !yeh.Contains(w)).ToFrozenSet(StringComparer.Ordinal);
        Forms = forms.GroupBy(f => f.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.Words.Length).ThenByDescending(f => f.Later is not null).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The step that begins at that word and its last word.</summary>
    public static (string Verb, int Last, bool NeedsDocument)? At(SentenceWords words, int at) =>
        words.Words[at].Kind is WordKind.Word && !IsNoun(words, at) && !IsName(words, at)
        && (Find(words, at, words.Words[at].Text) ?? Find(words, at, WithoutAnd(words.Words[at].Text)) ?? (WithoutObject(words, at) is { } bare ? Find(words, at, bare) ?? Find(words, at, WithoutAnd(bare)) : null)) is { } form
            ? (form.Verb, at + form.Words.Length - 1, form.NeedsDocument)
            : null;

    /// <summary>“officials say”: the form that goes with more than one.</summary>
    public static bool IsPlural(string word) => Forms.TryGetValue(word, out var forms) && forms.Any(f => f.IsPlural && f.Words.Length == 1);

    private static VerbForm? Find(SentenceWords words, int at, string first)
    {
        if (!Forms.TryGetValue(first, out var forms))
        {
            return null;
        }

        foreach (var form in forms)
        {
            var isHere = at + form.Words.Length <= words.Words.Count && Enumerable.Range(1, form.Words.Length - 1).All(i => words.Words[at + i].Text == form.Words[i]);
            if (isHere && (form.Later is null || Enumerable.Range(at + 1, Reach).Any(i => words.IsWord(i, form.Later) && (form.Later is not "at" || IsBeforeNumber(words, i)))))
            {
                return form;
            }
        }

        return null;
    }

    /// <summary>“put the cost at about $3m”, not “put them to bed at home”.</summary>
    private static bool IsBeforeNumber(SentenceWords words, int at) =>
        Enumerable.Range(at + 1, 3).Any(i => i < words.Words.Count && words.Words[i].Kind is WordKind.Number);

    /// <summary>«ما أوردته الصحيفة», «ما يراه الخبير»: what is said stands before its verb as a pronoun on it.</summary>
    private static string? WithoutObject(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word.EndsWith("ها", StringComparison.Ordinal) || word.EndsWith("هم", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('ه') ? word[..^1] : null;
        var isBefore = words.IsWord(at - 1, "ما", "مما", "كما", "حسبما", "وفقما", "الذي", "التي", "وما", "بما", "لما");

        // «يتهمها السكان», «وصفه الوزير»: whom the verb is about goes on it, and a definite subject follows.
        var isAbout = !isBefore && bare is not null && SpeakerLists.Has("withwhom", WithoutAnd(bare)) && at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && (words.Words[at + 1].Text is ['ا', 'ل', _, _, ..] || SpeakerNames.IsRole(words, at + 1) || (SpeakerLists.Has("toone", words, at + 1) && SpeakerNames.IsRole(words, at + 2)));
        return bare is not { Length: > 2 } || !(isBefore || isAbout)
            ? null
            : bare.EndsWith('ا') ? bare[..^1] + "ي" : bare;
    }

    private static bool IsNoun(SentenceWords words, int at) =>
        words.Text[words.Words[at].End - 1] is 'ي' && (OnlyWithAlef.Contains(words.Words[at].Text) || OnlyWithAlef.Contains(WithoutAnd(words.Words[at].Text)));

    /// <summary>“our correspondent Layla Said is in Tunis”; and «هنا» is a place, where «هنأ» congratulates.</summary>
    private static bool IsName(SentenceWords words, int at) =>
        (at > 0 && words.IsWord(at, "said", "state", "claims", "grant", "back") && words.GapBefore(at) is " " && char.IsUpper(words.Text[words.Words[at].Start]) && char.IsUpper(words.Text[words.Words[at - 1].Start]) && at > 1)
        || (words.Words[at].Text is "هنا" or "وهنا" && !words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length).Contains('أ'));

    private static string WithoutAnd(string word) => word is ['و' or 'ف', _, _, ..] ? word[1..] : word;
}
