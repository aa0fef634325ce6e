namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>
/// What machines read of a check in one language: schema.org's ClaimReview. Holds what <see cref="ClaimReviewWriter"/> writes and
/// nothing else, so that nothing leaves that is not named here.
/// </summary>
public sealed record ClaimReview
{
    /// <summary>The claim in short, without what became of it.</summary>
    public required string ClaimReviewed { get; init; }

    /// <summary>The claim's own page in this language.</summary>
    public required string Url { get; init; }

    public required string InLanguage { get; init; }

    /// <summary>When this verdict was decided.</summary>
    public required DateOnly DatePublished { get; init; }

    public required ReviewPublisher Author { get; init; }

    public required ReviewedClaim ItemReviewed { get; init; }

    public required ReviewRating ReviewRating { get; init; }

    /// <summary>Address of the licence under which machines may have these data; null: not said.</summary>
    public string? Licence { get; init; }
}

/// <summary>Whose check it is.</summary>
/// <param name="Policies">Addresses of what it holds itself to, by schema.org's name for each.</param>
public sealed record ReviewPublisher(string Name, string Url, IReadOnlyList<PublisherPolicy> Policies);

/// <summary>A policy page under the name machines know it by.</summary>
public sealed record PublisherPolicy(string Property, string Url);

/// <summary>The claim that was checked: who made it, when, and where it stands.</summary>
public sealed record ReviewedClaim
{
    public IReadOnlyList<ReviewedClaimant> Authors { get; init; } = [];

    /// <summary>Only where the day itself is known.</summary>
    public DateOnly? DatePublished { get; init; }

    public ReviewedWork? FirstAppearance { get; init; }

    /// <summary>Without the first one.</summary>
    public IReadOnlyList<ReviewedWork> Appearances { get; init; } = [];
}

/// <param name="Role">What a person was when speaking.</param>
public sealed record ReviewedClaimant(string Name, bool IsPerson, string? Role);

/// <summary>Something published that holds the claim.</summary>
public sealed record ReviewedWork(string Url)
{
    public string? Name { get; init; }

    public string? Language { get; init; }

    public DateOnly? DatePublished { get; init; }

    public string? Publisher { get; init; }
}

/// <param name="AlternateName">The rating in the words of its badge.</param>
public sealed record ReviewRating(string AlternateName)
{
    /// <summary>On the axis from false to true; null for ratings off it.</summary>
    public ReviewRatingValue? Value { get; init; }

    public string? Explanation { get; init; }
}

public sealed record ReviewRatingValue(int Value, int Worst, int Best);
