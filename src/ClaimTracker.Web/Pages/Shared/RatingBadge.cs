using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>
/// How a claim's rating stands wherever it is shown: word, icon and colour; hollow while no editor has reviewed it. A rating of
/// a saying always says what became of its content, so that a denial that was made is never read as true.
/// </summary>
public sealed record RatingBadge(string Words, string Icon, string Color)
{
    private const string NotRatedToken = "not-rated";
    private const string WithdrawnToken = "withdrawn";

    public bool IsHollow { get; init; }

    /// <summary>What the reader must know beside the word.</summary>
    public string? Aside { get; init; }

    /// <param name="isOutside">The check is another publisher's, whose own words stand beside the badge.</param>
    /// <param name="content">Rating of the claim a saying is about; null: not rated.</param>
    public static RatingBadge Of(PublicState state, PublicRating? rating, bool asPublished, bool isFromDataSet, bool isOutside, PublicRating? content)
    {
        if (state is PublicState.Withdrawn)
        {
            return new RatingBadge(PublicText.Withdrawn, WithdrawnToken, WithdrawnToken);
        }

        if (rating is null)
        {
            return new RatingBadge(isOutside ? PublicText.OutsideRatedBadge : isFromDataSet ? PublicText.LoggedNotStarted : PublicText.CheckUnderWay, NotRatedToken, NotRatedToken) { IsHollow = true, Aside = isOutside ? PublicText.ImportedNotReviewed : null };
        }

        var isImported = state is PublicState.Imported;
        return new RatingBadge(WordsOf(rating, asPublished, content), rating.Icon, rating.Color)
        {
            IsHollow = isImported,
            Aside = isImported ? PublicText.ImportedNotReviewed : null,
        };
    }

    public static RatingBadge Of(PublicClaim claim, PublicCard card, PublicRating? content) =>
        Of(claim.State, card.Rating, card.AsPublished, card.IsFromDataSet, card.Outside is not null, content);

    public static RatingBadge Of(PublicDocument document, PublicRating? content) =>
        Of(document.State, document.Verdict?.Rating, document.AsPublished, document.DataSet is not null, document.Outside is not null, content);

    /// <summary>The words alone, for titles and quotations.</summary>
    public static string WordsOf(PublicRating rating, bool asPublished, PublicRating? content) => PhrasesIn(Cultures.Current).Of(rating, asPublished, content);

    /// <summary>The same in another language than the page's.</summary>
    public static string WordsOf(PublicRating rating, bool asPublished, PublicRating? content, string language) => PhrasesIn(language).Of(rating, asPublished, content);

    /// <summary>How a badge reads in a language.</summary>
    public static RatingPhrases PhrasesIn(string language) => new(
        language, Text(nameof(PublicText.RatingMistranslated), language), Text(nameof(PublicText.RatingWithContent), language), Text(nameof(PublicText.ContentNotRated), language));

    private static string Text(string key, string language) => PublicText.ResourceManager.GetString(key, Cultures.Info(language)) ?? throw new InvalidOperationException($"There is no text {key}.");
}
