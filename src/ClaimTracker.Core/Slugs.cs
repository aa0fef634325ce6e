using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core;

/// <summary>Names that stand in addresses: lower-case words joined by hyphens, in Latin or Arabic letters.</summary>
public static partial class Slugs
{
    public static bool IsValid(string slug) => slug.Length <= Topic.SlugMaxLength && Pattern().IsMatch(slug);

    /// <summary>The name of a text: of its English wording, else of any other; empty when it holds no letter or digit.</summary>
    public static string Of(LocalizedText text, int maxLength) => Of(text.In("en"), maxLength);

    public static string Of(string text, int maxLength)
    {
        var words = Separators().Replace(TextFold.Fold(text), "-").Trim('-');
        return words.Length <= maxLength ? words : words[..maxLength].TrimEnd('-');
    }

    [GeneratedRegex(@"^[\p{Ll}\p{Lo}0-9]+(-[\p{Ll}\p{Lo}0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[^\p{Ll}\p{Lo}0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
