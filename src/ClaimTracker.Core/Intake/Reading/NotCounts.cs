using System.Collections.Frozen;
using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Numbers that count nothing: of names and models, articles of laws, telephones, clocks, scores, ordinals, calibres.</summary>
internal static class NotCounts
{
    private const int LongestBeginning = 10;
    private const int ShortestPhone = 7;
    private const int HighestScore = 30;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("figure-words");

    private static readonly FrozenDictionary<(string Lists, string Word), decimal> Numbers = Lists.Where(l => l.Key.Contains('.', StringComparison.Ordinal))
        .SelectMany(l => l.Value.Select(w => (Key: (l.Key[..(l.Key.IndexOf('.', StringComparison.Ordinal) + 1)], w), Number: decimal.Parse(l.Key[(l.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture))))
        .GroupBy(n => n.Key).ToFrozenDictionary(g => g.Key, g => g.Min(n => n.Number));

    public static bool Is(SentenceWords words, int at) =>
        IsGlued(words, at) || IsNumbered(words, at) || IsPhone(words, at) || IsClock(words, at) || IsScore(words, at) || IsCalibre(words, at) || IsOrdinal(words, at) || IsNamed(words, at) || IsTitle(words, at) || IsDecadeOfLife(words, at) || IsPlusTime(words, at) || NumbersOfPlaces.Is(words, at);

    /// <summary>“in his 40s”.</summary>
    private static bool IsDecadeOfLife(SentenceWords words, int at) =>
        words.IsWord(at + 1, "s") && words.GapBefore(at + 1) is "" or "'" or "’" && words.IsWord(at - 1, "his", "her", "their", "my", "our", "early", "mid", "late");

    /// <summary>“45+2: half-time”, and the clock in four digits: “at 0600 GMT”, “at 1830 the bridge was closed”.</summary>
    private static bool IsPlusTime(SentenceWords words, int at)
    {
        var isAdded = words.GapBefore(at) is "+" && at > 0 && words.Words[at - 1].Kind is WordKind.Number;
        var isStopped = at + 1 < words.Words.Count && words.GapBefore(at + 1) is "+" && words.Words[at + 1].Kind is WordKind.Number;
        var written = words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length);
        var isClock = words.Words[at].Length == 4 && !written.ContainsAnyExceptInRange('0', '9') && int.Parse(written[..2], CultureInfo.InvariantCulture) < 24 && int.Parse(written[2..], CultureInfo.InvariantCulture) < 60 && written[3] is '0' or '5'
            && words.IsWord(at - 1, "at", "by") && !FigureUnits.IsCounted(words, at);
        return isAdded || isStopped || isClock;
    }

    public static bool Has(string list, string word) => Lists[list].Contains(word);

    /// <summary>«السبعة» after what it counts.</summary>
    public static int? Cardinal(string word)
    {
        return (int?)NumberOf("the.", word);
    }

    /// <summary>The number in the name of the list that holds the word: “part.3” holds “third”.</summary>
    public static decimal? NumberOf(string lists, string word) => Numbers.TryGetValue((lists, word), out var number) ? number : null;

    public static bool HasBeginning(string list, string word)
    {
        var beginnings = Lists[list].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, LongestBeginning); length > 0; length--)
        {
            if (beginnings.Contains(word.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Resolution 2270”, «القرار رقم 1701», “Boeing 737”.</summary>
    public static bool IsNumbered(SentenceWords words, int at)
    {
        if (at == 0)
        {
            return false;
        }

        if (IsParted(words.GapBefore(at)))
        {
            // «عند الإحداثيات 35.2114, 37.0482»
            return words.GapBefore(at) is ", " or "، " && words.Words[at - 1].Kind is WordKind.Number && words.Words[at - 1].Text.Contains('.', StringComparison.Ordinal) && IsNumbered(words, at - 1);
        }

        // «المرسوم الرئاسي رقم 25-318», “No. 114/2024”, “Article 14(2)”; asked once, since a chain of numbers asks all the way back.
        var goesOn = words.Words[at - 1].Kind is WordKind.Number && IsNumbered(words, at - 1);
        if (goesOn && words.GapBefore(at).Trim() is "-" or "/" or "–" or "(")
        {
            return true;
        }

        // «رمز الدخول 448812», “access code is 1234”
        if (at > 1 && words.IsWord(at - 2, "رمز", "ورمز", "كود", "code", "pin") && (words.Words[at - 1].Text is ['ا', 'ل', _, _, ..] or "is"))
        {
            return true;
        }

        // “articles 5 and 7”, «في الدقيقتين 12 و67»
        var joint = words.IsWord(at - 1, "and", "or", "و", "to", "&") ? at - 2 : at - 1;
        if (joint > 0 && joint < at && words.Words[joint].Kind is WordKind.Number && (joint < at - 1 || words.Text[words.Words[at].Start] is 'و') && (!FigureUnits.HasNoun(words, at) || words.IsWord(at + 1, "من")) && (joint == at - 1 ? goesOn : IsNumbered(words, joint)))
        {
            return true;
        }

        var before = words.Words[at - 1];
        var isHash = words.GapBefore(at).Contains('#') || words.GapBefore(at).Contains('№');
        return isHash || (before.Kind is WordKind.Word && Has("numbered", WithoutAnd(before.Text)) && !IsFollowedByNoun(words, at, before) && !IsGrouped(words, at));
    }

    /// <summary>«كان العدد 33,900»: nothing is numbered so high.</summary>
    private static bool IsGrouped(SentenceWords words, int at) =>
        words.IsWord(at - 1, "العدد") && words.Text.AsSpan(words.Words[at].Start, words.Words[at].Length).IndexOfAny(",٬٫") > 0;

    /// <summary>The calibre that stands here: “152 mm shells”, «عيار 152 ملم».</summary>
    public static bool IsCalibre(SentenceWords words, int at)
    {
        var isMillimetre = words.IsWord(at + 1, "mm", "ملم", "مم", "ميليمتر", "مليمتر", "ملليمتر", "millimetre", "millimeter");
        var isNamed = words.IsWord(at - 1, "عيار", "calibre", "caliber") || words.IsWord(at + 1, "calibre", "caliber");
        var isBeforeWeapon = at + 2 < words.Words.Count && (Has("weapon", words.Words[at + 2].Text) || words.IsWord(at + 2, "calibre", "caliber"));
        return isNamed || (isMillimetre && isBeforeWeapon);
    }

    /// <summary>“Apollo 11 landed”: a number after a name inside the sentence, counting nothing; not “in Berlin 12 died”.</summary>
    private static bool IsNamed(SentenceWords words, int at) =>
        at > 1 && words.GapBefore(at) is " " && words.Words[at - 1] is { Kind: WordKind.Word } name && char.IsUpper(words.Text[name.Start]) && words.Words[at].Length <= 4
        && char.IsAsciiDigit(words.Text[words.Words[at].Start]) && words.GapBefore(at - 1) is " " && !words.IsWord(at - 2, "in", "at", "near", "from", "to", "of", "by", "on")
        && !words.IsWord(at - 1, "some", "us") && !Has("currency", name.Text) && !FigureUnits.HasNoun(words, at) && !(words.Words[at].End < words.Text.Length && words.Text[words.Words[at].End] is '%')
        && !words.IsWord(at + 1, "percent", "per", "million", "billion");

    /// <summary>“the Group of Seven”: a number in words with a capital inside the sentence.</summary>
    private static bool IsTitle(SentenceWords words, int at) =>
        at > 0 && char.IsUpper(words.Text[words.Words[at].Start]) && words.GapBefore(at) is " " && !FigureUnits.HasNoun(words, at);

    /// <summary>“6 rounds” after “in round” is a count; a plural noun right after the number is counted.</summary>
    private static bool IsFollowedByNoun(SentenceWords words, int at, Word before) =>
        before.Text is not ("no" or "number" or "رقم" or "الرقم" or "برقم") && (char.IsLower(words.Text[before.Start]) || FoldMap.IsArabic(words.Text[words.Words[at].Start])) && FigureUnits.HasNoun(words, at) && !words.IsWord(at + 1, "of");

    private static string WithoutAnd(string word) => word is ['و' or 'ب' or 'ل', _, _, _, ..] && !Has("numbered", word) ? word[1..] : word;

    /// <summary>“F16”, “5G”, “S-300”; not “و50”, “152mm”, “40km”, “5th”.</summary>
    private static bool IsGlued(SentenceWords words, int at)
    {
        var gap = words.GapBefore(at);
        var isAfterWord = at > 0 && words.Words[at - 1].Kind is WordKind.Word;
        var before = at > 0 ? words.Words[at - 1].Text : "";
        var isClitic = before is "و" or "ب" or "ل" or "ف" or "ك" or "ال" or "وال" or "بال" or "لل" or "ول" or "وب";
        var isAfterLetters = isAfterWord && !isClitic && (gap.Length == 0 || gap is "-" or "‑");
        var isAfterCurrency = before is "us" or "usd" or "eur" or "gbp" or "c" or "a" or "hk" && gap is not "-";
        var isBeforeLetter = at + 1 < words.Words.Count && words.GapBefore(at + 1).Length == 0 && words.Words[at + 1] is { Kind: WordKind.Word, Text: "g" or "d" or "x" or "a" or "b" or "c" or "e" };
        var isDegree = isBeforeLetter && words.IsWord(at + 1, "c") && words.Words.Any(w => w.Text is "temperature" or "temperatures" or "heat" or "warming" or "degrees" or "celsius" or "heatwave");
        return (isAfterLetters && !(isAfterCurrency && gap.Length > 0)) || (isBeforeLetter && !isDegree);
    }

    private static bool IsPhone(SentenceWords words, int at)
    {
        var number = words.Words[at];
        var isPlus = number.Start > 0 && words.Text[number.Start - 1] is '+';
        var isZero = number.Text.Length > 1 && number.Text[0] is '0' && !number.Text.Contains('.', StringComparison.Ordinal) && number.Length == number.Text.Length;
        var isNamed = at > 0 && Enumerable.Range(Math.Max(0, at - 4), at - Math.Max(0, at - 4)).Any(i => Has("phone", words.Words[i].Text))
            && (number.Length >= 3 || (at + 1 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number)) && !FigureUnits.HasNoun(words, at);
        var isAfterPart = at > 0 && words.Words[at - 1].Kind is WordKind.Number && ((words.GapBefore(at).Trim() is "-" or "–" && (number.Text[0] is '0' || IsPhone(words, at - 1)))
                || (words.GapBefore(at) is " " && number.Length is >= 2 and <= 8 && (words.Words[at - 1].Text is ['0', _, ..] || IsInternational(words, at - 1)) && IsPhone(words, at - 1)));
        return isZero || isNamed || isAfterPart || (isPlus && number.Text.Length >= ShortestPhone) || IsInternational(words, at);
    }

    /// <summary>“+44 20 7946 0999”: the code of the country, and what goes on with it.</summary>
    private static bool IsInternational(SentenceWords words, int at)
    {
        var number = words.Words[at];
        var isCode = number.Start > 0 && words.Text[number.Start - 1] is '+' && number.Length <= 3 && at + 1 < words.Words.Count && words.GapBefore(at + 1).Trim() is [] or "-" or "(" && words.Words[at + 1].Kind is WordKind.Number;
        return isCode || (at > 0 && number.Kind is WordKind.Number && words.Words[at - 1].Kind is WordKind.Number && words.GapBefore(at).Trim() is [] or "-" or "(" or ")" && IsInternational(words, at - 1));
    }

    private static bool IsClock(SentenceWords words, int at)
    {
        var isColonBefore = at > 0 && words.Words[at - 1].Kind is WordKind.Number && words.GapBefore(at) is ":";
        var isColonAfter = at + 1 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number && words.GapBefore(at + 1) is ":";
        var isSaidAfter = at + 1 < words.Words.Count && Has("clockafter", words.Words[at + 1].Text) && words.Words[at].Length <= 5;
        var isDayTime = words.IsWord(at + 1, "in") && words.IsWord(at + 2, "the") && words.IsWord(at + 3, "morning", "afternoon", "evening");
        var isHead = at == 0 && words.Words[at].Length is 4 or 5 && words.Text[words.Words[at].Start..words.Words[at].End].Contains('.', StringComparison.Ordinal) && at + 1 < words.Words.Count && words.GapBefore(at + 1).IndexOfAny(":-–—|") >= 0;
        var written = words.Text[words.Words[at].Start..words.Words[at].End];
        var isSigned = (words.Words[at].End < words.Text.Length && words.Text[words.Words[at].End] is '%' or '٪' or '°') || (words.Words[at].Start > 0 && words.Text[words.Words[at].Start - 1] is '$' or '€' or '£');
        var isPoint = !isSigned && IsTimeOfDay(written) && written.Length is 4 or 5 && written[^3] is '.' && words.IsWord(at - 1, "at", "by", "since", "until", "before", "after") && !FigureUnits.HasNoun(words, at);
        var isDotted = words.IsWord(at + 1, "a", "p") && words.IsWord(at + 2, "m");
        return isColonBefore || isColonAfter || isDotted || isPoint || isDayTime || isHead || (at > 0 && words.Words[at - 1].Kind is WordKind.Number && words.GapBefore(at) is "/") || (at + 1 < words.Words.Count && words.Words[at + 1].Kind is WordKind.Number && words.GapBefore(at + 1) is "/") || (isSaidAfter && words.Words[at + 1].Text is not "local") || (at > 0 && Has("clockbefore", WithoutAnd(words.Words[at - 1].Text)));
    }

    /// <summary>“10.30”; not “82.10”.</summary>
    private static bool IsTimeOfDay(string written) =>
        written.Length is 4 or 5 && int.TryParse(written[..^3], out var hour) && hour < 24 && int.TryParse(written[^2..], out var minute) && minute < 60;

    /// <summary>“won 3-1”: both of the pair.</summary>
    private static bool IsScore(SentenceWords words, int at)
    {
        var isFirst = IsPair(words, at + 1);
        var isSecond = IsPair(words, at);
        if (!isFirst && !isSecond)
        {
            return false;
        }

        // “2-1” falls and is no range; “1-2” needs a word of games, and neither goes with a sign: “down 3-4%”.
        var second = isFirst ? at + 1 : at;
        var end = words.Words[second].End;
        var isSigned = end < words.Text.Length && words.Text[end] is '%' or '٪' or '°' || words.GapBefore(second - 1).IndexOfAny("$€£") >= 0;
        var falls = int.Parse(words.Words[second - 1].Text, CultureInfo.InvariantCulture) >= int.Parse(words.Words[second].Text, CultureInfo.InvariantCulture);
        return !isSigned && (falls || words.Words.Any(w => w.Kind is WordKind.Word && Has("score", w.Text)));
    }

    private static bool IsPair(SentenceWords words, int second) =>
        second > 0 && second < words.Words.Count && words.Words[second].Kind is WordKind.Number && words.Words[second - 1].Kind is WordKind.Number
        && words.GapBefore(second).Trim() is "-" or "–" && IsSmall(words.Words[second]) && IsSmall(words.Words[second - 1]) && (!FigureUnits.HasNoun(words, second) || Has("score", words.Words[second + 1].Text) || words.IsWord(second + 1, "يوم", "مساء", "امس", "اليوم", "on", "in", "at"));

    private static bool IsSmall(Word number) => int.TryParse(number.Text, out var value) && value < HighestScore;

    /// <summary>“3rd”, and «الذكرى الـ20».</summary>
    private static bool IsOrdinal(SentenceWords words, int at)
    {
        var isEnglish = words.IsWord(at + 1, "st", "nd", "rd", "th") && words.GapBefore(at + 1).Length == 0;
        var isArabic = at > 1 && words.IsWord(at - 1, "ال") && words.Words[at - 2].Text is var noun && (noun.StartsWith("ال", StringComparison.Ordinal) || noun.StartsWith("وال", StringComparison.Ordinal) || noun.StartsWith("بال", StringComparison.Ordinal))
            && !noun.EndsWith("ات", StringComparison.Ordinal) && !noun.EndsWith("ين", StringComparison.Ordinal) && !noun.EndsWith("ون", StringComparison.Ordinal)
            && !noun.StartsWith("الا", StringComparison.Ordinal) && noun is not ("الجنود" or "الدول" or "القتلي" or "الركاب" or "العمال" or "الشهور" or "السنين");

        // «دون الثامنة عشرة», «الجولة السابعة عشرة», «القرن الحادي والعشرين»
        var isTeen = at > 0 && words.GapBefore(at) is " " && Has("ordinal", words.Words[at - 1].Text) && FoldMap.IsArabic(words.Text[words.Words[at].Start]);
        return isEnglish || isArabic || isTeen;
    }

    private static bool IsParted(ReadOnlySpan<char> gap) => gap.IndexOfAny(Signs.Names) >= 0 && !gap.StartsWith(".");
}
