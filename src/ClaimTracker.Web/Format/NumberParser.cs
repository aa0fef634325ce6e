using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Format;

/// <summary>
/// Reads a number as people write it in Arabic and in English (rule 5): Latin, Arabic-Indic and Persian digits;
/// 6,700.5 and ٦٬٧٠٠٫٥ and 6 700,5. Never by the thread's culture.
/// </summary>
public static class NumberParser
{
    /// <summary>More digits than anything counted has; keeps sums within <see cref="decimal"/>.</summary>
    private const int MaxDigits = 24;

    public static bool TryParse(string? text, out decimal number)
    {
        number = 0;
        var clean = Digits.ToLatin((text ?? "").Trim());
        var isNegative = clean.StartsWith('-') || clean.StartsWith('−');
        clean = isNegative ? clean[1..] : clean;
        if (clean.Length == 0 || !char.IsAsciiDigit(clean[0]) || !char.IsAsciiDigit(clean[^1]) || clean.Count(char.IsAsciiDigit) > MaxDigits)
        {
            return false;
        }

        if (Normalize(clean) is not { } plain || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        number = isNegative ? -number : number;
        return true;
    }

    public static bool TryParseWhole(string? text, out int number)
    {
        number = 0;
        if (!TryParse(text, out var value) || value != decimal.Truncate(value) || value is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        number = (int)value;
        return true;
    }

    /// <summary>The number with a point for its fraction and no grouping; null when its signs contradict each other.</summary>
    private static string? Normalize(string text)
    {
        // Unambiguous signs first: Arabic separators, and spaces or apostrophes, which only ever group.
        var unified = text.Replace('٬', '\'').Replace('’', '\'').Replace(' ', '\'').Replace('\u00A0', '\'').Replace('\u202F', '\'');
        if (unified.Contains('٫', StringComparison.Ordinal))
        {
            return Split(unified.Replace(',', '\'').Replace('،', '\''), '٫', '\'');
        }

        unified = unified.Replace('،', ',');
        var signs = unified.Where(c => !char.IsAsciiDigit(c)).Distinct().ToList();
        return signs switch
        {
            [] => unified,
            ['\''] => Split(unified, '\0', '\''),
            // One kind only: a grouping if every group has three digits, as in 6,700 and 3.000.000 …
            [',' or '.'] when Split(unified, '\0', signs[0]) is { } whole && (signs[0] == ',' || unified.Count(c => c == '.') > 1) => whole,
            // … else a fraction, as in 6.7 and 6,7. A single point is always one: 1.500 is one and a half.
            [',' or '.'] => Split(unified, signs[0], '\0'),
            // Two kinds: the last one is the fraction's.
            [',' or '.' or '\'', ',' or '.'] => Split(unified, signs[1], signs[0]),
            _ => null,
        };
    }

    private static string? Split(string text, char fraction, char group)
    {
        var parts = text.Split(fraction);
        if (parts.Length > 2 || (parts.Length == 2 && !parts[1].All(char.IsAsciiDigit)))
        {
            return null;
        }

        var groups = parts[0].Split(group);
        var isGrouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        if (!isGrouped || !groups.All(g => g.All(char.IsAsciiDigit)))
        {
            return null;
        }

        return string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
    }
}
