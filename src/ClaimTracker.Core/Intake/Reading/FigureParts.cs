using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Parts of a whole: “two thirds of”, “half the voters”, «ثلث المحصول», “one in three children”, «طفل من كل ثلاثة أطفال».</summary>
internal static class FigureParts
{
    private const decimal MostOf = 100;

    public static FoundNumber? Read(SentenceWords words, int at) =>
        ReadOneIn(words, at) ?? ReadArabicPart(words, at) ?? ReadArabicOneOf(words, at) ?? ReadCounted(words, at) ?? ReadAlone(words, at);

    /// <summary>“one in three”, “nine out of ten”.</summary>
    private static FoundNumber? ReadOneIn(SentenceWords words, int at)
    {
        var of = words.IsWord(at + 1, "in") ? at + 2 : words.IsWord(at + 1, "out") && words.IsWord(at + 2, "of") ? at + 3 : 0;
        of = of > 0 && words.IsWord(of, "every") ? of + 1 : of;
        return of > 0 && Numerator(words, at) is { } part && FigureReader.NumberAt(words, of) is { } whole && part < whole && (whole is <= 10 or MostOf or 20 or 50 or 1000 || (part == 1 && whole % 1 == 0 && words.Words[of].Length <= 3))
            ? new FoundNumber(at, of) { Value = part / whole }
            : null;
    }

    /// <summary>«خمس السكان», «عشر قوتها»: what is counted is never definite after these, so it is a part of it.</summary>
    private static FoundNumber? ReadArabicPart(SentenceWords words, int at)
    {
        var word = words.Words[at];
        var isPart = word.Kind is WordKind.Number && words.Text[word.Start..word.End].TrimStart('و', 'ب', 'ل') is "خمس" or "خُمس" or "سبع" or "تسع" or "عشر" or "سُدس" or "عُشر";
        var whole = isPart ? FigureReader.NumberAt(words, at) : null;
        return whole is not null && at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && words.Words[at + 1] is { Kind: WordKind.Word } noun
            && (noun.Text is ['ا', 'ل', _, _, _, ..] or "ذلك" or "هذا" or "هذه" or "تلك" || noun.Text is [_, _, _, .., 'ه', 'ا' or 'م']) && !words.IsWord(at + 2, "الماضيه", "المقبله", "الاخيره", "الاولي", "القادمه")
            ? new FoundNumber(at, at) { Value = 1 / whole, IsPart = true }
            : null;
    }

    private static decimal? Numerator(SentenceWords words, int at) =>
        words.IsWord(at, "one") ? 1 : FigureReader.NumberAt(words, at);

    /// <summary>«طفل من كل ثلاثة أطفال»: the thing before it is one, or as many as it says.</summary>
    private static FoundNumber? ReadArabicOneOf(SentenceWords words, int at)
    {
        var of = words.IsWord(at + 1, "من") ? at + 1 : words.IsWord(at + 2, "من") && words.Words[at].Kind is WordKind.Number ? at + 2 : 0;
        of = of > 0 && words.IsWord(of + 1, "بين") && words.IsWord(of + 2, "كل") ? of + 1 : of;
        if (of == 0 || !words.IsWord(of + 1, "كل", "اصل") || FigureReader.NumberAt(words, of + 2) is not { } whole)
        {
            return null;
        }

        var part = FigureReader.NumberAt(words, at) ?? (words.Words[at].Text is [.., 'ا'] ? SmallNumber(words.Words[at].Text[..^1]) : null) ?? (ArabicDuals.Of(words.Words[at].Text) is null ? 1 : 2);
        return part < whole && (words.IsWord(of + 1, "كل") || whole <= 10) ? new FoundNumber(at, of + 2) { Value = part / whole } : null;
    }

    /// <summary>«ثلاثا», «أربعا».</summary>
    private static decimal? SmallNumber(string word) =>
        NumberWords.Find(word is "ثماني" ? "ثمانيه" : word) is { Role: NumberRole.Unit } number ? number.Value : null;

    /// <summary>“two thirds”, “three quarters of”, «ثلاثة أرباع».</summary>
    private static FoundNumber? ReadCounted(SentenceWords words, int at)
    {
        var isOne = words.IsWord(at, "one", "a");
        if ((!isOne && FigureReader.NumberAt(words, at) is null) || at + 1 >= words.Words.Count || (DenominatorOf(words.Words[at + 1].Text) ?? DenominatorOf(WithoutOwner(words.Words[at + 1].Text))) is not { } whole)
        {
            return null;
        }

        var word = words.Words[at + 1].Text;
        var count = FigureReader.NumberAt(words, at) ?? 1;
        var isPlural = word.EndsWith('s') || word[0] is 'ا';
        if (isOne ? !IsPartOfSomething(words, at + 1, word) || (words.IsWord(at - 1, "in") && !words.IsWord(at + 2, "of")) : !isPlural || count >= whole || words.IsWord(at - 1, "first"))
        {
            return null;
        }

        return new FoundNumber(at, at + 1) { Value = count / whole, IsPart = true, Unit = DenominatorOf(word) is null ? "" : null };
    }

