using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Why machines would be given no ClaimReview of a check in a language; a warning, which keeps nobody from publishing.</summary>
public sealed record MachineFaults(string Language, IReadOnlyList<ClaimReviewFault> Faults)
{
    /// <summary>Of the document as it would be published, in the languages it would be published in; those without a fault are left out.</summary>
    public static async Task<IReadOnlyList<MachineFaults>> OfAsync(PublicDocument document, ReviewSites sites, CancellationToken ct)
    {
        var published = document with { State = PublicState.Published };
        var faults = new List<MachineFaults>();
        foreach (var language in Cultures.All.Where(document.Languages.Contains))
        {
            // What became of a saying's content is in its words alone, and no fault depends on it.
            faults.Add(new MachineFaults(language, sites.Build(published, content: null, await sites.OfAsync(language, ct)).Faults));
        }

        return faults.FindAll(f => f.Faults.Count > 0);
    }
}
