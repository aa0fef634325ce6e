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

    private static readonly HashSet<string> Percent = new(["percent", "percentage", "بالميه", "بالمايه"], StringComparer.Ordinal);

    private static readonly HashSet<string> OrdinalEndings = new(["st", "nd", "rd", "th"], StringComparer.Ordinal);

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
        while (next < words.Count && units.Count < MaxUnits && words[next].Kind == WordKind.Word && QuantityModifiers.IsOnePhrase(text, words, next)
            && QuantityModifiers.After(text, words, next) is null)
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
        if (at >= words.Count || !QuantityModifiers.IsOnePhrase(text, words, at))
        {
            return 0;
        }

        var second = at + 1 < words.Count ? words[at + 1].Text : "";
        return Percent.Contains(words[at].Text) ? 1
            : (words[at].Text, second) is ("per", "cent") or ("في", "الميه") or ("في", "المايه") ? 2
            : 0;
    }

    /// <summary>What is said before the number, else after its unit.</summary>
    private static FigureModifier ModifierOf(string text, List<Word> words, int number, int afterUnit) =>
        QuantityModifiers.Before(text, words, number)?.Modifier
        ?? QuantityModifiers.After(text, words, number + 1)?.Modifier
        ?? QuantityModifiers.After(text, words, afterUnit)?.Modifier
        ?? FigureModifier.Exactly;
}
