using System.Diagnostics.CodeAnalysis;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Words that need more than a code: the two ends of a link, and what a step of a chain did.</summary>
[SuppressMessage("Globalization", "CA1304", Justification = "In the language of the page.")]
public static class Labels
{
    /// <summary>A link as the title of what stands at its other end: “Denied by”, “Updates”.</summary>
    public static string Of(LinkKind kind, bool isIncoming) =>
        PublicText.ResourceManager.GetString($"Link{kind}{(isIncoming ? "From" : "To")}") ?? kind.ToString();

    /// <summary>Where in a claim an excerpt stands.</summary>
    public static string Of(ExcerptFrom from) => PublicText.ResourceManager.GetString($"FoundIn{from}") ?? from.ToString();

    /// <summary>A noun in Arabic, which fits whoever stands before it: «وكالة رويترز، نقل».</summary>
    public static string OfVerb(string verb) =>
        PublicText.ResourceManager.GetString("Verb" + verb) ?? Glossary.Label(Glossary.Verbs, verb, Cultures.Current);
}
