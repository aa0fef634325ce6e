using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Finds the noun that a number counts, by where it stands.</summary>
internal static class FigureUnits
{
    /// <summary>“three large empty ballot boxes”: the noun is among so many words.</summary>
    private const int LongestNounPhrase = 5;

    private const int ShortestPlural = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("figure-words");

    private static readonly FrozenSet<string> ArabicNoNouns = FrozenSet.ToFrozenSet(
        ["اخرون", "وما", "منهم", "منها", "منهما", "منهن", "فقط", "تقريبا", "مقابل", "مقارنه", "ايضا", "اخرين", "اخري", "اخر", "اما", "بينهم", "بينها", "بينما", "فيما", "علي", "علما", "مما", "وفق", "وفقا", "بحسب", "حسب", "ضعف", "اضافه", "نقلا", "معظمهم", "معظمها", "بعضهم", "جميعهم", "كلهم", "لصالح", "ضد", "صوتوا", "بعدما", "حين", "قبل", "بعد", "خلال", "منذ", "داخل", "خارج", "قرب", "حتي", "الي", "في", "من", "عن", "مع", "لم", "لا", "قد", "كان", "كانت", "كما", "اي", "نحو", "عندما", "بسبب", "جراء", "اثر", "ليغلق", "لدي", "عند", "ثم", "بدلا", "مع"],
        StringComparer.Ordinal);

    public static bool HasNoun(SentenceWords words, int number) => After(words, number + 1) is not null;

    /// <summary>A noun that makes four digits a count: “2000 soldiers”.</summary>
    public static bool IsCounted(SentenceWords words, int number) =>
        number + 1 < words.Words.Count && words.GapBefore(number + 1) is " " && Lists["counted"].Contains(words.Words[number + 1].Text);

    /// <summary>The words of the noun from that place on; null when none is counted there.</summary>
    public static (int First, int Last)? After(SentenceWords words, int from)
    {
        var at = from;
        while (IsHere(words, at, from) && Lists["skip"].Contains(words.Words[at].Text))
        {
            at++;
        }

        // “70 F-35 jets”, “3 T-72 tanks”: a model stands before the noun.
        if (IsHere(words, at, from) && words.Words[at].Length <= 3 && at + 2 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number
            && words.GapBefore(at + 1) is "" or "-" && char.IsUpper(words.Text[words.Words[at].Start]) && words.GapBefore(at + 2) is " ")
        {
            return EnglishNoun(words, at + 2);
        }

        // “two 40-tonne cranes”, “three 12-year-old boys”
        if (IsHere(words, at + 1, at + 1) && at < words.Words.Count && words.Words[at].Kind is WordKind.Number && words.GapBefore(at + 1) is "-" && words.GapBefore(at) is " ")
        {
            var noun = at + 2;
            while (noun < words.Words.Count && words.GapBefore(noun) is "-")
            {
                noun++;
            }

            return noun < words.Words.Count && IsHere(words, noun, at) && char.IsAsciiLetter(words.Words[noun].Text[0]) ? EnglishNoun(words, noun) : null;
        }

        // “1.5C”, “6ft 2in”, “84p”: joined to its number.
        if (at < words.Words.Count && at > 0 && words.Words[at - 1].Kind is WordKind.Number && words.GapBefore(at) is "" && words.Words[at].Kind is WordKind.Word && Lists["joined"].Contains(words.Words[at].Text))
        {
            return (at, IsPerSlash(words, at) ? at + 1 : at);
        }

        // “24 F-16s”
        if (IsHere(words, at, from) && words.Words[at].Length <= 3 && at + 2 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number && words.GapBefore(at + 1) is "" or "-"
            && char.IsUpper(words.Text[words.Words[at].Start]) && words.IsWord(at + 2, "s") && words.GapBefore(at + 2) is "")
        {
            return (at, at + 2);
        }

        if (!IsHere(words, at, from) || (words.IsWord(at, "won") && words.Words[at - 1].Text.Length < ShortestPlural))
        {
            return null;
        }

        if (at == from && IsJoined(words, at))
        {
            return (at, at);
        }

        return FoldMap.IsArabic(words.Words[at].Text[0]) ? ArabicNoun(words, at) : EnglishNoun(words, at);
    }

