using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Search;

/// <summary>What the matcher compares a text with: the parts of a claim that tell it apart from its neighbours.</summary>
public sealed record MatchClaim
{
    public required int Number { get; init; }

    public required LocalizedText Statement { get; init; }

    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    /// <summary>As the articles word it.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Names of each claimant, every language and spelling.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Claimants { get; init; } = [];

    public IReadOnlyList<MatchFigure> Figures { get; init; } = [];

    public FuzzyDate? AssertedOn { get; init; }

    public FuzzyDate? EventOn { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, CoreJson.Options);

    public static MatchClaim FromJson(string json) => JsonSerializer.Deserialize<MatchClaim>(json, CoreJson.Options)
        ?? throw new JsonException("An indexed claim holds nothing to match.");
}

/// <summary>A figure with its unit's labels in every language and number.</summary>
public sealed record MatchFigure(decimal? Value, decimal? Min, decimal? Max, string Unit, IReadOnlyList<string> UnitNames);
