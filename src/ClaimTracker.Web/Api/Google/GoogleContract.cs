using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ClaimTracker.Web.Api.Google;

/// <summary>The shape of Google's answer (Fact Check Tools API v1alpha1): what is empty is left out.</summary>
[Description("Found checks, in the shape of Google's Fact Check Tools API.")]
public sealed record GoogleAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<GoogleClaim>? Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextPageToken);

public sealed record GoogleClaim(
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Claimant,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClaimDate,
    IReadOnlyList<GoogleReview> ClaimReview);

public sealed record GoogleReview(
    GooglePublisher Publisher,
    string Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title,
    string ReviewDate,
    string TextualRating,
    string LanguageCode);

public sealed record GooglePublisher(string Name, string Site);
