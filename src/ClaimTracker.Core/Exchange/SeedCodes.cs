using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange;

/// <summary>Where the words of the format are not our own in kebab-case; read and written by the same tables.</summary>
internal static class SeedCodes
{
    /// <summary>A verdict that is none: the claim is only listed.</summary>
    public const string NotYetChecked = "not-yet-checked";

    private static readonly Dictionary<string, string> ContentRatings = new()
    {
        ["supported"] = RatingCodes.True,
        ["mostly-supported"] = RatingCodes.MostlyTrue,
        ["misleading"] = RatingCodes.Misleading,
        ["disputed"] = RatingCodes.Disputed,
        ["not-checkable"] = RatingCodes.NotCheckable,
        ["refuted"] = RatingCodes.False,
        ["unverifiable"] = RatingCodes.Unproven,
    };

    private static readonly Dictionary<string, string> SayingRatings = new()
    {
        ["said"] = RatingCodes.Said,
        ["said-differently"] = RatingCodes.SaidDifferently,
        ["misattributed"] = RatingCodes.Misattributed,
        ["not-said"] = RatingCodes.NotSaid,
        ["unproven"] = RatingCodes.Unproven,
    };

    private static readonly Dictionary<string, LinkKind> LinkKinds = new()
    {
        ["about"] = LinkKind.About,
        ["alternative-to"] = LinkKind.AlternativeTo,
        ["contradicts"] = LinkKind.Contradicts,
        ["corroborates"] = LinkKind.Corroborates,
        ["denies"] = LinkKind.Denies,
        ["depends-on"] = LinkKind.DependsOn,
        ["garbled-form-of"] = LinkKind.GarbledFormOf,
        ["part-of"] = LinkKind.PartOf,
        ["quantifies"] = LinkKind.Quantifies,
        ["same-as"] = LinkKind.Repeats,
        ["updates"] = LinkKind.Updates,
    };

    /// <summary>Code of our rating, or null for an unknown word and for <see cref="NotYetChecked"/>.</summary>
    public static string? RatingOf(RatedAspect aspect, string word) => Ratings(aspect).GetValueOrDefault(word);

    public static string WordOf(RatedAspect aspect, string ratingCode) => Ratings(aspect).First(r => r.Value == ratingCode).Key;

    public static LinkKind? LinkKindOf(string word) => LinkKinds.TryGetValue(word, out var kind) ? kind : null;

    public static string WordOf(LinkKind kind) => LinkKinds.First(k => k.Value == kind).Key;

    /// <summary>
    /// The format does not say what kind of page evidence is. It is an article, except where the page is clearly an official
    /// text: a primary source on the site of a government, an international body or an archive of documents.
    /// </summary>
    public static SourceKind KindOf(OutletKind? outlet, SourceLevel? level) => (outlet, level) switch
    {
        (OutletKind.Government, SourceLevel.Primary) => SourceKind.Statement,
        (OutletKind.InternationalBody or OutletKind.Archive, SourceLevel.Primary) => SourceKind.Document,
        (OutletKind.SocialPlatform, _) => SourceKind.SocialPost,
        _ => SourceKind.Article,
    };

    private static Dictionary<string, string> Ratings(RatedAspect aspect) => aspect is RatedAspect.Saying ? SayingRatings : ContentRatings;
}
