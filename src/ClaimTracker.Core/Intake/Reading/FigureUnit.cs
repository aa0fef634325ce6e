using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>What a number counts: the code of a unit of the house, else the words or the sign as written; and the words it takes.</summary>
internal sealed record FigureUnit(string Name, bool IsKnown, int First, int Last)
{
    private const string Currencies = "$€£¥₪₺₽₹";

    /// <summary>How far after the noun its calibre may stand: «قذيفة مدفعية من عيار 152».</summary>
    private const int CalibreReach = 5;

    /// <summary>Where a sign before the number stands, and where one after it ends.</summary>
    public int? SignStart { get; init; }

    public int? SignEnd { get; init; }

    public static FigureUnit Find(SentenceWords words, FoundNumber number, KnownUnits units)
    {
        var none = new FigureUnit("", IsKnown: false, number.First, number.Last);
        if (number.Unit is { } own)
        {
            return none with { Name = own };
        }

        if (number.Counted is { } within)
        {
            return units.StartingAt(words, within) is { } knownOne && knownOne.Last == within ? none with { Name = knownOne.Code, IsKnown = true } : none with { Name = Written(words, within, within) };
        }

        if (number.Dual is var (dual, last))
        {
            return units.StartingAt(words.Words[number.First].Text == dual ? words : new SentenceWords(dual + words.Text[words.Words[number.First].End..]), words.Words[number.First].Text == dual ? number.First : 0) is { } knownDual
                ? none with { Name = knownDual.Code, IsKnown = true }
                : none with { Name = last > number.First ? Written(words, number.First, last) : DualAsWritten(words, number.First, dual) };
        }

        if (number.First > 0 && (NotCounts.Cardinal(words.Words[number.First].Text) is not null || words.Words[number.First].Text.StartsWith("الاثن", StringComparison.Ordinal)))
        {
            // «شهود النفي الأربعة»: people of a kind, not the kind.
            var noun = number.First > 1 && words.GapBefore(number.First - 1) is " " && (NotCounts.Has("ofwhom", words.Words[number.First - 2].Text) || (SpeakerNames.IsRole(words, number.First - 2) && words.Words[number.First - 2].Text is not ['ا', 'ل', ..])) ? number.First - 2 : number.First - 1;
            return units.StartingAt(words, noun) is { } counted && counted.Last == noun
                ? none with { Name = counted.Code, IsKnown = true, First = noun }
                : none with { Name = words.Words[noun].Text.StartsWith("وال", StringComparison.Ordinal) ? Written(words, noun, noun)[1..] : Written(words, noun, noun), First = noun };
        }

        return Money(words, number, none, units) ?? Percent(words, number, none, units) ?? Noun(words, number, none, units) ?? none;
    }

    /// <summary>“$40”, “US$ 40”, “40 €”, “USD 40”.</summary>
    private static FigureUnit? Money(SentenceWords words, FoundNumber number, FigureUnit none, KnownUnits units)
    {
        var at = words.Words[number.First].Kind is WordKind.Number ? number.First : number.First + 1;
        var start = at < words.Words.Count ? words.Words[at].Start : 0;
        var before = start;
        while (before > 0 && words.Text[before - 1] is ' ' or '\u00A0')
        {
            before--;
        }

        if (before > 0 && Currencies.Contains(words.Text[before - 1], StringComparison.Ordinal))
        {
            return none with { Name = words.Text[before - 1] is '$' ? "USD" : $"{words.Text[before - 1]}", IsKnown = words.Text[before - 1] is '$', SignStart = before - 1 };
        }

        if (number.First > 0 && NotCounts.Has("currency", words.Words[at - 1].Text) && words.GapBefore(at).Trim() is [] or ".")
        {
            var isCode = words.Words[at - 1].Length == 3;
            return none with { Name = isCode ? words.Words[at - 1].Text.ToUpperInvariant() : Written(words, at - 1, at - 1), IsKnown = words.IsWord(at - 1, "usd"), First = at - 1 };
        }

        var end = words.Words[number.Last].End;
        if (number.Last == number.First + 1 && words.GapBefore(number.Last) is "$ " or "€ " or "£ ")
        {
            var sign = words.GapBefore(number.Last)[0];
            return none with { Name = sign is '$' ? "USD" : $"{sign}", IsKnown = sign is '$' };
        }

        var after = end < words.Text.Length && words.Text[end] is ' ' ? end + 1 : end;
        return after < words.Text.Length && Currencies.Contains(words.Text[after], StringComparison.Ordinal) && (after + 1 == words.Text.Length || !char.IsDigit(words.Text[after + 1]))
            ? none with { Name = words.Text[after] is '$' ? "USD" : $"{words.Text[after]}", IsKnown = words.Text[after] is '$', SignEnd = after + 1 }
            : null;
    }

