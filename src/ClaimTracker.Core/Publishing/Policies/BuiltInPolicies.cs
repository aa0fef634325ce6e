using System.Collections.Frozen;
using System.Text;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>
/// The texts a new site begins with, of the policies that the program itself enforces (<c>Texts</c>, one file per language). They hold, as version
/// <see cref="Number"/>, until somebody saves another; as they stand then, they are kept with it.
/// </summary>
public static class BuiltInPolicies
{
    public const int Number = 0;

    private static readonly FrozenDictionary<Policy, LocalizedText> Texts =
        PolicyNames.All.ToFrozenDictionary(p => p, p => LocalizedText.Of(("ar", Read(p, "ar")), ("en", Read(p, "en"))));

    /// <summary>Empty for a policy that every newsroom has to write itself.</summary>
    public static LocalizedText Of(Policy policy) => Texts[policy];

    private static string? Read(Policy policy, string language)
    {
        using var stream = typeof(BuiltInPolicies).Assembly.GetManifestResourceStream($"policies/{PolicyNames.SlugOf(policy)}.{language}.md");
        if (stream is null)
        {
            return null;
        }

        // As a form sends it back, so that an unchanged text is seen to be one.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
    }
}
