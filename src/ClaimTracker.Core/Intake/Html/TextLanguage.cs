using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Tells the language of a text by its letters and its commonest words, where that is easy, and whether one that is named can be right.</summary>
internal static class TextLanguage
{
    private static readonly HashSet<string> arabicScript = ["ar", "fa", "ur", "ps", "ckb", "sd", "ug"];
    private static readonly HashSet<string> otherScripts = ["he", "yi", "ru", "uk", "bg", "sr", "el", "zh", "ja", "ko", "hi", "bn", "ta", "th", "ka", "hy", "am"];
    private static readonly HashSet<string> english = ["the", "of", "and", "to", "in", "that", "was", "for", "with", "said", "has", "have"];

    /// <summary>The language without country and script: “ar_AR” and “ar-EG” are ar. Null for what is no language.</summary>
    public static string? Primary(string? tag)
    {
        var primary = tag?.Trim().Split('-', '_')[0].ToLowerInvariant() switch
        {
            "arabic" or "ara" or "العربية" => "ar",
            "english" or "eng" => "en",
            var other => other,
        };
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }

    /// <summary>Themes come set to English; a language in whose letters the text is not written is not believed.</summary>
    public static bool Fits(string language, string text)
    {
        var (arabic, latin) = Letters(text);
        return arabic + latin == 0
            || (arabicScript.Contains(language) ? arabic > latin : otherScripts.Contains(language) || latin >= arabic);
    }

    /// <summary>Arabic or English, or null when the text leaves it open.</summary>
    public static string? Guess(string text)
    {
        var (arabic, latin) = Letters(text);
        if (arabic > latin)
        {
            // Letters that Arabic does not have: Persian, Urdu or another language.
            return text.Count(c => "پچژگٹڈڑےیک".Contains(c)) * 50 > arabic ? null : "ar";
        }

        var words = Words.Of(text);
        return words.Count >= 5 && words.Count(w => english.Contains(w.Text)) * 12 >= words.Count ? "en" : null;
    }

    private static (int Arabic, int Latin) Letters(string text) =>
        (text.Count(c => char.IsLetter(c) && FoldMap.IsArabic(c)), text.Count(c => char.IsAsciiLetter(c)));
}