    /// <summary>“a five-day visit”, not “20-odd” or “5-strong”.</summary>
    private static bool IsJoined(SentenceWords words, int at) =>
        at > 0 && words.Words[at - 1].Kind is WordKind.Number && words.GapBefore(at) is "-" && char.IsAsciiLetter(words.Words[at].Text[0]) && words.Words[at].Text.Length > 2
        && !words.IsWord(at, "odd", "plus", "strong", "fold", "something");

    private static bool IsHere(SentenceWords words, int at, int from) =>
        at < words.Words.Count && words.Words[at].Kind is WordKind.Word && (at == 0 || !IsParted(words.GapBefore(at), isFirst: at == from));

    /// <summary>The first plural before anything ends the phrase; with the word that makes a measure of it.</summary>
    private static (int First, int Last)? EnglishNoun(SentenceWords words, int first)
    {
        for (var at = first; at < first + LongestNounPhrase && IsHere(words, at, first) && (at == first || !StopWords.Contains(words.Words[at].Text)); at++)
        {
            var word = words.Words[at].Text;
            if (StopWords.Contains(word))
            {
                return null;
            }

            if (IsPlural(words, at))
            {
                // “crew members”, “anti-aircraft launchers”: what has no s may go before its noun.
                var isBefore = (!word.EndsWith('s') || (at > first && words.GapBefore(at) is "-")) && at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && !Lists["person"].Contains(word) && word.Length > 3;
                if (isBefore && IsPlural(words, at + 1) && words.Words[at + 1].Text.EndsWith('s') && char.IsLower(words.Text[words.Words[at + 1].Start]) && !StopWords.Contains(words.Words[at + 1].Text) && AttributionVerbs.At(words, at + 1) is null)
                {
                    return (at + 1, at + 1);
                }

                var last = IsPerSlash(words, at) ? at + 1 : at;

                // “team-mates”
                if (at > first && words.GapBefore(at) is "-")
                {
                    return (at - 1, last);
                }

                // “health workers” and “aid trucks”: a plural may go before the noun.
                return at > first && Lists["compound"].Contains(words.Words[at - 1].Text) ? (at - 1, last) : (at, last);
            }

            if (Lists["compound"].Contains(word) && at + 1 < words.Words.Count && IsHere(words, at + 1, first) && !StopWords.Contains(words.Words[at + 1].Text))
            {
                return (at, at + 1);
            }
        }

        return IsLastWord(words, first) ? (first, first) : null;
    }

    /// <summary>A word with nothing but the end or a function word after it is the noun, whatever its form: “40 million kroner in”.</summary>
    private static bool IsLastWord(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;

        // “128 injured”, not “two others wounded”, where it is what became of them.
        var isPerson = Lists["adjectival"].Contains(word) && words.Words[at - 1].Kind is WordKind.Number;
        var isPeople = words.Words[at - 1].Kind is WordKind.Number && char.IsUpper(words.Text[words.Words[at].Start]) && (word.EndsWith("ese", StringComparison.Ordinal) || Lists["peoples"].Contains(word));
        var isNoun = isPerson || isPeople || (words.Words[at].Length > 2 && !IsPossessive(words, at) && char.IsLower(words.Text[words.Words[at].Start]) && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ing", StringComparison.Ordinal)
            && !word.EndsWith("ly", StringComparison.Ordinal) && !Lists["noverb"].Contains(word) && !Lists["notnoun"].Contains(word));
        return isNoun && (at + 1 >= words.Words.Count || !IsHere(words, at + 1, at) || StopWords.Contains(words.Words[at + 1].Text));
    }

    /// <summary>“km/h”.</summary>
    private static bool IsPerSlash(SentenceWords words, int at) =>
        at + 1 < words.Words.Count && words.GapBefore(at + 1) is "/" && words.Words[at + 1].Length <= 3;

