using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Intake;

/// <summary>Reads the lines round an article that say who wrote it and when.</summary>
internal static partial class ArticleLines
{
    private const int MaxLength = 120;
    private const int MaxRead = 1_000;
    private const int MaxWords = 6;
    private const int MaxOtherLetters = 12;

    public static bool IsByline(string text) => text.Length <= MaxLength && BylineStart().IsMatch(text) && !EndsSentence(text);

    /// <summary>A date and little else, or several short pieces of which one is: “Cairo – 7 March 2024 – Ann Lee”.</summary>
    public static bool IsDateline(string text) =>
        text.Length <= MaxLength && !EndsSentence(text) && DateIn(text) is not null && (IsDate(text) || Pieces().Split(text) is { Length: > 1 } pieces && pieces.Any(IsDate) && pieces.All(IsShort));

    private static bool IsDate(string text) => DateIn(text) is not null && DateStart().Replace(NumbersAndNames().Replace(text, " "), " ").Count(char.IsLetter) <= MaxOtherLetters;

    private static bool IsShort(string piece) => piece.Count(char.IsWhiteSpace) < MaxWords;

    /// <summary>The names without “By” and the like, several joined by commas; null when none is left.</summary>
    public static string? Names(string? text)
    {
        var even = EvenText.Of(text is { Length: > MaxRead } ? text[..MaxRead] : text);
        var names = BylineStart().Replace(even, "");
        var list = Separators().Split(names).Select(n => n.Trim(' ', ',', '،', '-', '–', '—', '|', ':')).Where(n => n.Any(char.IsLetter) && !n.Any(char.IsDigit)).Distinct();
        return string.Join(", ", list) is { Length: > 0 and <= Sources.Source.AuthorMaxLength } joined ? joined : null;
    }

    /// <summary>The day as it is written, whatever hour and zone follow; also in words.</summary>
    public static DateOnly? DateIn(string? text)
    {
        var even = Digits.ToLatin(EvenText.Of(text is { Length: > MaxRead } ? text[..MaxRead] : text));
        if (IsoStart().Match(even) is { Success: true } iso && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        var american = MonthFirst().Matches(even).Select(m => $"{m.Groups["day"].Value} {m.Groups["month"].Value} {m.Groups["year"].Value}");
        foreach (var candidate in DayInWords().Matches(even).Concat(DayInNumbers().Matches(even)).Select(m => SecondName().Replace(m.Value, "")).Concat(american))
        {
            if (DateParser.TryParseDay(candidate, out day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The name in “© 2024 The Post. All rights reserved”.</summary>
    public static string? OwnerIn(string text)
    {
        var owner = Rights().Match(text) is { Success: true } rights ? rights.Groups["owner"].Value.Trim(' ', ',', '-', '–', '|', ':') : "";
        return owner.Length is > 1 and < 60 && !PageFurniture.IsLine(owner) ? owner : null;
    }

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', '»', ' ')[^1] is '.' or '؟' or '?' or '!' or '۔';

    [GeneratedRegex(@"^\s*(by|written by|reporting by|words by|story by|author)\b\s*:?\s+|^\s*(بقلم|كتبت|كتب|إعداد|اعداد|تقرير|تحرير|ترجمة|المصدر|الكاتب|الكاتبة)\s*[:：/\-–|]\s*|^\s*(بقلم)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BylineStart();

    [GeneratedRegex(@"\s*[,،;؛|]\s*|\s+and\s+|\s+&\s+|\s+و\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(©|\(c\)|copyright|الحقوق محفوظة)[\s©:]*(لموقع|لصحيفة|لدى|ل)?\s*(\d{4}\s*([-–]\s*\d{4})?)?\s*(?<owner>[^.،,|؛\d©]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rights();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoStart();

    [GeneratedRegex(@"\b\d{1,2}\s+\p{L}+(\s\p{L}+)?(\s*/\s*\p{L}+(\s\p{L}+)?)?\s*[,،]?\s+\d{4}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayInWords();

    [GeneratedRegex(@"\s+[-–—|•·/]\s+|\s*[|•·]\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pieces();

    // “أيلول/سبتمبر” is one month by two names.
    [GeneratedRegex(@"(?<=\p{L})\s*/\s*\p{L}+(\s\p{L}+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecondName();

    [GeneratedRegex(@"\b(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayInNumbers();

    [GeneratedRegex(@"\b(?<month>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(st|nd|rd|th)?\s*,?\s+(?<year>\d{4})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(published|updated|last updated|modified|posted|on|at)\b\s*:?|(نشر|نشرت|تاريخ|النشر|آخر|تحديث|تم|في|بتاريخ|الساعة|حدث|التحديث)(?!\p{L})\s*:?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateStart();

    [GeneratedRegex(@"\d+|\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|gmt|utc|est|edt|bst|cet|(mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b|(السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|صباحا|مساء|هـ|يناير|فبراير|مارس|أبريل|إبريل|ابريل|نيسان|مايو|أيار|يونيو|حزيران|يوليو|تموز|أغسطس|آب|سبتمبر|أيلول|أكتوبر|نوفمبر|ديسمبر|كانون|تشرين|الثاني|الأول|شباط|آذار)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumbersAndNames();
}