    private static FigureUnit? Percent(SentenceWords words, FoundNumber number, FigureUnit none, KnownUnits units)
    {
        var end = words.Words[number.Last].End;
        var sign = end < words.Text.Length && words.Text[end] is ' ' or '\u00A0' ? end + 1 : end;
        var next = number.Last + 1;
        if (sign < words.Text.Length && words.Text[sign] is '%' or '٪' or '％')
        {
            return units.ShareAt(words, next) is { } share
                ? none with { Name = share.Code, IsKnown = true, Last = share.Last }
                : none with { Name = $"{words.Text[sign]}", SignEnd = sign + 1 };
        }

        // «%50»
        var before = words.Words[number.First].Start;
        if (before > 0 && words.Text[before - 1] is '%' or '٪' && (before == 1 || !char.IsDigit(words.Text[before - 2])))
        {
            return none with { Name = $"{words.Text[before - 1]}", SignStart = before - 1 };
        }

        var last = words.IsWord(next, "per") && words.IsWord(next + 1, "cent") ? next + 1
            : words.IsWord(next, "في") && words.IsWord(next + 1, "الميه", "المايه") ? next + 1
            : next < words.Words.Count && NotCounts.Has("percent", words.Words[next].Text) && !words.IsWord(next + 1, "points", "point") ? next
            : 0;
        return last == 0 ? null
            : units.ShareAt(words, last + 1) is { } shareOf ? none with { Name = shareOf.Code, IsKnown = true, Last = shareOf.Last }
            : none with { Name = Written(words, next, last), Last = last };
    }

    private static FigureUnit? Noun(SentenceWords words, FoundNumber number, FigureUnit none, KnownUnits units)
    {
        // «والنصف الآخر», «أقل من عُشر ذلك المبلغ»
        var from = number.Last + 1;
        if (number.IsPart && words.Words[number.Last].Text.TrimStart('و') is ['ا', 'ل', _, _, ..])
        {
            return none;
        }

        from += number.IsPart && words.IsWord(from, "ذلك", "هذا", "هذه", "تلك") ? 1 : 0;
        var calibre = words.IsWord(from + 1, "mm", "ملم") && NotCounts.IsCalibre(words, from) ? words.Words[from].Text : null;
        from += calibre is null ? 0 : 2;
        if (number.IsPart && words.IsWord(from, "of") && words.IsWord(from + 1, "a", "an"))
        {
            from += 2;
        }
        else if (words.IsWord(from, "of") || (number.IsPart && words.IsWord(from, "a", "an", "the")))
        {
            from++;
        }

        // “an hour” of “half an hour”, “20-year” and the first word of a phrase may be a unit without being a plural.
        if (from < words.Words.Count && !IsFarther(words, from) && calibre is null && units.StartingAt(words, from) is { } direct && CalibreAfter(words, direct.Last) is null)
        {
            return none with { Name = direct.Code, IsKnown = true, Last = direct.Last };
        }

        if (FigureUnits.After(words, from) is not { } noun)
        {
            return number.IsPart && PartWhole(words, from) is { } whole ? none with { Name = Written(words, whole, whole), Last = whole } : NounBefore(words, number, none, units);
        }

        var name = words.Words[noun.Last].Text;
        calibre ??= CalibreAfter(words, noun.Last);
        if (calibre is not null && (units.OfCalibre(calibre, name) ?? units.OfCalibre(calibre, words.Words[noun.First].Text)) is { } ofCalibre)
        {
            return none with { Name = ofCalibre, IsKnown = true, Last = noun.Last };
        }

        // “short-range ballistic missiles”: the unit may begin before its noun.
        for (var first = Math.Max(from, noun.First - 2); first <= noun.Last; first++)
        {
            if (units.StartingAt(words, first) is { } known && known.Last >= noun.Last)
            {
                return none with { Name = known.Code, IsKnown = true, Last = known.Last };
            }
        }

        return none with { Name = Written(words, noun.First, noun.Last), Last = noun.Last };
    }

