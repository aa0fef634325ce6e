using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>The addresses that stand in the API's records.</summary>
/// <param name="Site">Where readers reach it.</param>
/// <param name="Language">Texts are wanted in this one; null: in all.</param>
public record ApiAddresses(SiteAddress Site, string? Language)
{
    /// <summary>An address of ours, whole.</summary>
    public string Address(FormattableString path) => Site.Absolute(FormattableString.Invariant(path));

    /// <summary>Of a page that leads on to people.</summary>
    public string PageLanguage => Language ?? Cultures.English;

    /// <summary>The page of a claim, in the language asked for; else in Arabic for a claim made in Arabic, and in English.</summary>
    public string PageOf(int number, string language) => Address($"/{Language ?? (language is Cultures.Arabic ? Cultures.Arabic : Cultures.English)}/claims/{number}");
}
