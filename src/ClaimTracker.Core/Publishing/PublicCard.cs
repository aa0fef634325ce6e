using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Publishing;

/// <summary>What a row of a list shows; kept in the row, so that a page of a list is one query.</summary>
public sealed record PublicCard
{
    public required LocalizedText Statement { get; init; }

    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<PublicClaimant> Claimants { get; init; } = [];

    public FuzzyDate? AssertedOn { get; init; }

    public LocalizedText FirstOutlet { get; init; } = LocalizedText.Empty;

    public PublicRating? Rating { get; init; }

    /// <summary>Whose check the imported rating is.</summary>
    public PublicOutsideReview? Outside { get; init; }

    /// <summary>The wording judged is a garbled translation; the badge says so.</summary>
    public bool AsPublished { get; init; }

    public LocalizedText Headline { get; init; } = LocalizedText.Empty;

    public LocalizedText HoldingNote { get; init; } = LocalizedText.Empty;

    public DateOnly? HoldingNoteAsOf { get; init; }

    /// <summary>Logged elsewhere and taken over: nobody here has begun to check it while it has no rating.</summary>
    public bool IsFromDataSet { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public static PublicCard FromJson(string json) => JsonSerializer.Deserialize<PublicCard>(json, CoreJson.Options)
        ?? throw new JsonException("A public claim holds no card.");

    public static PublicCard Of(PublicDocument document)
    {
        var first = document.Appearances.FirstOrDefault(a => a.IsFirst) ?? (document.Appearances is [var any, ..] ? any : null);
        var outlet = document.Sources.FirstOrDefault(s => s.Id == first?.SourceId)?.Outlet;
        return new PublicCard
        {
            Statement = document.Statement,
            Summary = document.Summary,
            Claimants = document.Claimants,
            AssertedOn = document.AssertedOn,
            FirstOutlet = outlet?.Name ?? LocalizedText.Empty,
            Rating = document.Verdict?.Rating,
            Outside = document.Outside,
            AsPublished = document.AsPublished,
            Headline = document.Verdict?.Headline ?? LocalizedText.Empty,
            HoldingNote = document.HoldingNote,
            HoldingNoteAsOf = document.HoldingNoteAsOf,
            IsFromDataSet = document.DataSet is not null,
            Languages = document.Languages,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, CoreJson.Options);
}