    private static bool IsPlural(SentenceWords words, int at)
    {
        var word = words.Words[at].Text;
        return Lists["noun"].Contains(word)
            || (word.Length >= ShortestPlural && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("ous", StringComparison.Ordinal)
                && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) && !Lists["notnoun"].Contains(word)
                && words.Words[at].End <= words.Text.Length && !IsPossessive(words, at));
    }

    private static bool IsPossessive(SentenceWords words, int at) =>
        words.Words[at].End < words.Text.Length && words.Text[words.Words[at].End] is '\'' or '’' && !words.Text[words.Words[at].Start..words.Words[at].End].EndsWith('s');

    private static (int First, int Last)? ArabicNoun(SentenceWords words, int at)
    {
        // «عشرات من القرى», «خمسة من العمال», not «تسعة منها».
        if (words.Words[at].Text is "من" && at + 1 < words.Words.Count && (words.Words[at + 1].Text is ['ا', 'ل', _, _, ..] || IsConstruct(words, at + 1) || (at > 0 && Lists["vague"].Contains(words.Words[at - 1].Text) && words.Words[at + 1].Kind is WordKind.Word)))
        {
            at++;
        }

        // «الأشهر 6 القادمة»: digits count what is indefinite; «اثنان» stands after its noun.
        var word = words.Words[at].Text;
        var isCounted = at > 0 && words.Words[at - 1] is { Kind: WordKind.Number } && !FoldMap.IsArabic(words.Text[words.Words[at - 1].Start]);
        if ((isCounted && word is ['ا', 'ل', _, _, ..]) || (at > 0 && words.Words[at - 1].Text is "2" && words.Text[words.Words[at - 1].Start..words.Words[at - 1].End].Contains("اثن", StringComparison.Ordinal)))
        {
            return null;
        }

        // «50 مرة أخرى»
        if (word is "مره" && at + 1 < words.Words.Count && words.Words[at + 1].Text is "اخري" or "ثانيه")
        {
            return null;
        }

        // «كم» asks how many, and after digits it is a kilometre.
        var isKilometre = isCounted && word is "كم";
        if ((StopWords.Contains(word) && !isKilometre) || ArabicNoNouns.Contains(word) || IsVerb(word) || HasClitic(word))
        {
            return null;
        }

        var isCompound = at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && Lists["compound"].Contains(words.Words[at + 1].Text);
        return (at, isCompound || IsPerSlash(words, at) ? at + 1 : IsSpeed(words, at) ? at + 2 : at);
    }

    /// <summary>«300 كيلومتر في الساعة».</summary>
    private static bool IsSpeed(SentenceWords words, int at) =>
        Lists["distance"].Contains(words.Words[at].Text) && words.IsWord(at + 1, "في") && words.IsWord(at + 2, "الساعه", "الثانيه");

    /// <summary>«أربعة من أفراد الطاقم»: an indefinite noun before a definite one.</summary>
    private static bool IsConstruct(SentenceWords words, int at) =>
        at + 1 < words.Words.Count && words.GapBefore(at + 1) is " " && words.Words[at].Kind is WordKind.Word && words.Words[at + 1].Text is ['ا', 'ل', _, _, ..]
        && Lists["ofwhom"].Contains(words.Words[at].Text);

    /// <summary>«أصيب 12 بجروح», «5 وأصيب»: what follows is another phrase.</summary>
    private static bool HasClitic(string word) =>
        word[0] is 'و' or 'ب' or 'ل' && !NotCounts.HasBeginning("lexical", word);

    /// <summary>لقوا, قتلوا, يعملون.</summary>
    private static bool IsVerb(string word) =>
        (word.Length > 3 && word.EndsWith("وا", StringComparison.Ordinal) && word is not "عضوا") || (word.Length > 4 && word[0] is 'ي' or 'ت' && word.EndsWith("ون", StringComparison.Ordinal));

    private static bool IsParted(ReadOnlySpan<char> gap, bool isFirst) =>
        gap.IndexOfAny(Signs.Nouns) >= 0 || gap.Contains("--", StringComparison.Ordinal) || (!isFirst && gap.Trim() is "–" or "—") || (gap.Trim() is "–" or "—" && gap.Length > 1);
}
