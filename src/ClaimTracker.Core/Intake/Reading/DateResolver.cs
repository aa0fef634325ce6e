using System.Collections.Frozen;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>A date that a sentence names, resolved, and where its words stand, in UTF-16 units.</summary>
public sealed record ReadDate(FuzzyDate Date, TextRange Range);

/// <summary>Resolves the dates of a sentence against the day of its article; precision, words and rule come with each.</summary>
public static class DateResolver
{
    private const int MostWords = 8;

    /// <summary>Rules whose date «منذ» or “since” opens at its end, “before” at its beginning and so on.</summary>
    private static readonly FrozenSet<string> WholeYearsAndMonths =
        FrozenSet.ToFrozenSet(["year", "month-name-year", "years-between", "year-part"], StringComparer.Ordinal);

    /// <summary>Names of months that are other words too.</summary>
    private static readonly FrozenSet<string> AmbiguousMonths =
        FrozenSet.ToFrozenSet(["may", "march", "mar", "august", "مارس", "اب", "ماي", "جوان", "ايار"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> BeforeMonth = FrozenSet.ToFrozenSet(
        ["in", "since", "until", "till", "by", "from", "during", "throughout", "of", "and", "to", "before", "after", "through", "for", "في", "منذ", "حتي", "شهر", "خلال", "بين", "قبل", "بعد", "من", "الي", "طوال", "ومنذ", "وفي"],
        StringComparer.Ordinal);

    public static IReadOnlyList<ReadDate> Read(string sentence, DateOnly article) =>
        [.. Read(new SentenceWords(sentence), article).Select(d => new ReadDate(d.Date, d.Range))];

    /// <summary>With the places of the words, which count nothing then.</summary>
    internal static List<(FuzzyDate Date, TextRange Range, int First, int Last)> Read(SentenceWords words, DateOnly article)
    {
        var dates = new List<(FuzzyDate, TextRange, int, int)>();
        var all = DatePatterns.Find(words, m => IsDate(words, m) && (m.Rule is "none" || DateRules.Resolve(m, article, words) is not null));
        foreach (var match in all)
        {
            if (match.Rule is "none" || DateRules.Resolve(match, article, words) is not { } date)
            {
                continue;
            }

            date = WithYearOfSameMonth(match, all, date);
            var first = match.First;
            if (first > 0 && Opened(OpenerBefore(words, first), match.Rule, date) is { } opened)
            {
                (date, first) = (opened, first - 1);
            }

            var range = words.Range(first, match.Last);
            dates.Add((date with { Words = Shorten(words.Text.Substring(range.Start, range.Length)), Rule = match.Rule }, range, first, match.Last));
        }

        return dates;
    }

    /// <summary>“as early as May 2024, a memo dated 22 May”: the year that the sentence gave to that month.</summary>
    private static FuzzyDate WithYearOfSameMonth(DateMatch match, List<DateMatch> all, FuzzyDate date)
    {
        var isOpen = match.Rule is "day-month" && match.Has("month") && date.From is not null;
        var named = isOpen ? all.Find(m => m.First < match.First && m.Rule is "month-name-year" or "day" && m.Has("month") && m.Has("y") && m.Code("month") == match.Code("month")) : null;
        return named is not null && date.From is { } day && DateSpans.Day(named.Number("y"), day.Month, day.Day) is { } then ? then : date;
    }

    /// <summary>The word before, or the last of «إلى غاية», «إلى متم», “up to”.</summary>
    private static string OpenerBefore(SentenceWords words, int first)
    {
        // «ابتداء من الأحد المقبل»
        var word = words.Words[first - 1].Text;
        if (word is "من" && words.IsWord(first - 2, "ابتدا", "ابتداء", "بدءا", "بدا", "اعتبارا", "انطلاقا", "وابتداء", "واعتبارا"))
        {
            return "since";
        }

        var isUntil = (word is "غايه" or "متم" && words.IsWord(first - 2, "الي")) || (word is "to" && words.IsWord(first - 2, "up"));
        return isUntil ? "until" : word;
    }

    /// <summary>“since” takes the first day, “until” the last one, “before” the day before; the other end is open.</summary>
    private static FuzzyDate? Opened(string word, string rule, FuzzyDate date) => word switch
    {
        "since" or "منذ" or "ومنذ" or "مذ" when date.From is { } from => DateSpans.Range(from, null),
        "until" or "till" or "حتي" or "وحتي" or "لغايه" when date.To is { } to => DateSpans.Range(null, to),
        "before" or "قبل" or "وقبل" when date.From is { } from && WholeYearsAndMonths.Contains(rule) => DateSpans.Range(null, from.AddDays(-1)),
        "after" or "بعد" or "وبعد" when date.To is { } to && WholeYearsAndMonths.Contains(rule) => DateSpans.Range(to.AddDays(1), null),
        _ => null,
    };

    private static bool IsDate(SentenceWords words, DateMatch match) => match.Rule switch
    {
        "month-name" => IsMonth(words, match),
        "year" => IsYear(words, match),
        "ago" => IsAgo(words, match),
        "today" => !IsInName(words, match) && !IsInMarks(words, match),
        "weekday" => !IsInMarks(words, match),
        _ => true,
    };

    /// <summary>«الأحد» alone in quotation marks is a name.</summary>
    private static bool IsInMarks(SentenceWords words, DateMatch match) =>
        words.GapBefore(match.First).EndsWith("«") && words.Words[match.Last].End < words.Text.Length && words.Text[words.Words[match.Last].End] is '»';

    /// <summary>“the journal Medicine Today”.</summary>
    private static bool IsInName(SentenceWords words, DateMatch match) =>
        match.First > 0 && words.Text[words.Words[match.First].Start] is 'T' && words.GapBefore(match.First) is " " && char.IsUpper(words.Text[words.Words[match.First - 1].Start]);

    /// <summary>“in May” and «في مارس», not “may” and «مارس الضغط»; names without other meaning need nothing.</summary>
    private static bool IsMonth(SentenceWords words, DateMatch match)
    {
        var month = words.Words[match.First];
        var isLatin = char.IsAsciiLetter(words.Text[month.Start]);
        if (isLatin && !char.IsUpper(words.Text[month.Start]))
        {
            return false;
        }

        // “Bae Jun-seo”, «باب»
        var isInName = isLatin && ((match.Last + 1 < words.Words.Count && words.GapBefore(match.Last + 1) is "-" && words.Words[match.Last + 1].Kind is WordKind.Word && char.IsLower(words.Text[words.Words[match.Last + 1].Start])) || (match.First > 0 && words.GapBefore(match.First) is "-" && words.Words[match.First - 1].Kind is WordKind.Word && char.IsUpper(words.Text[words.Words[match.First - 1].Start])));
        // “June Carter”, but “in June Congress”
        isInName |= isLatin && match.Last == match.First && match.Match.Groups["month"].Value is "april" or "june" or "may" or "august" or "jan" && match.Last + 1 < words.Words.Count && words.GapBefore(match.Last + 1) is " "
            && words.Words[match.Last + 1].Kind is WordKind.Word && char.IsUpper(words.Text[words.Words[match.Last + 1].Start]) && !(match.First > 0 && BeforeMonth.Contains(words.Words[match.First - 1].Text));
        if (isInName || month.Text is "باب" or "بمارس")
        {
            return false;
        }

        var hasClitic = month.Text.Length > match.Words.Length;
        return !AmbiguousMonths.Contains(match.Match.Groups["month"].Value) || match.Last > match.First || hasClitic
            || (match.First > 0 && BeforeMonth.Contains(words.Words[match.First - 1].Text));
    }

    /// <summary>Four digits written together that count nothing: “in 2019”; not “2,000 people”, “about 2000” or “$1999”.</summary>
    private static bool IsYear(SentenceWords words, DateMatch match)
    {
        var year = words.Words[match.Last];
        if (!char.IsDigit(words.Text[year.Start]))
        {
            return false;
        }

        var isNamed = match.Last > match.First && !(words.Words[match.First].Text is "في" or "وفي" or "in");
        if (isNamed)
        {
            return true;
        }

        var hasSign = year.Start > 0 && words.Text[year.Start - 1] is '$' or '€' or '£' or '+';
        var isMeasured = year.End < words.Text.Length && words.Text[year.End] is '%' or '٪';
        var isLong = match.Last > match.First && year.Length == 4 && !FigureUnits.IsCounted(words, match.Last);
        var isPlain = year.Length == 4 && year.Text is ['1', '9', ..] or ['2', '0', ..] && !hasSign && !isMeasured;
        return (isLong && words.IsWord(match.First, "in")) || (isPlain
            && QuantityModifiers.Before(words.Text, words.Words, match.Last) is null or { Modifier: FigureModifier.UpTo }
            && !NotCounts.IsNumbered(words, match.Last) && !FigureUnits.IsCounted(words, match.Last));
    }

    /// <summary>«قبل يومين من الاقتراع» counts from something else, «قبل عام 2020» and «قبل شهر رمضان» are no span.</summary>
    private static bool IsAgo(SentenceWords words, DateMatch match)
    {
        var rest = words.Line.AsSpan(match.Match.Index + match.Match.Length).TrimStart();
        var next = match.Last + 1 < words.Words.Count ? words.Words[match.Last + 1] : default;
        return rest is [] or [',' or '|', ..] || match.Words.EndsWith("ago", StringComparison.Ordinal)
            || (next is { Kind: WordKind.Word, Text: not null }
                && (next.Text is not "من" || words.IsWord(match.Last + 2, "الان", "اليوم"))
                && DatePatterns.Value("weekday", next.Text) is null && DatePatterns.Value("month", next.Text) is null
                && DatePatterns.Value("hijri", next.Text) is null);
    }

    private static string Shorten(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)) is var taken && taken.Length <= FuzzyDate.WordsMaxLength
            ? taken
            : taken[..FuzzyDate.WordsMaxLength];
}
