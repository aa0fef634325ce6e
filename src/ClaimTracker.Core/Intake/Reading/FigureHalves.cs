using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>One and a half of what has no number: “a decade and a half”, «طنا ونصف الطن», «مليونا ونصف المليون».</summary>
internal static class FigureHalves
{
    private const decimal OneAndAHalf = 1.5m;

    public static FoundNumber? Read(SentenceWords words, int at) => English(words, at) ?? Scale(words, at) ?? Arabic(words, at);

    private static FoundNumber? English(SentenceWords words, int at) =>
        words.IsWord(at, "a", "an", "one") && words.IsWord(at + 2, "and") && words.IsWord(at + 3, "a") && words.IsWord(at + 4, "half") && words.Words[at + 1].Kind is WordKind.Word && !NotCounts.Has("fraction", words.Words[at + 1].Text)
            ? new FoundNumber(at, at + 4) { Value = OneAndAHalf, Counted = at + 1 }
            : null;

    /// <summary>«مليونا» is one million here, though alone before a noun it is two.</summary>
    private static FoundNumber? Scale(SentenceWords words, int at)
    {
        if (words.Words[at].Kind is not WordKind.Number || words.Parts[at] is not [var scale, var half, ..] || !IsHalf(half.Text)
            || NumberWords.Find(scale.Text) is not { Role: NumberRole.Scale or NumberRole.ScaleOrDual, IsArabic: true } found)
        {
            return null;
        }

        return new FoundNumber(at, at) { Value = found.Value * OneAndAHalf };
    }

    /// <summary>«ساعة ونصف», «دولارا ونصفا»: an indefinite noun, the half perhaps of the same.</summary>
    private static FoundNumber? Arabic(SentenceWords words, int at)
    {
        var word = words.Words[at];
        var noun = word.Text is ['و', _, _, _, ..] && !NotCounts.HasBeginning("lexical", word.Text) ? word.Text[1..] : word.Text;
        var isCounted = at + 1 < words.Words.Count && word.Kind is WordKind.Word && noun.Length > 2 && FoldMap.IsArabic(noun[0]) && words.GapBefore(at + 1) is " " && IsHalf(words.Words[at + 1].Text)
            && noun is not ['ا', 'ل', ..] && ArabicDuals.Of(noun) is null && !StopWords.Contains(noun) && (at == 0 || words.Words[at - 1].Kind is not WordKind.Number);
        if (!isCounted)
        {
            return null;
        }

        var isSaidAgain = at + 2 < words.Words.Count && words.Words[at + 2].Text is ['ا', 'ل', _, _, ..] && words.Words[at + 2].Text[2] == noun[0];
        var isAlone = at + 2 >= words.Words.Count || !words.Words[at + 2].Text.StartsWith("ال", StringComparison.Ordinal);
        return isSaidAgain || isAlone ? new FoundNumber(at, isSaidAgain ? at + 2 : at + 1) { Value = OneAndAHalf, Dual = (noun, at) } : null;
    }

    private static bool IsHalf(string word) => word is "ونصف" or "ونصفا" or "ونص";
}
