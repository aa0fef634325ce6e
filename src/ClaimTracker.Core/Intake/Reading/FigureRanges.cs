using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Two numbers that are the ends of one range: “40–50”, “between 2 and 3 million”, «من 3 إلى 5».</summary>
internal static class FigureRanges
{
    /// <summary>«من 3 ساعات إلى 5 ساعات»: so many words of the unit between.</summary>
    private const int MostWordsBetween = 2;

    public static FoundNumber? Read(SentenceWords words, int at, HashSet<int> taken)
    {
        if (End(words, at) is not { } end || taken.Contains(end) || NotCounts.IsCalibre(words, end) || NotCounts.IsNumbered(words, end) || NotCounts.IsNumbered(words, at)
            || FigureReader.NumberAt(words, at) is not { } first || FigureReader.NumberAt(words, end) is not { } second)
        {
            return null;
        }

        // “3-5 million”: the scale is that of both.
        if (end <= at + 3 && ScaleOf(words, at) == 1 && ScaleOf(words, end) is var scale and > 1 && first < 1000)
        {
            first *= scale;
        }

        // “fell $1.40 to $82.10”, «ارتفع 3% إلى 45%»: by so much to so much.
        if (IsChange(words, at, end))
        {
            return null;
        }

        // “312 to 208” is a count of votes; only what is opened may fall.
        if (first > second && !(at > 0 && (IsOpening(words, at - 1) || (at > 1 && IsOpening(words, at - 2)))))
        {
            return null;
        }

        var opening = at > 0 && IsOpening(words, at - 1) ? at - 1 : at;
        return first == second ? null : new FoundNumber(opening, end) { Min = Math.Min(first, second), Max = Math.Max(first, second) };
    }

    /// <summary>Where the other number of the range stands.</summary>
    private static int? End(SentenceWords words, int at)
    {
        var next = at + 1;
        if (next < words.Words.Count && words.Words[next].Kind is WordKind.Number)
        {
            // Arabic writes its “and” on the number when that is a word: «بين ثلاثة وخمسة».
            return IsBetween(words, at) && words.Text[words.Words[next].Start] is 'و' ? next
                : words.GapBefore(next).Trim() is "-" or "–" or "—" or "%-" or "%–" or "-$" or "–$" or "–€" or "-€" ? next
                : null;
        }

        var isOpened = at > 0 && (IsOpening(words, at - 1) || (at > 1 && IsOpening(words, at - 2)));
        for (var between = 0; between <= (isOpened ? MostWordsBetween : 0) && next + between + 1 < words.Words.Count; between++)
        {
            var joint = next + between;
            var isTo = NotCounts.Has("rangeto", words.Words[joint].Text) || (isOpened && words.IsWord(joint, "حتي", "لغايه"));
            var isAnd = isOpened && IsBetween(words, at) && NotCounts.Has("rangeand", words.Words[joint].Text);
            var end = words.Words[joint + 1].Kind is WordKind.Number || !(words.IsWord(joint + 1, "نحو", "about", "around", "حوالي") || NotCounts.Has("currency", words.Words[joint + 1].Text)) ? joint + 1 : joint + 2;
            if ((isTo || isAnd) && end < words.Words.Count && words.Words[end].Kind is WordKind.Number)
            {
                return end;
            }

            if (isOpened && IsBetween(words, at) && words.Words[joint] is { Kind: WordKind.Number } number && words.Text[number.Start] is 'و')
            {
                return joint;
            }

            if (words.Words[joint].Kind is WordKind.Number)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsChange(SentenceWords words, int at, int end) =>
        end > at + 1 && ((words.IsWord(at - 1, "by") && words.GapBefore(end - 1).Contains(',')) || NotCounts.Has("rangeto", words.Words[end - 1].Text)
        && (IsMove(words, at - 1) || (words.IsWord(at - 1, "by", "about", "nearly", "some", "around", "another", "نحو", "حوالي") && IsMove(words, at - 2)) || words.IsWord(at - 1, "بنسبه", "بمقدار", "بواقع")));

    private static bool IsMove(SentenceWords words, int at) => at >= 0 && NotCounts.Has("move", words.Words[at].Text);

    private static bool IsOpening(SentenceWords words, int at) =>
        NotCounts.Has("rangeopen", words.Words[at].Text) || words.IsWord(at, "وبين", "ومن", "مابين");

    private static bool IsBetween(SentenceWords words, int at) =>
        words.IsWord(at - 1, "between", "بين", "وبين") || words.IsWord(at - 2, "between", "بين", "وبين");

    internal static decimal ScaleOf(SentenceWords words, int at)
    {
        var parts = words.Parts[at];
        return parts.Count < 2 || NumberWords.Find(parts[^1].Text) is not { Role: NumberRole.Scale or NumberRole.PluralScale or NumberRole.ScaleOrDual or NumberRole.ShortScale or NumberRole.LetterScale } scale
            ? 1
            : scale.Value;
    }
}
