using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// One row per claim readers may see, derived and rebuildable from publications alone. Lists, facets and search read only
/// this and its child rows. Key: the claim's number.
/// </summary>
public sealed class PublicClaim
{
    /// <summary>Sorts claims without a date after all others.</summary>
    public static readonly DateOnly UnknownDate = DateOnly.MinValue;

    public required int Number { get; init; }

    public required int Version { get; set; }

    public required PublicState State { get; set; }

    public bool IsContested { get; set; }

    public bool IsUnderReexamination { get; set; }

    public bool IsCorrected { get; set; }

    public string? RatingCode { get; set; }

    public required RatedAspect Aspect { get; set; }

    public required ClaimKind Kind { get; set; }

    public required string Language { get; set; }

    public DateOnly? AssertedFrom { get; set; }

    public DateOnly? AssertedTo { get; set; }

    /// <summary>Day of assertion for sorting; <see cref="UnknownDate"/> when not known.</summary>
    public required DateOnly AssertedSort { get; set; }

    /// <summary>When the verdict (or holding note, or import) last changed.</summary>
    public required DateTime ReviewedAt { get; set; }

    /// <summary>In how many places the claim appears.</summary>
    public required int Repeats { get; set; }

    /// <summary>What a list row shows: JSON of <see cref="PublicCard"/>.</summary>
    public required string Card { get; set; }

    public int? MergedIntoNumber { get; set; }

    /// <summary>What the claim adds to the statistics (<see cref="TallyEntry"/>); null before anything was counted.</summary>
    public string? Tally { get; set; }
}

/// <summary>
/// One filterable value of a public claim: facet and value, with the columns lists sort by, so that every filter has an
/// index in every sort order. Facets stand in <see cref="Facets"/>.
/// </summary>
public sealed class PublicFacet
{
    public required string Facet { get; init; }

    public required string Value { get; init; }

    public required int Number { get; init; }

    public required DateTime ReviewedAt { get; init; }

    public required DateOnly AssertedSort { get; init; }

    public required int Repeats { get; init; }
}

/// <summary>How many listed claims have a facet's value; kept in the publishing transaction.</summary>
public sealed class PublicCount
{
    public required string Facet { get; init; }

    public required string Value { get; init; }

    public required int Count { get; set; }
}

/// <summary>A link between claims as published; shown only while both ends are public.</summary>
public sealed class PublicLink
{
    public required int FromNumber { get; init; }

    public required LinkKind Kind { get; init; }

    public required int ToNumber { get; init; }
}

/// <summary>A correction as published, for the corrections page.</summary>
public sealed class PublicCorrection
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required int Version { get; init; }

    public required Review.CorrectionKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>JSON of <see cref="PublicCorrectionNotice"/>.</summary>
    public required string Notice { get; init; }
}

/// <summary>Raised by every transaction that changes what readers see (rule 12); part of every cache key.</summary>
public sealed class PublicationEpoch
{
    public const int TheRow = 1;

    public required int Id { get; init; }

    public long Value { get; set; }

    /// <summary>When it was last raised; null before that was kept.</summary>
    public DateTime? At { get; set; }

    /// <summary>
    /// Its value when readers last lost something they had: a claim removed or unlisted, a version redacted, a source withheld. What was copied from
    /// publications before that is given to nobody any more.
    /// </summary>
    public long TakenAwayAt { get; set; }
}

/// <summary>Names of the facets of a public claim.</summary>
public static class Facets
{
    /// <summary>Every listed claim has it once, with the value <see cref="Yes"/>: the unfiltered list.</summary>
    public const string All = "all";

    public const string Rating = "rating";
    public const string Kind = "kind";
    public const string Claimant = "claimant";
    public const string Topic = "topic";
    public const string Outlet = "outlet";
    public const string Country = "country";
    public const string Language = "lang";
    public const string Contested = "contested";
    public const string Corrected = "corrected";

    /// <summary>Sources a claim's document names; not a filter of the list, but of a source's page.</summary>
    public const string Source = "source";

    /// <summary>Parties a claim's document names in any part; makes their projection visible.</summary>
    public const string Party = "party";

    /// <summary>Whom a claim's claimants belong to at the top; makes their projection visible, although they said nothing themselves.</summary>
    public const string Side = "side";

    /// <summary>Units of a claim's figures: a filter of the search, not of the list.</summary>
    public const string Unit = "unit";

    public const string Yes = "1";

    /// <summary>Value of the rating filter for claims listed without a verdict.</summary>
    public const string NotRated = "NotRated";

    /// <summary>The facets shown with counts beside the list, in this order.</summary>
    public static readonly IReadOnlyList<string> Listed = [Rating, Kind, Topic, Claimant, Outlet, Country, Language, Contested, Corrected];
}
