using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>What those who read ClaimReview, Google first, refuse: it is not sent out, and the desk is told why.</summary>
public static class ClaimReviewRules
{
    /// <summary>What a rating is set apart by where it stands beside a claim: “False: …”, “… (false)”.</summary>
    private static readonly char[] Separators = [':', '(', ')', '[', ']', '–', '—', '|', ';', '؛', '«', '»', '“', '”', '"', '.', '،', ','];

    /// <param name="rating">The rating itself, without what its badge adds.</param>
    public static IReadOnlyList<ClaimReviewFault> Check(ClaimReview review, PublicRating rating, ReviewSite site) =>
        [.. SummaryFaults(review, rating).Concat(ClaimantFaults(review.ItemReviewed, site)).Concat(RatingFaults(review.ReviewRating)).Concat(AddressFaults(review.Url, site.Address))];

    private static IEnumerable<ClaimReviewFault> SummaryFaults(ClaimReview review, PublicRating rating)
    {
        if (string.IsNullOrWhiteSpace(review.ClaimReviewed))
        {
            yield return ClaimReviewFault.SummaryMissing;
            yield break;
        }

        if (review.ClaimReviewed.Length > Claim.SummaryMaxLength)
        {
            yield return ClaimReviewFault.SummaryTooLong;
        }

        if (HoldsRating(review.ClaimReviewed, rating, review.InLanguage))
        {
            yield return ClaimReviewFault.SummaryHoldsRating;
        }
    }

    /// <summary>“Said” is a word of every saying's summary: there, only a rating that is set apart is one.</summary>
    private static bool HoldsRating(string summary, PublicRating rating, string language)
    {
        var words = TextFold.Fold(rating.Label[language]);
        return words != "" && (rating.Aspect is RatedAspect.Saying
            ? summary.Split(Separators) is { Length: > 1 } parts && Array.Exists(parts, part => TextFold.Fold(part) == words)
            : $" {TextFold.Fold(summary)} ".Contains($" {words} ", StringComparison.Ordinal));
    }

    private static IEnumerable<ClaimReviewFault> ClaimantFaults(ReviewedClaim claim, ReviewSite site)
    {
        if (claim.Authors.Count == 0)
        {
            yield return ClaimReviewFault.ClaimantMissing;
        }
        else if (claim.Authors.All(a => TextFold.Fold(a.Name) == TextFold.Fold(site.Publisher.Name)))
        {
            yield return ClaimReviewFault.ClaimantIsOurselves;
        }
    }

    private static IEnumerable<ClaimReviewFault> RatingFaults(ReviewRating rating)
    {
        if (string.IsNullOrWhiteSpace(rating.AlternateName))
        {
            yield return ClaimReviewFault.RatingWordsMissing;
        }

        if (rating.Value is { } value)
        {
            if (value.Worst < 1 || value.Best <= value.Worst)
            {
                yield return ClaimReviewFault.RatingBoundsWrong;
            }
            else if (value.Value < value.Worst || value.Value > value.Best)
            {
                yield return ClaimReviewFault.RatingOutOfBounds;
            }
        }
    }

    private static IEnumerable<ClaimReviewFault> AddressFaults(string url, Uri site)
    {
        var isOurs = Uri.TryCreate(url, UriKind.Absolute, out var page) && (page.Scheme is "http" or "https")
            && (string.Equals(page.IdnHost, site.IdnHost, StringComparison.OrdinalIgnoreCase) || page.IdnHost.EndsWith("." + site.IdnHost, StringComparison.OrdinalIgnoreCase));
        if (!isOurs)
        {
            yield return ClaimReviewFault.AddressElsewhere;
        }
    }
}