    /// <summary>“a third of the budget”: the whole need not be a plural.</summary>
    private static int? PartWhole(SentenceWords words, int from)
    {
        var at = from;
        while (words.IsWord(at, "the", "its", "their", "his", "her", "all", "this", "our", "a"))
        {
            at++;
        }

        // “just over half opposed it”
        var isVerb = at == from && at > 0 && at < words.Words.Count && !words.IsWord(at - 1, "of", "the", "a", "an") && (words.Words[at].Text.EndsWith("ed", StringComparison.Ordinal) || words.IsWord(at, "were", "was", "are", "is", "have", "had", "said", "say", "did", "do"));
        return at < words.Words.Count && !isVerb && !words.IsWord(at, "فقط", "تقريبا") && words.Words[at].Kind is WordKind.Word && !words.IsWord(at - 1, "that") && !IsFarther(words, at) && !StopWords.Contains(words.Words[at].Text) ? at : null;
    }

    /// <summary>«الأشهر 6»: a translated text puts the unit first.</summary>
    private static FigureUnit? NounBefore(SentenceWords words, FoundNumber number, FigureUnit none, KnownUnits units)
    {
        // «دبلوماسيين اثنين»
        if (number.Value == 2 && words.Text.AsSpan(words.Words[number.First].Start).StartsWith("اث") && number.First > 0 && words.GapBefore(number.First) is " " && ArabicDuals.IsAdjective(words.Words[number.First - 1].Text))
        {
            var two = number.First - 1;
            return units.StartingAt(words, two) is { } pair && pair.Last == two ? none with { Name = pair.Code, IsKnown = true, First = two } : none with { Name = Written(words, two, two), First = two };
        }

        var at = words.IsWord(number.First - 1, "ال") ? number.First - 2 : number.First - 1;
        if (at < 0 || words.Words[at].Text is not ['ا', 'ل', _, _, ..] || words.GapBefore(at + 1).IndexOfAny(",،:") >= 0)
        {
            return null;
        }

        return units.StartingAt(words, at) is { } known && known.Last == at ? none with { Name = known.Code, IsKnown = true, First = at }
            : at < number.First - 1 ? none with { Name = Written(words, at, at), First = at }
            : null;
    }

    private static string? CalibreAfter(SentenceWords words, int noun)
    {
        for (var at = noun + 1; at < words.Words.Count && at <= noun + CalibreReach; at++)
        {
            if (words.Words[at].Kind is WordKind.Number)
            {
                return NotCounts.IsCalibre(words, at) || words.IsWord(at + 1, "mm", "ملم") ? words.Words[at].Text : null;
            }

            if (words.GapBefore(at).IndexOfAny(",،.;؛") >= 0 || words.IsWord(at, "and", "or", "او", "و"))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFarther(SentenceWords words, int at) => at > 0 && words.GapBefore(at).IndexOfAny(Signs.Phrases) >= 0;

    private static string Written(SentenceWords words, int first, int last) => words.Text[words.Words[first].Start..words.Words[last].End];

    private static string DualAsWritten(SentenceWords words, int at, string dual)
    {
        var written = Written(words, at, at);
        return words.Words[at].Text.Length > dual.Length ? written[1..] : written;
    }
}
