using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// A figure that a sentence gives: a value, or a range, or neither (“dozens”); what is counted, as the code of a unit of the
/// house, else as written, or empty; how exact it says it is, null where it says nothing; and where it stands, in UTF-16 units.
/// </summary>
public sealed record ReadFigure(decimal? Value, decimal? Min, decimal? Max, string Unit, bool IsKnownUnit, FigureModifier? Modifier, TextRange Range);

/// <summary>Reads every figure of a sentence. Dates, years, names with numbers, clocks and scores are no figures.</summary>
public static class FigureReader
{
    private const decimal Million = 1_000_000m;
    private const decimal Lakh = 100_000m;
    private const decimal Crore = 10_000_000m;

    /// <summary>The dates of the sentence are left out, whatever day the article is of.</summary>
    private static readonly DateOnly AnyDay = new(2020, 1, 1);

    public static IReadOnlyList<ReadFigure> Read(string sentence, KnownUnits units)
    {
        var words = new SentenceWords(sentence);
        return Read(words, DateResolver.Read(words, AnyDay).Select(d => (d.First, d.Last)), units);
    }

    internal static List<ReadFigure> Read(SentenceWords words, IEnumerable<(int First, int Last)> dates, KnownUnits units)
    {
        var taken = dates.SelectMany(d => Enumerable.Range(d.First, d.Last - d.First + 1)).ToHashSet();
        var figures = new List<ReadFigure>();
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (!taken.Contains(i) && ReadAt(words, i, taken) is { } found)
            {
                var unit = FigureUnit.Find(words, found, units);
                unit = Enumerable.Range(found.Last + 1, Math.Max(0, unit.Last - found.Last)).Any(taken.Contains) ? new FigureUnit("", IsKnown: false, found.First, found.Last) : unit;
                (found, unit) = WithHalf(words, found, unit);
                figures.Add(Complete(words, found, unit));

                // “two 40-tonne cranes”: the other number is read too.
                var hasOther = Enumerable.Range(found.Last + 1, Math.Max(0, unit.Last - found.Last)).Any(at => words.Words[at].Kind is WordKind.Number);
                i = Math.Max(hasOther ? found.Last : Math.Max(found.Last, unit.Last), i);
            }
        }

