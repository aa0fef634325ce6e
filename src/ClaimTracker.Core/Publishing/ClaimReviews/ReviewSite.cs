using ClaimTracker.Core.Publishing.Policies;

namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>What all ClaimReviews of a site have in common in one language.</summary>
public sealed record ReviewSite
{
    public required string Language { get; init; }

    /// <summary>Where readers reach the site; no ClaimReview leads elsewhere.</summary>
    public required Uri Address { get; init; }

    public required ReviewPublisher Publisher { get; init; }

    /// <summary>How ratings read in this language.</summary>
    public required RatingPhrases Phrases { get; init; }

    /// <inheritdoc cref="ClaimReview.Licence"/>
    public string? Licence { get; init; }
}

/// <summary>Which policy pages answer to which of schema.org's names.</summary>
public static class PublisherPolicies
{
    private static readonly IReadOnlyDictionary<Policy, string[]> Names = new Dictionary<Policy, string[]>
    {
        [Policy.Methodology] = ["publishingPrinciples", "verificationFactCheckingPolicy"],
        [Policy.Sources] = ["unnamedSourcesPolicy"],
        [Policy.Corrections] = ["correctionsPolicy"],
        [Policy.Funding] = ["ownershipFundingInfo"],
        [Policy.Team] = ["masthead"],
        [Policy.Complaints] = ["actionableFeedbackPolicy"],
    };

    /// <summary>Names that schema.org knows of news organisations only.</summary>
    public static readonly IReadOnlySet<string> OfNewsOnly = new HashSet<string> { "verificationFactCheckingPolicy", "masthead" };

    /// <summary>None where schema.org has no name for what the page holds.</summary>
    public static IReadOnlyList<string> NamesOf(Policy policy) => Names.GetValueOrDefault(policy) ?? [];
}
