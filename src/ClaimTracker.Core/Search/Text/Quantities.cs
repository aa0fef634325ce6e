using System.Buffers;
using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>
/// A number of a text: how exact it says it is, whether it counts hundredths, and the words after it that may name its unit, the
/// nearest first.
/// </summary>
public sealed record Quantity(decimal Value, FigureModifier Modifier, bool IsPercent, Word Number, IReadOnlyList<Word> Units);

/// <summary>Reads the numbers of a text with what stands around them.</summary>
public static class Quantities
{
    /// <summary>“artillery shells”, «قذيفة مدفعية عيار»: the unit is among so many words.</summary>
    private const int MaxUnits = 3;

    private static readonly ILookup<bool, (FigureModifier Modifier, string[] Words)> Modifiers = ReadModifiers();

    private static readonly HashSet<string> Percent = new(["percent", "percentage", "بالميه", "بالمايه"], StringComparer.Ordinal);

    private static readonly HashSet<string> OrdinalEndings = new(["st", "nd", "rd", "th"], StringComparer.Ordinal);

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?؟؛;:\n،,()");

    public static IReadOnlyList<Quantity> Of(string? text)
    {
        var words = Words.Of(text).Where(w => !w.IsPart).ToList();
        var quantities = new List<Quantity>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind == WordKind.Number && !IsOrdinal(words, i)
                && decimal.TryParse(words[i].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                quantities.Add(Read(text ?? "", words, i, value));
            }
        }

        return quantities;
    }

    private static Quantity Read(string text, List<Word> words, int at, decimal value)
    {
        var next = at + 1;
        var isPercent = IsPercentSign(text, words[at].End);
        if (!isPercent && PercentWords(text, words, next) is var taken and > 0)
        {
            isPercent = true;
            next += taken;
        }

        var units = new List<Word>();
        while (next < words.Count && units.Count < MaxUnits && words[next].Kind == WordKind.Word && IsOneSentence(text, words, next)
            && After(text, words, next) is null)
        {
            if (!StopWords.Contains(words[next].Text))
            {
                units.Add(words[next]);
            }
            else if (units.Count > 0)
            {
                break;
            }

            next++;
        }

        return new Quantity(value, ModifierOf(text, words, at, next), isPercent, words[at], units);
    }

    /// <summary>“3rd”.</summary>
    private static bool IsOrdinal(List<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Start == words[at].End && OrdinalEndings.Contains(words[at + 1].Text);

    private static bool IsPercentSign(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] is '%' or '٪' or '％';
    }

    /// <summary>How many words say “percent” here: “per cent”, «في المئة».</summary>
    private static int PercentWords(string text, List<Word> words, int at)
    {
        if (at >= words.Count || !IsOneSentence(text, words, at))
        {
            return 0;
        }

        var second = at + 1 < words.Count ? words[at + 1].Text : "";
        return Percent.Contains(words[at].Text) ? 1
            : (words[at].Text, second) is ("per", "cent") or ("في", "الميه") or ("في", "المايه") ? 2
            : 0;
    }

    private static bool IsOneSentence(string text, List<Word> words, int at)
    {
        var from = words[at - 1].End;
        return from > words[at].Start || !text.AsSpan(from, words[at].Start - from).ContainsAny(Stops);
    }

    /// <summary>What is said before the number, else after its unit.</summary>
    private static FigureModifier ModifierOf(string text, List<Word> words, int number, int afterUnit)
    {
        if (IsSign(text, words[number].Start - 1, '~', '≈'))
        {
            return FigureModifier.About;
        }

        foreach (var (modifier, phrase) in Modifiers[true])
        {
            var first = number - phrase.Length;
            if (first >= 0 && EndsSo(words, first, phrase) && Enumerable.Range(first + 1, phrase.Length).All(i => IsOneSentence(text, words, i)))
            {
                return modifier;
            }
        }

        return IsSign(text, words[number].End, '+', '+') ? FigureModifier.AtLeast
            : After(text, words, number + 1) ?? After(text, words, afterUnit) ?? FigureModifier.Exactly;
    }

    private static bool IsSign(string text, int at, char one, char other) => at >= 0 && at < text.Length && (text[at] == one || text[at] == other);

    /// <summary>The phrase from that word on, its first word perhaps with a clitic: «ونحو».</summary>
    private static bool EndsSo(List<Word> words, int first, string[] phrase)
    {
        for (var i = 1; i < phrase.Length; i++)
        {
            if (words[first + i].Text != phrase[i])
            {
                return false;
            }
        }

        var start = words[first].Text;
        return start == phrase[0]
            || (start.Length == phrase[0].Length + 1 && start[0] is 'و' or 'ف' or 'ب' or 'ل' && start.EndsWith(phrase[0], StringComparison.Ordinal));
    }

    /// <summary>What the phrase from that word on says about the number before, unless it goes with the next one.</summary>
    private static FigureModifier? After(string text, List<Word> words, int at)
    {
        foreach (var (modifier, phrase) in Modifiers[false])
        {
            var end = at + phrase.Length;
            if (end <= words.Count && IsOneSentence(text, words, at)
                && (end == words.Count || words[end].Kind == WordKind.Word || !IsOneSentence(text, words, end))
                && phrase.Select((p, i) => words[at + i].Text == p).All(isSame => isSame))
            {
                return modifier;
            }
        }

        return null;
    }

    /// <summary>Longer phrases first; true for those that stand before the number.</summary>
    private static ILookup<bool, (FigureModifier Modifier, string[] Words)> ReadModifiers() =>
        SearchData.Lines("quantity-modifiers")
            .Select(line => line.Split(' ', 3))
            .Select(p => (IsBefore: p[1] == "before", Modifier: Enum.Parse<FigureModifier>(p[0]), Words: TextFold.Fold(p[2]).Split(' ')))
            .OrderByDescending(p => p.Words.Length)
            .ToLookup(p => p.IsBefore, p => (p.Modifier, p.Words));
}