        return figures;
    }

    /// <summary>«ثلاث ساعات ونصف الساعة».</summary>
    private static (FoundNumber Number, FigureUnit Unit) WithHalf(SentenceWords words, FoundNumber found, FigureUnit unit)
    {
        var last = Math.Max(found.Last, unit.Last);
        if (found.Value is not { } value || found.Dual is not null || !words.IsWord(last + 1, "ونصف"))
        {
            return (found, unit);
        }

        var isSaidAgain = last + 2 < words.Words.Count && words.Words[last + 2].Text is ['ا', 'ل', _, _, ..];
        return (found with { Value = value + 0.5m }, unit with { Last = isSaidAgain ? last + 2 : last + 1 });
    }

    private static FoundNumber? ReadAt(SentenceWords words, int at, HashSet<int> taken) =>
        FigureHalves.Read(words, at) ?? FigureParts.Read(words, at)
        ?? (words.Words[at].Kind is WordKind.Number ? ReadNumber(words, at, taken) : ReadWord(words, at));

    private static FoundNumber? ReadNumber(SentenceWords words, int at, HashSet<int> taken)
    {
        if (NotCounts.Is(words, at) || NumberAt(words, at) is not { } value)
        {
            return null;
        }

        if (FigureRanges.Read(words, at, taken) is { } range)
        {
            return range;
        }

        if (IndianScale(words, at) is var (last2, scale2))
        {
            return new FoundNumber(at, last2) { Value = value * scale2 };
        }

        // «4.600 علبة»: three digits after the point are thousands, but for what is measured.
        if (words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length) is [not '0', .., '.', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] && words.Words[at].Length is > 4 and <= 7 && !IsMeasured(words, at))
        {
            value *= 1000;
        }

        // “3,5 في المئة”
        var last = at;
        if (at + 1 < words.Words.Count && words.GapBefore(at + 1) is "," or "،" && words.Words[at + 1] is { Kind: WordKind.Number, Length: <= 2 } fraction
            && words.Words[at].Length <= 3 && decimal.TryParse($"{words.Words[at].Text}.{fraction.Text}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var joined))
        {
            (value, last) = (joined, at + 1);
        }

        // «ما بين 1,5 و1,8 مليون»
        var end = words.IsWord(last + 1, "و") ? last + 2 : last + 1;
        if (last > at && words.IsWord(at - 1, "بين") && end < words.Words.Count && (end > last + 1 || words.Text[words.Words[end].Start] is 'و') && NumberAt(words, end) is { } upper)
        {
            var both = FigureRanges.ScaleOf(words, end);
            value = value < upper / both ? value * both : value;
            return value < upper ? new FoundNumber(at - 1, end) { Min = value, Max = upper } : null;
        }

        // «275$ مليون»: the sign between the number and its scale.
        if (at + 1 < words.Words.Count && words.GapBefore(at + 1) is "$ " or "€ " or "£ " && NumberAt(words, at + 1) is { } scale and (1_000 or 1_000_000 or 1_000_000_000 or 1_000_000_000_000) && !char.IsDigit(words.Text[words.Words[at + 1].Start]))
        {
            (value, last) = (value * scale, at + 1);
        }

        // “2 and a half hours”
        if (words.IsWord(at + 1, "and") && words.IsWord(at + 2, "a") && words.IsWord(at + 3, "half"))
        {
            (value, last) = (value + 0.5m, at + 3);
        }

        // “180m long” is no million.
        if (words.Parts[at] is [.., { Text: "m" }] && ((at + 1 < words.Words.Count && NotCounts.Has("measured", words.Words[at + 1].Text)) || (words.IsWord(at - 1, "the") && words.GapBefore(at) is " " && !FigureUnits.HasNoun(words, at))))
        {
            return new FoundNumber(at, at) { Value = value / Million, Unit = "m" };
        }

        var isNegative = IsBelowZero(words, at, last);
        return new FoundNumber(at, last) { Value = isNegative ? -value : value };
    }

    /// <summary>“18 lakh”, “1,140 crore”, “3.4 lakh crore”: the last word and what it makes of the number.</summary>
    private static (int Last, decimal Scale)? IndianScale(SentenceWords words, int at)
    {
        var (last, scale) = (at, 1m);
        while (last + 1 < words.Words.Count && words.GapBefore(last + 1) is " " && (words.IsWord(last + 1, "lakh", "lakhs") ? Lakh : words.IsWord(last + 1, "crore", "crores") ? Crore : 0) is var next and > 0)
        {
            (last, scale) = (last + 1, scale * next);
        }

        return last > at ? (last, scale) : null;
    }

    private static bool IsMeasured(SentenceWords words, int at)
    {
        // «412.309 ناخبا من أصل 1.090.770»
        if (words.Words.Any(w => w.Kind is WordKind.Number && words.Text.AsSpan(w.Start, w.Length).Count('.') > 1))
        {
            return false;
        }

        var end = words.Words[at].End;
        return (end < words.Text.Length && words.Text[end] is '%' or '٪') || at + 1 >= words.Words.Count || words.Words[at + 1].Kind is not WordKind.Word || NotCounts.Has("measure", words.Words[at + 1].Text);
    }

    /// <summary>“three transformers and one fuel tank”, “one bus an hour”: where “one” is a count.</summary>
    private static FoundNumber? ReadOne(SentenceWords words, int at)
    {
        var isCounted = words.IsWord(at - 1, "and") && Enumerable.Range(Math.Max(0, at - 8), Math.Min(8, at)).Any(i => words.Words[i].Kind is WordKind.Number && !NotCounts.Is(words, i));
        var isRate = words.IsWord(at + 2, "a", "an", "per") && words.IsWord(at + 3, "minute", "hour", "day", "week", "month", "year", "head", "person");
        var last = at;
        while (last + 1 < words.Words.Count && last < at + 3 && words.Words[last + 1] is { Kind: WordKind.Word } next && words.GapBefore(last + 1) is " " && !StopWords.Contains(next.Text) && !words.Text[next.Start..next.End].EndsWith("ed", StringComparison.Ordinal))
        {
            last++;
        }

        return (isCounted || isRate) && last > at && !words.IsWord(last, "day", "person", "thing") ? new FoundNumber(at, last) { Value = 1, Counted = last } : null;
    }

    /// <summary>Numbers in words that are none alone: “dozens”, قذيفتان, “twice”, “one and a half”.</summary>
    private static FoundNumber? ReadWord(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word is ['و' or 'ب' or 'ل' or 'ف', _, _, _, ..] ? word[1..] : word;
        if (NotCounts.Has("vague", word) || NotCounts.Has("vague", bare))
        {
            // «كل هذه المليارات», “these millions”
            if (words.IsWord(at - 1, "هذه", "تلك", "these", "those"))
            {
                return null;
            }

            return ReadVague(words, at);
        }

        if (NotCounts.Has("few", word) && (words.IsWord(at + 1, "hundred", "thousand", "million", "dozen", "billion") || (words.IsWord(at + 1, "of") && words.IsWord(at + 2, "hundred", "thousand")) || (at + 1 < words.Words.Count && FoldMap.IsArabic(word[0]) && NotCounts.Has("vague", words.Words[at + 1].Text))))
        {
            return new FoundNumber(at, words.IsWord(at + 1, "of") ? at + 2 : at + 1);
        }

        if (NotCounts.Has("twice", word) || NotCounts.Has("thrice", word))
        {
            return new FoundNumber(at, at) { Value = word is "twice" ? 2 : 3, Unit = "times" };
        }

        if (word is "one" && ReadOne(words, at) is { } one)
        {
            return one;
        }

        if (word is "one" && words.IsWord(at + 1, "and") && words.IsWord(at + 2, "a") && words.IsWord(at + 3, "half"))
        {
            return new FoundNumber(at, at + 3) { Value = 1.5m };
        }

        if (bare is "ضعفي" or "ضعفا" or "ضعفين")
        {
            return new FoundNumber(at, at) { Value = 2, Unit = bare };
        }

        if (bare is "ضعف" && at > 0 && QuantityModifiers.Before(words.Text, words.Words, at) is not null)
        {
            return new FoundNumber(at, at) { Value = 2, Unit = "ضعف" };
        }

        if (bare is "ضعف" && at + 1 < words.Words.Count && (NotCounts.Has("doubled", words.Words[at + 1].Text) || NotCounts.Has("doubled", WithoutOwner(words.Words[at + 1].Text))))
        {
            return new FoundNumber(at, at) { Value = 2, Unit = "ضعف" };
        }

        // «المستشفيات السبعة», «الحظائر الاثنتا عشرة»
        if (at > 0 && words.GapBefore(at) is " " && words.Words[at - 1].Text is ['ا', 'ل', _, _, _, ..] or ['و', 'ا', 'ل', _, _, _, ..] && !NotCounts.Has("numbered", words.Words[at - 1].Text)
            && (NotCounts.Cardinal(word) ?? (word is "الاثنتا" or "الاثنا" or "الاثنتي" or "الاثني" ? 2 : null)) is { } cardinal)
        {
            var isTeen = at + 1 < words.Words.Count && NumberAt(words, at + 1) == 10 && words.GapBefore(at + 1) is " ";
            return isTeen ? new FoundNumber(at, at + 1) { Value = cardinal + 10 } : cardinal == 2 ? null : new FoundNumber(at, at) { Value = cardinal };
        }

        return (ArabicDuals.Of(word) ?? MarkedDual(words, at)) is { } dual && !words.IsWord(at - 1, "كلا", "كلتا", "هذان", "هذين", "هاتين") && !IsNameInMarks(words, at) ? ReadDual(words, at, dual) : null;
    }

    /// <summary>«مسؤولَين»: the vowel sign tells two from many; «غرفتي عمليات»: the dual before its indefinite noun.</summary>
    private static string? MarkedDual(SentenceWords words, int at)
    {
        var word = words.Words[at];
        var isMarked = words.Text.AsSpan(word.Start, word.Length).EndsWith("\u064Eين") && word.Text is not ['ا', 'ل', ..];
        var isConstruct = word.Text is [_, _, .., 'ت', 'ي' or 'ا'] && at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && words.Words[at + 1] is { Kind: WordKind.Word } next && next.Text is not ['ا', 'ل', ..] && !StopWords.Contains(next.Text) && ArabicDuals.IsCounted(word.Text[..^2] + "ه");
        return isMarked || isConstruct ? word.Text : null;
    }

    /// <summary>«ورد لـ(ضفتين)»: a dual alone in brackets or quotation marks is a name.</summary>
    private static bool IsNameInMarks(SentenceWords words, int at) =>
        words.GapBefore(at).EndsWith("(") || words.GapBefore(at).EndsWith("«") ? words.Words[at].End < words.Text.Length && words.Text[words.Words[at].End] is ')' or '»' : false;

    /// <summary>معدله, حجمها.</summary>
    private static string WithoutOwner(string word) =>
        word.EndsWith("ها", StringComparison.Ordinal) || word.EndsWith("هم", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('ه') ? word[..^1] : word;

    /// <summary>«عشرات الآلاف», “hundreds of millions”.</summary>
    private static FoundNumber ReadVague(SentenceWords words, int at)
    {
        var last = at;
        while (true)
        {
            var next = words.IsWord(last + 1, "of") ? last + 2 : last + 1;
            if (next >= words.Words.Count || !NotCounts.Has("vague", words.Words[next].Text))
            {
                return new FoundNumber(at, last);
            }

            last = next;
        }
    }

    private static FoundNumber ReadDual(SentenceWords words, int at, string dual)
    {
        var last = at;
        if (!dual.EndsWith('ن') && ArabicDuals.Of(words.Words[at].Text) is null)
        {
            return new FoundNumber(at, at + 1) { Value = 2, Dual = (dual, at + 1) };
        }

        while (last + 1 < words.Words.Count && words.GapBefore(last + 1) is " " && ArabicDuals.IsAdjective(words.Words[last + 1].Text) && !NotCounts.Has("rangeand", words.Words[last + 1].Text))
        {
            last++;
        }

        // «محتكرين اثنين»
        last = words.IsWord(last + 1, "2") && words.Text.AsSpan(words.Words[last + 1].Start).StartsWith("اث") ? last + 1 : last;
        var isAndHalf = words.IsWord(last + 1, "ونصف");
        var isCompound = last > at && NotCounts.Has("compound", words.Words[at + 1].Text);
        return new FoundNumber(at, isAndHalf ? last + 1 : last) { Value = isAndHalf ? 2.5m : IsBelowZero(words, at, last) ? -2 : 2, Dual = (dual, isCompound ? at + 1 : at) };
    }

    internal static decimal? NumberAt(SentenceWords words, int at) =>
        at < words.Words.Count && words.Words[at].Kind is WordKind.Number
        && decimal.TryParse(words.Words[at].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>“-23”, “minus 7”, “12 degrees below zero”.</summary>
    private static bool IsBelowZero(SentenceWords words, int first, int last)
    {
        var start = words.Words[first].Start;
        var hasSign = start > 0 && words.Text[start - 1] is '-' or '−' or '–' && (start == 1 || char.IsWhiteSpace(words.Text[start - 2]));
        var isSaidAfter = Enumerable.Range(last + 1, 3).Any(i => i + 1 < words.Words.Count && NotCounts.Has("below", words.Words[i].Text) && NotCounts.Has("zero", words.Words[i + 1].Text));
        return hasSign || isSaidAfter || (first > 0 && NotCounts.Has("minus", words.Words[first - 1].Text));
    }

    private static ReadFigure Complete(SentenceWords words, FoundNumber found, FigureUnit unit)
    {
        // “up to US$1.2bn”: the currency stands between.
        var number = found.First > 0 && (words.IsWord(found.First - 1, "us", "hk") || NotCounts.Has("currency", words.Words[found.First - 1].Text)) ? found.First - 1 : found.First;
        var before = QuantityModifiers.Before(words.Text, words.Words, number);
        before = before is { } over && IsSpan(words, over.First, number, unit) ? null : before;
        var last = Math.Max(found.Last, unit.Last);
        var after = before is null ? ModifierAfter(words, found.Last, last) : null;
        var first = Math.Min(Math.Min(found.First, unit.First), before?.First ?? found.First);
        var end = words.Words[Math.Max(last, after?.Last ?? last)].End;
        var start = unit.SignStart is { } sign && sign < words.Words[first].Start ? sign : words.Words[first].Start;
        end = Math.Max(end, unit.SignEnd ?? end);
        return new ReadFigure(found.Value, found.Min, found.Max, unit.Name, unit.IsKnown, before?.Modifier ?? after?.Modifier, new TextRange(start, end - start));
    }

    /// <summary>“rose 4% over two years”, “cut over ten years”: the span in which it was, and not “more than”; but “took over two years”.</summary>
    private static bool IsSpan(SentenceWords words, int over, int number, FigureUnit unit) =>
        over == number - 1 && words.IsWord(over, "over") && NotCounts.Has("span", unit.Name) && (over == 0 || !NotCounts.Has("lasting", words.Words[over - 1].Text));

    /// <summary>Said right after the number, or within two words after what is counted: «15 ألف جندي على الأقل».</summary>
    private static (FigureModifier Modifier, int Last)? ModifierAfter(SentenceWords words, int number, int last)
    {
        foreach (var at in new[] { number + 1, last + 1, last + 2, last + 3 })
        {
            if (at >= words.Words.Count || (at > last + 1 && (words.Words[at - 1].Kind is WordKind.Number || !QuantityModifiers.IsOnePhrase(words.Text, words.Words, at - 1))))
            {
                break;
            }

            if (QuantityModifiers.After(words.Text, words.Words, at) is { } after)
            {
                return after;
            }
        }

        return null;
    }
}

/// <summary>A number of a sentence before its unit is known: the places of its words and what it says.</summary>
internal sealed record FoundNumber(int First, int Last)
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>What is counted, where the number's own word says it: “twice”.</summary>
    public string? Unit { get; init; }

    /// <summary>An Arabic dual holds number and noun in one word; with the last word of its unit.</summary>
    public (string Word, int Last)? Dual { get; init; }

    /// <summary>Where what is counted stands, when it stands within.</summary>
    public int? Counted { get; init; }

    /// <summary>A part of what follows “of”.</summary>
    public bool IsPart { get; init; }
}
