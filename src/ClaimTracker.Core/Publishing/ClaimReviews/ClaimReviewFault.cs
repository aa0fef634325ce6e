namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>Why machines are given no ClaimReview of a claim in a language.</summary>
public enum ClaimReviewFault
{
    /// <summary>Readers have no verdict of it: not public, listed, imported, withdrawn, removed or merged.</summary>
    NotPublished,

    /// <summary>No editor here has reviewed the verdict.</summary>
    ImportedVerdict,

    /// <summary>A check from our archive has one where it was published first; a second would be the same one twice.</summary>
    PublishedElsewhere,

    /// <summary>“Not checkable” says nothing that a machine could use.</summary>
    NotCheckable,

    /// <summary>The check is not complete in this language.</summary>
    LanguageIncomplete,

    /// <summary>The claim has no summary in this language, and its statement is too long to be one.</summary>
    SummaryMissing,
    SummaryTooLong,

    /// <summary>The summary says what became of the claim.</summary>
    SummaryHoldsRating,

    /// <summary>Nobody is known to have made the claim.</summary>
    ClaimantMissing,

    /// <summary>The claim is our own.</summary>
    ClaimantIsOurselves,

    /// <summary>The rating has no name in this language.</summary>
    RatingWordsMissing,

    /// <summary>Worst and best value are no range.</summary>
    RatingBoundsWrong,
    RatingOutOfBounds,

    /// <summary>The page's address is not one of this site.</summary>
    AddressElsewhere,
}

/// <summary>A ClaimReview, or all that stands against there being one.</summary>
/// <param name="Review">Null where there is a fault.</param>
public sealed record ClaimReviewResult(ClaimReview? Review, IReadOnlyList<ClaimReviewFault> Faults);
