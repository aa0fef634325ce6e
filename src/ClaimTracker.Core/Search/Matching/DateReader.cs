using System.Collections.Frozen;
using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>Finds the dates of a text among its words, and with them the numbers that are no quantities.</summary>
internal static class DateReader
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>Names of months of one word or two, folded: English, Western Arabic, Levantine and Maghrebi.</summary>
    private static readonly FrozenDictionary<string, int> Months = MonthWords().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Before a bare number of four digits these say that it counts something.</summary>
    private static readonly FrozenSet<string> Counting = FrozenSet.ToFrozenSet(
        ["about", "around", "nearly", "almost", "over", "than", "least", "roughly", "some", "نحو", "حوالي", "زهاء", "قرابه", "اكثر", "يقارب", "يفوق", "بنحو"],
        StringComparer.Ordinal);

    /// <summary>The dates with the places of their words; places are taken only once.</summary>
    public static List<(MatchDate Date, int First, int Last)> Read(string text, IReadOnlyList<Word> words)
    {
        var dates = new List<(MatchDate, int, int)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Numbered(text, words, i) is { } numbered)
            {
                dates.Add((numbered, i, i + 2));
                i += 2;
            }
            else if (Named(words, i) is { } named)
            {
                dates.Add(named);
                i = named.Last;
            }
            else if (YearAt(text, words, i) is { } year)
            {
                dates.Add((new MatchDate(year, null, null), i, i));
            }
        }

        return dates;
    }

    /// <summary>2023-09-13, 13/9/2023; day before month unless it cannot be.</summary>
    private static MatchDate? Numbered(string text, IReadOnlyList<Word> words, int at)
    {
        if (at + 2 >= words.Count || !Joined(text, words[at], words[at + 1]) || !Joined(text, words[at + 1], words[at + 2]))
        {
            return null;
        }

        return (Whole(words[at]), Whole(words[at + 1]), Whole(words[at + 2])) switch
        {
            (var year and >= FirstYear and <= LastYear, var month and >= 1 and <= 12, var day and >= 1 and <= 31) => new MatchDate(year, month, day),
            (var day and >= 1 and <= 31, var month and >= 1 and <= 12, var year and >= FirstYear and <= LastYear) => new MatchDate(year, month, day),
            (var month and >= 1 and <= 12, var day and >= 13 and <= 31, var year and >= FirstYear and <= LastYear) => new MatchDate(year, month, day),
            _ => null,
        };
    }

    private static bool Joined(string text, Word left, Word right) => right.Start == left.End + 1 && text[left.End] is '/' or '-' or '.';

    /// <summary>13 September 2023, September 13, 2023, سبتمبر 2023, أيلول; a month without number only where its name is nothing else.</summary>
    private static (MatchDate Date, int First, int Last)? Named(IReadOnlyList<Word> words, int at)
    {
        var first = at;
        var next = at;
        int? day = null;
        if (IsDay(words[at]) && at + 1 < words.Count)
        {
            day = Whole(words[at]);
            next = IsJoint(words[at + 1]) ? at + 2 : at + 1;
        }

        if (MonthAt(words, next, out var last) is not { } month)
        {
            return null;
        }

        if (day is null && last + 1 < words.Count && IsDay(words[last + 1]))
        {
            day = Whole(words[++last]);
        }

        int? year = null;
        var yearAt = last + 1 < words.Count && IsJoint(words[last + 1]) ? last + 2 : last + 1;
        if (yearAt < words.Count && Whole(words[yearAt]) is >= FirstYear and <= LastYear and var said)
        {
            year = said;
            last = yearAt;
        }

        return day is null && year is null && IsAmbiguous(words[next].Text) ? null : (new MatchDate(year, month, day), first, last);
    }

    private static bool IsJoint(Word word) => word.Text is "of" or "من" or "عام" or "سنه";

    private static bool IsAmbiguous(string month) => month.Length <= 3 || month is "march" or "mars" or "august" or "مارس" or "جوان";

    private static int? MonthAt(IReadOnlyList<Word> words, int at, out int last)
    {
        last = at;
        if (at >= words.Count || words[at].Kind is WordKind.Number)
        {
            return null;
        }

        if (at + 1 < words.Count && Months.TryGetValue($"{WithoutClitic(words[at].Text)} {words[at + 1].Text}", out var two))
        {
            last = at + 1;
            return two;
        }

        return Months.TryGetValue(words[at].Text, out var one) || Months.TryGetValue(WithoutClitic(words[at].Text), out one) ? one : null;
    }

    private static string WithoutClitic(string word) => word.Length > 4 && word[0] is 'ب' or 'و' or 'ل' ? word[1..] : word;

    /// <summary>Four digits written together that count nothing: “in 2019”, عام 2000; not “2,000 people” and not “about 2000”.</summary>
    private static int? YearAt(string text, IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        return word is { Kind: WordKind.Number, Length: 4 } && Whole(word) is >= FirstYear and <= LastYear and var year
            && IsDigits(text.AsSpan(word.Start, word.Length))
            && (at == 0 || !Counting.Contains(words[at - 1].Text is "من" && at > 1 ? words[at - 2].Text : words[at - 1].Text))
            && (word.Start == 0 || text[word.Start - 1] is not ('$' or '€' or '£'))
            ? year
            : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> written)
    {
        foreach (var sign in written)
        {
            if (!char.IsDigit(sign))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDay(Word word) => Whole(word) is >= 1 and <= 31;

    private static int? Whole(Word word) =>
        word.Kind is WordKind.Number && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<string, int> MonthWords()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
        {
            var english = TextFold.Fold(MonthNames.InEnglish(month));
            months[english] = month;
            months[english[..3]] = month;
            months[TextFold.Fold(MonthNames.InArabic(month, ArabicMonths.Western))] = month;
            months[TextFold.Fold(MonthNames.InArabic(month, ArabicMonths.Levantine))] = month;
        }

        months["sept"] = 9;
        foreach (var (name, month) in new[]
        {
            ("يونيه", 6), ("يوليه", 7), ("جانفي", 1), ("فيفري", 2), ("افريل", 4), ("ماي", 5), ("جوان", 6), ("جويليه", 7), ("اوت", 8), ("شتنبر", 9), ("نونبر", 11), ("دجنبر", 12),
        })
        {
            months[name] = month;
        }

        return months;
    }
}
