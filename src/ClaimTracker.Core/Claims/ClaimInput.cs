using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Claims;

/// <summary>The lists that hang on a claim.</summary>
public abstract record ClaimLists
{
    /// <summary>The whole set; null: as it is.</summary>
    public IReadOnlyList<Choice<NewTopic>>? Topics { get; init; }

    /// <summary>In order; none: the claimant is not known.</summary>
    public IReadOnlyList<ClaimantRow> Claimants { get; init; } = [];

    public IReadOnlyList<FigureRow> Figures { get; init; } = [];

    public IReadOnlyList<AppearanceRow> Appearances { get; init; } = [];

    public IReadOnlyList<AttributionRow> Attribution { get; init; } = [];

    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    public IReadOnlyList<LinkRow> Links { get; init; } = [];
}

/// <summary>A claim to be logged, with everything that hangs on it; sources, parties, topics and outlets may be made on the way.</summary>
public sealed record NewClaim : ClaimLists
{
    /// <summary>Where it comes from, when a file brought it.</summary>
    public RecordOrigin? Origin { get; init; }

    /// <summary>What a reader sent that it is logged from.</summary>
    public Guid? SuggestionId { get; init; }

    public required LocalizedText Statement { get; init; }

    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    public required string OriginalLanguage { get; init; }

    public required ClaimKind Kind { get; init; }

    public required RatedAspect Aspect { get; init; }

    public LocalizedText Hedge { get; init; } = LocalizedText.Empty;

    public FuzzyDate? AssertedOn { get; init; }

    public FuzzyDate? EventOn { get; init; }

    public string? PlaceCountry { get; init; }

    public LocalizedText PlaceName { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<string> Flags { get; init; } = [];

    public bool AsPublished { get; init; }

    public DateOnly? Due { get; init; }

    public Triage Triage { get; init; }

    public LocalizedText SelectionReason { get; init; } = LocalizedText.Empty;
}

/// <summary>What a form changes of a claim; what it does not hold stays. Rows are added, changed or removed by id; rows not named stay.</summary>
public sealed record ClaimEdit : ClaimLists
{
    /// <summary>Of a form that adds a row, so that sent twice it adds one (rule 2); null: the form changes what is there.</summary>
    public Guid? SubmissionId { get; init; }

    /// <summary>Of a program, which says what it read and wants nothing else changed: refused instead of merged when the claim is another by now.</summary>
    public bool IsExact { get; init; }

    public TextEdit? Statement { get; init; }

    public TextEdit? Summary { get; init; }

    public Posted<string?> OriginalLanguage { get; init; }

    public Posted<ClaimKind> Kind { get; init; }

    public Posted<RatedAspect> Aspect { get; init; }

    public TextEdit? Hedge { get; init; }

    public Posted<FuzzyDate?> AssertedOn { get; init; }

    public Posted<FuzzyDate?> EventOn { get; init; }

    public Posted<string?> PlaceCountry { get; init; }

    public TextEdit? PlaceName { get; init; }

    public Posted<IReadOnlyList<string>> Flags { get; init; }

    public Posted<bool> AsPublished { get; init; }

    public Posted<DateOnly?> Due { get; init; }

    public Posted<DateOnly?> RecheckOn { get; init; }

    public Posted<Triage> Triage { get; init; }

    public TextEdit? SelectionReason { get; init; }

    /// <summary>The statement is only mended: a typo, the same meaning. Numbers must stay and little may change.</summary>
    public bool MendsTypo { get; init; }

    /// <summary>The person was told that the edit voids an open proposal or panel, or takes a settled claim back to checking.</summary>
    public bool ConfirmVoids { get; init; }

    /// <summary>Where the edit takes a public claim back to checking: whether readers are told now (قيد إعادة النظر).</summary>
    public bool TellReaders { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A topic to be made; its address name is derived from the English or Arabic name when not given.</summary>
public sealed record NewTopic
{
    public required LocalizedText Name { get; init; }

    public string? Slug { get; init; }

    public bool IsPublicInterest { get; init; } = true;
}

/// <summary>What an administrator changes of a topic.</summary>
public sealed record TopicEdit
{
    public TextEdit? Name { get; init; }

    public Posted<string?> Slug { get; init; }

    public Posted<bool> IsPublicInterest { get; init; }
}

/// <summary>A unit of figures to be made.</summary>
public sealed record NewUnit(LocalizedText Label)
{
    /// <summary>Plural patterns such as <c>en.other</c>; when empty, the label after the number.</summary>
    public LocalizedText Plurals { get; init; } = LocalizedText.Empty;
}

/// <summary>A measure to be made.</summary>
public sealed record NewMeasure(LocalizedText Label);

/// <summary>A claimant, with the office held when speaking.</summary>
public sealed record ClaimantRow : Row
{
    public Choice<NewParty>? Party { get; init; }

    public TextEdit? Role { get; init; }
}

/// <summary>A figure: a value, or a range, or neither.</summary>
public sealed record FigureRow : Row
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public FigureModifier? Modifier { get; init; }

    public Choice<NewUnit>? Unit { get; init; }

    public Choice<NewMeasure>? Measure { get; init; }

    public bool IsCapacity { get; init; }

    public FuzzyDate? Period { get; init; }

    public string? AlternativeGroup { get; init; }

    public TextEdit? Note { get; init; }
}

/// <summary>The claim in a source. The source of a row that is there cannot change: remove it and add another.</summary>
public sealed record AppearanceRow : Row
{
    public Choice<NewSource>? Source { get; init; }

    public int? ParagraphFrom { get; init; }

    public int? ParagraphTo { get; init; }

    public string? Timecode { get; init; }

    public string? Quote { get; init; }

    /// <summary>
    /// Prefix, suffix and positions are kept as given only where we have no copy of the source. In a copy they are hints where the quote stands.
    /// </summary>
    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>The quote was taken from our copy, so it must be there.</summary>
    public bool IsFromCopy { get; init; }

    public AppearanceStrength Strength { get; init; }

    public TextEdit? WordingNote { get; init; }

    public bool IsFirst { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>A step of the attribution chain, first speaker first.</summary>
public sealed record AttributionRow : Row
{
    public Choice<NewParty>? Party { get; init; }

    /// <summary>Code of glossary list <c>verbs</c>.</summary>
    public string Verb { get; init; } = "";

    public TextEdit? Note { get; init; }

    /// <summary>Sources it holds in, the whole set; empty: everywhere; null: as it is.</summary>
    public IReadOnlyList<Choice<NewSource>>? Scopes { get; init; }
}

/// <summary>A source bearing on the claim. The source of a row that is there cannot change: remove it and add another.</summary>
public sealed record EvidenceRow : Row
{
    public Choice<NewSource>? Source { get; init; }

    public Stance Stance { get; init; }

    public string? Quote { get; init; }

    public string? Locator { get; init; }

    public TextEdit? Note { get; init; }

    public string? SourceGrade { get; init; }

    public int? InformationGrade { get; init; }
}

/// <summary>What the claim does to another. The other end of a link that is there cannot change: remove it and add another.</summary>
public sealed record LinkRow : Row
{
    public int ToNumber { get; init; }

    public LinkKind Kind { get; init; }

    public TextEdit? Note { get; init; }
}
