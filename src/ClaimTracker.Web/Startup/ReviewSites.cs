using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Startup;

/// <summary>This site as ClaimReviews name it, and the ClaimReview of a claim's page, in either language whatever the page being made is in.</summary>
public sealed class ReviewSites(SiteSettings settings, SiteAddress address, Links links, WrittenPolicies written)
{
    public async ValueTask<ReviewSite> OfAsync(string language, CancellationToken ct) => new()
    {
        Language = language,
        Address = address.Base,
        Publisher = new ReviewPublisher(
            settings.Name ?? CommonText.ResourceManager.GetString(nameof(CommonText.SiteName), Cultures.Info(language)) ?? "",
            address.Absolute("/"),
            [
                .. from policy in await written.GetAsync(ct)
                   from name in PublisherPolicies.NamesOf(policy)
                   select new PublisherPolicy(name, address.Absolute(Links.In(language, links.Policy(policy)))),
            ]),
        Phrases = RatingBadge.PhrasesIn(language),
        Licence = settings.DataLicense?.AbsoluteUri,
    };

    /// <param name="content">Rating of the claim a saying is about; null: not rated.</param>
    public ClaimReviewResult Build(PublicDocument document, PublicRating? content, ReviewSite site) =>
        ClaimReviewBuilder.Build(document, content, address.Absolute(Links.In(site.Language, links.Claim(document.Number, document.Slug(site.Language)))), site);
}
