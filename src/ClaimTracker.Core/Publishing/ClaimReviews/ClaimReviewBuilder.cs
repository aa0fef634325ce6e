using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>
/// Makes the ClaimReview of a published document in one language; pure, so that the page, the feed and the desk's warning before
/// publishing are the same. Off-axis ratings and those of a saying have no number. The marks “contested” and “under
/// re-examination” change nothing: the verdict stands until another one is decided.
/// </summary>
public static class ClaimReviewBuilder
{
    /// <param name="document">What readers have, or would have.</param>
    /// <param name="content">Rating of the claim a saying is about; null: not rated.</param>
    /// <param name="page">Whole address of the claim's own page in the site's language.</param>
    public static ClaimReviewResult Build(PublicDocument document, PublicRating? content, string page, ReviewSite site)
    {
        if (Absence(document, site.Language) is { } absence)
        {
            return new ClaimReviewResult(null, [absence]);
        }

        var verdict = document.Verdict!; // else absent
        var review = new ClaimReview
        {
            ClaimReviewed = SummaryOf(document, site.Language),
            Url = page,
            InLanguage = site.Language,
            DatePublished = verdict.DecidedOn ?? DateOnly.FromDateTime(document.ReviewedAt),
            Author = site.Publisher,
            ItemReviewed = ClaimOf(document, site.Language),
            ReviewRating = new ReviewRating(verdict.Rating.Label.Has(site.Language) ? site.Phrases.Of(verdict.Rating, document.AsPublished, content) : "")
            {
                Value = ValueOf(verdict.Rating),
                Explanation = verdict.Explanation[site.Language],
            },
            Licence = site.Licence,
        };
        var faults = ClaimReviewRules.Check(review, verdict.Rating, site);
        return new ClaimReviewResult(faults.Count == 0 ? review : null, faults);
    }

    private static ClaimReviewFault? Absence(PublicDocument document, string language) => document switch
    {
        { State: not PublicState.Published } or { Verdict: null } or { MergedIntoNumber: not null } => ClaimReviewFault.NotPublished,
        { Verdict.IsImported: true } => ClaimReviewFault.ImportedVerdict,
        { Archive: not null } => ClaimReviewFault.PublishedElsewhere,
        { Verdict.Rating: { Aspect: RatedAspect.Content, Code: RatingCodes.NotCheckable } } => ClaimReviewFault.NotCheckable,
        { Verdict: { } verdict } when !document.Languages.Contains(language) || !verdict.Headline.Has(language) || !verdict.Explanation.Has(language) =>
            ClaimReviewFault.LanguageIncomplete,
        _ => null,
    };

    /// <summary>A statement that is short enough is its own summary.</summary>
    private static string SummaryOf(PublicDocument document, string language) =>
        document.Summary[language] ?? (document.Statement[language] is { Length: <= Claim.SummaryMaxLength } statement ? statement : "");

    private static ReviewRatingValue? ValueOf(PublicRating rating) =>
        rating is { Aspect: RatedAspect.Content, ClaimReviewValue: { } value } ? new ReviewRatingValue(value, Rating.WorstClaimReviewValue, Rating.BestClaimReviewValue) : null;

    private static ReviewedClaim ClaimOf(PublicDocument document, string language)
    {
        var works = document.Appearances
            .Select(a => (a.IsFirst, Work: WorkOf(document.Sources.FirstOrDefault(s => s.Id == a.SourceId), language)))
            .Where(a => a.Work is not null)
            .OrderByDescending(a => a.IsFirst)
            .DistinctBy(a => a.Work!.Url) // asked above
            .ToList();
        return new ReviewedClaim
        {
            Authors = [.. document.Claimants.Select(c => new ReviewedClaimant(c.Party.Name.In(language), c.Party.Kind is PartyKind.Person, c.Role[language])).Where(c => c.Name != "")],
            DatePublished = DayOf(document.AssertedOn),
            FirstAppearance = works.Find(w => w.IsFirst).Work,
            Appearances = [.. works.Where(w => !w.IsFirst).Select(w => w.Work!)], // asked above
        };
    }

    /// <summary>Null: not named to readers, or not to be reached.</summary>
    private static ReviewedWork? WorkOf(PublicSource? source, string language) =>
        source is { IsWithheld: false, Address: { } address } && Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
            ? new ReviewedWork(url.AbsoluteUri)
            {
                Name = source.Title.IsEmpty ? null : source.Title.In(language),
                Language = source.Language,
                DatePublished = DayOf(source.PublishedOn),
                Publisher = source.Outlet?.Name.In(language),
            }
            : null;

    private static DateOnly? DayOf(FuzzyDate? date) => date is { Precision: DatePrecision.Day } ? date.From : null;
}
