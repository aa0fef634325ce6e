using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// A structured number in a claim. A value, or a range, or none given. Figures of one <see cref="Measure"/> and
/// <see cref="Unit"/> compare; those sharing an <see cref="AlternativeGroup"/>, even across claims, are either/or and never added.
/// </summary>
public sealed class Figure : IAudited, IPartOfClaim
{
    public const int AlternativeGroupMaxLength = 80;
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public int Order { get; set; }

    public decimal? Value { get; set; }

    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    public FigureModifier? Modifier { get; set; }

    public required Guid UnitId { get; set; }

    public Unit? Unit { get; init; }

    public Guid? MeasureId { get; set; }

    public Measure? Measure { get; init; }

    /// <summary>A possible or estimated load, not a count.</summary>
    public bool IsCapacity { get; set; }

    public FuzzyDate? Period { get; set; }

    public string? AlternativeGroup { get; set; }

    public LocalizedText Note { get; set; } = LocalizedText.Empty;

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>
/// What is counted in: labels and plural patterns per language, keyed <c>ar.few</c>, <c>en.other</c> and so on (CLDR
/// categories), with <c>{0}</c> where the number stands.
/// </summary>
public sealed class Unit : IAudited
{
    public const int CodeMaxLength = 80;
    public const int LabelMaxLength = 120;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public LocalizedText Plurals { get; set; } = LocalizedText.Empty;

    public string AuditStream => $"unit:{Id}";
}

/// <summary>What is counted, so that figures of several claims can be compared on one chart.</summary>
public sealed class Measure : IAudited
{
    public const int CodeMaxLength = 80;
    public const int LabelMaxLength = 200;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public string AuditStream => $"measure:{Id}";
}

/// <summary>A subject readers browse by.</summary>
public sealed class Topic : IAudited, IVersioned
{
    public const int SlugMaxLength = 80;
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Slug { get; set; }

    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    /// <summary>Counts towards the share of checks on matters of public welfare (IFCN 1.4).</summary>
    public bool IsPublicInterest { get; set; } = true;

    public Guid? DataSetId { get; init; }

    public string? ExternalKey { get; init; }

    public string AuditStream => $"topic:{Id}";
}
