using System.Collections.Concurrent;
using System.Collections.Frozen;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Format;

/// <summary>Plural categories of Unicode's CLDR.</summary>
public enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>
/// Texts that change with a number. Written <c>one={0} claim|other={0} claims</c>; Arabic has all six forms, and may leave out
/// those that read like <c>other</c>.
/// </summary>
public static class Plurals
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<PluralForm, string>> Parsed = new(StringComparer.Ordinal);

    /// <summary>The form a number takes in that language.</summary>
    public static PluralForm Pick(string language, decimal number)
    {
        var n = Math.Abs(number);
        var isWhole = n == decimal.Truncate(n);
        if (language != Cultures.Arabic)
        {
            return n == 1 && isWhole && number.Scale == 0 ? PluralForm.One : PluralForm.Other;
        }

        return !isWhole ? PluralForm.Other : n switch
        {
            0 => PluralForm.Zero,
            1 => PluralForm.One,
            2 => PluralForm.Two,
            _ => (n % 100) switch
            {
                >= 3 and <= 10 => PluralForm.Few,
                >= 11 => PluralForm.Many,
                _ => PluralForm.Other,
            },
        };
    }

    /// <summary>The pattern for that number, with <c>{0}</c> where it stands.</summary>
    public static string Pattern(string language, string forms, decimal number)
    {
        var patterns = Parsed.GetOrAdd(forms, Parse);
        return patterns.GetValueOrDefault(Pick(language, number)) ?? patterns[PluralForm.Other];
    }

    /// <summary>The pattern of a unit after a word that governs it, where it differs: «ساعتين», not «ساعتان».</summary>
    public static string? Oblique(string language, LocalizedText forms, decimal number) =>
        forms[$"{language}.{Pick(language, number).ToString().ToLowerInvariant()}Oblique"];

    /// <summary>The pattern of a unit for that number; null where the unit has none in that language.</summary>
    public static string? Pattern(string language, LocalizedText forms, decimal number) =>
        forms[$"{language}.{Pick(language, number).ToString().ToLowerInvariant()}"] ?? forms[$"{language}.other"];

    private static FrozenDictionary<PluralForm, string> Parse(string forms) => forms.Split('|')
        .Select(form => form.Split('=', 2))
        .ToFrozenDictionary(form => Enum.Parse<PluralForm>(form[0].Trim(), ignoreCase: true), form => form[1].Trim());
}