    /// <summary>“half of the”, “half the”, نصف, ثلثا; and “a quarter of”.</summary>
    private static FoundNumber? ReadAlone(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        var bare = word is ['و' or 'ب' or 'ل' or 'ف', _, _, _, ..] && DenominatorOf(word) is null ? word[1..] : word;
        // «الرابعة والنصف»
        var isClock = word is ['و', 'ا', 'ل', ..] && at > 0 && (NotCounts.Has("ordinal", words.Words[at - 1].Text) || NotCounts.NumberOf("the.", words.Words[at - 1].Text) is not null || words.IsWord(at - 1, "العاشره", "10", "الواحده"));
        if (words.Words[at].Kind is WordKind.Number || isClock || IsOrder(words, at))
        {
            return null;
        }

        // «نصفهم», «ثلثها»
        if (bare is ['ن' or 'ث' or 'ر', _, _, 'ه', ..] or ['ث', 'ل', 'ث', 'ا', 'ه', ..])
        {
            var part = bare[..bare.LastIndexOf('ه')];
            return bare[part.Length..] is "هم" or "ها" or "هن" or "هما" && (TwoPartsOf(part) is not null || DenominatorOf(part) is not null)
                ? new FoundNumber(at, at) { Value = TwoPartsOf(part) is { } two ? 2 / two : 1 / DenominatorOf(part), Unit = "" }
                : null;
        }

        if (TwoPartsOf(bare) is { } twoOf)
        {
            return new FoundNumber(at, at) { Value = 2 / twoOf, IsPart = true };
        }

        if (DenominatorOf(bare) is not { } whole)
        {
            return null;
        }

        var isArabic = FoldMap.IsArabic(bare[0]);
        var isDefinite = bare.StartsWith("ال", StringComparison.Ordinal);
        var counts = bare is "half" ? IsHalf(words, at)
            : isArabic && (isDefinite ? at > 0 && !words.IsWord(at - 1, "في", "خلال", "منذ", "وفي") : bare is "نصف" or "ثلث" or "ربع" or "سدس" or "ثمن" && HasWhole(words, at) && (bare is not "ثمن" || IsMeasured(words, at)));
        return counts ? new FoundNumber(at, at) { Value = 1 / whole, IsPart = true } : null;
    }

    private static bool IsPartOfSomething(SentenceWords words, int at, string word) =>
        words.IsWord(at + 1, "of", "since", "from", "over", "between", "compared", "this", "last", "against", "within", "during", "after", "before", "in", "on") || at + 1 >= words.Words.Count || words.GapBefore(at + 1).IndexOfAny(".,;)") >= 0 || (word is not "second" && StopWords.Contains(words.Words[at + 1].Text));

    private static bool IsHalf(SentenceWords words, int at)
    {
        var isJoined = at + 1 < words.Words.Count && words.GapBefore(at + 1) is "-";
        var isCut = words.IsWord(at - 1, "in", "into", "and") || (words.IsWord(at - 1, "a") && words.IsWord(at - 2, "and"));
        return !isJoined && !isCut && !(at + 1 < words.Words.Count && NotCounts.Has("notpart", words.Words[at + 1].Text));
    }

    /// <summary>«نحو ثمن المحصول» is an eighth; «ثمن الخبز» is its price.</summary>
    private static bool IsMeasured(SentenceWords words, int at) => QuantityModifiers.Before(words.Text, words.Words, at) is not null;

    private static bool HasWhole(SentenceWords words, int at) =>
        at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && words.Words[at + 1].Kind is WordKind.Word
        && !NotCounts.Has("notpart", words.Words[at + 1].Text) && (!StopWords.Contains(words.Words[at + 1].Text) || words.IsWord(at + 1, "ما", "هذا", "هذه", "ذلك", "تلك"));

    /// <summary>“the first half”, «النصف الأول».</summary>
    private static bool IsOrder(SentenceWords words, int at) =>
        (at > 0 && NotCounts.Has("order", words.Words[at - 1].Text)) || (at + 1 < words.Words.Count && NotCounts.Has("notpart", words.Words[at + 1].Text));

    /// <summary>«أربعة أخماسها», «ثلاثة أرباعهم»</summary>
    private static string WithoutOwner(string word) => word.Length > 5 && word[^2..] is "ها" or "هم" or "هن" ? word[..^2] : word;

    private static decimal? DenominatorOf(string word) => NotCounts.NumberOf("part.", word);

    private static decimal? TwoPartsOf(string word) => NotCounts.NumberOf("twoparts.", word);
}
