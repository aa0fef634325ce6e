using System.Globalization;
using System.Text.Json;

namespace ClaimTracker.Core.Publishing.ClaimReviews;

/// <summary>Writes a ClaimReview and its publisher as JSON-LD, property by property.</summary>
public static class ClaimReviewWriter
{
    public const string Context = "https://schema.org";

    /// <param name="json">Where it is written.</param>
    /// <param name="review">What is written.</param>
    /// <param name="isDocument">It stands for itself and names its vocabulary; in a feed, the feed does.</param>
    public static void Write(Utf8JsonWriter json, ClaimReview review, bool isDocument)
    {
        Start(json, "ClaimReview", isDocument);
        json.WriteString("claimReviewed", review.ClaimReviewed);
        json.WriteString("url", review.Url);
        json.WriteString("inLanguage", review.InLanguage);
        json.WriteString("datePublished", Day(review.DatePublished));
        json.WritePropertyName("author");
        WriteOrganization(json, review.Author, withPolicies: true);
        json.WritePropertyName("itemReviewed");
        Write(json, review.ItemReviewed);
        json.WritePropertyName("reviewRating");
        Write(json, review.ReviewRating);
        if (review.Licence is { } licence)
        {
            json.WriteString("sdLicense", licence);
            json.WritePropertyName("sdPublisher");
            WriteOrganization(json, review.Author, withPolicies: false);
        }

        json.WriteEndObject();
    }

    /// <summary>The publisher by itself, as a news organisation with all its policies.</summary>
    public static void Write(Utf8JsonWriter json, ReviewPublisher publisher)
    {
        json.WriteStartObject();
        json.WriteString("@context", Context);
        json.WriteStartArray("@type");
        json.WriteStringValue("Organization");
        json.WriteStringValue("NewsMediaOrganization");
        json.WriteEndArray();
        json.WriteString("name", publisher.Name);
        json.WriteString("url", publisher.Url);
        foreach (var policy in publisher.Policies)
        {
            json.WriteString(policy.Property, policy.Url);
        }

        json.WriteEndObject();
    }

    private static void WriteOrganization(Utf8JsonWriter json, ReviewPublisher publisher, bool withPolicies)
    {
        Start(json, "Organization");
        json.WriteString("name", publisher.Name);
        json.WriteString("url", publisher.Url);
        foreach (var policy in publisher.Policies.Where(p => withPolicies && !PublisherPolicies.OfNewsOnly.Contains(p.Property)))
        {
            json.WriteString(policy.Property, policy.Url);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewedClaim claim)
    {
        Start(json, "Claim");
        WriteOneOrMany(json, "author", claim.Authors, Write);
        WriteKnown(json, "datePublished", claim.DatePublished is { } day ? Day(day) : null);
        if (claim.FirstAppearance is { } first)
        {
            json.WritePropertyName("firstAppearance");
            Write(json, first);
        }

        WriteOneOrMany(json, "appearance", claim.Appearances, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewedClaimant claimant)
    {
        Start(json, claimant.IsPerson ? "Person" : "Organization");
        json.WriteString("name", claimant.Name);
        WriteKnown(json, "jobTitle", claimant.IsPerson ? claimant.Role : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewedWork work)
    {
        Start(json, "CreativeWork");
        json.WriteString("url", work.Url);
        WriteKnown(json, "name", work.Name);
        WriteKnown(json, "inLanguage", work.Language);
        WriteKnown(json, "datePublished", work.DatePublished is { } day ? Day(day) : null);
        if (!string.IsNullOrEmpty(work.Publisher))
        {
            json.WritePropertyName("publisher");
            Start(json, "Organization");
            json.WriteString("name", work.Publisher);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewRating rating)
    {
        Start(json, "Rating");
        json.WriteString("alternateName", rating.AlternateName);
        if (rating.Value is { } value)
        {
            json.WriteNumber("ratingValue", value.Value);
            json.WriteNumber("bestRating", value.Best);
            json.WriteNumber("worstRating", value.Worst);
        }

        WriteKnown(json, "ratingExplanation", rating.Explanation);
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string type, bool isDocument = false)
    {
        json.WriteStartObject();
        if (isDocument)
        {
            json.WriteString("@context", Context);
        }

        json.WriteString("@type", type);
    }

    private static void WriteKnown(Utf8JsonWriter json, string property, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(property, value);
        }
    }

    /// <summary>A single one stands by itself, as most readers expect it.</summary>
    private static void WriteOneOrMany<T>(Utf8JsonWriter json, string property, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WritePropertyName(property);
        if (values.Count == 1)
        {
            write(json, values[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
