using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Whether words that were read as a speaker look like one, so that somebody new may be proposed by that name: they hold a word for
/// people or bodies, a country, or have the shape of a proper name. “leaked memo” and «الدعم الروسي المعزز» have none of these.
/// </summary>
public static class LikelySpeaker
{
    private static readonly FrozenSet<string> Countries = Glossary.Terms(Glossary.Countries).SelectMany(t => t.Label).Select(l => TextFold.Fold(l.Value)).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="written">The words as they stand.</param>
    /// <param name="beginsSentence">The first word is a capital's place, whatever it is.</param>
    public static bool Is(string written, bool beginsSentence)
    {
        var words = Words.Of(written).Where(w => !w.IsPart && w.Kind is WordKind.Word).ToList();
        if (words.Count == 0)
        {
            return false;
        }

        var line = $" {string.Join(' ', words.Select(w => w.Text))} ";
        return words.Exists(w => SpeakerKinds.Guess(w.Text) is not null)
            || Countries.Any(c => line.Contains($" {c} ", StringComparison.Ordinal))
            || (FoldMap.IsArabic(words[0].Text[0]) ? IsArabicName(words) : IsName(written, words, beginsSentence));
    }

    /// <summary>A capital that does not only begin the sentence; one word alone may. Scripts without capitals tell nothing.</summary>
    private static bool IsName(string written, List<Word> words, bool beginsSentence)
    {
        var isCased = char.IsUpper(written[words[0].Start]) || char.IsLower(written[words[0].Start]);
        return !isCased || words.Skip(beginsSentence && words.Count > 1 ? 1 : 0).Any(w => char.IsUpper(written[w.Start]));
    }

    /// <summary>
    /// «يان كوفال», «العوبلي», «الكابتن رومان فيلدا»: no definite word but a family name at the end, or a title before two words of a name.
    /// </summary>
    private static bool IsArabicName(List<Word> words)
    {
        var lastDefinite = words.FindLastIndex(w => w.Text is ['ا', 'ل', _, _, ..]);
        return lastDefinite < 0
            || (lastDefinite == words.Count - 1 && words[^1].Text[^1] is 'ي' && !words.SkipLast(1).Any(w => w.Text is ['ا', 'ل', _, _, ..]))
            || words.Count - 1 - lastDefinite >= 2;
    }
}
