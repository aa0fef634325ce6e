using System.Buffers;
using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>Finds the quantities of a text and what they count: the next words, or a sign beside them.</summary>
internal static class NumberReader
{
    private const int UnitWords = 2;
    private const string Percent = "percent";

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?؟:;؛\n");

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['%'] = Percent,
        ['٪'] = Percent,
        ['$'] = "dollar",
        ['€'] = "euro",
        ['£'] = "pound",
        ['°'] = "degree",
    };

    /// <summary>Stems of words that name a unit of every country alike, by the one name that both languages share here.</summary>
    private static readonly Dictionary<string, string> Shared = SharedUnits();

    public static List<MatchNumber> Read(string text, IReadOnlyList<Word> words, IReadOnlySet<int> taken)
    {
        var numbers = new List<MatchNumber>();
        for (var i = 0; i < words.Count; i++)
        {
            if (SmallNumbers.Find(words, i) is var (small, counted))
            {
                numbers.Add(new MatchNumber(small, counted, text[words[i].Start..words[i].End], words[i].Start, words[i].End));
            }

            if (words[i].Kind is WordKind.Number && !taken.Contains(i) && !IsPartOfName(text, words, i)
                && decimal.TryParse(words[i].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                var (stems, unit) = UnitOf(text, words, i);
                numbers.Add(new MatchNumber(value, stems, unit, words[i].Start, words[i].End));
            }
        }

        return numbers;
    }

    /// <summary>The stems that stand for a unit: its words, and the name shared by both languages.</summary>
    public static IEnumerable<string> UnitStems(IEnumerable<string> names) =>
        names.SelectMany(n => Words.Of(n)).Where(w => w.Kind is WordKind.Word && !StopWords.Contains(w.Text)).SelectMany(StemsOf).Distinct(StringComparer.Ordinal);

    private static (IReadOnlyList<string> Stems, string Unit) UnitOf(string text, IReadOnlyList<Word> words, int at)
    {
        var number = words[at];
        if (SignBeside(text, number) is { } sign)
        {
            return ([sign], sign);
        }

        var stems = new List<string>();
        var end = number.End;
        for (var i = at + 1; i < words.Count && i <= at + UnitWords + 2; i++)
        {
            if (EndsSentence(text, words[i - 1].End, words[i].Start))
            {
                break;
            }

            // “500,000 122 mm rockets” are rockets, and so are “20 to 30 rockets”.
            if (words[i].Kind is WordKind.Number || StopWords.Contains(words[i].Text))
            {
                continue;
            }

            if (IsPercent(words, i, out var last))
            {
                return ([Percent], text[words[i].Start..words[last].End]);
            }

            stems.AddRange(StemsOf(words[i]));
            end = stems.Count <= 2 ? words[i].End : end;
            if (stems.Count >= UnitWords)
            {
                break;
            }
        }

        return (stems, end > number.End ? text[number.End..end].Trim() : "");
    }

    private static IEnumerable<string> StemsOf(Word word) => Shared.TryGetValue(word.Stem, out var shared) ? [word.Stem, shared] : [word.Stem];

    /// <summary>“per cent”, بالمئة and في المئة, whose first part may be a stop word.</summary>
    private static bool IsPercent(IReadOnlyList<Word> words, int at, out int last)
    {
        last = at;
        if (words[at].Text is "percent" or "percentage" or "بالمئه" or "بالميه" or "بالمائه" or "المئه" or "المائه" or "الميه")
        {
            return true;
        }

        last = at + 1;
        return words[at].Text is "per" && last < words.Count && words[last].Text is "cent";
    }

    private static string? SignBeside(string text, Word number)
    {
        var after = number.End < text.Length && text[number.End] == ' ' ? number.End + 1 : number.End;
        if (after < text.Length && Signs.TryGetValue(text[after], out var sign))
        {
            return sign;
        }

        return Signs.TryGetValue(text[number.Start], out sign) || (number.Start > 0 && Signs.TryGetValue(text[number.Start - 1], out sign)) ? sign : null;
    }

    /// <summary>“Covid-19”, “F16”, “5G”: part of what something is called.</summary>
    private static bool IsPartOfName(string text, IReadOnlyList<Word> words, int at)
    {
        var number = words[at];
        var before = at > 0 && words[at - 1] is { Kind: WordKind.Word } left
            && (left.End == number.Start || (left.End + 1 == number.Start && text[left.End] is '-' or '‑'));
        var after = at + 1 < words.Count && words[at + 1] is { Kind: WordKind.Word, Length: 1 } right && right.Start == number.End && right.Text is "g" or "d";
        return (before && !(words[at - 1].Length == 1 && words[at - 1].Text is "ب" or "ل" or "و")) || after;
    }

    private static bool EndsSentence(string text, int from, int to) => text.AsSpan(from, Math.Max(0, to - from)).IndexOfAny(SentenceEnds) >= 0;

    private static Dictionary<string, string> SharedUnits()
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, spellings) in new[]
        {
            ("dollar", "dollar dollars usd دولار دولارات دولارا"), ("euro", "euro euros يورو"), ("pound", "pound pounds جنيه جنيهات جنيها ليرة"), ("degree", "degree degrees درجة درجات"),
            ("person", "people persons dead killed deaths victims fatalities شخص أشخاص شخصا قتيل قتيلا قتلى ضحية ضحايا وفاة وفيات شهيد شهداء قتلوا ماتوا"),
            ("kilometre", "km kilometre kilometres kilometer kilometers كيلومتر كيلومترا كم"), ("ton", "ton tons tonne tonnes طن أطنان طنا"),
        })
        {
            foreach (var word in Words.Of(spellings))
            {
                shared[word.Stem] = name;
            }
        }

        return shared;
    }
}
