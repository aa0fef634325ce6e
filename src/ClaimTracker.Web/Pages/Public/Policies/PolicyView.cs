using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>A version of a policy as readers see it, in the language of the page or else in the one there is.</summary>
/// <param name="Version">What was saved.</param>
/// <param name="Text">Null: nobody has written it yet.</param>
public sealed record PolicyView(PublicPolicy Version, PolicyTextView? Text)
{
    public string Title => ReviewWords.Of(Version.Policy);

    public string? Lead => Version.Policy is Policy.Methodology ? PublicText.MethodologyLead : null;

    public static async Task<PolicyView> ReadAsync(PublicPolicy version, Links links, PublicReader reader, CancellationToken ct) =>
        new(version, version.Text.TryRead(Cultures.Current, out var text, out var language) ? await PolicyTextView.ReadAsync(language, PolicyMarkdown.Render(text, links), reader, ct) : null);

    /// <summary>How readers are told a version; the text the site began with has no number.</summary>
    public static string NameOf(int number, Formats formats) => number == BuiltInPolicies.Number
        ? PublicText.PolicyOriginal
        : string.Format(System.Globalization.CultureInfo.InvariantCulture, PublicText.VersionShort, formats.Ordinal(number));
}
